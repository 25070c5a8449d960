/** What streaming the rows of one query has in common on every server: back-pressure, cancel, limits, timeout. */
import { type Failure, failure, type Result, success } from '../result';
import { onAbort } from './deadline';
import type { RowSink, RunReport } from './types';

/** The connection that rows come from. */
export interface RowSource {
  queryTimeoutSeconds: number;
  /** How long after the query timeout the source is stopped from here: servers come first with their own timeout. */
  timeoutGraceMilliseconds: number;
  /** How long a source that was told to stop may take before its connection is cut. */
  patienceMilliseconds: number;
  pause(): void;
  resume(): void;
  /** Asks the server to stop the query; the server then ends it with an error or as if it were complete. */
  cancel(): Promise<void>;
  /** Cuts the connection. */
  destroy(): void;
}

/** What a driver tells while its query runs. */
export interface RowStream {
  readonly rowCount: number;
  /** One record of the evidence format. Dropped once the stream has been stopped. */
  take(record: Uint8Array): void;
  /** Stops the query at the server; the run ends with this failure. */
  refuse(refusal: Failure): void;
  /** The server has ended the query. */
  finish(result?: Failure): void;
  /** The query ended with an error; `explain` is asked only when the error was not our own doing. */
  fail(explain: (elapsedMilliseconds: number) => Failure): void;
}

/** The times of a database server. */
export const serverPatience = { timeoutGraceMilliseconds: 5_000, patienceMilliseconds: 5_000 };

export const queryTimeout = (seconds: number): Failure =>
  failure('QUERY_TIMEOUT', `The query was stopped after ${seconds} s, this connector's query timeout.`, {
    hint: 'Narrow the query, or raise the query timeout of the connector.',
  });

/** Calls `send`, then waits until its query has ended: by itself, by a limit of the sink, the signal or the timeout. */
export const streamRows = (
  source: RowSource,
  sink: RowSink,
  signal: AbortSignal,
  send: (stream: RowStream) => void,
): Promise<Result<RunReport>> =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    let rowCount = 0;
    /** What the run answers although the server had more to give. */
    let stopped: Result<RunReport> | undefined;
    let patience: NodeJS.Timeout | undefined;

    const settle = (result: Result<RunReport>) => {
      clearTimeout(timeout);
      clearTimeout(patience);
      stopListening();
      resolve(stopped ?? result);
    };

    const stop = (result: Result<RunReport>) => {
      if (stopped) return;
      stopped = result;
      patience = setTimeout(() => {
        source.destroy();
        settle(result);
      }, source.patienceMilliseconds);
      void source.cancel();
      // What is still under way is read and dropped, so that the server's last word can arrive. Not at once: this may
      // have been called by the reader itself, in the middle of its input.
      setImmediate(() => source.resume());
    };

    const stream: RowStream = {
      get rowCount() {
        return rowCount;
      },
      take: (record) => {
        if (stopped) return;
        const roomLeft = sink.writeRecord(record);
        if (sink.limitReached) return stop(success({ rowCount, complete: false, truncatedBy: sink.limitReached }));
        rowCount += 1;
        if (roomLeft) return;
        source.pause();
        void sink.drained().then(() => source.resume());
      },
      refuse: stop,
      finish: (result) => settle(result ?? success({ rowCount, complete: true })),
      fail: (explain) => settle(stopped ?? explain(performance.now() - startedAt)),
    };

    const timeout = setTimeout(
      () => stop(queryTimeout(source.queryTimeoutSeconds)),
      source.queryTimeoutSeconds * 1_000 + source.timeoutGraceMilliseconds,
    );
    let sent = false;
    const stopListening = onAbort(signal, () => {
      const cancelled = success({ rowCount, complete: false });
      if (sent) stop(cancelled);
      else stopped = cancelled;
    });
    if (stopped) return settle(stopped);
    sent = true;
    send(stream);
  });
