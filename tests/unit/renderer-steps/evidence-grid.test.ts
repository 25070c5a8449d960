import { describe, expect, it } from 'vitest';
import type { Result, Value } from '../../../preload/contract';
import { columnStarts, columnWidths, visibleColumns } from '../../../renderer/features/evidence/column-layout';
import { createRowPages, pageSize } from '../../../renderer/features/evidence/row-pages';
import {
  isScaled,
  offsetOfScroll,
  offsetToShow,
  scrollHeight,
  scrollOfOffset,
  tallestScroll,
  visibleRows,
} from '../../../renderer/features/evidence/row-window';

describe('row window', () => {
  const short = { rowCount: 1_000, rowHeight: 28, viewHeight: 500 };
  const long = { rowCount: 10_000_000, rowHeight: 28, viewHeight: 500 };

  it('scrolls a short list pixel by pixel', () => {
    expect(isScaled(short)).toBe(false);
    expect(scrollHeight(short)).toBe(28_000);
    expect(offsetOfScroll(1_234, short)).toBeCloseTo(1_234);
    expect(visibleRows(1_234, short)).toEqual({ first: 44, end: 62, top: -2 });
  });

  it('keeps the scrolled height below the browser’s limit and still reaches the first and the last row', () => {
    expect(isScaled(long)).toBe(true);
    expect(scrollHeight(long)).toBe(tallestScroll);
    expect(visibleRows(offsetOfScroll(0, long), long).first).toBe(0);
    expect(visibleRows(offsetOfScroll(tallestScroll - 500, long), long).end).toBe(10_000_000);
  });

  it('finds the place of the scroll bar for an offset and back', () => {
    const offset = 123_456_789;
    expect(offsetOfScroll(scrollOfOffset(offset, long), long)).toBeCloseTo(offset, 3);
  });

  it('shows a list that fits without scrolling', () => {
    const tiny = { rowCount: 3, rowHeight: 28, viewHeight: 500 };
    expect(offsetOfScroll(0, tiny)).toBe(0);
    expect(scrollOfOffset(100, tiny)).toBe(0);
    expect(visibleRows(0, tiny)).toEqual({ first: 0, end: 3, top: 0 });
    expect(visibleRows(0, { ...tiny, rowCount: 0 })).toEqual({ first: 0, end: 0, top: 0 });
  });

  it('moves as little as possible to show a row', () => {
    expect(offsetToShow(10, 0, short)).toBe(0);
    expect(offsetToShow(20, 0, short)).toBe(21 * 28 - 500);
    expect(offsetToShow(5, 1_000, short)).toBe(140);
    expect(offsetToShow(999, 0, short)).toBe(27_500);
  });
});

type Answer = Result<Value<'executions', 'rows'>>;
const rowsFrom = (offset: number): Answer => ({
  ok: true,
  value: { columns: [], rows: Array.from({ length: pageSize }, (_, index) => [String(offset + index)]), total: 1e6 },
});
type Cells = Value<'executions', 'rows'>['rows'][number];

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createRowPages', () => {
  it('loads a page once and answers its rows', async () => {
    const offsets: number[] = [];
    const pages = createRowPages(async (offset) => {
      offsets.push(offset);
      return rowsFrom(offset);
    });
    expect(pages.row(5)).toBeUndefined();
    pages.want(0, 30);
    pages.want(5, 35);
    await settled();
    pages.want(10, 40);
    expect(offsets).toEqual([0]);
    expect(pages.row(5)).toEqual(['5']);
  });

  it('tells its listeners of every page', async () => {
    const pages = createRowPages(async (offset) => rowsFrom(offset));
    let calls = 0;
    const unsubscribe = pages.subscribe(() => {
      calls += 1;
    });
    pages.want(0, pageSize + 1);
    await settled();
    expect(calls).toBe(2);
    unsubscribe();
    pages.want(5 * pageSize, 5 * pageSize + 1);
    await settled();
    expect(calls).toBe(2);
  });

  it('drops wishes that were overtaken while other pages were under way', async () => {
    const answers = new Map<number, (answer: Answer) => void>();
    const pages = createRowPages<Cells>((offset) => new Promise((resolve) => answers.set(offset / pageSize, resolve)));
    pages.want(0, 2 * pageSize);
    pages.want(50 * pageSize, 50 * pageSize + 10);
    pages.want(90 * pageSize, 90 * pageSize + 10);
    expect([...answers.keys()]).toEqual([0, 1]);
    answers.get(0)?.(rowsFrom(0));
    answers.get(1)?.(rowsFrom(pageSize));
    await settled();
    expect([...answers.keys()]).toEqual([0, 1, 90]);
  });

  it('drops the page that was not looked at for longest', async () => {
    const pages = createRowPages(async (offset) => rowsFrom(offset));
    for (let page = 0; page <= 100; page += 1) {
      pages.want(page * pageSize, page * pageSize + 1);
      await settled();
      pages.want(0, 1);
    }
    expect(pages.row(0)).toEqual(['0']);
    expect(pages.row(pageSize)).toBeUndefined();
    expect(pages.row(100 * pageSize)).toBeDefined();
  });

  it('stops at a failure, tells it, and asks again on request', async () => {
    let broken = true;
    const pages = createRowPages(async (offset) =>
      broken ? { ok: false, error: { code: 'EVIDENCE_DAMAGED', message: 'The file was changed.' } } : rowsFrom(offset),
    );
    pages.want(0, 10);
    await settled();
    expect(pages.failure()).toMatchObject({ code: 'EVIDENCE_DAMAGED' });
    broken = false;
    pages.retry();
    pages.want(0, 10);
    await settled();
    expect(pages.failure()).toBeNull();
    expect(pages.row(0)).toEqual(['0']);
  });
});

describe('column layout', () => {
  it('fits headings and cells within limits, NULL included', () => {
    const columns = [
      { name: 'id', type: 'int4' },
      { name: 'remark', type: 'text' },
    ];
    expect(
      columnWidths(columns, [
        ['1', 'x'.repeat(500)],
        [null, null],
      ]),
    ).toEqual([9, 60]);
  });

  it('finds the columns in sight', () => {
    const starts = columnStarts([100, 50, 200, 80]);
    expect(starts).toEqual([0, 100, 150, 350, 430]);
    expect(visibleColumns(starts, 0, 120)).toEqual({ first: 0, end: 2 });
    expect(visibleColumns(starts, 120, 100)).toEqual({ first: 1, end: 3 });
    expect(visibleColumns(starts, 400, 500)).toEqual({ first: 3, end: 4 });
    expect(visibleColumns([0], 0, 100)).toEqual({ first: 0, end: 0 });
  });
});
