/** A driver for a database server, from the parts in which one protocol differs from another. */
import type { SchemaTable } from '../../preload/contract';
import { type Failure, failure, type Result, success } from '../result';
import { noAnswer } from './connection-failures';
import { DeadlinePassed, onAbort, within } from './deadline';
import { groupColumns, type SchemaColumn } from './schema-tables';
import { tlsWarnings } from './tls';
import type {
  ConnectorAccess,
  ConnectorDriver,
  DriverReport,
  RowSink,
  RunControl,
  RunReport,
  SessionIdentity,
} from './types';

export interface ServerSession {
  address: string;
  queryTimeoutSeconds: number;
  /** Cuts the connection: whatever is under way is rejected. */
  destroy(): void;
  /** Ends the transaction and the connection. Never rejects, takes 2 s at most. */
  close(): Promise<void>;
}

/** Functions reject with the server's or the network's error; `explain` turns it into words. */
export interface ServerProtocol<Session extends ServerSession> {
  openSession(access: ConnectorAccess, signal: AbortSignal): Promise<Result<Session>>;
  readIdentity(session: Session): Promise<SessionIdentity>;
  /** What must be known before the query's rows may flow; sends the query itself only to be parsed, or not at all. */
  prepare(session: Session, query: string, sink: RowSink): Promise<Result<void>>;
  /** Runs the query; stops when the signal is aborted. */
  run(session: Session, query: string, sink: RowSink, signal: AbortSignal): Promise<Result<RunReport>>;
  listColumns(session: Session): Promise<SchemaColumn[]>;
  explain(error: unknown, session: Session, query: string): Failure;
}

const cancelled = failure('CANCELLED', 'Cancelled before the query was sent.');

export const createServerDriver = <Session extends ServerSession>(
  protocol: ServerProtocol<Session>,
): ConnectorDriver => {
  /** Opens a session, lets `use` work in it, and closes it whatever happens. */
  const inSession = async <Value>(
    access: ConnectorAccess,
    signal: AbortSignal,
    use: (session: Session) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const opened = await protocol.openSession(access, signal);
    if (signal.aborted && !opened.ok) return cancelled;
    if (!opened.ok) return opened;
    try {
      return await use(opened.value);
    } finally {
      await opened.value.close();
    }
  };

  /** A step beside the query itself: cut off when the signal is aborted or the query timeout has passed. */
  const step = async <Value>(
    session: Session,
    signal: AbortSignal,
    query: string,
    work: () => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const cut = () => session.destroy();
    const stopListening = onAbort(signal, cut);
    try {
      return await within(session.queryTimeoutSeconds * 1_000, work(), cut);
    } catch (error) {
      if (signal.aborted) return cancelled;
      if (error instanceof DeadlinePassed) return noAnswer(session.address, session.queryTimeoutSeconds);
      return protocol.explain(error, session, query);
    } finally {
      stopListening();
    }
  };

  const test = (access: ConnectorAccess, signal: AbortSignal): Promise<Result<DriverReport>> => {
    const startedAt = performance.now();
    return inSession(access, signal, (session) => {
      const latencyMs = Math.round(performance.now() - startedAt);
      return step(session, signal, '', async () => {
        const { readOnlyMeasure, warnings: own = [], ...known } = await protocol.readIdentity(session);
        const warnings = [...tlsWarnings(access.configuration), ...own];
        return success({ latencyMs, ...known, readOnly: readOnlyMeasure !== '', warnings });
      });
    });
  };

  const run = (
    access: ConnectorAccess,
    query: string,
    sink: RowSink,
    control: RunControl,
  ): Promise<Result<RunReport>> =>
    inSession(access, control.signal, async (session) => {
      const prepared = await step(session, control.signal, query, async () => {
        if (control.confirmIdentity(await protocol.readIdentity(session)))
          return protocol.prepare(session, query, sink);
        return failure('TARGET_CHANGED', `Another system answered at ${session.address}.`);
      });
      return prepared.ok ? protocol.run(session, query, sink, control.signal) : prepared;
    });

  const describeSchema = (access: ConnectorAccess, signal: AbortSignal): Promise<Result<SchemaTable[]>> =>
    inSession(access, signal, (session) =>
      step(session, signal, '', async () => success(groupColumns(await protocol.listColumns(session)))),
    );

  return { test, run, describeSchema };
};
