import { expect, it } from 'vitest';
import { calls } from '../../soak/calls/calls-part';

const seed = 30;
const rounds = 10;

// `npm run test:soak` does the same 1,000 times, from a seed of its own.
it(`kill -9 during ${rounds} calls that write (seed ${seed}) keeps store and keychain whole and in step`, {
  timeout: 300_000,
}, async () => {
  const figures = await calls.run({ rounds, seed, roundDone: () => undefined });
  expect(figures['calls acknowledged']).toBeGreaterThan(0);
  expect(figures['secrets compared']).toBeGreaterThan(0);
});
