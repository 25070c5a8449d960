import type { Execution } from '../../../preload/contract';
import { inOrderOfStarts } from '../execution/run-order';

/** The lower, the likelier it is the counterpart of a run. */
const distanceOf = (execution: Execution, other: Execution): number => {
  if (other.questionId === execution.questionId) return 0;
  const names = (run: Execution) => JSON.stringify(run.columns.map(({ name }) => name));
  const sameColumns = names(other) === names(execution);
  const sameQuery = other.query === execution.query;
  if (sameColumns) return sameQuery ? 1 : 2;
  return sameQuery ? 3 : 4;
};

/** The runs that one can be compared with, which have evidence from the same tool type: the likeliest first, of those in the order of the runs' list. */
export const comparableRuns = (execution: Execution, executions: readonly Execution[]): Execution[] =>
  inOrderOfStarts(executions)
    .filter(({ id, toolType, sha256 }) => id !== execution.id && toolType === execution.toolType && sha256 !== null)
    .map((run) => ({ run, distance: distanceOf(execution, run) }))
    .toSorted((left, right) => left.distance - right.distance)
    .map(({ run }) => run);
