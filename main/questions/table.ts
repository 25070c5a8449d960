import { tooMany } from './file-rejected';
import { limits } from './work-limits';

/** A row with text; `row` is its number as a spreadsheet program shows it. */
export interface TableRow {
  row: number;
  cells: string[];
}

/** A sheet of a workbook, or the one table of a text file. */
export interface Table {
  name: string;
  rows: TableRow[];
}

/** Collects the rows of all sheets of a file, within the limits. */
export const createRowCollector = () => {
  let cellCount = 0;
  return (rows: TableRow[], row: TableRow): void => {
    const width = row.cells.findLastIndex((cell) => cell !== '') + 1;
    if (width === 0) return;
    if (rows.length >= limits.rows) throw tooMany('rows', limits.rows);
    cellCount += width;
    if (cellCount > limits.cells) throw tooMany('cells', limits.cells);
    rows.push({ row: row.row, cells: row.cells.slice(0, width) });
  };
};
