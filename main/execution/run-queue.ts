/**
 * Runs jobs side by side, but never two of one lane at a time: a lane is a connector, and a client's system gets one
 * query at a time. Jobs of a lane run in the order in which they came.
 */
export interface RunQueue<Job> {
  add(job: Job): void;
  /** Takes jobs that have not started out of the queue. */
  removeWaiting(matches: (job: Job) => boolean): Job[];
  /** Resolves when nothing waits or runs. */
  whenIdle(): Promise<void>;
}

export const createRunQueue = <Job>(options: {
  laneOf: (job: Job) => string;
  /** Must not reject: what goes wrong in a run is the run's own end. */
  run: (job: Job) => Promise<void>;
  mostAtOnce: number;
}): RunQueue<Job> => {
  let waiting: Job[] = [];
  const busyLanes = new Set<string>();
  let idleListeners: (() => void)[] = [];

  const startNext = (): void => {
    while (busyLanes.size < options.mostAtOnce) {
      const next = waiting.find((job) => !busyLanes.has(options.laneOf(job)));
      if (next === undefined) break;
      waiting = waiting.filter((job) => job !== next);
      void runInLane(next);
    }
    if (busyLanes.size === 0 && waiting.length === 0) {
      for (const listener of idleListeners.splice(0)) listener();
    }
  };

  const runInLane = async (job: Job): Promise<void> => {
    const lane = options.laneOf(job);
    busyLanes.add(lane);
    try {
      await options.run(job);
    } finally {
      busyLanes.delete(lane);
      startNext();
    }
  };

  return {
    add: (job) => {
      waiting.push(job);
      startNext();
    },
    removeWaiting: (matches) => {
      const removed = waiting.filter(matches);
      waiting = waiting.filter((job) => !matches(job));
      return removed;
    },
    whenIdle: () =>
      new Promise((resolve) => {
        idleListeners = [...idleListeners, resolve];
        startNext();
      }),
  };
};
