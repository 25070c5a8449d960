import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../main/evidence/evidence-format';
import { type CompareInput, compareEvidence } from '../../../../main/evidence/views/compare';
import { exportComparison } from '../../../../main/evidence/views/export-comparison';
import { changeCell, expectSuccess, seededRandom, temporaryFolder, writeEvidence } from '../support';

interface Table {
  columns: string[];
  rows: Cell[][];
}

const openPair = async (left: Table, right: Table) => {
  const write = async ({ columns, rows }: Table) => {
    const described = columns.map((name) => ({ name, type: 'text' }));
    const { file, sealed } = await writeEvidence(temporaryFolder(), rows, described);
    return { file, sha256: sealed.sha256 ?? '' };
  };
  const scratchFolder = join(temporaryFolder(), 'views');
  const input = { left: await write(left), right: await write(right), scratchFolder, offset: 0, limit: 10_000 };
  return {
    scratchFolder,
    input,
    leftFile: input.left.file,
    compare: (key: string[], asked: Partial<CompareInput> = {}) => compareEvidence({ ...input, key, ...asked }, {}),
  };
};

/** The same comparison by the plainest means: maps of lists in memory. */
const expectedDifference = (left: Table, right: Table, key: readonly string[]) => {
  const common = left.columns.filter((name) => right.columns.includes(name));
  const keyColumns = key.length > 0 ? key : common;
  const project = ({ columns, rows }: Table, names: readonly string[]) =>
    rows.map((cells) => JSON.stringify(names.map((name) => cells[columns.indexOf(name)])));
  const group = (keys: string[], contents: string[]) => {
    const groups = new Map<string, { row: number; content: string }[]>();
    for (const [row, each] of keys.entries()) {
      groups.set(each, [...(groups.get(each) ?? []), { row: row + 1, content: contents[row] ?? '' }]);
    }
    return groups;
  };
  const ofLeft = group(project(left, keyColumns), project(left, common));
  const ofRight = group(project(right, keyColumns), project(right, common));
  const found = { same: 0, onlyLeft: [] as number[], onlyRight: [] as number[], changed: [] as [number, number][] };
  for (const each of new Set([...ofLeft.keys(), ...ofRight.keys()])) {
    const restLeft: number[] = [];
    const restRight = [...(ofRight.get(each) ?? [])];
    for (const { row, content } of ofLeft.get(each) ?? []) {
      const equal = restRight.findIndex((other) => other.content === content);
      if (equal === -1) restLeft.push(row);
      else restRight.splice(equal, 1);
      found.same += equal === -1 ? 0 : 1;
    }
    for (const row of restLeft) {
      const partner = restRight.shift();
      if (partner) found.changed.push([row, partner.row]);
      else found.onlyLeft.push(row);
    }
    found.onlyRight.push(...restRight.map(({ row }) => row));
  }
  const ascending = (a: number, b: number) => a - b;
  return {
    same: found.same,
    onlyLeft: found.onlyLeft.sort(ascending),
    onlyRight: found.onlyRight.sort(ascending),
    changed: found.changed.sort(([a], [b]) => a - b),
    duplicateKeys: {
      left: [...ofLeft.values()].filter(({ length }) => length > 1).length,
      right: [...ofRight.values()].filter(({ length }) => length > 1).length,
    },
  };
};

const randomTable = (random: () => number, columns: string[]): Table => {
  const cell = (): Cell =>
    random() < 0.1 ? null : random() < 0.1 ? '' : (['a', 'b,', 'c"', '1:a', 'n'][Math.floor(random() * 5)] ?? null);
  return {
    columns,
    rows: Array.from({ length: Math.floor(random() * 120) }, () =>
      columns.map((name) => (name === 'id' ? String(Math.floor(random() * 60)) : cell())),
    ),
  };
};

