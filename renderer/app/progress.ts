import type { Analysis, Execution, Question } from '../../preload/contract';
import { stateOf } from '../features/analysis/question-state';

/** The counts beside an application's steps. */
export interface Progress {
  questions: number;
  /** Questions that are ready to run: one connector and a query. */
  analysed: number;
  /** Questions with a complete, successful execution. */
  executed: number;
}

const isReady = (analysis: Analysis): boolean => stateOf(analysis) === 'ready';

const hasEvidence = (execution: Execution): boolean => execution.status === 'succeeded' && execution.complete;

/** Counts questions, not rows: a question that ran five times counts once, one that was removed not at all. */
export const countProgress = (questions: Question[], analyses: Analysis[], executions: Execution[]): Progress => {
  const present = new Set(questions.map((question) => question.questionId));
  const countPresent = (questionIds: string[]) => new Set(questionIds.filter((id) => present.has(id))).size;
  return {
    questions: questions.length,
    analysed: countPresent(analyses.filter(isReady).map((analysis) => analysis.questionId)),
    executed: countPresent(executions.filter(hasEvidence).map((execution) => execution.questionId)),
  };
};
