import type { Analysis, Execution, Question } from '../../preload/contract';
import { isDealtWith, stateOf } from '../features/analysis/question-state';

/** The counts beside an application's steps. */
export interface Progress {
  questions: number;
  /** Questions that are ready to run, one connector and a query, or that no system answers. */
  analysed: number;
  /** Questions that Step 4 is there for: all but those that no system answers. */
  toExecute: number;
  /** Questions with a complete, successful execution. */
  executed: number;
}

const isAnalysed = (analysis: Analysis): boolean => isDealtWith(stateOf(analysis));

const hasEvidence = (execution: Execution): boolean => execution.status === 'succeeded' && execution.complete;

/** Counts questions, not rows: a question that ran five times counts once, one that was removed not at all. */
export const countProgress = (questions: Question[], analyses: Analysis[], executions: Execution[]): Progress => {
  const present = new Set(questions.map((question) => question.questionId));
  const countPresent = (questionIds: string[]) => new Set(questionIds.filter((id) => present.has(id))).size;
  const answered = new Set(executions.filter(hasEvidence).map((execution) => execution.questionId));
  const isLeftOut = ({ questionId, notAnswerable }: Analysis) =>
    notAnswerable !== undefined && !answered.has(questionId);
  return {
    questions: questions.length,
    analysed: countPresent(analyses.filter(isAnalysed).map((analysis) => analysis.questionId)),
    toExecute: questions.length - countPresent(analyses.filter(isLeftOut).map((analysis) => analysis.questionId)),
    executed: countPresent([...answered]),
  };
};
