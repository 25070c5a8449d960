import type { ExecutionRecord } from '../../db';
import type { Environment, Execution, GuardReport, TickmarkError, TruncationCause } from '../../preload/contract';

/** An execution as the bridge answers it. */
export const toExecution = ({
  evidenceName: _evidenceName,
  questionNumber: _questionNumber,
  question: _question,
  createdAt: _createdAt,
  expectedFingerprint: _expectedFingerprint,
  truncatedBy,
  incompleteBecause,
  error,
  environment,
  guard,
  ...execution
}: ExecutionRecord): Execution => ({
  ...execution,
  environment: environment as Environment,
  guard: guard as GuardReport,
  ...(truncatedBy !== null && { truncatedBy: truncatedBy as TruncationCause }),
  ...(incompleteBecause !== null && { incompleteBecause }),
  ...(error !== null && { error: error as TickmarkError }),
});
