/** Which column of a sheet is taken for what, and what its first lines become. No React and no bridge in here. */
import {
  mappedColumns,
  type PlannedLine,
  planLines,
  type Question,
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

/** A line of the preview with what it does to the questions that are there; a line that is left out does nothing. */
export type PreviewLine = ReadLine & { plan?: PlannedLine<Question> | undefined };

/** Tells of each line whether it is new or changes one of the questions of the same kind of file. */
export const planPreview = (
  lines: readonly ReadLine[],
  stored: readonly Question[],
  choice: ColumnChoice,
): PreviewLine[] => {
  const items = lines.flatMap((line) => ('item' in line ? [line.item] : []));
  const plans = planLines(stored, items, mappedColumns(choice)).values();
  return lines.map((line) => ('item' in line ? { ...line, plan: plans.next().value } : line));
};

/** How many lines are new, change a question and leave it as it is, and the columns in which some change. */
export const countPlans = (lines: readonly PreviewLine[]) => {
  const plans = lines.flatMap(({ plan }) => plan ?? []);
  const added = plans.filter(({ before }) => !before).length;
  const changing = plans.filter(({ changed }) => changed.length > 0);
  const columns = questionColumns.filter((column) => changing.some(({ changed }) => changed.includes(column)));
  return { added, changed: changing.length, unchanged: plans.length - added - changing.length, columns };
};

type Row = readonly string[];

/** The column for which most rows hold, of at least half of them; -1 where there is none. */
const fullestColumn = (width: number, rows: readonly Row[], holds: (row: Row, column: number) => boolean): number => {
  const counts = Array.from({ length: width }, (_value, column) => rows.filter((row) => holds(row, column)).length);
  const most = Math.max(0, ...counts);
  return most > 0 && most >= rows.length / 2 ? counts.indexOf(most) : -1;
};

/** The columns that hold what the stored questions hold, found by the questions' texts: how such a file was read before. */
const recallChoice = ({ columns, sampleRows }: QuestionSheet, stored: readonly Question[]): Partial<ColumnChoice> => {
  const byText = new Map(stored.map((question) => [question.question, question]));
  const counts = columns.map((_name, column) => sampleRows.filter((row) => byText.has(row[column] ?? '')).length);
  const most = Math.max(0, ...counts);
  if (most === 0) return {};
  const texts = counts.indexOf(most);
  const storedAs = (row: Row) => byText.get(row[texts] ?? '');
  const recalled: Partial<ColumnChoice> = { question: columns[texts] ?? null };
  for (const meaning of ['questionNumber', 'process', 'subProcess'] as const) {
    const known = sampleRows.filter((row) => storedAs(row)?.[meaning]);
    const found = fullestColumn(columns.length, known, (row, column) => storedAs(row)?.[meaning] === row[column]);
    const name = columns[found];
    if (name !== undefined && !Object.values(recalled).includes(name)) recalled[meaning] = name;
  }
  return recalled;
};

/** The choice to begin with: the columns as the stored questions were read from them, else as the file suggests. */
export const proposeChoice = (sheet: QuestionSheet, stored: readonly Question[]): ColumnChoice => {
  const recalled = recallChoice(sheet, stored);
  const taken = Object.values(recalled);
  const propose = (meaning: QuestionColumn): string | null => {
    const suggested = sheet.suggestedMapping[meaning];
    return recalled[meaning] ?? (taken.includes(suggested) ? null : suggested);
  };
  return Object.fromEntries(questionColumns.map((meaning) => [meaning, propose(meaning)])) as ColumnChoice;
};
