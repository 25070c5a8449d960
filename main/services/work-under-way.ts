/** Work that must come to its end before the store is closed: a pack that is written, an import. */
export interface WorkUnderWay {
  isAny(): boolean;
  /** Counts `work` until it has ended, however it went. */
  during<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** `onEnd` is told each time that something has ended, once those who waited for it have gone on. */
export const createWorkUnderWay = (onEnd: () => void): WorkUnderWay => {
  let count = 0;
  return {
    isAny: () => count > 0,
    during: async (work) => {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        setImmediate(onEnd);
      }
    },
  };
};
