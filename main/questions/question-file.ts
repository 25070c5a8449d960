import {
  type QuestionItem,
  type QuestionMapping,
  type QuestionSheet,
  readLines,
  type SkipReason,
  type SuggestedMapping,
} from '../../preload/contract';
import { failure, type Result, success } from '../result';
import { FileRejected } from './file-rejected';
import { type ReadFile, readTables } from './read-tables';
import type { Table } from './table';
import { layOut, readMapping, suggestMapping, type TableLayout } from './table-layout';

export interface PreviewInput {
  path: string;
  /** A sheet whose header is to be taken from a row that a person names. */
  sheet?: string;
  headerRow?: number;
}

export interface FilePreview {
  fileName: string;
  sha256: string;
  sheets: QuestionSheet[];
  suggestedSheet: string;
  suggestedMapping: SuggestedMapping;
}

export interface ReadQuestionsInput {
  path: string;
  sheet: string;
  headerRow?: number;
  mapping: QuestionMapping;
}

export interface FileQuestions {
  fileName: string;
  sha256: string;
  headerRow: number;
  items: { row: number; item: QuestionItem }[];
  skipped: { row: number; reason: string }[];
}

/** More lines than most requests have: what would be imported of them is counted before it is. */
const sampleSize = 1_000;

const rejected = (error: unknown) => {
  if (error instanceof FileRejected) return failure('FILE_REJECTED', error.message, { hint: error.hint });
  throw error;
};

const preview = (name: string, layout: TableLayout): QuestionSheet => {
  const { columns, rows, headerRow } = layout;
  const sample = rows.slice(0, sampleSize);
  return {
    name,
    columns,
    sampleRows: sample.map(({ cells }) => columns.map((_name, index) => cells[index] ?? '')),
    sampleRowNumbers: sample.map(({ row }) => row),
    rowCount: rows.length,
    headerRow,
    suggestedMapping: suggestMapping(layout),
  };
};

/** How much a sheet looks like the one of the questions: columns that are known, then lines. */
const fitness = ({ suggestedMapping, headerRow, rowCount }: QuestionSheet): number => {
  const known = Object.values(suggestedMapping).filter((column) => column !== null).length;
  const asks = suggestedMapping.question === null ? 0 : 10;
  return rowCount === 0 ? 0 : asks + known + (headerRow > 0 ? 5 : 0) + Math.min(rowCount, 1000) / 1001;
};

/** Reads what the person needs to see of a file before importing it. */
export const previewFile = async (input: PreviewInput): Promise<Result<FilePreview>> => {
  let file: ReadFile;
  try {
    file = await readTables(input.path);
  } catch (error) {
    return rejected(error);
  }
  const wantedRow = (table: Table) => (table.name === input.sheet ? input.headerRow : undefined);
  const sheets = file.tables.map((table) => preview(table.name, layOut(table, wantedRow(table))));
  const [first, ...others] = sheets;
  if (!first) return failure('FILE_REJECTED', 'The file has no table in it.', { hint: 'Choose another file.' });
  const best = others.reduce((fittest, each) => (fitness(each) > fitness(fittest) ? each : fittest), first);
  const { fileName, sha256 } = file;
  return success({ fileName, sha256, sheets, suggestedSheet: best.name, suggestedMapping: best.suggestedMapping });
};

const columnNames = { questionNumber: 'number', process: 'process', subProcess: 'sub-process', question: 'question' };

const count = (number: number): string => number.toLocaleString('en');

/** Why a row became no question, as a sentence of the report. */
const explainSkip = (reason: SkipReason): string => {
  switch (reason.because) {
    case 'no-question':
      return 'There is no text in the question column.';
    case 'header-again':
      return 'It repeats the header.';
    case 'same-line':
      return `It is the same as line ${count(reason.line)}.`;
    case 'already-there':
      return 'A question that is already there is the same.';
    case 'too-long':
      return `Its ${columnNames[reason.column]} has more than ${count(reason.most)} characters.`;
    case 'too-many':
      return `One import takes at most ${count(reason.most)} questions.`;
  }
};

const mappingFailure = (
  problem: { unknown: keyof QuestionMapping } | { twice: keyof QuestionMapping },
  mapping: QuestionMapping,
) => {
  const meaning = 'unknown' in problem ? problem.unknown : problem.twice;
  const column = mapping[meaning] ?? '';
  const message =
    'unknown' in problem ? `The sheet has no column “${column}”.` : `The column “${column}” was chosen for two things.`;
  return failure('VALIDATION', message, { fieldErrors: { [`mapping.${meaning}`]: message } });
};

/** Reads the questions of one sheet by a mapping of its columns. */
export const readFileQuestions = async (input: ReadQuestionsInput): Promise<Result<FileQuestions>> => {
  let file: ReadFile;
  try {
    file = await readTables(input.path);
  } catch (error) {
    return rejected(error);
  }
  const table = file.tables.find(({ name }) => name === input.sheet);
  if (!table) {
    return failure('NOT_FOUND', `The file has no sheet “${input.sheet}”.`, { hint: 'Choose the file again.' });
  }
  const layout = layOut(table, input.headerRow);
  const read = readMapping(layout, input.mapping);
  if (!('meanings' in read)) return mappingFailure(read, input.mapping);
  const lines = layout.rows.map(({ row, cells }) => ({ line: row, cells }));
  const options = layout.header ? { header: layout.header } : {};
  const questions: FileQuestions = { ...file, headerRow: layout.headerRow, items: [], skipped: [] };
  for (const line of readLines(lines, read.meanings, options)) {
    if ('item' in line) questions.items.push({ row: line.line, item: line.item });
    else questions.skipped.push({ row: line.line, reason: explainSkip(line.skipped) });
  }
  const { fileName, sha256, headerRow, items, skipped } = questions;
  return success({ fileName, sha256, headerRow, items, skipped });
};
