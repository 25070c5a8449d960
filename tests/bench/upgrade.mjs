import { join } from 'node:path';
import { call } from '../../scripts/demo/getting-about.mjs';
import { projectFolder } from '../../scripts/support.mjs';
import { launch, median, rounded, timed, withFolder } from './measure.mjs';

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

/** The same in the real window with the session's keychain: from the start of the program to what a person can use. */
const openOld = async (folder) => {
  const startedAt = performance.now();
  const { app, page } = await launch(projectFolder, folder);
  page.setDefaultTimeout(120_000);
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.waitFor();
  const usable = performance.now() - startedAt;
  await rail.getByRole('button', { name: /^Connectors/ }).click();
  await page.getByRole('grid', { name: 'Connectors' }).getByRole('row').nth(1).waitFor();
  return { app, page, usable, listed: performance.now() - startedAt };
};

/** Milliseconds until so many of the secrets that waited are in the keychain. */
const timeMoves = (page, moves) =>
  timed(async () => {
    const { waiting } = (await call(page, 'app', 'storeStatus')).secretsUnderWay;
    const isReached = async () => {
      const { secretsUnderWay } = await call(page, 'app', 'storeStatus');
      return (secretsUnderWay?.waiting ?? 0) <= Math.max(0, waiting - moves);
    };
    while (!(await isReached())) await page.waitForTimeout(50);
  });

/**
 * A store of the earlier application brought to this version: reading it whole, making the new store and the backup without
 * secrets, until the new one has taken its place; and the same through the window, where its secrets wait for the keychain.
 */
export const measureUpgrade = async ({ typescript, earlierStores, moves, repetitions }) => {
  const { createRestartingProcess } = await typescript.load('/main/processes/restarting-process.ts');
  const { buildPrograms, createNodeProcesses } = await typescript.load('/tests/support/node-process.ts');
  const { writeEarlierStore } = await typescript.load('/tests/servers/earlier-store.ts');
  const programs = await buildPrograms('main/legacy/legacy-process.ts');
  const { startProcess, killAll } = createNodeProcesses(programs.folder);
  const figures = [];
  const add = (what, milliseconds) => figures.push({ what, unit: 's', tickmark: seconds(milliseconds) });
  const times = Array.from({ length: repetitions }, (_none, index) => index + 1);
  try {
    for (const size of earlierStores) {
      const many = `${size.connectors.toLocaleString('en')} connectors and ${size.analyses.toLocaleString('en')} analyses`;
      const alone = [];
      for (const _turn of times) {
        const once = await withFolder((folder) => {
          const storeFile = join(folder, 'tickmark.db');
          writeEarlierStore(storeFile, size);
          return upgradeOnce({ createRestartingProcess, startProcess, storeFile });
        });
        alone.push(once);
      }
      add(`upgrade of ${many}, without window and keychain`, median(alone));
      const opened = [];
      let moved;
      for (const turn of times) {
        await withFolder(async (folder) => {
          writeEarlierStore(join(folder, 'tickmark.db'), size);
          const { app, page, ...once } = await openOld(folder);
          opened.push(once);
          if (turn === repetitions) moved = await timeMoves(page, moves);
          await app.close();
        });
      }
      add(`the same with this computer's keychain, start to usable window`, median(opened.map(({ usable }) => usable)));
      add('the same, start to the list of connectors', median(opened.map(({ listed }) => listed)));
      add(`then: ${moves} of the secrets that wait moved to the keychain`, moved);
    }
  } finally {
    killAll();
    programs.remove();
  }
  return figures;
};
