import { describe, expect, it } from 'vitest';
import { columnKind, dateKey, numberKey, sortKey } from '../../../../main/evidence/views/cell-order';
import { bytesOfText } from '../../../../main/evidence/views/record-batches';
import { seededRandom } from '../support';

const inOrder = (texts: readonly string[], keyOf: (text: string) => string | undefined) => {
  const keys = texts.map((text) => keyOf(text) ?? `no key for ${text}`);
  return keys.every((key, position) => position === 0 || (keys[position - 1] ?? '') < key);
};

/** A decimal number as text, together with its value as a whole number of 10^-12. */
const randomDecimal = (random: () => number) => {
  const digits = () => String(Math.floor(random() * 10 ** Math.floor(random() * 9)));
  const sign = random() < 0.5 ? '-' : '';
  const whole = `${digits()}${random() < 0.5 ? digits() : ''}`;
  const fraction = digits().slice(0, 12);
  return { text: `${sign}${whole}.${fraction}`, value: BigInt(`${sign}${whole}${fraction.padEnd(12, '0')}`) };
};

describe('the kind of a column', () => {
  it.each([
    ['integer', 'number'],
    ['bigint unsigned', 'number'],
    ['numeric(12,2)', 'number'],
    ['NUMBER(10)', 'number'],
    ['int8', 'number'],
    ['double precision', 'number'],
    ['timestamp with time zone', 'date'],
    ['timestamp(6) without time zone', 'date'],
    ['datetime2(7)', 'date'],
    ['DATE', 'date'],
    ['time (UTC)', 'date'],
    ['time without time zone', 'text'],
    ['interval', 'text'],
    ['character varying(20)', 'text'],
    ['integer[]', 'text'],
    ['int4range', 'text'],
    ['point', 'text'],
    ['', 'unknown'],
  ])('%s is %s', (type, kind) => expect(columnKind(type)).toBe(kind));
});

describe('the order of numbers', () => {
  it('is that of their values, whatever their length', () => {
    const ordered = [
      '-Infinity',
      '-1e400',
      '-9223372036854775808',
      '-9223372036854775807',
      '-10',
      '-9.5',
      '-0.1',
      '-0.01',
      '0',
      '.0001',
      '1e-3',
      '0.1',
      '1',
      '1.0000000000000000000000001',
      '2',
      '10',
      '9007199254740992',
      '9007199254740993',
      '9007199254740993.5',
      '1e308',
      '1e309',
      'Infinity',
      'NaN',
    ];
    expect(inOrder(ordered, numberKey)).toBe(true);
  });

  it('is that of exact arithmetic for random decimals', () => {
    const random = seededRandom(41);
    const numbers = Array.from({ length: 3_000 }, () => randomDecimal(random));
    const keyOf = (text: string) => numberKey(text) ?? 'none';
    const byValue = numbers.toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
    const byKey = numbers.toSorted((a, b) =>
      keyOf(a.text) < keyOf(b.text) ? -1 : keyOf(a.text) > keyOf(b.text) ? 1 : 0,
    );
    expect(byKey.map(({ value }) => value)).toEqual(byValue.map(({ value }) => value));
  });

  it('takes different ways of writing a number for the same', () => {
    for (const same of ['1', '+1', '01', '1.', '1.0', '10e-1', '0.1e1']) expect(numberKey(same)).toBe(numberKey('1'));
    for (const zero of ['0', '-0', '0.000', '0e99']) expect(numberKey(zero)).toBe(numberKey('0'));
  });

  it.each(['', '-', '.', 'e5', '1,5', '1 000', '0x10', 'twelve', '1e'])('knows that “%s” is no number', (text) => {
    expect(numberKey(text)).toBeUndefined();
  });
});

describe('the order of dates', () => {
  it('is that of the moments', () => {
    const ordered = [
      '-infinity',
      '4713-01-01 BC',
      '-0100-01-01 00:00:00',
      '0044-03-15 BC',
      '0000-00-00',
      '0001-01-01',
      '1969-12-31 23:59:59.999',
      '1970-01-01',
      '2024-02-29',
      '2024-02-29 00:00:01',
      '2024-03-01 00:30:00 +01:00',
      '2024-02-29T23:45:00Z',
      '2024-02-29 23:45:00.0000001',
      '2024-03-01',
      '2024-03-01 00:00:00-05',
      '10000-01-01',
      'infinity',
    ];
    expect(inOrder(ordered, dateKey)).toBe(true);
  });

  it('is that of the calendar for random moments', () => {
    const random = seededRandom(42);
    const moments = Array.from({ length: 2_000 }, () => new Date(Math.floor((random() - 0.5) * 8e12)).toISOString());
    const byKey = moments.toSorted((a, b) => ((dateKey(a) ?? '') < (dateKey(b) ?? '') ? -1 : 1));
    expect(byKey).toEqual(moments.toSorted((a, b) => Date.parse(a) - Date.parse(b)));
  });

  it.each(['', '2024-2-9', '24-02-09', 'tomorrow', '2024-02-29 25'])('knows that “%s” is no date', (text) => {
    expect(dateKey(text)).toBeUndefined();
  });
});

describe('the key that a column is sorted by', () => {
  it('keeps what is no value, and then NULL, behind the values in both directions', () => {
    const cells = ['7', '', 'n/a', null];
    for (const descending of [false, true]) {
      const [seven = '', empty = '', other = '', none = ''] = cells.map((cell) => sortKey('number', descending, cell));
      expect(seven < empty && seven < other && empty < none && other < none).toBe(true);
    }
  });

  it('orders texts by code points, in either direction, also beyond the first plane', () => {
    const ordered = ['', '\0', 'A', 'Z', 'a', 'a\0', 'aa', 'é', '\uffff', '😀'].map(bytesOfText);
    expect(inOrder(ordered, (bytes) => sortKey('text', false, bytes))).toBe(true);
    expect(inOrder(ordered.toReversed(), (bytes) => sortKey('text', true, bytes))).toBe(true);
  });
});
