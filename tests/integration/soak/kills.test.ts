import { expect, it } from 'vitest';
import { kills } from '../../soak/kills/kills';

const seed = 20;
const rounds = 10;

// `npm run test:soak` does the same 200 times, from a seed of its own.
it(`kill -9 at ${rounds} moments (seed ${seed}) loses nothing that was acknowledged`, {
  timeout: 300_000,
}, async () => {
  let done = 0;
  const figures = await kills.run({
    rounds,
    seed,
    roundDone: () => {
      done += 1;
    },
  });
  expect(done).toBe(rounds);
  expect(figures['log entries acknowledged']).toBeGreaterThan(0);
});
