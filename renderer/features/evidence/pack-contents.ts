import { type Analysis, type Execution, groupBy, type Question } from '../../../preload/contract';
import { isActive } from '../execution/run-figures';
import { type WithoutEvidence, whyWithout } from './without-evidence';

/** What an evidence pack exported now would hold. */
export interface PackContents {
  /** Runs that have ended, in the order of their questions, of each the newest first. */
  executions: Execution[];
  /** How many of them hold an evidence file. */
  files: number;
  /** How many of those files the audit stands on. */
  final: number;
  /** Questions that no evidence file answers, those to which a person gave no reason first. */
  without: WithoutEvidence[];
  /** How many of those files do not hold all rows. */
  incomplete: number;
  /** Runs that still go on and would be missing. */
  goingOn: number;
}

/** Sorts an application's runs into what a pack holds and what it would miss, also of its questions. */
export const packContents = (
  executions: readonly Execution[],
  questions: readonly Question[],
  analyses: ReadonlyMap<string, Analysis>,
): PackContents => {
  const ended = executions.filter((execution) => !isActive(execution.status));
  const sealed = ended.filter((execution) => execution.sha256 !== null);
  const answered = new Set(sealed.map(({ questionId }) => questionId));
  const runsOf = groupBy(
    executions.toSorted((left, right) => right.id - left.id),
    ({ questionId }) => questionId,
  );
  const without = questions
    .filter(({ questionId }) => !answered.has(questionId))
    .map((question) => {
      const { questionId } = question;
      return { question, why: whyWithout(analyses.get(questionId), runsOf.get(questionId) ?? []) };
    });
  return {
    executions: inOrderOf(questions, ended),
    files: sealed.length,
    final: sealed.filter((execution) => execution.final).length,
    without: [...without.filter(isOpen), ...without.filter((each) => !isOpen(each))],
    incomplete: sealed.filter((execution) => !execution.complete).length,
    goingOn: executions.length - ended.length,
  };
};

/** Whether nobody said of a question without evidence that it can't be answered. */
export const isOpen = ({ why }: WithoutEvidence): boolean => why.kind !== 'not-answerable';

/** Runs of questions that were removed since come last. */
const inOrderOf = (questions: readonly Question[], executions: readonly Execution[]): Execution[] => {
  const places = new Map(questions.map(({ questionId }, index) => [questionId, index]));
  const placeOf = ({ questionId }: Execution) => places.get(questionId) ?? questions.length;
  return executions.toSorted((left, right) => placeOf(left) - placeOf(right) || right.id - left.id);
};
