/** Which rows a person wants to see. */
import { type ColumnKind, columnKind, valueKey } from './cell-order';
import {
  type ByteString,
  bytesOfText,
  cellBytes,
  cellText,
  type RecordBatch,
  recordEnd,
  recordStart,
  textOfBytes,
} from './record-batches';

export type RowCondition =
  | { column: number; test: 'is-null' | 'is-not-null' }
  | { column: number; test: 'contains' | 'starts-with' | 'equals' | 'greater' | 'less'; value: string };

export interface RowFilter {
  /** Found in any cell, upper and lower case alike. */
  text?: string | undefined;
  /** All of these hold. */
  conditions?: RowCondition[] | undefined;
}

type RowTest = (batch: RecordBatch, row: number) => boolean;
type CellTest = (cell: ByteString | null) => boolean;

/** What equals in two texts that differ in case only. The final sigma is a letter of its own to `toLowerCase`. */
const foldCase = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower;
};

/** The test of a filter over columns of these types. */
export const compileFilter = ({ text, conditions = [] }: RowFilter, types: readonly string[]): RowTest => {
  const tests = conditions.map((condition) => compileCondition(condition, types));
  if (text) tests.push(containsAnywhere(foldCase(text)));
  return (batch, row) => tests.every((test) => test(batch, row));
};

/** A value that its column can't be compared with, in words; undefined where the condition makes sense. */
export const explainCondition = (condition: RowCondition, types: readonly string[]): string | undefined => {
  if (condition.test !== 'greater' && condition.test !== 'less') return undefined;
  const kind = columnKind(types[condition.column] ?? '');
  if (kind === 'unknown' || valueKey(kind, bytesOfText(condition.value)) !== undefined) return undefined;
  return kind === 'number'
    ? `“${condition.value}” is no number. Write it like 1234.5.`
    : `“${condition.value}” is no date. Write it like 2025-06-30 or 2025-06-30 14:00:00.`;
};

const compileCondition = (condition: RowCondition, types: readonly string[]): RowTest => {
  const { column } = condition;
  const test = compileCellTest(condition, columnKind(types[column] ?? ''));
  return (batch, row) => test(cellBytes(batch, row, column));
};

const compileCellTest = (condition: RowCondition, kind: ColumnKind): CellTest => {
  switch (condition.test) {
    case 'is-null':
      return (cell) => cell === null;
    case 'is-not-null':
      return (cell) => cell !== null;
    case 'contains':
      return testText(condition.value, (text, sought) => text.includes(sought));
    case 'starts-with':
      return testText(condition.value, (text, sought) => text.startsWith(sought));
    case 'equals':
      return equalsCell(condition.value, kind);
    case 'greater':
      return comparesCell(condition.value, kind, (cell, value) => cell > value);
    case 'less':
      return comparesCell(condition.value, kind, (cell, value) => cell < value);
  }
};

const testText = (value: string, matches: (text: string, sought: string) => boolean): CellTest => {
  const sought = foldCase(value);
  return (cell) => cell !== null && matches(foldCase(textOfBytes(cell)), sought);
};

/** Equal as values of the column, or else as texts, byte for byte. */
const equalsCell = (value: string, kind: ColumnKind): CellTest => {
  const bytes = bytesOfText(value);
  const key = kind === 'text' ? undefined : valueKey(kind, bytes);
  if (key === undefined) return (cell) => cell === bytes;
  return (cell) => cell !== null && (cell === bytes || valueKey(kind, cell) === key);
};

/** Compares values; a cell that is none of the column's kind is neither greater nor less. */
const comparesCell = (
  value: string,
  kind: ColumnKind,
  holds: (cell: ByteString, value: ByteString) => boolean,
): CellTest => {
  const bytes = bytesOfText(value);
  const key = valueKey(kind, bytes);
  // Texts whole, not by the cut keys of sorting. Where the type is not known, texts compare with a text.
  if (kind === 'text' || key === undefined) return (cell) => cell !== null && holds(cell, bytes);
  return (cell) => {
    const cellKey = cell === null ? undefined : valueKey(kind, cell);
    return cellKey !== undefined && holds(cellKey, key);
  };
};

/** Most rows are ruled out by one look at the whole record; only a quote is written otherwise there than in a cell. */
const containsAnywhere = (sought: string): RowTest => {
  const inOneCell = (batch: RecordBatch, row: number) => {
    for (let column = 0; column < batch.width; column += 1) {
      const text = cellText(batch, row, column);
      if (text !== null && foldCase(text).includes(sought)) return true;
    }
    return false;
  };
  if (sought.includes('"')) return inOneCell;
  return (batch, row) =>
    foldCase(batch.bytes.toString('utf8', recordStart(batch, row), recordEnd(batch, row))).includes(sought) &&
    inOneCell(batch, row);
};
