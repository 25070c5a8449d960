import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../main/questions/read-tables';
import { temporaryFolder } from '../../support/store';

const cellsOf = async (content: Buffer | string): Promise<string[][]> => {
  const path = join(temporaryFolder(), 'Anfrage.csv');
  writeFileSync(path, content);
  const { tables } = await readTables(path);
  return tables[0]?.rows.map(({ cells }) => cells) ?? [];
};

const table = [
  ['Nr', 'Prüfung', 'Größe in €'],
  ['1.10', 'Konten', 'Übersicht'],
];
const text = table.map((cells) => cells.join(';')).join('\r\n');
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const windows1252 = Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');

describe('a text file of questions', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 of the other byte order', swapped(Buffer.from(text, 'utf16le'))],
    ['UTF-16 of the other byte order with a mark', swapped(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['Windows-1252', windows1252],
  ])('is read in %s', async (_encoding, bytes) => {
    expect(await cellsOf(bytes)).toEqual(table);
  });

  it('is read in ISO-8859-1', async () => {
    expect(await cellsOf(Buffer.from('Nr;Größe\n1;Überblick', 'latin1'))).toEqual([
      ['Nr', 'Größe'],
      ['1', 'Überblick'],
    ]);
  });

  it.each([',', ';', '\t', '|'])('may part its cells by %j', async (separator) => {
    const rows = [
      ['No', 'Question'],
      ['1.1', 'List users; all, with | roles'],
      ['1.2', 'Second'],
    ];
    const quoted = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(separator)).join('\n');
    expect(await cellsOf(`Data request, 2025\n\n${quoted}\n`)).toEqual([
      separator === ',' ? ['Data request', '2025'] : ['Data request, 2025'],
      ...rows,
    ]);
  });

  it('says its separator in a first line that Excel writes and hides', async () => {
    expect(await cellsOf('sep=|\r\na|b;c\r\n1|2;3')).toEqual([
      ['a', 'b;c'],
      ['1', '2;3'],
    ]);
  });

  it('may hold line ends and quotes in a cell; its rows are counted, not its lines', async () => {
    const path = join(temporaryFolder(), 'a.csv');
    writeFileSync(path, 'No,Question\n\n1,"List ""all""\nusers"\n\n2,Next\n');
    const { tables } = await readTables(path);
    expect(tables).toEqual([
      {
        name: 'a',
        rows: [
          { row: 1, cells: ['No', 'Question'] },
          { row: 3, cells: ['1', 'List "all"\nusers'] },
          { row: 5, cells: ['2', 'Next'] },
        ],
      },
    ]);
  });

  it('is refused where a quotation mark never closes, which would swallow its lines', async () => {
    await expect(cellsOf('No,Question\n1,"List users\n2,Next\n3,Last\n')).rejects.toThrow(/row 2 never closes/);
  });

  it('may be one column', async () => {
    expect(await cellsOf('Question\nList users\nList roles\n')).toEqual([['Question'], ['List users'], ['List roles']]);
  });
});
