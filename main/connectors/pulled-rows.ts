/** Rows that the program fetches itself, page by page, rather than a server that pushes them. */
import { recordText } from '../evidence/evidence-format';
import type { Failure, Result } from '../result';
import { streamRows } from './row-stream';
import type { RowSink, RunReport } from './types';

export type Row = readonly (string | null)[];

/** How a source of rows came to its end: with a failure, with less than was asked for and why, or whole. */
export type RowsEnd = Failure | { incompleteBecause: string } | undefined;

export interface PulledRows {
  queryTimeoutSeconds: number;
  sink: RowSink;
  signal: AbortSignal;
  /** Fetches the rows, some at a time; asked for more only when there is room. Must heed the signal. */
  fetch(signal: AbortSignal): AsyncGenerator<readonly Row[], RowsEnd>;
  /** Words for what `fetch` threw after that many rows. */
  explain(error: unknown, rowCount: number): Failure;
}

/** A source that was told to stop and hangs is left to itself after this time. */
const patienceMilliseconds = 2_000;

const isFailure = (end: RowsEnd): end is Failure => end !== undefined && 'ok' in end;

/** Streams the rows into the sink, with the limits, the timeout and the cancel that all tool types share. */
export const streamPulledRows = async (rows: PulledRows): Promise<Result<RunReport>> => {
  const stopped = new AbortController();
  const gate = createGate();
  let incompleteBecause: string | undefined;
  const stop = () => {
    stopped.abort();
    gate.open();
  };
  const source = {
    queryTimeoutSeconds: rows.queryTimeoutSeconds,
    timeoutGraceMilliseconds: 0,
    patienceMilliseconds,
    pause: gate.close,
    resume: gate.open,
    cancel: async () => stop(),
    destroy: stop,
  };
  const report = await streamRows(source, rows.sink, rows.signal, (stream) => {
    const pull = async (): Promise<RowsEnd> => {
      const pages = rows.fetch(stopped.signal);
      try {
        for (;;) {
          const page = await pages.next();
          if (page.done) return page.value;
          for (const row of page.value) {
            if (stopped.signal.aborted) return undefined;
            stream.take(Buffer.from(recordText(row)));
            await gate.passed();
          }
        }
      } finally {
        await pages.return(undefined);
      }
    };
    pull().then(
      (end) => {
        if (isFailure(end)) return stream.finish(end);
        incompleteBecause = end?.incompleteBecause;
        stream.finish();
      },
      (error: unknown) => stream.fail(() => rows.explain(error, stream.rowCount)),
    );
  });
  if (!report.ok || !report.value.complete || incompleteBecause === undefined) return report;
  return { ok: true, value: { ...report.value, complete: false, incompleteBecause } };
};

/** Lets rows pass while it is open. */
const createGate = () => {
  let waiting: Promise<void> | undefined;
  let release = () => {};
  return {
    close: () => {
      waiting ??= new Promise((resolve) => {
        release = resolve;
      });
    },
    open: () => {
      waiting = undefined;
      release();
    },
    passed: async () => waiting,
  };
};
