import { chmodSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../main/evidence/evidence-format';
import type { RowCondition } from '../../../../main/evidence/views/row-filter';
import { type RowSort, type RowViewInput, readRowView } from '../../../../main/evidence/views/row-view';
import { expectSuccess, randomRows, seededRandom, temporaryFolder, writeEvidence } from '../support';

const columns = [
  { name: 'id', type: 'integer' },
  { name: 'amount', type: 'bigint' },
  { name: 'name', type: 'text' },
  { name: 'at', type: 'timestamp' },
];
const names = ['Zürich', 'zürich', '', 'a,b', 'say "no"', 'line\nend', 'Ärger', '😀', 'a', 'B', 'ΟΔΟΣ', 'οδοσα'];

/** Rows with many equal values, NULLs, empty texts and integers that no double holds. */
const auditRows = (seed: number, count: number): Cell[][] => {
  const random = seededRandom(seed);
  const pick = (rest: Cell): Cell => (random() < 0.1 ? null : rest);
  return Array.from({ length: count }, (_, row) => [
    String(row),
    pick(String(9007199254740990n + BigInt(Math.floor(random() * 12)) * (random() < 0.5 ? 1n : -1n))),
    pick(names[Math.floor(random() * names.length)] ?? null),
    pick(new Date(Math.floor(random() * 4) * 86_400_000 + 1.7e12).toISOString().slice(0, 19).replace('T', ' ')),
  ]);
};

const openView = async (rows: Cell[][]) => {
  const folder = temporaryFolder();
  const { file, sealed } = await writeEvidence(folder, rows, columns);
  const scratchFolder = join(folder, 'views');
  const input = (asked: Partial<RowViewInput>): RowViewInput => ({
    file,
    sha256: sealed.sha256 ?? '',
    types: columns.map(({ type }) => type),
    scratchFolder,
    sort: [],
    filter: {},
    offset: 0,
    limit: 10_000,
    ...asked,
  });
  const read = async (asked: Partial<RowViewInput>) => expectSuccess(await readRowView(input(asked), {}));
  return { file, scratchFolder, input, read };
};

/** The same rows in SQLite, asked for the numbers of rows. */
const openOracle = (rows: Cell[][]) => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE rows (id INTEGER, amount INTEGER, name TEXT, at TEXT) STRICT');
  const insert = db.prepare('INSERT INTO rows VALUES (?, ?, ?, ?)');
  for (const [id, amount, name, at] of rows)
    insert.run(Number(id), amount === null ? null : BigInt(amount ?? 0), name, at);
  return (sql: string, ...values: unknown[]) =>
    db
      .prepare(`SELECT id FROM rows ${sql}`)
      .pluck()
      .all(...values) as number[];
};

const orderBy = (sort: readonly RowSort[]) =>
  sort
    .map(({ column, direction }) => `${columns[column]?.name} ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`)
    .concat('id')
    .join(', ');

const randomSort = (random: () => number): RowSort[] =>
  [1, 2, 3]
    .toSorted(() => random() - 0.5)
    .slice(0, 1 + Math.floor(random() * 3))
    .map((column) => ({ column, direction: random() < 0.5 ? 'ascending' : 'descending' }));

