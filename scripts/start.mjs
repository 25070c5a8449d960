import { buildApplication } from './build.mjs';
import { hasDisplay, runInDesktopSession } from './desktop-session.mjs';
import { electronEnvironment, sandboxArguments } from './electron-runtime.mjs';
import { setUp } from './set-up.mjs';
import { log, projectFolder, run, runMain } from './support.mjs';

await runMain(async () => {
  const runtime = await setUp();
  if ((await buildApplication()) !== 0) return 1;
  return hasDisplay() ? showWindow(runtime) : takePictures(runtime);
});

function showWindow(runtime) {
  const args = [...sandboxArguments(), projectFolder, ...process.argv.slice(2)];
  return run(runtime.executable, args, { env: electronEnvironment(runtime) });
}

/** Where no window can be shown (a container, a server), the demonstration is run and its pictures kept. */
async function takePictures(runtime) {
  log('There is no display here: running the demonstration (npm run demo) on a virtual one…');
  const env = electronEnvironment(runtime);
  const code = await runInDesktopSession(process.execPath, ['scripts/demo.mjs'], {
    env,
    keychain: true,
    display: true,
  });
  if (code === 0) log('Pictures of Tickmark at work are in out/demo.');
  return code;
}
