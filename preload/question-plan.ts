/**
 * What the lines of a file become in an audit that has questions: main imports by it, and the window shows beforehand what
 * an import will do. Pure: no Electron, no schema.
 */
import { groupBy } from './group-by';
import { type QuestionColumn, type QuestionItem, questionColumns } from './question-columns';

/** What a line becomes: a question of its own, or the one that an earlier import made of it. */
export interface PlannedLine<Stored extends QuestionItem> {
  /** The question that the line belongs to; undefined where it is a new one. */
  before: Stored | undefined;
  /** The question as it will be: what a column without a place in the file holds is kept. */
  after: QuestionItem;
  changed: QuestionColumn[];
}

/** What a line and an earlier question have in common when they are the same one, the surest first. */
const likenesses: readonly (readonly QuestionColumn[])[] = [
  ['questionNumber', 'question'],
  // A line that is inserted gives those behind it new numbers: the words say which question it was.
  ['process', 'subProcess', 'question'],
  ['question'],
  ['questionNumber'],
];

/** The likenesses that a file can have: without numbers only words tell, and nothing is alike in a column that it lacks. */
const likenessesOf = (columns: readonly QuestionColumn[]): QuestionColumn[][] =>
  likenesses
    .filter((likeness) => columns.includes('questionNumber') || !likeness.includes('questionNumber'))
    .map((likeness) => likeness.filter((column) => columns.includes(column)));

/**
 * Finds for each line of a file the question that an earlier import of such a file made of it: by its text, else by its
 * number; among several alike by their order. A line whose number is empty is found only among the questions without one.
 */
const matchStored = <Stored extends QuestionItem>(
  stored: readonly Stored[],
  items: readonly QuestionItem[],
  columns: readonly QuestionColumn[],
): (Stored | undefined)[] => {
  const found = new Map<QuestionItem, Stored>();
  const taken = new Set<Stored>();
  const lacksNumber = (item: QuestionItem) => columns.includes('questionNumber') && item.questionNumber === '';
  likenessesOf(columns).forEach((likeness, step) => {
    const keyOf = (item: QuestionItem) => JSON.stringify(likeness.map((column) => item[column]));
    const open = groupBy(
      stored.filter((question) => !taken.has(question)),
      keyOf,
    );
    for (const item of items) {
      if (found.has(item) || (step > 0 && lacksNumber(item))) continue;
      const question = open.get(keyOf(item))?.shift();
      if (!question) continue;
      found.set(item, question);
      taken.add(question);
    }
  });
  return items.map((item) => found.get(item));
};

/**
 * Plans each line of a file. `stored` are the questions of the same kind of file, `columns` those that have a place in the
 * file: of a question that is there already, no other one is touched.
 */
export const planLines = <Stored extends QuestionItem>(
  stored: readonly Stored[],
  items: readonly QuestionItem[],
  columns: readonly QuestionColumn[],
): PlannedLine<Stored>[] => {
  const matches = matchStored(stored, items, columns);
  return items.map((item, index) => {
    const before = matches[index];
    if (!before) return { before, after: item, changed: [] };
    const changed = columns.filter((column) => before[column] !== item[column]);
    const { questionNumber, process, subProcess, question } = before;
    const after: QuestionItem = { questionNumber, process, subProcess, question };
    for (const column of changed) after[column] = item[column];
    return { before, after, changed };
  });
};

/** The columns that a mapping gives a place in the file. */
export const mappedColumns = (mapping: Partial<Record<QuestionColumn, string | null | undefined>>): QuestionColumn[] =>
  questionColumns.filter((column) => mapping[column]);
