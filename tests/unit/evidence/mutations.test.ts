import { expect, it } from 'vitest';
import { packs } from '../../soak/packs/packs';

const seed = 20;
const rounds = 60;

// `npm run test:soak` does the same 1,000 times, from a seed of its own.
it(`packs are accepted as they are, and found out after any one change (${rounds} rounds, seed ${seed})`, {
  timeout: 300_000,
}, async () => {
  const figures = await packs.run({ rounds, seed, roundDone: () => undefined });
  expect(figures['clean packs accepted']).toBe(rounds);
  expect((figures['changes found and named'] ?? 0) + (figures['bits that change nothing'] ?? 0)).toBe(rounds);
  expect(figures['bits that change nothing'] ?? 0).toBeLessThanOrEqual(1);
});
