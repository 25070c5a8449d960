import { insertQuestions, listQuestions, type QuestionRecord, updateQuestions } from '../../db';
import {
  type Input,
  mappedColumns,
  planLines,
  type QuestionColumn,
  type QuestionItem,
  type Value,
} from '../../preload/contract';
import type { FileTokens } from '../files/file-tokens';
import type { QuestionFiles } from '../questions/question-file-client';
import { failure, type Result, success } from '../result';
import { requireOpenApplication } from './application-service';
import { createQuestionIds } from './question-ids';
import { record, type ServiceContext } from './service-context';

type FileType = QuestionRecord['fileType'];

export interface ImportPlan {
  added: QuestionRecord[];
  changed: { before: QuestionRecord; after: QuestionRecord }[];
  /** The columns in which a question changes. */
  changedColumns: QuestionColumn[];
  unchanged: number;
}

/**
 * What importing a file changes: a line that was imported before updates its question, in the columns that have a place in
 * the file; the others are added.
 */
export const planImport = (
  existing: readonly QuestionRecord[],
  items: readonly QuestionItem[],
  fileType: FileType,
  columns: readonly QuestionColumn[],
): ImportPlan => {
  const nextId = createQuestionIds(existing.map(({ questionId }) => questionId));
  const stored = existing.filter((question) => question.fileType === fileType);
  const lines = planLines(stored, items, columns);
  const changedColumns = columns.filter((column) => lines.some(({ changed }) => changed.includes(column)));
  const plan: ImportPlan = { added: [], changed: [], changedColumns, unchanged: 0 };
  for (const { before, after, changed } of lines) {
    if (!before) plan.added.push({ questionId: nextId(after.questionNumber, fileType), fileType, ...after });
    else if (changed.length > 0) plan.changed.push({ before, after: { ...before, ...after } });
    else plan.unchanged += 1;
  }
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
      mappedColumns(mapping),
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
      updatedColumns: plan.changedColumns,
      unchanged: plan.unchanged,
      skipped,
    });
  };

  return { readFile, import: importFile };
};
