import { setUp } from './set-up.mjs';
import { runMain } from './support.mjs';

// Prints where the Electron is that Tickmark starts with, and nothing else on stdout: other tools read it.
await runMain(async () => {
  const { executable } = await setUp();
  process.stdout.write(`${executable}\n`);
});
