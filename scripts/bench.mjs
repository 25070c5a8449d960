import { buildApplication } from './build.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { electronEnvironment } from './electron-runtime.mjs';
import { setUp } from './set-up.mjs';
import { runMain } from './support.mjs';

// Measures Tickmark beside its peers; the table is printed, the figures are kept in out/bench.json.
await runMain(async () => {
  const runtime = await setUp();
  if ((await buildApplication()) !== 0) return 1;
  const args = ['tests/bench/run.mjs', ...process.argv.slice(2)];
  return runInDesktopSession(process.execPath, args, {
    env: electronEnvironment(runtime),
    keychain: true,
    display: true,
  });
});
