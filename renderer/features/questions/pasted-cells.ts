/**
 * Cells of a table on the clipboard, as spreadsheets put it there: cells parted by tabs, rows by line ends, and a cell
 * that holds a tab, a line end or a quote is quoted, its own quotes doubled.
 */

interface Cursor {
  text: string;
  position: number;
}

const isCellEnd = (character: string | undefined): boolean =>
  character === undefined || character === '\t' || character === '\n';

/** Answers undefined where the quotes are the cell's own text: `"Prod" users` is not a quoted cell. */
const readQuotedCell = (cursor: Cursor): string | undefined => {
  let end = cursor.position + 1;
  while (true) {
    end = cursor.text.indexOf('"', end);
    if (end === -1) return undefined;
    if (cursor.text[end + 1] !== '"') break;
    end += 2;
  }
  if (!isCellEnd(cursor.text[end + 1])) return undefined;
  const cell = cursor.text.slice(cursor.position + 1, end).replaceAll('""', '"');
  cursor.position = end + 1;
  return cell;
};

const readPlainCell = (cursor: Cursor): string => {
  const start = cursor.position;
  while (!isCellEnd(cursor.text[cursor.position])) cursor.position += 1;
  return cursor.text.slice(start, cursor.position);
};

const readCell = (cursor: Cursor): string => {
  const quoted = cursor.text[cursor.position] === '"' ? readQuotedCell(cursor) : undefined;
  return quoted ?? readPlainCell(cursor);
};

/** The rows of a copied table, every cell trimmed. Empty lines are rows without text; those at the end are dropped. */
export const readPastedCells = (pasted: string): string[][] => {
  const cursor: Cursor = { text: pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), position: 0 };
  const rows: string[][] = [];
  let row: string[] = [];
  while (cursor.position < cursor.text.length || row.length > 0) {
    row.push(readCell(cursor).trim());
    const separator = cursor.text[cursor.position];
    cursor.position += 1;
    if (separator === '\t') continue;
    rows.push(row);
    row = [];
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows;
};
