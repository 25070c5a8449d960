import type { Execution, ExecutionStatus, Question } from '../../../preload/contract';
import { completenessOf } from './run-figures';

/** Which runs the list shows: by how they ended or what they are, and by a text. */
export interface RunFilter {
  status: ExecutionStatus | 'final' | 'empty' | '';
  search: string;
}

export const everyRun: RunFilter = { status: '', search: '' };

const hasStatus = (execution: Execution, status: RunFilter['status']): boolean => {
  if (status === '') return true;
  if (status === 'final') return execution.final;
  if (status === 'empty') return completenessOf(execution)?.kind === 'empty' && !execution.imported;
  return execution.status === status;
};

/** Whether a run passes; the text is sought in its question's number and words and in its connector's name. */
export const isShown = (
  execution: Execution,
  question: Question | undefined,
  { status, search }: RunFilter,
): boolean => {
  const { questionId, connectorName } = execution;
  const text = `${question?.questionNumber ?? questionId} ${question?.question ?? ''} ${connectorName}`;
  return hasStatus(execution, status) && text.toLowerCase().includes(search.trim().toLowerCase());
};
