import {
  type ColumnMeanings,
  findHeader,
  type QuestionColumn,
  type QuestionMapping,
  questionColumns,
  type SuggestedMapping,
  suggestMeanings,
} from '../../preload/contract';
import type { Table, TableRow } from './table';

/** A table with its header told from its lines. */
export interface TableLayout {
  /** The header's row as a spreadsheet program numbers it; 0 where the table has none. */
  headerRow: number;
  header?: readonly string[];
  /** A name for each column, no two the same. */
  columns: string[];
  rows: readonly TableRow[];
}

const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${letterOf(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`;

const nameColumns = (header: readonly string[], width: number): string[] => {
  const names = new Set<string>();
  for (let index = 0; index < width; index += 1) {
    const name = header[index]?.replace(/\s+/g, ' ') || `Column ${letterOf(index)}`;
    names.add(names.has(name) ? `${name} (${letterOf(index)})` : name);
  }
  return [...names];
};

const widthOf = (rows: readonly TableRow[]): number =>
  rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

/** Takes the header from that row; 0 means that there is none, and without a number it is looked for. */
export const layOut = ({ rows }: Table, wantedRow?: number): TableLayout => {
  const found = findHeader(rows.map(({ cells }) => cells));
  const headerRow = wantedRow ?? rows[found]?.row ?? 0;
  const header = rows.find(({ row }) => row === headerRow)?.cells;
  const below = rows.filter(({ row }) => row > headerRow);
  const columns = nameColumns(header ?? [], Math.max(header?.length ?? 0, widthOf(below)));
  return { headerRow, ...(header && { header }), columns, rows: below };
};

export const suggestMapping = ({ header, columns, rows }: TableLayout): SuggestedMapping => {
  const cells = rows.map((row) => row.cells);
  const meanings = suggestMeanings(header, cells, columns.length);
  const columnOf = (meaning: QuestionColumn) => columns[meanings.indexOf(meaning)] ?? null;
  return Object.fromEntries(questionColumns.map((meaning) => [meaning, columnOf(meaning)])) as SuggestedMapping;
};

/** The meanings of a layout's columns under a mapping, or the name of a column that it has not, or has given away. */
export const readMapping = (
  { columns }: TableLayout,
  mapping: QuestionMapping,
): { meanings: ColumnMeanings } | { unknown: QuestionColumn } | { twice: QuestionColumn } => {
  const meanings: (QuestionColumn | null)[] = columns.map(() => null);
  for (const meaning of questionColumns) {
    const name = mapping[meaning];
    if (name === null || name === undefined || name === '') continue;
    const index = columns.indexOf(name);
    if (index === -1) return { unknown: meaning };
    if (meanings[index]) return { twice: meaning };
    meanings[index] = meaning;
  }
  return { meanings };
};
