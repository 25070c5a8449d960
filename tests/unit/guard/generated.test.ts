import { describe, expect, it } from 'vitest';
import { guard } from '../../soak/guard/guard';
import { languages } from '../../soak/guard/languages';

const seed = 20;
const rounds = 40;

describe('the guard, against statements put together at random', () => {
  // `npm run test:soak` does the same 20,000 times, from a seed of its own.
  it(`refuses what is hostile in any disguise, and only that (${rounds} rounds, seed ${seed})`, async () => {
    const figures = await guard.run({ rounds, seed, roundDone: () => undefined });
    expect(figures).toMatchObject({
      'hostile statements refused': rounds * 5,
      'harmless twins let through': rounds * 5,
    });
  });
});

/** Work that grows with the square of the length would take minutes for each of these. */
const longest = 200_000;
const pieces = ['f(', "extract(a, '/x'", 'a(nolock) ', 'format=a '];

describe.each(Object.entries(languages))('the guard for %s', (_name, { guard: judge }) => {
  it.each(pieces)('answers for a query as long as can be, made of %s', async (piece) => {
    const opening = piece === 'format=a ' ? 'explain ' : 'select ';
    const times = Math.floor((longest - 10) / (piece.length + 1));
    const startedAt = performance.now();
    const verdict = await judge(`${opening}${piece.repeat(times)}${')'.repeat(times)}`);
    expect(verdict).toMatchObject({ allowed: false, reason: expect.any(String) });
    expect(performance.now() - startedAt).toBeLessThan(25_000);
  });
});
