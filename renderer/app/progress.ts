import type { Analysis, Execution, Question } from '../../preload/contract';

/** The counts beside an application's steps. */
export interface Progress {
  questions: number;
  /** Questions whose tool type and connector are decided. */
  analysed: number;
  /** Questions with a complete, successful execution. */
  executed: number;
}

const isDecided = (analysis: Analysis): boolean =>
  analysis.resolution === 'selected' || analysis.resolution === 'only-one-of-type';

const hasEvidence = (execution: Execution): boolean => execution.status === 'succeeded' && execution.complete;

/** Counts questions, not rows: a question that ran five times counts once, one that was removed not at all. */
export const countProgress = (questions: Question[], analyses: Analysis[], executions: Execution[]): Progress => {
  const present = new Set(questions.map((question) => question.questionId));
  const countPresent = (questionIds: string[]) => new Set(questionIds.filter((id) => present.has(id))).size;
  return {
    questions: questions.length,
    analysed: countPresent(analyses.filter(isDecided).map((analysis) => analysis.questionId)),
    executed: countPresent(executions.filter(hasEvidence).map((execution) => execution.questionId)),
  };
};
