import { describe, expect, it } from 'vitest';
import { hostileFiles } from '../../question-files/hostile';

describe('the corpus of hostile files', () => {
  it('names each case and each file once', () => {
    expect(new Set(hostileFiles.map(({ what }) => what)).size).toBe(hostileFiles.length);
    expect(new Set(hostileFiles.map(({ fileName }) => fileName)).size).toBe(hostileFiles.length);
  });

  it('has the bombs small: they would pass a limit on the size of the file', () => {
    const bombs = hostileFiles.filter(({ what }) => what.includes('bomb'));
    expect(bombs.length).toBeGreaterThanOrEqual(3);
    for (const { bytes } of bombs) expect(bytes().length).toBeLessThan(4 * 1024 * 1024);
  });
});