describe('rows sorted and filtered', () => {
  it('are in the order that SQLite gives them, for any columns and directions', async () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const rows = auditRows(seed, 600);
      const { read } = await openView(rows);
      const oracle = openOracle(rows);
      const random = seededRandom(seed);
      for (let round = 0; round < 6; round += 1) {
        const sort = randomSort(random);
        const page = await read({ sort });
        expect(page.rowNumbers, JSON.stringify({ seed, sort })).toEqual(oracle(`ORDER BY ${orderBy(sort)}`));
        expect(page.rows).toEqual(page.rowNumbers.map((row) => rows[row]));
        expect(page.total).toBe(rows.length);
      }
    }
  });

  it('are sorted by texts of any length in several columns', async () => {
    const long = 'x'.repeat(990);
    const rows = ['b', 'a', 'c', 'a'].map((end, row): Cell[] => [`${row}`, null, `${long}${end}`, `${long}${row}`]);
    const { read } = await openView(rows);
    const sort: RowSort[] = [2, 3, 2, 3, 2, 3].map((column) => ({ column, direction: 'ascending' }));
    expect((await read({ sort })).rowNumbers).toEqual([1, 3, 0, 2]);
    const last: RowSort = { column: 3, direction: 'descending' };
    expect((await read({ sort: [...sort.slice(0, 1), last] })).rowNumbers).toEqual([3, 1, 0, 2]);
  });

  const conditions: [string, RowCondition, string, unknown[]][] = [
    ['null', { column: 2, test: 'is-null' }, 'name IS NULL', []],
    ['not null', { column: 2, test: 'is-not-null' }, 'name IS NOT NULL', []],
    ['an empty text, which is not NULL', { column: 2, test: 'equals', value: '' }, "name = ''", []],
    ['an equal text', { column: 2, test: 'equals', value: 'say "no"' }, `name = 'say "no"'`, []],
    ['an equal number', { column: 1, test: 'equals', value: '9007199254740993.0' }, 'amount = 9007199254740993', []],
    ['a greater number', { column: 1, test: 'greater', value: '9007199254740992' }, 'amount > 9007199254740992', []],
    ['a smaller number', { column: 1, test: 'less', value: '9007199254740985.5' }, 'amount <= 9007199254740985', []],
    ['a later date', { column: 3, test: 'greater', value: '2023-11-15' }, "at > '2023-11-15'", []],
    ['an earlier moment', { column: 3, test: 'less', value: '2023-11-15T23:00:00Z' }, "at < '2023-11-15 23:00:00'", []],
    ['a greater text', { column: 2, test: 'greater', value: 'a' }, "name > 'a'", []],
    ['a part of a text', { column: 2, test: 'contains', value: 'RICH' }, "name LIKE '%rich%'", []],
    ['a beginning', { column: 2, test: 'starts-with', value: 'A' }, "name LIKE 'a%'", []],
  ];

  it.each(conditions)('filter by %s', async (_, condition, where, values) => {
    const rows = auditRows(7, 800);
    const { read } = await openView(rows);
    const expected = openOracle(rows)(`WHERE ${where} ORDER BY id`, ...values);
    const page = await read({ filter: { conditions: [condition] } });
    expect(page.rowNumbers).toEqual(expected);
    expect(page.total).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('filter by all conditions at once, and sort what is left', async () => {
    const rows = auditRows(8, 800);
    const { read } = await openView(rows);
    const sort: RowSort[] = [{ column: 3, direction: 'descending' }];
    const page = await read({
      sort,
      filter: {
        text: 'rich',
        conditions: [
          { column: 1, test: 'greater', value: '0' },
          { column: 3, test: 'is-not-null' },
        ],
      },
    });
    const where = `WHERE name LIKE '%rich%' AND amount > 0 AND at IS NOT NULL ORDER BY ${orderBy(sort)}`;
    expect(page.rowNumbers).toEqual(openOracle(rows)(where));
  });

  it('finds a text in any cell as it reads, not as it is written in the file', async () => {
    const rows = [
      ['1', '2', 'say "no"', null],
      ['3', '4', 'a,b', '2024-01-01'],
      ['5', '6', 'line\nend', null],
      ['7', '8', 'ΟΔΟΣ', null],
      ['9', '10', 'οδοσα', null],
    ];
    const { read } = await openView(rows);
    const found = async (text: string) => (await read({ filter: { text } })).rowNumbers;
    expect(await found('"NO"')).toEqual([0]);
    expect(await found('""')).toEqual([]);
    expect(await found('A,b')).toEqual([1]);
    // A comma between two cells is no text.
    expect(await found('1,2')).toEqual([]);
    expect(await found('\nend')).toEqual([2]);
    expect(await found('οδος')).toEqual([3, 4]);
  });

  it('come in pages that join without a gap, from one scratch file', async () => {
    const rows = auditRows(9, 1_000);
    const { read, scratchFolder } = await openView(rows);
    const sort: RowSort[] = [{ column: 2, direction: 'ascending' }];
    const whole = await read({ sort });
    const pages = [];
    for (let offset = 0; offset < 1_010; offset += 70) pages.push(await read({ sort, offset, limit: 70 }));
    expect(pages.flatMap((page) => page.rowNumbers)).toEqual(whole.rowNumbers);
    expect(readdirSync(scratchFolder)).toHaveLength(1);
  });

  it('handle any text, width and chunk border as the CSV reader does', async () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const rows = randomRows(seed, 300, columns.length);
      const { read } = await openView(rows);
      expect((await read({ filter: { conditions: [{ column: 0, test: 'is-not-null' }] } })).rows).toEqual(
        rows.filter(([first]) => first !== null),
      );
    }
  });

  it('read records longer than a batch', async () => {
    const long = 'ab"c\n'.repeat(200_000);
    const rows: Cell[][] = [
      ['1', null, 'b', null],
      ['2', null, long, null],
      ['3', null, 'a', null],
    ];
    const { read } = await openView(rows);
    expect((await read({ sort: [{ column: 2, direction: 'ascending' }] })).rowNumbers).toEqual([2, 1, 0]);
    expect((await read({ filter: { text: 'C\nAB"C' } })).rows[0]?.[2]).toBe(long);
  });

  it('refuse a value that its column can’t be compared with', async () => {
    const { input } = await openView(auditRows(1, 5));
    const ask = (condition: RowCondition) => readRowView(input({ filter: { conditions: [condition] } }), {});
    expect(await ask({ column: 1, test: 'greater', value: 'many' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', message: expect.stringContaining('“many” is no number') },
    });
    expect(await ask({ column: 3, test: 'less', value: 'today' })).toMatchObject({ ok: false });
  });

  it('can be given up, leave nothing behind, and be asked for again', async () => {
    const rows = auditRows(2, 20_000);
    const { input, scratchFolder } = await openView(rows);
    const controller = new AbortController();
    const asked = input({ sort: [{ column: 1, direction: 'ascending' }] });
    const given = readRowView(asked, { signal: controller.signal });
    controller.abort();
    const again = readRowView(asked, {});
    expect(await given).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(expectSuccess(await again).total).toBe(20_000);
    expect(readdirSync(scratchFolder)).toHaveLength(1);
  });

  it('say that the evidence is damaged', async () => {
    const { file, input } = await openView(auditRows(3, 50));
    chmodSync(file, 0o600);
    truncateSync(file, statSync(file).size - 3);
    expect(await readRowView(input({ filter: { text: 'a' } }), {})).toMatchObject({
      ok: false,
      error: { code: 'EVIDENCE_DAMAGED' },
    });
  });

  it('keep a bounded number of scratch files', async () => {
    const { read, scratchFolder } = await openView(auditRows(4, 20));
    for (let number = 0; number < 20; number += 1) await read({ filter: { text: String(number) } });
    expect(readdirSync(scratchFolder).length).toBeLessThanOrEqual(12);
  });
});
