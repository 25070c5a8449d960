import { expect, it } from 'vitest';
import { bridge } from '../../soak/bridge/bridge';

const seed = 20;
const rounds = 60;

// `npm run test:soak` does the same 10,000 times for each channel, from a seed of its own.
it(`${rounds} inputs of any shape for every channel (seed ${seed}) are answered, and invalid ones leave no trace`, {
  timeout: 300_000,
}, async () => {
  const figures = await bridge.run({ rounds, seed, roundDone: () => undefined });
  expect(figures.channels).toBeGreaterThan(50);
  expect(figures['invalid inputs refused without a trace']).toBeGreaterThan((figures.channels ?? 0) * rounds * 0.5);
  expect(figures['valid inputs']).toBeGreaterThan(0);
});
