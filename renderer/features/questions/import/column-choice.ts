/** Which column of a sheet is taken for what, and what its first lines become. No React and no bridge in here. */
import {
  type QuestionColumn,
  type QuestionMapping,
  type QuestionSheet,
  questionColumns,
  type ReadLine,
  readLines,
  type SuggestedMapping,
} from '../../../../preload/contract';

/** A column's name for each meaning, or null. */
export type ColumnChoice = SuggestedMapping;

/** What keeps a choice from being imported. */
export type ChoiceProblem = { kind: 'no-question' } | { kind: 'twice'; column: string };

export const findProblem = (choice: ColumnChoice): ChoiceProblem | null => {
  if (choice.question === null) return { kind: 'no-question' };
  const chosen = questionColumns.map((meaning) => choice[meaning]).filter((column) => column !== null);
  const twice = chosen.find((column, index) => chosen.indexOf(column) !== index);
  return twice === undefined ? null : { kind: 'twice', column: twice };
};

/** The choice as `questions.import` takes it; null while it can't be imported. */
export const toMapping = (choice: ColumnChoice): QuestionMapping | null =>
  choice.question === null || findProblem(choice) ? null : { ...choice, question: choice.question };

/** What the sheet's first lines become under a choice, each numbered as in its file. */
export const previewLines = (sheet: QuestionSheet, choice: ColumnChoice): ReadLine[] => {
  const meanings = sheet.columns.map(
    (column): QuestionColumn | null => questionColumns.find((meaning) => choice[meaning] === column) ?? null,
  );
  return readLines(
    sheet.sampleRows.map((cells, index) => ({ line: sheet.sampleRowNumbers[index] ?? 0, cells })),
    meanings,
    sheet.headerRow > 0 ? { header: sheet.columns } : {},
  );
};
