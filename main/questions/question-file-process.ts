/** The program that reads a client's question file, beside main: whatever the file does, it does it to this process. */
import { openParentPort } from '../processes/parent-port';
import { serveOperations } from '../processes/requests';
import { previewFile, readFileQuestions } from './question-file';

const operations = { previewFile, readFileQuestions };

export type QuestionFileOperations = typeof operations;

serveOperations(openParentPort(), operations);
