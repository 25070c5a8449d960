/** A step took longer than it was given. */
export class DeadlinePassed extends Error {
  constructor(milliseconds: number) {
    super(`No answer within ${milliseconds} ms.`);
  }
}

/**
 * The promise's outcome, or a `DeadlinePassed` rejection after `milliseconds`. `giveUp` is then called to stop what
 * the promise waits for; its late outcome is dropped.
 */
export const within = async <Value>(
  milliseconds: number,
  promise: Promise<Value>,
  giveUp: () => void = () => {},
): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlinePassed(milliseconds));
      giveUp();
    }, milliseconds);
  });
  promise.catch(() => {});
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
};

/** Calls `listener` once when the signal is aborted, also when it already is; answers how to stop listening. */
export const onAbort = (signal: AbortSignal, listener: () => void): (() => void) => {
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
};
