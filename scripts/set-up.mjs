import { installDependencies } from './dependencies.mjs';
import { describeRuntime, setUpElectronRuntime } from './electron-runtime.mjs';
import { setUpNativeModules } from './native-modules.mjs';
import { isMain, log, runMain } from './support.mjs';
import { installSystemPackages } from './system-packages.mjs';

/**
 * Makes a fresh clone ready to start, test and package; what is there already is left alone.
 * @returns the Electron runtime to use, see electron-runtime.mjs
 */
export async function setUp() {
  await installDependencies();
  await installSystemPackages();
  const runtimePromise = setUpElectronRuntime();
  // One mostly downloads, the other mostly compiles.
  const [runtime] = await Promise.all([runtimePromise, setUpNativeModules(runtimePromise)]);
  const description = describeRuntime(runtime);
  if (description) log(description);
  return runtime;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await setUp();
    log('Tickmark is set up. Start it with: npm start');
  });
}
