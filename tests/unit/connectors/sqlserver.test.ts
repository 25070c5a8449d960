import { describe, expect, it } from 'vitest';
import { floatText } from '../../../main/connectors/sqlserver/cell-texts';
import { hierarchyPath } from '../../../main/connectors/sqlserver/hierarchy-id';
import { TokenReader } from '../../../main/connectors/sqlserver/token-reader';
import { sampleCells, sampleColumns } from '../../servers/tds/cells';
import { columnMetadata, done, row, rowWithNulls, serverMessage } from '../../servers/tds/tokens';

describe('the path of a hierarchyid', () => {
  it.each([
    ['', '/'],
    ['58', '/1/'],
    ['68', '/2/'],
    ['5ac0', '/1/1/'],
    ['62c0', '/1.1/'],
    ['e02540', '/98/'],
    ['3f80', '/-1/'],
  ])('of 0x%s is %s', (hex, path) => {
    expect(hierarchyPath(Buffer.from(hex, 'hex'))).toBe(path);
  });

  it('is not made up where the bytes are none', () => {
    expect(hierarchyPath(Buffer.from('0001', 'hex'))).toBeUndefined();
  });
});

describe('the text of a real number', () => {
  it.each([0.1, 3.4028235e38, 1e-45, 16_777_216, -0, 1.17549435e-38, 123456.79])(
    '%f means the same number',
    (value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeFloatLE(value);
      expect(Math.fround(Number(floatText(bytes)))).toBe(Math.fround(value));
    },
  );
});

const read = (bytes: Buffer, size: number): unknown[] => {
  const seen: unknown[] = [];
  const reader = new TokenReader({
    onColumns: (columns) => seen.push(columns.map(({ name, type }) => [name, type])),
    onRow: (cells) => seen.push(cells),
    onDone: (token, kind) => seen.push([kind, token.rowCount]),
    onError: (message) => seen.push(message),
    onInfo: (message) => seen.push(message),
    onChange: (kind) => seen.push(kind),
  });
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  reader.end();
  return seen;
};

describe('the reader of responses', () => {
  const response = Buffer.concat([
    columnMetadata(sampleColumns),
    row(sampleColumns, sampleCells),
    rowWithNulls(
      sampleColumns,
      sampleCells.map((cell, index) => (index % 3 === 0 ? null : cell)),
    ),
    serverMessage({ number: 8134, message: 'Divide by zero error encountered.' }),
    done(0x10, 2),
  ]);

  it.each([1, 2, 3, 7, 64])('reads the same from pieces of %i bytes', (size) => {
    const whole = read(response, response.length);
    expect(whole).toHaveLength(5);
    expect(read(response, size)).toEqual(whole);
  });

  it('refuses a response that ends in the middle', () => {
    expect(() => read(response.subarray(0, -5), response.length)).toThrow('ended in the middle');
    expect(() => read(Buffer.from('HTTP/1.1 400'), 64)).toThrow('unknown token');
  });
});
