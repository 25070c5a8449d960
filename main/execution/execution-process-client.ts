import type { Column, Result, SchemaTable } from '../../preload/contract';
import type { DriverReport, SessionIdentity } from '../connectors/types';
import type { StartProcess } from '../processes/port';
import { createRestartingProcess, ProcessEnded, whileAtWork } from '../processes/restarting-process';
import { failure } from '../result';
import type { ExecutionOperations, RunEnd, RunInput, RunNotice, TestInput } from './execution-process';

/** What a run left: how it ended, and the evidence that was sealed, if any row was ever asked for. */
export type RunOutcome =
  | {
      kind: 'ended';
      result: Result<RunEnd>;
      evidence: { sha256: string | null; bytes: number; rowCount: number; columns: Column[] } | null;
    }
  | { kind: 'process-ended' };

export type ConnectionRetry = Omit<Extract<RunNotice, { kind: 'retry' }>, 'kind'>;

export interface RunListeners {
  signal: AbortSignal;
  /** Which system answered; once, before the query is sent. */
  onSession(session: SessionIdentity): void;
  onProgress(progress: { rowCount: number; bytes: number; elapsedMs: number }): void;
  /** The system could not be reached and is tried again after a pause; no query was sent. */
  onRetry(retry: ConnectionRetry): void;
}

/** The process that talks to clients' systems, as main's services see it. */
export interface ExecutionProcess {
  test(input: TestInput): Promise<Result<DriverReport>>;
  describeSchema(input: TestInput): Promise<Result<SchemaTable[]>>;
  run(input: RunInput, listeners: RunListeners): Promise<RunOutcome>;
  stop(): void;
}

const processFailed = () =>
  failure('INTERNAL', 'The part of Tickmark that talks to systems stopped unexpectedly.', {
    hint: 'Try again; it starts anew.',
  });

export const createExecutionProcess = (startProcess: StartProcess): ExecutionProcess => {
  const child = createRestartingProcess<ExecutionOperations>(startProcess, 'execution-process', whileAtWork);

  const orProcessFailed = async <Value>(answer: Promise<Result<Value>>): Promise<Result<Value>> => {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof ProcessEnded) return processFailed();
      throw error;
    }
  };

  return {
    test: (input) => orProcessFailed(child.request('test', input)),
    describeSchema: (input) => orProcessFailed(child.request('describeSchema', input)),
    run: async (input, { signal, onSession, onProgress, onRetry }) => {
      const onNotice = (raw: unknown) => {
        const notice = raw as RunNotice;
        if (notice.kind === 'session') onSession(notice.session);
        else if (notice.kind === 'retry') onRetry(notice);
        else onProgress(notice);
      };
      try {
        const { result, evidence } = await child.request('run', input, { signal, onNotice });
        return { kind: 'ended', result, evidence };
      } catch (error) {
        if (error instanceof ProcessEnded) return { kind: 'process-ended' };
        throw error;
      }
    },
    stop: child.stop,
  };
};
