import { describe, expect, it } from 'vitest';
import { oracle } from '../../../main/connectors/oracle';
import {
  dateText,
  dayTimeText,
  floatText,
  numberText,
  timestampText,
  yearMonthText,
  zonedTimestampText,
} from '../../../main/connectors/oracle/cells';
import { parseOracleAddress } from '../../../main/connectors/oracle/connection-text';
import { grantsWriting } from '../../../main/connectors/oracle/privileges';

const bytes = (...values: number[]) => Buffer.from(values);
const noon = [120, 124, 2, 29, 13, 1, 1];

describe('the text of an Oracle value', () => {
  it.each([
    ['a date', dateText(bytes(120, 124, 2, 29, 24, 60, 60)), '2024-02-29 23:59:59'],
    ['the first date of Oracle', dateText(bytes(53, 88, 1, 1, 1, 1, 1)), '-4712-01-01 00:00:00'],
    ['a time without digits', timestampText(bytes(...noon), 0), '2024-02-29 12:00:00'],
    ['whole seconds of a column with digits', timestampText(bytes(...noon), 3), '2024-02-29 12:00:00.000'],
    ['nanoseconds', timestampText(bytes(...noon, 0, 0, 0, 1), 9), '2024-02-29 12:00:00.000000001'],
    [
      'a zone to the west, over midnight',
      zonedTimestampText(bytes(120, 124, 3, 1, 3, 1, 1, 0, 0, 0, 0, 16, 30), 0),
      '2024-02-29 21:30:00 -04:30',
    ],
    [
      'a named zone, in UTC',
      zonedTimestampText(bytes(...noon, 0, 0, 0, 0, 0x81, 0x10), 0),
      '2024-02-29 12:00:00 +00:00',
    ],
    ['no years and months', yearMonthText(bytes(128, 0, 0, 0, 60)), 'P0M'],
    ['no time at all', dayTimeText(bytes(128, 0, 0, 0, 60, 60, 60, 128, 0, 0, 0)), 'PT0S'],
    ['a negative half second', dayTimeText(bytes(128, 0, 0, 0, 60, 60, 60, 98, 50, 155, 0)), 'PT-0.5S'],
    ['a number below one', numberText('-.5'), '-0.5'],
    ['a float', floatText(Math.fround(0.1)), '0.1'],
    ['a float of nine digits', floatText(Math.fround(16777217.5)), '16777218'],
    ['an endless float', floatText(Number.NEGATIVE_INFINITY), '-Infinity'],
  ])('%s', (_what, text, expected) => {
    expect(text).toBe(expected);
  });

  it('of a float is that float again', () => {
    for (let index = 1; index < 2_000; index += 1) {
      const value = Math.fround(Math.sin(index) * 10 ** ((index % 60) - 30));
      expect(Math.fround(Number(floatText(value)))).toBe(value);
    }
  });
});

describe('an Oracle address', () => {
  const system = { server: 'ora-1', port: 1521, service_name: 'hrpdb.example.com', encrypt: false };
  const pasted = '(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=ora-1)(PORT=2484))(CONNECT_DATA=(SERVICE_NAME=hr)))';
  it.each([
    ['//ora-1:1521/hrpdb.example.com', system],
    ['ada/s3cret@ora-1:1521/hrpdb.example.com', { ...system, username: 'ada' }],
    ['jdbc:oracle:thin:ada/s3cret@//ora-1:1521/hrpdb.example.com', { ...system, username: 'ada' }],
    ['jdbc:oracle:thin:@ora-1:1521:HR', { server: 'ora-1', port: 1521, sid: 'HR', encrypt: false }],
    ['tcps://ora-1:2484/hr', { server: 'ora-1', port: 2484, service_name: 'hr', encrypt: true }],
    [`HRPDB =\n  ${pasted.replaceAll(')(', ')\n  (')}`, { connect_descriptor: pasted, encrypt: true }],
    [`jdbc:oracle:thin:@${pasted}`, { connect_descriptor: pasted, encrypt: true }],
  ])('is read from %s', (text, configuration) => {
    expect(parseOracleAddress(text)).toEqual(configuration);
  });

  it.each(['', 'hello', 'db/audit', 'db:1521', 'https://example.com/hr', 'postgres://ada@db:5433/audit', 'C:/folder'])(
    'is not %j',
    (text) => {
      expect(parseOracleAddress(text)).toBeUndefined();
    },
  );

  it('names the system in words', () => {
    expect(oracle.describeAddress({ server: 'ora-1', service_name: 'hr' })).toBe('ora-1:2484 / hr');
    expect(oracle.describeAddress({ server: 'ora-1', sid: 'HR', encrypt: false })).toBe('ora-1:1521 / HR');
  });
});

describe('the privileges of an Oracle login', () => {
  it.each([
    [[{ KIND: 'privilege', NAME: 'CREATE SESSION' }], false],
    [[{ KIND: 'privilege', NAME: 'ALTER SYSTEM' }], true],
    [[{ KIND: 'role', NAME: 'SELECT_CATALOG_ROLE' }], false],
    [[{ KIND: 'table', NAME: 'INSERT' }], true],
  ])('%j can write: %s', (privileges, canWrite) => {
    expect(grantsWriting(privileges)).toBe(canWrite);
  });
});
