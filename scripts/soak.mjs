import { setUp } from './set-up.mjs';
import { projectFolder, run, runMain } from './support.mjs';

// Long seeded tests: npm run test:soak -- [part[=rounds] …] [--seed number]. What there is: tests/soak/parts.ts.
await runMain(async () => {
  await setUp();
  return run(process.execPath, ['tests/soak/start.mjs', ...process.argv.slice(2)], { cwd: projectFolder });
});
