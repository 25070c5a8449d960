import { expect, it } from 'vitest';
import { upgrade } from '../../soak/upgrade/upgrade';

const seed = 6;
const rounds = 4;

// `npm run test:soak` does the same 50 times, from a seed of its own.
it(`kill -9 at ${rounds} moments of an upgrade (seed ${seed}) leaves the old store or the new one, whole`, {
  timeout: 300_000,
}, async () => {
  let done = 0;
  await upgrade.run({
    rounds,
    seed,
    roundDone: () => {
      done += 1;
    },
  });
  expect(done).toBe(rounds);
});
