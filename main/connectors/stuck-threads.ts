/**
 * Threads that were given up while native code had not let go of them. Only the end of the process stops those, so the
 * execution process ends itself when there are any and nothing else runs in it.
 */
let stuck = 0;

export const noteStuckThread = (): void => {
  stuck += 1;
};

/** The thread has ended after all. */
export const noteFreedThread = (): void => {
  stuck -= 1;
};

export const hasStuckThreads = (): boolean => stuck > 0;
