import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that main may spend on one thing before others have their turn. */
const longestStretch = 15;

/** For a long loop in main, which must not keep the window waiting: what is answered lets others in once a stretch is over. */
export const createBreaks = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestStretch) return;
    await nextTurn();
    since = performance.now();
  };
};
