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
