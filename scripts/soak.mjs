import { runInDesktopSession } from './desktop-session.mjs';
import { setUp } from './set-up.mjs';
import { projectFolder, runMain } from './support.mjs';

// Long seeded tests: npm run test:soak -- [part[=rounds] …] [--seed number]. What there is: tests/soak/parts.ts.
// A pack is signed with a key in the keychain, so there has to be one.
await runMain(async () => {
  await setUp();
  process.chdir(projectFolder);
  return runInDesktopSession(process.execPath, ['tests/soak/start.mjs', ...process.argv.slice(2)], { keychain: true });
});
