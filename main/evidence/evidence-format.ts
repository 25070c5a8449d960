/**
 * The CSV of evidence, written exactly as PostgreSQL's `COPY … TO … (FORMAT csv, HEADER)` writes it: UTF-8, LF,
 * NULL an empty unquoted field, the empty string `""`. The quoting rule is that of CopyAttributeOutCSV in
 * src/backend/commands/copyto.c of PostgreSQL 15.
 */

/** A cell's text, or null for the database's NULL. */
export type Cell = string | null;

const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const special = /[",\r\n]/;
const inQuotes = (text: string) => `"${text.replaceAll('"', '""')}"`;
const cellText = (cell: string) => (cell === '' || special.test(cell) ? inQuotes(cell) : cell);

/** One record, line end included. Column names are written by the same rule as cells. */
export const recordText = (cells: readonly Cell[]): string => {
  // Alone on its line, `\.` would be read as the end of the data by older versions of COPY FROM.
  if (cells.length === 1 && cells[0] === '\\.') return '"\\."\n';
  let text = '';
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (column > 0) text += ',';
    if (cell !== null && cell !== undefined) text += cellText(cell);
  }
  return `${text}\n`;
};

/** The cells of one record, given without its line end. The record must be well formed, as the scanner finds it. */
export const parseRecord = (record: Buffer): Cell[] => {
  const cells: Cell[] = [];
  let start = 0;
  for (;;) {
    const quoted = record[start] === quote;
    const end = quoted ? endOfQuoted(record, start) : endOfPlain(record, start);
    cells.push(quoted ? quotedText(record, start, end) : plainText(record, start, end));
    if (end === record.length) return cells;
    start = end + 1;
  }
};

const endOfPlain = (record: Buffer, start: number): number => {
  const end = record.indexOf(comma, start);
  return end === -1 ? record.length : end;
};

/** Behind the closing quote: the first one that is not doubled. */
const endOfQuoted = (record: Buffer, start: number): number => {
  let end = record.indexOf(quote, start + 1);
  while (record[end + 1] === quote) end = record.indexOf(quote, end + 2);
  return end + 1;
};

const plainText = (record: Buffer, start: number, end: number): Cell =>
  start === end ? null : record.toString('utf8', start, end);

const quotedText = (record: Buffer, start: number, end: number): string => {
  const text = record.toString('utf8', start + 1, end - 1);
  return text.includes('"') ? text.replaceAll('""', '"') : text;
};

/** Column names of a header record. A result without columns has an empty header line; a nameless column has `""`. */
export const parseHeader = (record: Buffer): string[] =>
  record.length === 0 ? [] : parseRecord(record).map((name) => name ?? '');

export interface RecordScanner {
  /** Scans the next bytes. False once they are not evidence, or once `onRecord` asked to stop: push no more. */
  push(bytes: Uint8Array): boolean;
}

type State = 'cell start' | 'plain' | 'quoted' | 'quote in quoted';

/**
 * Finds the records in a stream of bytes, wherever the stream is cut into chunks. `onRecord` gets the offset just
 * behind the record's line end, counted from the first byte pushed, and its number of cells; false stops the scan.
 */
export const createRecordScanner = (onRecord: (end: number, cells: number) => boolean): RecordScanner => {
  let state: State = 'cell start';
  let cells = 1;
  let scanned = 0;

  const push = (bytes: Uint8Array): boolean => {
    for (let position = 0; position < bytes.length; position += 1) {
      const byte = bytes[position];
      if (state === 'quoted') {
        if (byte === quote) state = 'quote in quoted';
      } else if (byte === comma) {
        state = 'cell start';
        cells += 1;
      } else if (byte === lineFeed) {
        if (!onRecord(scanned + position + 1, cells)) return false;
        state = 'cell start';
        cells = 1;
      } else if (byte === quote) {
        if (state === 'plain') return false;
        state = 'quoted';
      } else {
        if (state === 'quote in quoted' || byte === carriageReturn) return false;
        state = 'plain';
      }
    }
    scanned += bytes.length;
    return true;
  };

  return { push };
};
