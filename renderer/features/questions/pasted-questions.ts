import type { Question } from '../../../preload/contract';
import { readPastedCells } from './pasted-cells';

/** What a question is added with. */
export type QuestionItem = Pick<Question, 'questionNumber' | 'process' | 'subProcess' | 'question'>;
export type QuestionColumn = keyof QuestionItem;

/** What becomes of one line of a paste: a question, or the reason why it is left out. */
export type PastedLine = { line: number; cells: string[] } & ({ item: QuestionItem } | { skipped: string });

export interface PastedQuestions {
  /** The meaning of each column of the paste; null for one that is not used. */
  columns: (QuestionColumn | null)[];
  hasHeader: boolean;
  lines: PastedLine[];
}

/** The most questions that one call of the bridge takes. */
export const maximumItems = 50_000;

const longest: Record<QuestionColumn, number> = {
  questionNumber: 200,
  process: 500,
  subProcess: 500,
  question: 20_000,
};

export const columnLabels: Record<QuestionColumn, string> = {
  questionNumber: 'No.',
  process: 'Process',
  subProcess: 'Sub-process',
  question: 'Question',
};

const headerWords: Record<QuestionColumn, string[]> = {
  questionNumber: [
    'no',
    'nr',
    '#',
    'number',
    'question no',
    'question number',
    'question id',
    'id',
    'ref',
    'reference',
  ],
  process: ['process', 'area', 'domain', 'category'],
  subProcess: ['sub process', 'subprocess', 'sub area', 'sub category', 'subcategory'],
  question: ['question', 'questions', 'question text', 'request', 'data request', 'description', 'control question'],
};

const columnsByWidth: QuestionColumn[][] = [
  [],
  ['question'],
  ['questionNumber', 'question'],
  ['questionNumber', 'process', 'question'],
  ['questionNumber', 'process', 'subProcess', 'question'],
];

const headerColumn = (cell: string): QuestionColumn | null => {
  const word = cell
    .toLowerCase()
    .replace(/[.:*]/g, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const found = Object.entries(headerWords).find(([, words]) => words.includes(word));
  return (found?.[0] as QuestionColumn | undefined) ?? null;
};

/** The columns that a header line names, or undefined where the line is no header: it must name the question column. */
const readHeader = (cells: readonly string[]): (QuestionColumn | null)[] | undefined => {
  const columns = cells.map(headerColumn);
  const named = columns.filter((column) => column !== null);
  const namesEachOnce = new Set(named).size === named.length;
  return namesEachOnce && columns.includes('question') ? columns : undefined;
};

const widthOf = (rows: readonly string[][]): number =>
  rows.reduce((widest, cells) => Math.max(widest, cells.findLastIndex((cell) => cell !== '') + 1), 0);

const itemOf = (cells: readonly string[], columns: readonly (QuestionColumn | null)[]): QuestionItem => {
  const item: QuestionItem = { questionNumber: '', process: '', subProcess: '', question: '' };
  columns.forEach((column, index) => {
    if (column) item[column] = cells[index] ?? '';
  });
  return item;
};

/** Two questions that differ in no column, for finding repeats. */
const sameness = (item: QuestionItem): string =>
  JSON.stringify([item.questionNumber, item.process, item.subProcess, item.question]);

const tooLong = (item: QuestionItem): string | undefined => {
  const column = (Object.keys(longest) as QuestionColumn[]).find((key) => item[key].length > longest[key]);
  if (!column) return undefined;
  return `${columnLabels[column]} has more than ${longest[column].toLocaleString('en')} characters`;
};

/** Why a line is left out, or undefined where it becomes a question. */
const skipReason = (item: QuestionItem, taken: ReadonlyMap<string, string>, count: number): string | undefined => {
  if (item.question === '') return 'no text in the question column';
  const repeated = taken.get(sameness(item));
  if (repeated) return `the same as ${repeated}`;
  if (count >= maximumItems) return `one paste adds at most ${maximumItems.toLocaleString('en')} questions`;
  return tooLong(item);
};

/**
 * Reads questions out of pasted spreadsheet lines. Columns are taken from a header line where there is one, else by
 * position: number, process, sub-process, question; with three columns there is no sub-process, with two no process,
 * and one column holds the question. Lines that repeat an earlier line or an existing question are left out.
 */
export const readPastedQuestions = (pasted: string, existing: readonly QuestionItem[] = []): PastedQuestions => {
  const rows = readPastedCells(pasted);
  const header = rows[0] && readHeader(rows[0]);
  const columns = header ?? columnsByWidth[Math.min(widthOf(rows), 4)] ?? [];
  const taken = new Map(existing.map((item) => [sameness(item), 'a question that is already there']));
  const lines: PastedLine[] = [];
  let count = 0;
  rows.forEach((cells, index) => {
    const line = index + 1;
    if (header && index === 0) return;
    if (cells.every((cell) => cell === '')) return;
    const item = itemOf(cells, columns);
    const skipped = skipReason(item, taken, count);
    if (skipped) {
      lines.push({ line, cells, skipped });
      return;
    }
    taken.set(sameness(item), `line ${line}`);
    count += 1;
    lines.push({ line, cells, item });
  });
  return { columns: [...columns], hasHeader: header !== undefined, lines };
};

/** The questions of a paste, in its order. */
export const itemsOf = (pasted: PastedQuestions): QuestionItem[] =>
  pasted.lines.flatMap((line) => ('item' in line ? [line.item] : []));
