import type { Execution } from '../../../preload/contract';

type Started = Pick<Execution, 'id' | 'questionId' | 'preflightHash'>;

interface Start<Run> {
  preflightHash: string;
  questionIds: Set<string>;
  runs: Run[];
}

/** One check runs each of its questions once; runs of which no check is known came one by one. */
const isOf = (start: Start<Started>, { preflightHash, questionId }: Started): boolean =>
  preflightHash !== '' && preflightHash === start.preflightHash && !start.questionIds.has(questionId);

/** The newest start first; the runs of one start in the order in which they were queued, which is that of the questions. */
export const inOrderOfStarts = <Run extends Started>(executions: readonly Run[]): Run[] => {
  const starts: Start<Run>[] = [];
  for (const run of executions.toSorted((left, right) => left.id - right.id)) {
    let start = starts.at(-1);
    if (!start || !isOf(start, run)) {
      start = { preflightHash: run.preflightHash, questionIds: new Set(), runs: [] };
      starts.push(start);
    }
    start.questionIds.add(run.questionId);
    start.runs.push(run);
  }
  return starts.toReversed().flatMap(({ runs }) => runs);
};
