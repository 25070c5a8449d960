import type { Column } from '../../../preload/contract';

const narrowest = 8;
const widest = 60;

/** Width of each column in characters, from its heading and the first rows; very long cells are cut on the screen only. */
export const columnWidths = (columns: readonly Column[], rows: readonly (readonly (string | null)[])[]): number[] =>
  columns.map((column, index) => {
    const heading = column.name.length + column.type.length + 1;
    const longest = rows.reduce((length, cells) => Math.max(length, cells[index]?.length ?? 4), heading);
    return Math.min(Math.max(longest + 2, narrowest), widest);
  });

/** Where each column starts, in the unit of the widths; one entry more than there are columns, the last is the sum. */
export const columnStarts = (widths: readonly number[]): number[] => {
  const starts = [0];
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
  return starts;
};

/** The columns that overlap what is visible, from `first` to one past the last. */
export const visibleColumns = (
  starts: readonly number[],
  scrollLeft: number,
  viewWidth: number,
): { first: number; end: number } => {
  const count = starts.length - 1;
  let first = 0;
  while (first < count - 1 && (starts[first + 1] ?? 0) <= scrollLeft) first += 1;
  let end = first;
  while (end < count && (starts[end] ?? 0) < scrollLeft + viewWidth) end += 1;
  return { first, end: Math.max(end, Math.min(count, first + 1)) };
};
