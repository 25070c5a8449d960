import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../main/evidence/evidence-format';
import { readRows, verifyEvidence } from '../../../main/evidence/evidence-reader';
import { expectSuccess, randomRows, seededRandom, temporaryFolder, textColumns, writeEvidence } from './support';

const page = async (file: string, offset: number, limit: number) =>
  expectSuccess(await readRows(file, { offset, limit }));

describe('readRows', () => {
  it('reads back any page of random rows exactly', async () => {
    const rows = randomRows(42, 60_000, 6);
    const { file } = await writeEvidence(temporaryFolder(), rows);
    const random = seededRandom(5);
    const offsets = [0, 1, 999, 1_000, 59_990, ...Array.from({ length: 30 }, () => Math.floor(random() * 60_000))];
    for (const offset of offsets) {
      const read = await page(file, offset, 25);
      expect(read.rows).toEqual(rows.slice(offset, offset + 25));
      expect(read.total).toBe(60_000);
    }
  });

  it('answers an empty page behind the last row', async () => {
    const { file } = await writeEvidence(temporaryFolder(), [['a'], ['b']]);
    expect(await page(file, 2, 10)).toMatchObject({ rows: [], total: 2 });
    expect(await page(file, 99, 10)).toMatchObject({ rows: [], total: 2 });
    expect(await page(file, 1, 10)).toMatchObject({ rows: [['b']], total: 2 });
  });

  it.each<[string, Cell[][]]>([
    ['rows of a single NULL', [[null], [null], ['x'], [null]]],
    [
      'NULL beside the empty string',
      [
        [null, ''],
        ['', null],
        ['', ''],
      ],
    ],
    ['2,000 columns', randomRows(9, 3, 2_000)],
    ['rows without columns', [[], [], []]],
    ['one cell of many chunks', [['a'], ['"\n'.repeat(400_000)], ['b']]],
  ])('reads back %s', async (_, rows) => {
    const { file } = await writeEvidence(temporaryFolder(), rows);
    const read = await page(file, 0, 100);
    expect(read.rows).toEqual(rows);
    expect(read.columns).toHaveLength(rows[0]?.length ?? 0);
    expect((await page(file, rows.length - 1, 1)).rows).toEqual(rows.slice(-1));
  });

  it('reads back the columns of an empty result', async () => {
    const names = ['id', 'a,b', '', 'say "hi"', 'id'];
    const columns = names.map((name) => ({ name, type: 'text' }));
    const { file } = await writeEvidence(temporaryFolder(), [], columns);
    expect(await page(file, 0, 10)).toEqual({ columns: names, rows: [], total: 0 });
  });

  it('ends a page early rather than hold hundreds of megabytes', async () => {
    const rows = Array.from({ length: 6 }, () => ['x'.repeat(10_000_000)]);
    const { file } = await writeEvidence(temporaryFolder(), rows);
    expect((await page(file, 0, 6)).rows).toHaveLength(4);
    expect((await page(file, 4, 6)).rows).toHaveLength(2);
  });

  describe('without a good index', () => {
    const rows = randomRows(4, 20_000, 5);
    const damage: [string, (index: string) => void][] = [
      ['missing', (index) => rmSync(index)],
      ['empty', (index) => writeFileSync(index, '')],
      ['cut short', (index) => writeFileSync(index, readFileSync(index).subarray(0, -9))],
      ['of another file', (index) => writeFileSync(index, Buffer.alloc(200, 1))],
      [
        'changed in one byte',
        (index) => {
          const bytes = readFileSync(index);
          bytes[40] = (bytes[40] ?? 0) ^ 1;
          writeFileSync(index, bytes);
        },
      ],
    ];

    it.each(damage)('rebuilds one that is %s, and shows the right rows', async (_, damageIndex) => {
      const { file } = await writeEvidence(temporaryFolder(), rows);
      const index = `${file}.index`;
      const good = readFileSync(index);
      damageIndex(index);
      const [first, second] = await Promise.all([page(file, 19_990, 5), page(file, 10, 5)]);
      expect(first.rows).toEqual(rows.slice(19_990, 19_995));
      expect(second.rows).toEqual(rows.slice(10, 15));
      expect(readFileSync(index).equals(good)).toBe(true);
    });
  });

  it('reads only what a page needs: damage elsewhere is not met', async () => {
    const { file } = await writeEvidence(temporaryFolder(), randomRows(4, 30_000, 5));
    const bytes = readFileSync(file);
    bytes.fill('"', 300_000, 300_010);
    rmSync(file);
    writeFileSync(file, bytes);
    expect((await page(file, 29_000, 10)).rows).toHaveLength(10);
  });

  it('answers EVIDENCE_DAMAGED where the page is no CSV any more', async () => {
    const { file } = await writeEvidence(temporaryFolder(), [['a'], ['b'], ['c']]);
    rmSync(file);
    writeFileSync(file, 'column 1\na\n"b\nc');
    expect(await readRows(file, { offset: 0, limit: 3 })).toMatchObject({
      ok: false,
      error: { code: 'EVIDENCE_DAMAGED', hint: expect.stringContaining('backup') },
    });
  });

  it('answers EVIDENCE_DAMAGED where the file is missing', async () => {
    const { file } = await writeEvidence(temporaryFolder(), [['a']]);
    rmSync(file);
    expect(await readRows(file, { offset: 0, limit: 3 })).toMatchObject({ error: { code: 'EVIDENCE_DAMAGED' } });
    expect(existsSync(file)).toBe(false);
  });
});

describe('verifyEvidence', () => {
  it('accepts the bytes that were sealed', async () => {
    const { file, sealed } = await writeEvidence(temporaryFolder(), randomRows(8, 5_000, 5));
    expect(expectSuccess(await verifyEvidence(file, sealed.sha256 ?? ''))).toEqual({ bytes: sealed.bytes });
  });

  it('refuses a file in which one bit was changed', async () => {
    const { file, sealed } = await writeEvidence(temporaryFolder(), [['salary'], ['100']], textColumns(1));
    const bytes = readFileSync(file);
    bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
    rmSync(file);
    writeFileSync(file, bytes);
    const verified = await verifyEvidence(file, sealed.sha256 ?? '');
    expect(verified).toMatchObject({ ok: false, error: { code: 'EVIDENCE_DAMAGED' } });
    expect(JSON.stringify(verified)).toContain('result.csv');
  });

  it('refuses a file that is gone', async () => {
    const { file, sealed } = await writeEvidence(temporaryFolder(), [['a']]);
    rmSync(file);
    expect(await verifyEvidence(file, sealed.sha256 ?? '')).toMatchObject({ error: { code: 'EVIDENCE_DAMAGED' } });
  });
});
