import type { ExecutionProgress } from '../../preload/contract';

/** How many runs came to which end while somebody was waiting for them. */
export interface RunsEnded {
  succeeded: number;
  failed: number;
}

export interface AttentionOptions {
  /** A share from 0 to 1, or -1 for no bar: what `BrowserWindow.setProgressBar` takes. */
  showProgress(share: number): void;
  /** Called when the last of the runs has ended. */
  allEnded(runs: RunsEnded): void;
}

const isUnderway = ({ status }: ExecutionProgress): boolean => status === 'queued' || status === 'running';

/** Follows runs from their progress: the bar of the taskbar while any is underway, and one word when all have ended. */
export const createRunAttention = ({ showProgress, allEnded }: AttentionOptions) => {
  const underway = new Set<number>();
  let ended: RunsEnded = { succeeded: 0, failed: 0 };

  const settle = (status: ExecutionProgress['status']): void => {
    // What a person cancelled they know of.
    if (status === 'succeeded') ended.succeeded += 1;
    else if (status !== 'cancelled') ended.failed += 1;
  };

  return (progress: ExecutionProgress): void => {
    if (isUnderway(progress)) underway.add(progress.executionId);
    else if (underway.delete(progress.executionId)) settle(progress.status);
    else return;

    const done = ended.succeeded + ended.failed;
    showProgress(underway.size > 0 ? done / (done + underway.size) : -1);
    if (underway.size > 0) return;
    const runs = ended;
    ended = { succeeded: 0, failed: 0 };
    if (runs.succeeded + runs.failed > 0) allEnded(runs);
  };
};
