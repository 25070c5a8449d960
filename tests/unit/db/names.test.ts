import { describe, expect, it } from 'vitest';
import { ciKey, nameKey } from '../../../db';

describe('nameKey', () => {
  it.each([
    ['prod ', 'Prod'],
    ['Prod  SQL\tServer', ' prod sql server'],
    ['Zu\u0308rich', 'Z\u00fcrich'],
    ['ÖSTERREICH', 'österreich'],
  ])('takes %j and %j for one name', (left, right) => {
    expect(nameKey(left)).toBe(nameKey(right));
  });

  it('tells names apart that only look alike without their spaces', () => {
    expect(nameKey('prod 1')).not.toBe(nameKey('prod1'));
  });
});

describe('ciKey', () => {
  it('trims and composes, and keeps capitals', () => {
    expect(ciKey(' CIe\u0301 ')).toBe('CI\u00e9');
    expect(ciKey('ci1')).not.toBe(ciKey('CI1'));
  });
});
