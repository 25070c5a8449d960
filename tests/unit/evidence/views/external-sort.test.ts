import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSorter, type SorterOptions } from '../../../../main/evidence/views/external-sort';
import { seededRandom, temporaryFolder } from '../support';

const sortAll = async (entries: readonly string[], options: Partial<SorterOptions> = {}) => {
  const scratchFile = join(temporaryFolder(), 'sort');
  const sorter = createSorter({ scratchFile, ...options });
  for (const entry of entries) if (sorter.add(entry)) await sorter.spill();
  const found: string[] = [];
  for await (const some of sorter.sorted()) found.push(...some);
  await sorter.close();
  expect(existsSync(scratchFile)).toBe(false);
  return found;
};

const inBytes = (entries: readonly string[]) =>
  entries
    .map((entry) => Buffer.from(entry, 'latin1'))
    .sort(Buffer.compare)
    .map((entry) => entry.toString('latin1'));

const randomEntries = (seed: number, count: number) => {
  const random = seededRandom(seed);
  const letter = () => String.fromCharCode(Math.floor(random() * 4) * 85);
  return Array.from({ length: count }, () => Array.from({ length: Math.floor(random() * 12) }, letter).join(''));
};

describe('the sort on disk', () => {
  it.each([
    ['in one run', {}],
    ['in runs of 1', { runEntries: 1 }],
    ['in runs of 7', { runEntries: 7 }],
    ['in runs of 100 bytes', { runBytes: 100 }],
  ])('sorts by bytes, %s', async (_, options) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const entries = randomEntries(seed, 400);
      expect(await sortAll(entries, options)).toEqual(inBytes(entries));
    }
  });

  it('merges entries longer than what it reads at once', async () => {
    const entries = Array.from({ length: 9 }, (_, position) => `${'x'.repeat(70_000)}${(position * 5) % 9}`);
    expect(await sortAll(entries, { runEntries: 2 })).toEqual(inBytes(entries));
  });

  it('sorts nothing', async () => expect(await sortAll([])).toEqual([]));

  it('stops when it is given up, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const scratchFile = join(temporaryFolder(), 'sort');
    const sorter = createSorter({ scratchFile, signal: controller.signal });
    sorter.add('a');
    await sorter.spill();
    sorter.add('b');
    controller.abort();
    await expect(sorter.spill()).rejects.toThrow();
    await sorter.close();
    expect(existsSync(scratchFile)).toBe(false);
  });
});
