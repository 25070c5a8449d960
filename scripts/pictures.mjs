import { buildApplication } from './build.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { electronEnvironment } from './electron-runtime.mjs';
import { setUp } from './set-up.mjs';
import { runMain } from './support.mjs';

// Pictures of every screen in every size that it has to work in, in out/pictures: to be looked at. With --docs instead those
// that docs/moving.md shows, with --only=PATTERN only those whose name it fits.

await runMain(async () => {
  const runtime = await setUp();
  if ((await buildApplication()) !== 0) return 1;
  return runInDesktopSession(process.execPath, ['scripts/pictures-walk.mjs', ...process.argv.slice(2)], {
    env: electronEnvironment(runtime),
    keychain: true,
    display: true,
  });
});
