import { insertQuestions, listQuestions, type QuestionRecord, updateQuestions } from '../../db';
import type { Input, QuestionItem, Value } from '../../preload/contract';
import type { FileTokens } from '../files/file-tokens';
import { groupBy } from '../group-by';
import type { QuestionFiles } from '../questions/question-file-client';
import { failure, type Result, success } from '../result';
import { requireOpenApplication } from './application-service';
import { createQuestionIds } from './question-ids';
import { record, type ServiceContext } from './service-context';

type FileType = QuestionRecord['fileType'];

export interface ImportPlan {
  added: QuestionRecord[];
  changed: { before: QuestionRecord; after: QuestionRecord }[];
  unchanged: number;
}

/** What a line and an earlier question have in common when they are the same one, the surest first. */
const likenesses: ((line: QuestionItem) => unknown[])[] = [
  ({ questionNumber, question }) => [questionNumber, question],
  // A line that is inserted gives those behind it new numbers: the words say which question it was.
  ({ process, subProcess, question }) => [process, subProcess, question],
  ({ question }) => [question],
  ({ questionNumber }) => [questionNumber],
];

/**
 * Finds for each line of a file the question that an earlier import of such a file made of it: by its text, else by its
 * number; among several alike by their order. A line without a number is found only among the questions without one.
 */
const matchExisting = (
  existing: readonly QuestionRecord[],
  items: readonly QuestionItem[],
): (QuestionRecord | undefined)[] => {
  const found = new Map<QuestionItem, QuestionRecord>();
  const taken = new Set<QuestionRecord>();
  likenesses.forEach((likeness, step) => {
    const keyOf = (line: QuestionItem) => JSON.stringify(likeness(line));
    const open = groupBy(
      existing.filter((question) => !taken.has(question)),
      keyOf,
    );
    for (const item of items) {
      if (found.has(item) || (step > 0 && item.questionNumber === '')) continue;
      const question = open.get(keyOf(item))?.shift();
      if (!question) continue;
      found.set(item, question);
      taken.add(question);
    }
  });
  return items.map((item) => found.get(item));
};

const differs = (question: QuestionRecord, item: QuestionItem): boolean =>
  question.questionNumber !== item.questionNumber ||
  question.process !== item.process ||
  question.subProcess !== item.subProcess ||
  question.question !== item.question;

/** What importing a file changes: a line that was imported before updates its question, the others are added. */
export const planImport = (
  existing: readonly QuestionRecord[],
  items: readonly QuestionItem[],
  fileType: FileType,
): ImportPlan => {
  const nextId = createQuestionIds(existing.map(({ questionId }) => questionId));
  const matches = matchExisting(
    existing.filter((question) => question.fileType === fileType),
    items,
  );
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0 };
  items.forEach((item, index) => {
    const before = matches[index];
    if (!before) plan.added.push({ questionId: nextId(item.questionNumber, fileType), fileType, ...item });
    else if (differs(before, item)) plan.changed.push({ before, after: { ...before, ...item } });
    else plan.unchanged += 1;
  });
  return plan;
};

/** So many skipped rows stand in the audit log one by one; of more, their number. */
const recordedSkips = 1_000;

const changedSince = () =>
  failure('FILE_REJECTED', 'The file has changed since it was shown. Nothing was imported.', {
    hint: 'Choose the file again and look at it as it is now.',
  });

/** Reads question files and imports them. */
export const createQuestionImport = (context: ServiceContext, fileTokens: FileTokens, questionFiles: QuestionFiles) => {
  const { db } = context;
  /** What a person was shown, by token. */
  const shown = new Map<string, string>();

  const readFile = async ({
    fileToken,
    sheet,
    headerRow,
  }: Input<'questions', 'readFile'>): Promise<Result<Value<'questions', 'readFile'>>> => {
    const path = fileTokens.resolve(fileToken);
    if (!path.ok) return path;
    const preview = await questionFiles.previewFile({
      path: path.value,
      ...(sheet !== undefined && { sheet }),
      ...(headerRow !== undefined && { headerRow }),
    });
    if (!preview.ok) return preview;
    const { sha256, ...value } = preview.value;
    shown.set(fileToken, sha256);
    return success(value);
  };

  const importFile = async (input: Input<'questions', 'import'>): Promise<Result<Value<'questions', 'import'>>> => {
    const { applicationId, fileToken, sheet, headerRow, mapping, fileType } = input;
    const found = requireOpenApplication(context, applicationId);
    if (!found.ok) return found;
    const path = fileTokens.resolve(fileToken);
    if (!path.ok) return path;
    const read = await questionFiles.readFileQuestions({
      path: path.value,
      sheet,
      mapping,
      ...(headerRow !== undefined && { headerRow }),
    });
    if (!read.ok) return read;
    if (shown.has(fileToken) && shown.get(fileToken) !== read.value.sha256) return changedSince();
    // Reading took a while: the application may have been archived or its questions changed meanwhile.
    const stillOpen = requireOpenApplication(context, applicationId);
    if (!stillOpen.ok) return stillOpen;
    const { fileName, sha256, items, skipped } = read.value;
    const plan = planImport(
      listQuestions(db, applicationId),
      items.map(({ item }) => item),
      fileType,
    );
    db.transaction(() => {
      insertQuestions(db, applicationId, plan.added);
      updateQuestions(
        db,
        applicationId,
        plan.changed.map(({ after }) => after),
      );
      record(context, 'questions.imported', `application/${applicationId}`, {
        applicationId,
        ciId: found.value.ciId,
        file: { name: fileName, sha256, sheet, headerRow: read.value.headerRow, mapping, fileType },
        added: plan.added,
        changed: plan.changed,
        unchanged: plan.unchanged,
        skippedRows: skipped.length,
        skipped: skipped.slice(0, recordedSkips),
      });
    })();
    return success({
      imported: plan.added.length,
      updated: plan.changed.length,
      unchanged: plan.unchanged,
      skipped,
    });
  };

  return { readFile, import: importFile };
};
