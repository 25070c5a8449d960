/** A driver for a web system, from the parts in which one interface differs from another. */
import type { Column, Configuration, SchemaTable } from '../../../preload/contract';
import { type AllowedRequest, createHttpClient, type HttpClient } from '../../http/http-client';
import { openTransport } from '../../http/open-transport';
import { createRedaction, type Redaction } from '../../http/redaction';
import { failure, type Result, success } from '../../result';
import { numberOf } from '../configuration';
import { connectionFailure } from '../connection-failures';
import { type Row, type RowsEnd, streamPulledRows } from '../pulled-rows';
import { tlsWarnings } from '../tls';
import type { ConnectorAccess, ConnectorDriver, DriverReport, SessionIdentity } from '../types';

export interface RestSession {
  client: HttpClient;
  configuration: Configuration;
  secrets: Record<string, string>;
  /** Takes a secret that came about only now, such as a token, out of all words, too. */
  keepSecret(secret: string): void;
  /** What a system said, for evidence: without the secrets that it may have echoed. */
  withoutSecrets(said: string): string;
}

export interface RestIdentity extends SessionIdentity {
  warnings?: string[];
}

/** A query that was checked against the system: what comes, and how it is fetched. */
export interface RestQuery {
  columns: Column[];
  fetch(signal: AbortSignal): AsyncGenerator<readonly Row[], RowsEnd>;
}

export interface RestProtocol {
  allowed: readonly AllowedRequest[];
  baseUrl(configuration: Configuration): Result<URL>;
  /** Makes the client's further requests those of the account. */
  logIn(session: RestSession, signal: AbortSignal): Promise<Result<void>>;
  identify(session: RestSession, signal: AbortSignal): Promise<Result<RestIdentity>>;
  prepare(session: RestSession, query: string, signal: AbortSignal): Promise<Result<RestQuery>>;
  describe(session: RestSession, signal: AbortSignal): Promise<Result<SchemaTable[]>>;
}

/** What the layer behind the guard does in every such session. */
export const restReadOnlyMeasure = 'only requests that read are on the list of allowed requests';

const defaultAnswerSeconds = 60;
const defaultQuerySeconds = 3_600;

const cancelled = failure('CANCELLED', 'Cancelled before the query was sent.');

export const createRestDriver = (protocol: RestProtocol): ConnectorDriver => {
  const openSession = async (
    { configuration, secrets }: ConnectorAccess,
    redaction: Redaction,
    signal: AbortSignal,
  ): Promise<Result<RestSession>> => {
    const baseUrl = protocol.baseUrl(configuration);
    if (!baseUrl.ok) return baseUrl;
    const encrypt = baseUrl.value.protocol === 'https:';
    const transport = await openTransport({ ...configuration, encrypt });
    if (!transport.ok) return transport;
    const client = createHttpClient({
      baseUrl: baseUrl.value,
      transport: transport.value,
      allowed: protocol.allowed,
      answerSeconds: numberOf(configuration, 'connect_timeout', defaultAnswerSeconds),
    });
    const session: RestSession = {
      client,
      configuration: { ...configuration, encrypt },
      secrets,
      keepSecret: redaction.add,
      withoutSecrets: redaction.clean,
    };
    const loggedIn = await protocol.logIn(session, signal);
    if (loggedIn.ok) return success(session);
    client.close();
    return loggedIn;
  };

  /** Opens a session, lets `use` work in it, and closes it; no failure holds a secret. */
  const inSession = async <Value>(
    access: ConnectorAccess,
    signal: AbortSignal,
    use: (session: RestSession) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const redaction = createRedaction(Object.values(access.secrets));
    const opened = await openSession(access, redaction, signal);
    if (signal.aborted) {
      if (opened.ok) opened.value.client.close();
      return cancelled;
    }
    if (!opened.ok) return redaction.clean(opened);
    try {
      const used = await use(opened.value);
      // What a system says of itself stays as it is: a run compares it, and a short secret may be a part of it.
      return used.ok ? used : redaction.clean(used);
    } finally {
      opened.value.client.close();
    }
  };

  const querySeconds = ({ configuration }: ConnectorAccess) =>
    numberOf(configuration, 'query_timeout', defaultQuerySeconds);

  /** The signal of all that comes before the rows; it has the query timeout, too. */
  const bounded = (access: ConnectorAccess, signal: AbortSignal) =>
    AbortSignal.any([signal, AbortSignal.timeout(querySeconds(access) * 1_000)]);

  const test: ConnectorDriver['test'] = (access, signal) => {
    const startedAt = performance.now();
    return inSession(access, signal, async (session): Promise<Result<DriverReport>> => {
      const identified = await protocol.identify(session, bounded(access, signal));
      if (!identified.ok) return identified;
      const { readOnlyMeasure, warnings = [], ...known } = identified.value;
      const latencyMs = Math.round(performance.now() - startedAt);
      const readOnly = readOnlyMeasure !== '';
      return success({ latencyMs, ...known, readOnly, warnings: [...tlsWarnings(session.configuration), ...warnings] });
    });
  };

  const run: ConnectorDriver['run'] = (access, query, sink, control) =>
    inSession(access, control.signal, async (session) => {
      const beforeRows = bounded(access, control.signal);
      const identified = await protocol.identify(session, beforeRows);
      if (!identified.ok) return identified;
      const { warnings: _warnings, ...known } = identified.value;
      if (!control.confirmIdentity(known)) {
        return failure('TARGET_CHANGED', `Another system or account answered at ${session.client.address}.`);
      }
      const prepared = await protocol.prepare(session, query, beforeRows);
      if (!prepared.ok) return prepared;
      sink.begin(prepared.value.columns);
      return streamPulledRows({
        queryTimeoutSeconds: querySeconds(access),
        sink,
        signal: control.signal,
        fetch: prepared.value.fetch,
        explain: (error, rowCount) =>
          connectionFailure(
            'PROTOCOL',
            `The answer of ${session.client.address} could not be read after ${rowCount} rows: ${(error as Error).message}`,
            "Check whether the system's interface is of a version that this tool type knows.",
          ),
      });
    });

  const describeSchema: ConnectorDriver['describeSchema'] = (access, signal) =>
    inSession(access, signal, (session) => protocol.describe(session, bounded(access, signal)));

  return { test, run, describeSchema };
};
