import { describe, expect, it } from 'vitest';
import {
  movedPlace,
  rangeRows,
  rangeToPaste,
  rowToPaste,
  selectedRange,
} from '../../../renderer/features/evidence/cell-place';

const size = { rows: 100, columns: 5, page: 20 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe('movedPlace', () => {
  it('moves by one cell and stops at the edges', () => {
    expect(movedPlace({ row: 3, column: 2 }, press('ArrowDown'), size)).toEqual({ row: 4, column: 2 });
    expect(movedPlace({ row: 99, column: 4 }, press('ArrowDown'), size)).toEqual({ row: 99, column: 4 });
    expect(movedPlace({ row: 0, column: 4 }, press('ArrowRight'), size)).toEqual({ row: 0, column: 4 });
  });

  it('reaches the row’s number left of the first column', () => {
    expect(movedPlace({ row: 3, column: 0 }, press('ArrowLeft'), size)).toEqual({ row: 3, column: -1 });
  });

  it('jumps by pages, to the ends of the row, and with Ctrl to the ends of the rows', () => {
    expect(movedPlace({ row: 3, column: 2 }, press('PageDown'), size)).toEqual({ row: 23, column: 2 });
    expect(movedPlace({ row: 3, column: 2 }, press('End'), size)).toEqual({ row: 3, column: 4 });
    expect(movedPlace({ row: 3, column: 2 }, press('End', true), size)).toEqual({ row: 99, column: 2 });
    expect(movedPlace({ row: 3, column: 2 }, press('Home', true), size)).toEqual({ row: 0, column: 2 });
  });

  it('leaves other keys and an empty result alone', () => {
    expect(movedPlace({ row: 3, column: 2 }, press('a'), size)).toBeUndefined();
    expect(movedPlace({ row: 0, column: 0 }, press('ArrowDown'), { ...size, rows: 0 })).toBeUndefined();
  });
});

describe('rowToPaste', () => {
  it('parts cells by tabs and quotes those that need it', () => {
    expect(rowToPaste(['a', null, '', 'b\tc', 'say "no"', 'two\nlines'])).toBe(
      'a\t\t\t"b\tc"\t"say ""no"""\t"two\nlines"',
    );
  });
});

describe('what is copied of several cells', () => {
  const rows = [
    ['1', null, 'a\tb'],
    ['2', '', 'c'],
  ];

  it('is the range between two places, wherever it was begun', () => {
    const range = { top: 3, bottom: 4, left: 1, right: 2 };
    expect(selectedRange({ row: 4, column: 1 }, { row: 3, column: 2 }, 3)).toEqual(range);
    expect(rangeRows(range)).toEqual([3, 4]);
    expect(rangeToPaste(rows, range)).toBe('\t"a\tb"\n\tc');
  });

  it('is whole rows from a row’s number on', () => {
    expect(selectedRange({ row: 0, column: -1 }, { row: 1, column: 2 }, 3)).toMatchObject({ left: 0, right: 2 });
  });

  it('is a single cell as it is, without quotes', () => {
    expect(rangeToPaste([['a\tb']], { top: 0, bottom: 0, left: 0, right: 0 })).toBe('a\tb');
  });
});
