import {
  type ColumnMeanings,
  type QuestionColumn,
  type QuestionItem,
  type ReadLine,
  readHeader,
  readLines,
} from '../../../preload/contract';
import { readPastedCells } from './pasted-cells';

export interface PastedQuestions {
  /** The meaning of each column of the paste; null for one that is not used. */
  columns: ColumnMeanings;
  hasHeader: boolean;
  lines: ReadLine[];
}

const columnsByWidth: QuestionColumn[][] = [
  [],
  ['question'],
  ['questionNumber', 'question'],
  ['questionNumber', 'process', 'question'],
  ['questionNumber', 'process', 'subProcess', 'question'],
];

const widthOf = (rows: readonly string[][]): number =>
  rows.reduce((widest, cells) => Math.max(widest, cells.findLastIndex((cell) => cell !== '') + 1), 0);

/**
 * Reads questions out of pasted spreadsheet lines. Columns are taken from a header line where there is one, else by
 * position: number, process, sub-process, question; with three columns there is no sub-process, with two no process,
 * and one column holds the question. Lines that repeat an earlier line or an existing question are left out.
 */
export const readPastedQuestions = (pasted: string, existing: readonly QuestionItem[] = []): PastedQuestions => {
  const rows = readPastedCells(pasted).map((cells, index) => ({ line: index + 1, cells }));
  const cells = rows.map((row) => row.cells);
  const headerMeanings = cells[0] && readHeader(cells[0]);
  const columns = headerMeanings ?? columnsByWidth[Math.min(widthOf(cells), 4)] ?? [];
  const below = headerMeanings ? rows.slice(1) : rows;
  return { columns, hasHeader: headerMeanings !== undefined, lines: readLines(below, columns, { existing }) };
};

/** The questions of a table, in its order. */
export const itemsOf = (lines: readonly ReadLine[]): QuestionItem[] =>
  lines.flatMap((line) => ('item' in line ? [line.item] : []));
