import type { StartProcess } from '../processes/port';
import { createRestartingProcess } from '../processes/restarting-process';
import { createTurns } from '../processes/turns';
import { failure, type Result } from '../result';
import type { FilePreview, FileQuestions, PreviewInput, ReadQuestionsInput } from './question-file';
import type { QuestionFileOperations } from './question-file-process';

/** The process that reads question files, as main's services see it. */
export interface QuestionFiles {
  previewFile(input: PreviewInput): Promise<Result<FilePreview>>;
  readFileQuestions(input: ReadQuestionsInput): Promise<Result<FileQuestions>>;
  stop(): void;
}

/**
 * The limits on work (work-limits.ts) refuse a hostile file long before. This is for what nobody thought of, so it may
 * be patient with a busy computer.
 */
const deadline = 20_000;

const ownFile = 'Copy the questions to a workbook of their own, or save them as CSV, and choose that file.';

const gaveUp = () =>
  failure('FILE_REJECTED', `Reading the file took more than ${deadline / 1000} seconds, so it was stopped.`, {
    hint: ownFile,
  });

const ended = () => failure('FILE_REJECTED', 'The file needs more memory than Tickmark gives it.', { hint: ownFile });

/** Reads one file at a time, each in a process of its own that ends with it. */
export const createQuestionFiles = (startProcess: StartProcess): QuestionFiles => {
  const child = createRestartingProcess<QuestionFileOperations>(startProcess, 'question-file-process');
  const inTurn = createTurns(child, deadline);

  /** The process ends with each file. */
  const readInTurn = <Value>(read: () => Promise<Result<Value>>): Promise<Result<Value>> =>
    inTurn(
      () => read().finally(child.stop),
      (late) => (late ? gaveUp() : ended()),
    );

  return {
    previewFile: (input) => readInTurn(() => child.request('previewFile', input)),
    readFileQuestions: (input) => readInTurn(() => child.request('readFileQuestions', input)),
    stop: child.stop,
  };
};
