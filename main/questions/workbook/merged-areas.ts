import { tooMany } from '../file-rejected';
import { limits } from '../work-limits';
import type { CellArea } from './cell-references';

/** A row while its sheet is read: any number of cells, some of them missing. */
export interface SparseRow {
  row: number;
  cells: (string | undefined)[];
}

/**
 * Writes the value of a merged area into the area's first column, down to its last row: a process that is written once
 * beside its questions belongs to each of them. Not across: a heading over the columns is in its first one only.
 */
export const spreadMergedAreas = (rows: readonly SparseRow[], areas: readonly CellArea[]): void => {
  const byNumber = new Map(rows.map((row, index) => [row.row, index]));
  let looked = 0;
  for (const { first, last } of areas) {
    const start = byNumber.get(first.row);
    const value = start === undefined ? undefined : rows[start]?.cells[first.column];
    if (start === undefined || !value) continue;
    for (let index = start + 1; index < rows.length; index += 1) {
      const row = rows[index];
      if (!row || row.row > last.row) break;
      looked += 1;
      if (looked > limits.mergedCells) throw tooMany('merged cells', limits.mergedCells);
      row.cells[first.column] ||= value;
    }
  }
};
