import type { Execution } from '../../../preload/contract';
import { inOrderOfStarts } from '../execution/run-order';

const namesOf = (run: Execution): string => JSON.stringify(run.columns.map(({ name }) => name));

/** The lower, the likelier it is the counterpart of a run whose columns have these names. */
const distanceOf = (execution: Execution, names: string, other: Execution): number => {
  if (other.questionId === execution.questionId) return 0;
  const sameColumns = namesOf(other) === names;
  const sameQuery = other.query === execution.query;
  if (sameColumns) return sameQuery ? 1 : 2;
  return sameQuery ? 3 : 4;
};

/** The runs that one can be compared with, which have evidence from the same tool type: the likeliest first, of those in the order of the runs' list. */
export const comparableRuns = (execution: Execution, executions: readonly Execution[]): Execution[] => {
  const names = namesOf(execution);
  return inOrderOfStarts(executions)
    .filter(({ id, toolType, sha256 }) => id !== execution.id && toolType === execution.toolType && sha256 !== null)
    .map((run) => ({ run, distance: distanceOf(execution, names, run) }))
    .toSorted((left, right) => left.distance - right.distance)
    .map(({ run }) => run);
};
