import { existsSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../main/evidence/evidence-format';
import { createHistogram, decimalWidths } from '../../../../main/evidence/views/histogram';
import { type ColumnSummary, summarise } from '../../../../main/evidence/views/summary';
import { createValueCounts } from '../../../../main/evidence/views/value-counts';
import { changeCell, expectSuccess, seededRandom, temporaryFolder, writeEvidence } from '../support';

const summaryOf = async (rows: Cell[][], types: string[]) => {
  const columns = types.map((type, position) => ({ name: `c${position}`, type }));
  const { file, sealed } = await writeEvidence(temporaryFolder(), rows, columns);
  const input = { file, sha256: sealed.sha256 ?? '', types };
  const summary = expectSuccess(await summarise(input, {}));
  return { ...summary, input, file };
};

const columnOf = async (cells: Cell[], type: string): Promise<ColumnSummary> => {
  const { columns } = await summaryOf(
    cells.map((cell) => [cell, 'x']),
    [type, 'text'],
  );
  return columns[0] as ColumnSummary;
};

describe('the summary of a column', () => {
  it('counts as SQLite does', async () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const random = seededRandom(seed);
      const words = ['', 'a', 'Ä', 'zz', '😀😀', 'a,b', 'x'.repeat(300)];
      const cells: Cell[] = Array.from({ length: 900 }, () =>
        random() < 0.2 ? null : (words[Math.floor(random() * words.length)] ?? null),
      );
      const db = new Database(':memory:');
      db.exec('CREATE TABLE t (c TEXT)');
      for (const cell of cells) db.prepare('INSERT INTO t VALUES (?)').run(cell);
      const expected = db
        .prepare(
          `SELECT count(*) AS count, count(*) - count(c) AS nullCount, sum(c = '') AS emptyCount,
             count(DISTINCT c) AS distinctCount, min(c) AS minimum, max(c) AS maximum, min(length(c)) AS shortest,
             max(length(c)) AS longest FROM t`,
        )
        .get();
      const top = db
        .prepare('SELECT count(*) AS count FROM t WHERE c IS NOT NULL GROUP BY c ORDER BY 1 DESC')
        .pluck()
        .all();
      const column = await columnOf(cells, 'text');
      expect(column).toMatchObject({ ...(expected as object), distinctExact: true, topExact: true, kind: 'text' });
      expect(column.topValues.map(({ count }) => count)).toEqual(top);
    }
  });

  it('has exact extremes of numbers that no double tells apart', async () => {
    const column = await columnOf(
      ['9007199254740993', '9007199254740992', '-0.10', '-0.1000000000000000000001', null],
      'numeric',
    );
    expect(column).toMatchObject({
      kind: 'number',
      minimum: '-0.1000000000000000000001',
      maximum: '9007199254740993',
      otherCount: 0,
      nullCount: 1,
    });
  });

  it('has extremes of dates by moment, and counts what is no date', async () => {
    const column = await columnOf(
      ['2024-01-01 00:30:00 +01:00', '2023-12-31 23:45:00Z', 'never', ''],
      'datetimeoffset',
    );
    expect(column).toMatchObject({
      kind: 'date',
      minimum: '2024-01-01 00:30:00 +01:00',
      maximum: '2023-12-31 23:45:00Z',
      otherCount: 2,
      emptyCount: 1,
    });
    expect(column.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it('is one of numbers where the type is not known and all cells are numbers', async () => {
    expect(await columnOf(['1', '20', null], '')).toMatchObject({ kind: 'number', minimum: '1', maximum: '20' });
    expect(await columnOf(['1', '20', 'n/a'], '')).toMatchObject({ kind: 'text', maximum: 'n/a', distribution: [] });
    expect(await columnOf([null], '')).toMatchObject({ kind: 'text', minimum: null, shortest: null });
  });

  it('is kept beside the evidence, and made again where it is missing, damaged or another’s', async () => {
    const { input, file, columns } = await summaryOf([['1'], ['2']], ['integer']);
    const kept = `${file}.summary`;
    expect(existsSync(kept)).toBe(true);
    for (const content of ['', '{}', '{"version":2,"sha256":"x","types":["integer"],"summary":{}}']) {
      writeFileSync(kept, content);
      expect(expectSuccess(await summarise(input, {})).columns).toEqual(columns);
    }
    rmSync(kept);
    expect(expectSuccess(await summarise(input, {})).columns).toEqual(columns);
    expect(expectSuccess(await summarise({ ...input, types: ['text'] }, {})).columns[0]?.kind).toBe('text');
  });

  it('is of the sealed bytes only, also where one is kept', async () => {
    const { input, file } = await summaryOf([['1'], ['2']], ['integer']);
    changeCell(file, '2', '7');
    expect(await summarise(input, {})).toMatchObject({ error: { code: 'EVIDENCE_DAMAGED' } });
    rmSync(`${file}.summary`);
    expect(await summarise(input, {})).toMatchObject({ error: { code: 'EVIDENCE_DAMAGED' } });
    expect(existsSync(`${file}.summary`)).toBe(false);
  });

  it('can be given up', async () => {
    const { input, file } = await summaryOf([['1']], ['integer']);
    rmSync(`${file}.summary`);
    expect(await summarise(input, { signal: AbortSignal.abort() })).toMatchObject({ error: { code: 'CANCELLED' } });
  });
});

describe('many different values', () => {
  const counted = (values: Iterable<string>, capacity: number) => {
    const counts = createValueCounts(capacity);
    for (const value of values) counts.add(value);
    return counts;
  };

  it.each([2_000, 50_000, 400_000])('are estimated within 3 %% where they are %i', (distinct) => {
    function* values() {
      for (let value = 0; value < distinct; value += 1) yield `user${value}@example.org`;
    }
    const found = counted(values(), 1_000).distinct();
    expect(found.exact).toBe(false);
    expect(Math.abs(found.count - distinct) / distinct).toBeLessThan(0.03);
  });

  it('leave the frequent ones on top, with lower bounds of their counts', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 200_000 }, (_, at) =>
      random() < 0.3 ? `often${Math.floor(random() * 3)}` : `once${at}`,
    );
    const { values: top, exact } = counted(values, 1_000).top(3);
    expect(exact).toBe(false);
    expect(top.map(({ value }) => value).sort()).toEqual(['often0', 'often1', 'often2']);
    for (const { value, count } of top) {
      const actual = values.filter((each) => each === value).length;
      expect(count).toBeLessThanOrEqual(actual);
      // One of each kept value is given up for every 1,001 cells at most.
      expect(count).toBeGreaterThanOrEqual(actual - 200);
    }
  });
});

describe('a histogram', () => {
  it('has few bins, without a gap, that hold each value in its place', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seededRandom(seed);
      const scale = 10 ** Math.floor(random() * 12 - 4);
      const values = Array.from({ length: 500 }, () => Math.round((random() - 0.3) * scale * 1e4) / 1e4);
      const histogram = createHistogram(decimalWidths, -18);
      for (const value of values) histogram.add(value);
      const bins = histogram.bins();
      expect(bins.length).toBeLessThanOrEqual(50);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(500);
      const width = (bins[0]?.to ?? 0) - (bins[0]?.from ?? 0);
      const near = width / 1e6;
      for (const [position, { from, to, count }] of bins.entries()) {
        if (position > 0) expect(Math.abs(from - (bins[position - 1]?.to ?? 0))).toBeLessThan(near);
        // A value on the edge of a bin may be counted on either side: bins are a picture.
        const inside = values.filter((value) => value > from + near && value < to - near).length;
        const around = values.filter((value) => value >= from - near && value <= to + near).length;
        expect(count).toBeGreaterThanOrEqual(inside);
        expect(count).toBeLessThanOrEqual(around);
      }
    }
  });
});
