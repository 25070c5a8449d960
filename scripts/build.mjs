import { setUp } from './set-up.mjs';
import { isMain, nodeTool, run, runMain } from './support.mjs';

// The oldest Electron that the build has to run on: the development runtime of electron-runtime.mjs. Without this,
// electron-vite writes code for the version in package.json.
const oldestElectron = '33';

/** Builds main, preload and renderer into out/ and answers the exit code. */
export function buildApplication() {
  const env = { ...process.env, ELECTRON_MAJOR_VER: oldestElectron };
  return run(process.execPath, [nodeTool('electron-vite', 'electron-vite'), 'build', '--logLevel', 'warn'], { env });
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await setUp();
    return buildApplication();
  });
}
