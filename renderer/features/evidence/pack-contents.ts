import type { Execution, Question } from '../../../preload/contract';
import { isActive } from '../execution/run-figures';

/** What an evidence pack exported now would hold. */
export interface PackContents {
  /** Runs that have ended, the newest first. */
  executions: Execution[];
  /** How many of them hold an evidence file. */
  files: number;
  /** How many of those files the audit stands on. */
  final: number;
  /** Questions that no evidence file answers. */
  unanswered: Question[];
  /** How many of those files do not hold all rows. */
  incomplete: number;
  /** Runs that still go on and would be missing. */
  goingOn: number;
}

/** Sorts an application's runs into what a pack holds and what it would miss, also of its questions. */
export const packContents = (executions: readonly Execution[], questions: readonly Question[]): PackContents => {
  const ended = executions.filter((execution) => !isActive(execution.status));
  const sealed = ended.filter((execution) => execution.sha256 !== null);
  const answered = new Set(sealed.map(({ questionId }) => questionId));
  return {
    executions: ended.toSorted((left, right) => right.id - left.id),
    files: sealed.length,
    final: sealed.filter((execution) => execution.final).length,
    unanswered: questions.filter(({ questionId }) => !answered.has(questionId)),
    incomplete: sealed.filter((execution) => !execution.complete).length,
    goingOn: executions.length - ended.length,
  };
};
