import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { findElectronRuntime, sandboxArguments } from '../../scripts/electron-runtime.mjs';

/** The middle one of several figures. */
export const median = (figures) => [...figures].sort((left, right) => left - right)[Math.floor(figures.length / 2)];

export const rounded = (figure, digits = 1) => Math.round(figure * 10 ** digits) / 10 ** digits;

/** Milliseconds that `work` takes. */
export const timed = async (work) => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

/** Runs `use` with a new folder that is gone afterwards. */
export const withFolder = async (use) => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Starts an application in the project's Electron; answers it with its first page. */
export const launch = async (application, dataFolder) => {
  const app = await _electron.launch({
    executablePath: findElectronRuntime().executable,
    args: [application, ...sandboxArguments()],
    env: {
      ...process.env,
      TICKMARK_DATA_DIR: dataFolder,
      TICKMARK_KEYCHAIN_SERVICE: `Tickmark bench ${randomUUID()}`,
    },
  });
  return { app, page: await app.firstWindow() };
};
