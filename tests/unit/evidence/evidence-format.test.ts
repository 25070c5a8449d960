import { describe, expect, it } from 'vitest';
import {
  type Cell,
  createRecordScanner,
  parseHeader,
  parseRecord,
  recordText,
} from '../../../main/evidence/evidence-format';
import { randomRows } from './support';

/** Each line as PostgreSQL 15 writes it with `COPY … TO STDOUT (FORMAT csv)`. */
const postgresLines: [Cell[], string][] = [
  [['plain', 'two words'], 'plain,two words\n'],
  [[null, ''], ',""\n'],
  [['', null], '"",\n'],
  [[null, null, null], ',,\n'],
  [[null], '\n'],
  [[''], '""\n'],
  [['a,b'], '"a,b"\n'],
  [['say "hi"'], '"say ""hi"""\n'],
  [['"'], '""""\n'],
  [['line\nbreak'], '"line\nbreak"\n'],
  [['carriage\rreturn'], '"carriage\rreturn"\n'],
  [['both\r\n'], '"both\r\n"\n'],
  [['\\.'], '"\\."\n'],
  [['\\.', 'x'], '\\.,x\n'],
  [['\\.x'], '\\.x\n'],
  [[' leading and trailing '], ' leading and trailing \n'],
  [["it's; a\ttab"], "it's; a\ttab\n"],
  [['NULL', 'null'], 'NULL,null\n'],
  [['Zürich', '漢字', '😀'], 'Zürich,漢字,😀\n'],
];

const scan = (bytes: Buffer, chunkSize = bytes.length || 1) => {
  const ends: number[] = [];
  const widths: number[] = [];
  const scanner = createRecordScanner((end, cells) => {
    ends.push(end);
    widths.push(cells);
    return true;
  });
  let wellFormed = true;
  for (let start = 0; wellFormed && start < bytes.length; start += chunkSize) {
    wellFormed = scanner.push(bytes.subarray(start, start + chunkSize));
  }
  return { ends, widths, wellFormed };
};

describe('recordText', () => {
  it.each(postgresLines)('writes %j as PostgreSQL does', (cells, line) => {
    expect(recordText(cells)).toBe(line);
  });

  it('writes a row without columns as an empty line', () => {
    expect(recordText([])).toBe('\n');
  });
});

describe('parseRecord', () => {
  it.each(postgresLines)('reads %j back', (cells, line) => {
    expect(parseRecord(Buffer.from(line).subarray(0, -1))).toEqual(cells);
  });

  it('tells a header without columns from one with a nameless column', () => {
    expect(parseHeader(Buffer.from(''))).toEqual([]);
    expect(parseHeader(Buffer.from('""'))).toEqual(['']);
    expect(parseHeader(Buffer.from('a,"b,c",a'))).toEqual(['a', 'b,c', 'a']);
  });
});

describe('createRecordScanner', () => {
  const rows = randomRows(7, 40, 5);
  const records = rows.map((row) => Buffer.from(recordText(row)));
  const bytes = Buffer.concat(records);

  it('finds the same records however the bytes are cut into chunks', () => {
    const whole = scan(bytes);
    expect(whole.ends).toHaveLength(rows.length);
    expect(new Set(whole.widths)).toEqual(new Set([5]));
    for (const chunkSize of [1, 2, 3, 7, 64]) expect(scan(bytes, chunkSize)).toEqual(whole);
  });

  it('gives offsets at which each record reads back as its row', () => {
    let start = 0;
    const read = scan(bytes).ends.map((end) => {
      const record = parseRecord(bytes.subarray(start, end - 1));
      start = end;
      return record;
    });
    expect(read).toEqual(rows);
  });

  it.each([
    ['a quote inside an unquoted cell', 'a"b\n'],
    ['text behind a closing quote', '"a"b\n'],
    ['an unquoted carriage return', 'a\r\n'],
  ])('stops at %s', (_, text) => {
    expect(scan(Buffer.from(`good,1\n${text}`))).toMatchObject({ ends: [7], wellFormed: false });
  });

  it('stops where its caller asks it to', () => {
    const seen: number[] = [];
    const scanner = createRecordScanner((end) => {
      seen.push(end);
      return seen.length < 2;
    });
    expect(scanner.push(Buffer.from('1\n2\n3\n'))).toBe(false);
    expect(seen).toEqual([2, 4]);
  });
});
