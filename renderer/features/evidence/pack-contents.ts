import type { Analysis, Execution, Question } from '../../../preload/contract';
import { isActive } from '../execution/run-figures';

/** What an evidence pack exported now would hold. */
export interface PackContents {
  /** Runs that have ended, the newest first. */
  executions: Execution[];
  /** How many of them hold an evidence file. */
  files: number;
  /** How many of those files the audit stands on. */
  final: number;
  /** Questions that no evidence file answers, and nobody said why. */
  unanswered: Question[];
  /** Questions without evidence of which a person said why no system answers them. */
  notAnswerable: { question: Question; reason: string }[];
  /** How many of those files do not hold all rows. */
  incomplete: number;
  /** Runs that still go on and would be missing. */
  goingOn: number;
}

/** Sorts an application's runs into what a pack holds and what it would miss, also of its questions. */
export const packContents = (
  executions: readonly Execution[],
  questions: readonly Question[],
  analyses: ReadonlyMap<string, Pick<Analysis, 'notAnswerable'>>,
): PackContents => {
  const ended = executions.filter((execution) => !isActive(execution.status));
  const sealed = ended.filter((execution) => execution.sha256 !== null);
  const answered = new Set(sealed.map(({ questionId }) => questionId));
  const without = questions.filter(({ questionId }) => !answered.has(questionId));
  const reasonOf = ({ questionId }: Question) => analyses.get(questionId)?.notAnswerable;
  return {
    executions: ended.toSorted((left, right) => right.id - left.id),
    files: sealed.length,
    final: sealed.filter((execution) => execution.final).length,
    unanswered: without.filter((question) => reasonOf(question) === undefined),
    notAnswerable: without.flatMap((question) => {
      const reason = reasonOf(question);
      return reason === undefined ? [] : [{ question, reason }];
    }),
    incomplete: sealed.filter((execution) => !execution.complete).length,
    goingOn: executions.length - ended.length,
  };
};
