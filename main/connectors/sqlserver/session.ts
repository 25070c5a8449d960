/** One connection to SQL Server, with everything pinned that the output depends on. */
import type { ConnectionConfiguration } from 'tedious';
import type { Configuration } from '../../../preload/contract';
import { type Result, success } from '../../result';
import { numberOf, textOf } from '../configuration';
import { DeadlinePassed, onAbort, within } from '../deadline';
import type { ServerSession } from '../server-driver';
import { publicKeyHash, readTlsSettings, type TlsSettings } from '../tls';
import type { ConnectorAccess } from '../types';
import { addressOf, defaultPort, usesBrowser } from './address';
import { connectFailure, type LoginMessage } from './failures';
import { findInstancePort } from './instance-browser';
import { WireConnection } from './wire';

export interface Session extends ServerSession {
  connection: WireConnection;
  /** SHA-256 of the public key in the server's certificate; undefined without TLS. */
  tlsKeyHash: string | undefined;
  /** Runs a statement of ours and answers its rows as texts; rejects with the server's error. */
  ask(sql: string, values?: Record<string, string>): Promise<Record<string, string | null>[]>;
}

export const readOnlyMeasure = 'BEGIN TRANSACTION … ROLLBACK TRANSACTION around one statement that returns rows';

const closeMilliseconds = 2_000;
const packetBytes = 8_000;

/** Finds the instance, connects and pins the session. All together take at most `connect_timeout`. */
export const openSession = async (access: ConnectorAccess, signal: AbortSignal): Promise<Result<Session>> => {
  const { configuration } = access;
  const address = addressOf(configuration);
  const seconds = numberOf(configuration, 'connect_timeout', 15);
  const startedAt = performance.now();
  const tls = await readTlsSettings(configuration);
  if (!tls.ok) return tls;
  const port = await findPort(configuration, seconds, signal);
  if (!port.ok) return port;

  const connection = new WireConnection(connectionConfiguration(access, port.value, tls.value, seconds));
  const messages: LoginMessage[] = [];
  let tlsKeyHash: string | undefined;
  connection.on('errorMessage', (message: LoginMessage) => messages.push(message));
  connection.on('secure', (socket) => {
    tlsKeyHash = publicKeyHash(socket);
  });
  const giveUp = () => connection.cut();
  const stopListening = onAbort(signal, giveUp);
  const session: Session = {
    connection,
    address,
    queryTimeoutSeconds: numberOf(configuration, 'query_timeout', 300),
    tlsKeyHash: undefined,
    ask: (sql, values = {}) => ask(connection, sql, values),
    destroy: giveUp,
    close: () => closeSession(connection),
  };
  try {
    const left = Math.max(1, seconds * 1_000 - (performance.now() - startedAt));
    await within(left, connectAndPin(session), giveUp);
    return success({ ...session, tlsKeyHash });
  } catch (error) {
    giveUp();
    return connectFailure(error, { access, address, seconds, messages, timedOut: error instanceof DeadlinePassed });
  } finally {
    stopListening();
  }
};

const findPort = async (
  configuration: Configuration,
  seconds: number,
  signal: AbortSignal,
): Promise<Result<number>> => {
  if (!usesBrowser(configuration)) return success(numberOf(configuration, 'port', defaultPort));
  const instance = textOf(configuration, 'instance_name');
  return findInstancePort(textOf(configuration, 'server'), instance, seconds, signal);
};

const connectionConfiguration = (
  access: ConnectorAccess,
  port: number,
  tls: TlsSettings | false,
  seconds: number,
): ConnectionConfiguration => {
  const { configuration } = access;
  const database = textOf(configuration, 'database');
  return {
    server: textOf(configuration, 'server'),
    authentication: authenticationOf(access),
    options: {
      port,
      ...(database !== '' && { database }),
      appName: 'Tickmark',
      readOnlyIntent: true,
      tdsVersion: '7_4',
      packetSize: packetBytes,
      encrypt: tls !== false,
      trustServerCertificate: tls !== false && !tls.rejectUnauthorized,
      cryptoCredentialsDetails: tls !== false && tls.ca ? { ca: tls.ca } : {},
      // One deadline for the whole way in, see openSession, and one for the query, see row-stream.ts.
      connectTimeout: seconds * 1_000 + 5_000,
      requestTimeout: 0,
      cancelTimeout: 0,
      maxRetriesOnTransientErrors: 0,
      abortTransactionOnError: true,
      useUTC: true,
    },
  };
};

const authenticationOf = ({ configuration, secrets }: ConnectorAccess): ConnectionConfiguration['authentication'] => {
  const userName = textOf(configuration, 'username');
  const password = secrets.password ?? '';
  return textOf(configuration, 'authentication') === 'windows'
    ? { type: 'ntlm', options: { userName, password, domain: textOf(configuration, 'domain') } }
    : { type: 'default', options: { userName, password } };
};

const connectAndPin = async (session: Session): Promise<void> => {
  await session.connection.open();
  await session.ask(pins(session.queryTimeoutSeconds).join('\n'));
};

/** The guard reads queries as QUOTED_IDENTIFIER ON makes the server read them; the other pins make the same text everywhere. */
const pins = (queryTimeoutSeconds: number): string[] => [
  'SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;',
  'SET NUMERIC_ROUNDABORT OFF;',
  'SET IMPLICIT_TRANSACTIONS OFF;',
  'SET NOCOUNT OFF;',
  'SET XACT_ABORT ON;',
  'SET LANGUAGE us_english;',
  'SET DATEFORMAT mdy;',
  'SET DATEFIRST 7;',
  'SET ROWCOUNT 0;',
  'SET TEXTSIZE 2147483647;',
  'SET TRANSACTION ISOLATION LEVEL READ COMMITTED;',
  'SET DEADLOCK_PRIORITY LOW;',
  `SET LOCK_TIMEOUT ${Math.min(queryTimeoutSeconds, 30) * 1_000};`,
];

const ask = (
  connection: WireConnection,
  sql: string,
  values: Record<string, string>,
): Promise<Record<string, string | null>[]> =>
  new Promise((resolve, reject) => {
    let names: string[] = [];
    const rows: Record<string, string | null>[] = [];
    const results = {
      onColumns: (columns: { name: string }[]) => {
        names = columns.map((column) => column.name);
      },
      onRow: (cells: (string | null)[]) => {
        rows.push(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])));
      },
    };
    connection.send(sql, values, results, (error) => (error ? reject(error) : resolve(rows)));
  });

const closeSession = async (connection: WireConnection): Promise<void> => {
  const goodbye = ask(connection, 'IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION', {});
  await within(closeMilliseconds, goodbye).catch(() => {});
  connection.cut();
};
