import type { Failure, Result } from '../result';

interface RequestQueue {
  /** Runs `work` once all before it has ended, and answers what it answers, or the failure of a missed deadline. */
  run<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>>;
  /** Answers all that has not started yet. */
  failWaiting(failure: Failure): void;
}

type Waiting = { start: () => Promise<void>; fail: (failure: Failure) => void };

const beforeDeadline = <Value>(
  work: Promise<Result<Value>>,
  deadlineMs: number,
  onMissed: () => Failure,
): Promise<Result<Value>> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(onMissed()), deadlineMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/**
 * One piece of work at a time. Its deadline counts from its own start; when it is missed, `onMissed` stops the work and
 * says what happened, and what waits behind it gets that answer too: nobody waits for several deadlines in a row.
 */
export const createRequestQueue = (deadlineMs: number, onMissed: () => Failure): RequestQueue => {
  let waiting: Waiting[] = [];
  let busy = false;

  const failWaiting = (failure: Failure) => {
    const failed = waiting;
    waiting = [];
    for (const entry of failed) entry.fail(failure);
  };

  const missed = () => {
    const failure = onMissed();
    failWaiting(failure);
    return failure;
  };

  const startNext = async () => {
    if (busy) return;
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.start();
    busy = false;
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        const start = () => beforeDeadline(work(), deadlineMs, missed).then(resolve, reject);
        waiting.push({ start, fail: resolve });
        void startNext();
      }),
    failWaiting,
  };
};