describe('two pieces of evidence compared', () => {
  it('differ as an independent comparison says: any key, repeated keys, NULLs, missing columns', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const left = randomTable(random, ['id', 'name', 'state']);
      const right = randomTable(random, seed % 3 === 0 ? ['state', 'extra', 'id'] : ['state', 'name', 'id']);
      const key = [['id'], [], ['id', 'state'], ['state']][seed % 4] ?? [];
      const { compare } = await openPair(left, right);
      const found = expectSuccess(await compare(key));
      const seen = {
        same: found.same,
        onlyLeft: found.onlyLeft.rows.map(({ rowNumber }) => rowNumber),
        onlyRight: found.onlyRight.rows.map(({ rowNumber }) => rowNumber),
        changed: found.changed.rows.map((row) => [row.left.rowNumber, row.right.rowNumber]),
        duplicateKeys: found.duplicateKeys,
      };
      const expected = expectedDifference(left, right, key);
      // Which of several rows alike is left over is arbitrary; how many, and which content, is not.
      const numbers = ({ changed, onlyLeft, onlyRight, ...rest }: typeof seen | typeof expected) => ({
        ...rest,
        totals: [changed.length, onlyLeft.length, onlyRight.length],
      });
      expect(numbers(seen), `seed ${seed}`).toEqual(numbers(expected));
      const cellsOf = (table: Table, rows: readonly number[]) =>
        rows.map((row) => JSON.stringify(table.rows[row - 1])).sort();
      if (key.length > 0 && expected.duplicateKeys.left + expected.duplicateKeys.right === 0) {
        expect(seen).toEqual(expected);
      } else if (key.length === 0) {
        expect(cellsOf(left, seen.onlyLeft).length).toBe(expected.onlyLeft.length);
      }
      for (const { left: one, right: other, changedColumns } of found.changed.rows) {
        for (const [position, column] of found.columns.entries()) {
          const onLeft = column.left === null ? null : left.rows[one.rowNumber - 1]?.[column.left];
          const onRight = column.right === null ? null : right.rows[other.rowNumber - 1]?.[column.right];
          expect([one.cells[position], other.cells[position]]).toEqual([onLeft, onRight]);
          const comparable = column.left !== null && column.right !== null;
          expect(changedColumns.includes(position)).toBe(comparable && onLeft !== onRight);
        }
      }
    }
  });

  it('name the columns that only one side has, and compare the others', async () => {
    const left = {
      columns: ['id', 'old', 'name'],
      rows: [
        ['1', 'x', 'a'],
        ['2', 'x', 'b'],
      ],
    };
    const right = {
      columns: ['name', 'id', 'new'],
      rows: [
        ['a', '1', 'y'],
        ['B', '2', 'y'],
      ],
    };
    const found = expectSuccess(await (await openPair(left, right)).compare(['id']));
    expect(found.columns).toEqual([
      { name: 'id', left: 0, right: 1 },
      { name: 'name', left: 2, right: 0 },
      { name: 'old', left: 1, right: null },
      { name: 'new', left: null, right: 2 },
    ]);
    expect(found.same).toBe(1);
    expect(found.changed.rows).toEqual([
      {
        left: { rowNumber: 2, cells: ['2', 'b', 'x', null] },
        right: { rowNumber: 2, cells: ['2', 'B', null, 'y'] },
        changedColumns: [1],
      },
    ]);
  });

  it('tell NULL from the empty text, and a cell’s end from the next cell’s beginning', async () => {
    const left = {
      columns: ['a', 'b'],
      rows: [
        [null, 'x'],
        ['1:a', 'b'],
        ['1', '12:x'],
      ],
    };
    const right = {
      columns: ['a', 'b'],
      rows: [
        ['', 'x'],
        ['1:', 'ab'],
        ['11', '2:x'],
      ],
    };
    const found = expectSuccess(await (await openPair(left, right)).compare([]));
    expect(found).toMatchObject({ same: 0, onlyLeft: { total: 3 }, onlyRight: { total: 3 }, changed: { total: 0 } });
  });

  it('pair the rows of a repeated key in the order of the files', async () => {
    const columns = ['id', 'v'];
    const left = {
      columns,
      rows: [
        ['1', 'a'],
        ['1', 'b'],
        ['1', 'c'],
        ['1', 'd'],
      ],
    };
    const right = {
      columns,
      rows: [
        ['1', 'z'],
        ['1', 'b'],
        ['1', 'y'],
      ],
    };
    const found = expectSuccess(await (await openPair(left, right)).compare(['id']));
    expect(found.changed.rows.map((row) => [row.left.rowNumber, row.right.rowNumber])).toEqual([
      [1, 1],
      [3, 3],
    ]);
    expect(found.onlyLeft.rows).toEqual([{ rowNumber: 4, cells: ['1', 'd'] }]);
    expect(found).toMatchObject({ same: 1, duplicateKeys: { left: 1, right: 1 } });
  });

  it('come in pages that join, from one scratch file that is made once', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, row) => [String(row), String(count)]);
    const pair = await openPair({ columns: ['id', 'v'], rows: rows(500) }, { columns: ['id', 'v'], rows: rows(300) });
    const whole = expectSuccess(await pair.compare(['id']));
    expect(whole).toMatchObject({ fresh: true, changed: { total: 300 }, onlyLeft: { total: 200 } });
    const pages = [];
    for (let offset = 0; offset < 300; offset += 70) {
      pages.push(expectSuccess(await pair.compare(['id'], { offset, limit: 70 })));
    }
    expect(pages.flatMap(({ changed }) => changed.rows)).toEqual(whole.changed.rows);
    expect(pages.flatMap(({ onlyLeft }) => onlyLeft.rows)).toEqual(whole.onlyLeft.rows);
    expect(pages.every(({ fresh }) => !fresh)).toBe(true);
    expect(readdirSync(pair.scratchFolder)).toHaveLength(1);
  });

  it('are those of the sealed bytes: another byte is refused, also after a comparison was made', async () => {
    const { compare, leftFile } = await openPair(
      { columns: ['id'], rows: [['1'], ['2']] },
      { columns: ['id'], rows: [['1'], ['2']] },
    );
    expect(expectSuccess(await compare(['id']))).toMatchObject({ same: 2 });
    changeCell(leftFile, '2', '7');
    expect(await compare(['id'])).toMatchObject({ ok: false, error: { code: 'EVIDENCE_DAMAGED' } });
  });

  it('refuse a key that not both have, and evidence without a common column', async () => {
    const pair = await openPair({ columns: ['a', 'b'], rows: [] }, { columns: ['a'], rows: [] });
    expect(await pair.compare(['b'])).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fieldErrors: { key: expect.stringContaining('“b”') } },
    });
    const strangers = await openPair({ columns: ['a'], rows: [] }, { columns: ['b'], rows: [] });
    expect(await strangers.compare([])).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
  });

  it('is saved with every row that differs, on which side it stands and what changed in it', async () => {
    const columns = ['id', 'name'];
    const left = {
      columns,
      rows: [
        ['1', 'Ada'],
        ['2', 'Bob'],
        ['3', null],
      ],
    };
    const right = {
      columns: [...columns, 'since'],
      rows: [
        ['1', 'Ada', 'x'],
        ['3', '', 'y'],
        ['4', 'Eve, E.', 'z'],
      ],
    };
    const { input } = await openPair(left, right);
    const folder = temporaryFolder();
    const target = join(folder, 'comparison.csv');
    const order = { ...input, key: ['id'], runs: { left: 7, right: 9 }, target };
    const written = expectSuccess(await exportComparison(order));
    const bytes = readFileSync(target);
    expect(bytes.toString().split('\n')).toEqual([
      'difference,run,row_number,changed_columns,id,name,since',
      'changed,7,3,name,3,,',
      'changed,9,2,name,3,"",y',
      'only left,7,2,"",2,Bob,',
      'only right,9,3,"",4,"Eve, E.",z',
      '',
    ]);
    expect(written).toEqual({ rows: 4, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(readdirSync(folder)).toEqual(['comparison.csv']);
  });

  it('is saved whole where it has many pages, and not at all by a column that is not there', async () => {
    const rows = Array.from({ length: 2_345 }, (_, row) => [String(row)]);
    const { input } = await openPair({ columns: ['id'], rows }, { columns: ['id'], rows: [['0']] });
    const target = join(temporaryFolder(), 'comparison.csv');
    const order = { ...input, key: ['id'], runs: { left: 1, right: 2 }, target };
    expect(expectSuccess(await exportComparison(order)).rows).toBe(2_344);
    const elsewhere = { ...order, key: ['nothing'], target: `${target}.other` };
    expect(await exportComparison(elsewhere)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    expect(existsSync(elsewhere.target)).toBe(false);
  });
});
