import { buildApplication } from './build.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { electronEnvironment } from './electron-runtime.mjs';
import { setUp } from './set-up.mjs';
import { runMain } from './support.mjs';

// Walks through the real application as a person would, from the start screen to a verified evidence pack, and keeps
// pictures of each step in out/demo; with --docs also those that the documentation shows. Works where there is no display, too.

await runMain(async () => {
  const runtime = await setUp();
  if ((await buildApplication()) !== 0) return 1;
  return runInDesktopSession(process.execPath, ['scripts/demo-walk.mjs', ...process.argv.slice(2)], {
    env: electronEnvironment(runtime),
    keychain: true,
    display: true,
  });
});
