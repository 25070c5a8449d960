import { describe, expect, it } from 'vitest';
import { readLimits } from '../../../renderer/features/settings/run-limits';

const texts = { maximumRows: '1000000', maximumMegabytes: '500', maximumMinutes: '60' };

describe('the limits of a run', () => {
  it('are read as whole numbers, also with separators between the thousands', () => {
    expect(readLimits({ ...texts, maximumRows: '1,000,000' })).toEqual({
      values: { maximumRows: 1_000_000, maximumMegabytes: 500, maximumMinutes: 60 },
      errors: {},
    });
  });

  it('are refused when they are no number, or outside their range', () => {
    const read = readLimits({ maximumRows: '0', maximumMegabytes: 'many', maximumMinutes: '1441' });
    expect(read.values).toBeUndefined();
    expect(Object.keys(read.errors)).toEqual(['maximumRows', 'maximumMegabytes', 'maximumMinutes']);
    expect(read.errors.maximumMinutes).toBe('Write a whole number from 1 to 1,440.');
  });
});
