/** The cell of the grid that holds the focus; column -1 is the row's number and stands for the whole row. */
export interface CellPlace {
  row: number;
  column: number;
}

interface GridSize {
  rows: number;
  columns: number;
  /** Rows in sight, which a page key moves by. */
  page: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Where a key moves the focus, or undefined for a key that moves nothing. */
export const movedPlace = (place: CellPlace, { key, ctrlKey, metaKey }: Key, size: GridSize): CellPlace | undefined => {
  const { row, column } = place;
  const jump = ctrlKey || metaKey;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const moves: Record<string, CellPlace> = {
    ArrowDown: { row: jump ? lastRow : row + 1, column },
    ArrowUp: { row: jump ? 0 : row - 1, column },
    ArrowRight: { row, column: jump ? lastColumn : column + 1 },
    ArrowLeft: { row, column: jump ? -1 : column - 1 },
    PageDown: { row: row + size.page, column },
    PageUp: { row: row - size.page, column },
    Home: { row: jump ? 0 : row, column: jump ? column : 0 },
    End: { row: jump ? lastRow : row, column: jump ? column : lastColumn },
  };
  const moved = moves[key];
  if (!moved || size.rows === 0) return undefined;
  return {
    row: Math.min(Math.max(0, moved.row), lastRow),
    column: Math.min(Math.max(-1, moved.column), lastColumn),
  };
};

const needsQuotes = /["\t\n\r]/;

const cellToPaste = (cell: string | null): string => {
  if (cell === null) return '';
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** A row as spreadsheets take it from the clipboard: parted by tabs, quoted where a cell needs it. */
export const rowToPaste = (cells: readonly (string | null)[]): string => cells.map(cellToPaste).join('\t');

/** Rows `top` to `bottom` and columns `left` to `right`, all included. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What is selected between two places; a place on a row's number stands for its whole row. */
export const selectedRange = (anchor: CellPlace, focus: CellPlace, columns: number): CellRange => {
  const rows = { top: Math.min(anchor.row, focus.row), bottom: Math.max(anchor.row, focus.row) };
  if (anchor.column === -1 || focus.column === -1) return { ...rows, left: 0, right: columns - 1 };
  return { ...rows, left: Math.min(anchor.column, focus.column), right: Math.max(anchor.column, focus.column) };
};

/** A page of the clipboard: more rows are for an export. */
const mostCopied = 20_000;

/** The rows of a range. Of a very long one only so many that it can't be taken for one that may be copied. */
export const rangeRows = ({ top, bottom }: CellRange): number[] =>
  Array.from({ length: Math.min(bottom - top, mostCopied) + 1 }, (_, position) => top + position);

/** A range as spreadsheets take it; a single cell as it is. */
export const rangeToPaste = (rows: readonly (readonly (string | null)[])[], { left, right }: CellRange): string => {
  const [only] = rows;
  if (rows.length === 1 && left === right) return only?.[left] ?? '';
  return rows.map((cells) => rowToPaste(cells.slice(left, right + 1))).join('\n');
};
