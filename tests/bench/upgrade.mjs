import { join } from 'node:path';
import { median, rounded, timed, withFolder } from './measure.mjs';

const seconds = (milliseconds) => rounded(milliseconds / 1_000);

const expectOk = ({ ok, error, value }) => {
  if (!ok) throw new Error(error.message);
  return value;
};

/** Once, in the process that does it, without the keychain between its two halves. Each connector has a secret. */
const upgradeOnce = async ({ createRestartingProcess, startProcess, storeFile }) => {
  const legacyProcess = createRestartingProcess(startProcess, 'legacy-process');
  try {
    return await timed(async () => {
      expectOk(await legacyProcess.request('prepareUpgrade', { storeFile, actor: 'auditor' }));
      expectOk(await legacyProcess.request('commitUpgrade', undefined));
    });
  } finally {
    legacyProcess.stop();
  }
};

const storeId = 'bench-of-upgrade';

/** Once: that many secrets as an upgrade keeps them, each read back, and removed again afterwards. */
const keepSecrets = async ({ createKeychain, startProcess, secrets }) => {
  const sentinel = { written: () => false, markWritten: () => {} };
  const keychain = createKeychain({ startProcess, service: 'Tickmark bench', storeId, sentinel });
  const entries = Array.from({ length: secrets }, (_none, index) => ({
    account: `${storeId}/connector/${index + 1}/password`,
    secret: `secret of ${index + 1}`,
  }));
  try {
    return await timed(async () => expectOk(await keychain.setAll(entries)));
  } finally {
    for (const account of expectOk(await keychain.list())) expectOk(await keychain.delete(account));
    keychain.stop();
  }
};

/**
 * A store of the earlier application brought to this version: reading it whole, making the new store and the backup without
 * secrets, until the new one has taken its place. Apart from it what the platform's keychain takes for so many secrets.
 */
export const measureUpgrade = async ({ typescript, earlierStores, keychainSecrets, repetitions }) => {
  const { createRestartingProcess } = await typescript.load('/main/processes/restarting-process.ts');
  const { createKeychain } = await typescript.load('/main/keychain/keychain.ts');
  const { buildPrograms, createNodeProcesses } = await typescript.load('/tests/support/node-process.ts');
  const { writeEarlierStore } = await typescript.load('/tests/servers/earlier-store.ts');
  const built = [
    await buildPrograms('main/legacy/legacy-process.ts'),
    await buildPrograms('main/keychain/keychain-process.ts'),
  ];
  const [legacy, keychain] = built.map(({ folder }) => createNodeProcesses(folder));
  const figures = [];
  const measure = async (what, once) => {
    const runs = [];
    for (let turn = 0; turn < repetitions; turn += 1) runs.push(await once());
    figures.push({ what, unit: 's', tickmark: seconds(median(runs)) });
  };
  try {
    for (const size of earlierStores) {
      const many = `${size.connectors.toLocaleString('en')} connectors and ${size.analyses.toLocaleString('en')} analyses`;
      await measure(`upgrade of ${many}, without the keychain`, () =>
        withFolder((folder) => {
          const storeFile = join(folder, 'tickmark.db');
          writeEarlierStore(storeFile, size);
          return upgradeOnce({ createRestartingProcess, startProcess: legacy.startProcess, storeFile });
        }),
      );
    }
    for (const secrets of keychainSecrets) {
      await measure(`upgrade: ${secrets.toLocaleString('en')} secrets to this computer's keychain`, () =>
        keepSecrets({ createKeychain, startProcess: keychain.startProcess, secrets }),
      );
    }
  } finally {
    for (const { killAll } of [legacy, keychain]) killAll();
    for (const { remove } of built) remove();
  }
  return figures;
};
