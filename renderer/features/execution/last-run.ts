import type { Analysis, Execution } from '../../../preload/contract';
import { isActive } from './run-figures';

/** How what a question would run now has run before: on its connector, with its query as it is. */
export interface LastRun {
  state: 'never' | 'changed' | 'failed' | 'going' | 'succeeded';
  /** The newest run that says so; null where there was none. */
  execution: Execution | null;
}

const stateOfRun = ({ status }: Execution): LastRun['state'] => {
  if (isActive(status)) return 'going';
  return status === 'succeeded' ? 'succeeded' : 'failed';
};

/** Of one question's runs, the newest first. What an earlier application ran is no result. */
export const lastRunOf = (
  analysis: Pick<Analysis, 'connectorId' | 'query'> | undefined,
  executions: readonly Execution[],
): LastRun => {
  const own = executions.filter(({ imported }) => !imported);
  const same = own.find(({ connectorId, query }) => connectorId === analysis?.connectorId && query === analysis?.query);
  if (same) return { state: stateOfRun(same), execution: same };
  const [newest = null] = own;
  return { state: newest ? 'changed' : 'never', execution: newest };
};

/** Whether a question is run unless a person says otherwise: it has no result of what it would run now. */
export const isDue = ({ state }: LastRun): boolean => state !== 'succeeded' && state !== 'going';
