import type { Question } from '../../../preload/contract';
import { type QuestionState, questionStates } from './question-state';

/** One process of an audit: how many of its questions are in each state. */
export interface Coverage {
  process: string;
  total: number;
  counts: Record<QuestionState, number>;
}

const noCounts = (): Record<QuestionState, number> =>
  Object.fromEntries(questionStates.map((state) => [state, 0])) as Record<QuestionState, number>;

/** Counts process × state; the processes in the order in which they first appear. */
export const countCoverage = (
  questions: readonly Question[],
  stateOf: (questionId: string) => QuestionState,
): Coverage[] => {
  const byProcess = new Map<string, Coverage>();
  for (const { process, questionId } of questions) {
    const row = byProcess.get(process) ?? { process, total: 0, counts: noCounts() };
    row.total += 1;
    row.counts[stateOf(questionId)] += 1;
    byProcess.set(process, row);
  }
  return [...byProcess.values()];
};
