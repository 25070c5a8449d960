/**
 * Runs jobs side by side, but never two of one lane at a time: a lane is a connector, and a client's system gets one
 * query at a time. Jobs of a lane run in the order in which they came.
 */
export interface RunQueue<Job> {
  add(lane: string, jobs: readonly Job[]): void;
  /** Takes jobs that have not started out of the queue. */
  removeWaiting(matches: (job: Job) => boolean): Job[];
  /** Resolves when nothing waits or runs. */
  whenIdle(): Promise<void>;
}

export const createRunQueue = <Job>(options: {
  /** Must not reject: what goes wrong in a run is the run's own end. */
  run: (job: Job) => Promise<void>;
  mostAtOnce: number;
}): RunQueue<Job> => {
  /** Lanes with jobs that wait, in the order in which they began to wait. */
  const waiting = new Map<string, Job[]>();
  const busyLanes = new Set<string>();
  let idleListeners: (() => void)[] = [];

  const takeNext = (): { lane: string; job: Job } | undefined => {
    for (const [lane, jobs] of waiting) {
      if (busyLanes.has(lane)) continue;
      const job = jobs.shift();
      if (jobs.length === 0) waiting.delete(lane);
      if (job !== undefined) return { lane, job };
    }
    return undefined;
  };

  const startNext = (): void => {
    while (busyLanes.size < options.mostAtOnce) {
      const next = takeNext();
      if (!next) break;
      void runInLane(next.lane, next.job);
    }
    if (busyLanes.size === 0 && waiting.size === 0) {
      for (const listener of idleListeners.splice(0)) listener();
    }
  };

  const runInLane = async (lane: string, job: Job): Promise<void> => {
    busyLanes.add(lane);
    try {
      await options.run(job);
    } finally {
      busyLanes.delete(lane);
      startNext();
    }
  };

  return {
    add: (lane, jobs) => {
      waiting.set(lane, [...(waiting.get(lane) ?? []), ...jobs]);
      startNext();
    },
    removeWaiting: (matches) => {
      const removed: Job[] = [];
      for (const [lane, jobs] of waiting) {
        removed.push(...jobs.filter(matches));
        const left = jobs.filter((job) => !matches(job));
        if (left.length > 0) waiting.set(lane, left);
        else waiting.delete(lane);
      }
      return removed;
    },
    whenIdle: () =>
      new Promise((resolve) => {
        idleListeners = [...idleListeners, resolve];
        startNext();
      }),
  };
};
