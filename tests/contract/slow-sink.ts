import type { RowSink } from '../../main/connectors/types';

const slowSinkRows = 10_000;

/** A sink that keeps rows until it has time for them, and takes its time: rows must wait at the system instead. */
export const createSlowSink = () => {
  const waiting: unknown[] = [];
  let free = () => {};
  let written = 0;
  let mostWaiting = 0;

  const digest = () => {
    waiting.splice(0, 20);
    if (waiting.length > 0) setImmediate(digest);
    else free();
  };
  const take = (row: unknown) => {
    if (waiting.length === 0) setImmediate(digest);
    written += 1;
    mostWaiting = Math.max(mostWaiting, waiting.push(row));
    return waiting.length < 50;
  };
  const sink: RowSink = {
    begin: () => {},
    writeRow: take,
    writeRecord: take,
    drained: () =>
      new Promise((resolve) => {
        if (waiting.length === 0) resolve();
        else free = resolve;
      }),
    get limitReached() {
      return written >= slowSinkRows ? ('rows' as const) : undefined;
    },
  };
  return { sink, mostWaiting: () => mostWaiting };
};
