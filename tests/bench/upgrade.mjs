import { join } from 'node:path';
import { median, rounded, timed, withFolder } from './measure.mjs';

const seconds = (milliseconds) => rounded(milliseconds / 1_000);

/** Once: what reading and writing take, without the keychain between them, and the processor time of both. */
const upgradeOnce = async (createUpgrader, storeFile) => {
  const { prepareUpgrade, commitUpgrade } = createUpgrader();
  const expectOk = ({ ok, error }) => {
    if (!ok) throw new Error(error.message);
  };
  const used = process.cpuUsage();
  const prepared = await timed(async () => expectOk(await prepareUpgrade({ storeFile, actor: 'auditor' })));
  const committed = await timed(async () => expectOk(await commitUpgrade()));
  const { user, system } = process.cpuUsage(used);
  return { whole: prepared + committed, processor: (user + system) / 1_000 };
};

/**
 * A store of the earlier application brought to this version: reading it whole, making the new store and the backup without
 * secrets, until the new one has taken its place. What the keychain takes for the secrets is the platform's affair.
 */
export const measureUpgrade = async ({ typescript, earlierStores, repetitions }) => {
  const { createUpgrader } = await typescript.load('/main/legacy/upgrade.ts');
  const { writeEarlierStore } = await typescript.load('/tests/servers/earlier-store.ts');
  const figures = [];
  for (const size of earlierStores) {
    const runs = [];
    for (let turn = 0; turn < repetitions; turn += 1) {
      await withFolder(async (folder) => {
        const storeFile = join(folder, 'tickmark.db');
        writeEarlierStore(storeFile, size);
        runs.push(await upgradeOnce(createUpgrader, storeFile));
      });
    }
    const many = `${size.connectors.toLocaleString('en')} connectors and ${size.analyses.toLocaleString('en')} analyses`;
    const figure = (what, key) => ({
      what: `upgrade of ${many}: ${what}`,
      unit: 's',
      tickmark: seconds(median(runs.map((run) => run[key]))),
    });
    figures.push(figure('without the keychain', 'whole'), figure('processor time of it', 'processor'));
  }
  return figures;
};
