/** One connection to MySQL or MariaDB in one read-only transaction, with everything pinned that the output depends on. */
import { connect, type Socket } from 'node:net';
import { type Connection, type ConnectionOptions, createConnection } from 'mysql2';
import { type Result, success } from '../../result';
import { numberOf, textOf } from '../configuration';
import { DeadlinePassed, onAbort, within } from '../deadline';
import type { ServerSession } from '../server-driver';
import { publicKeyHash, readTlsSettings, type TlsSettings } from '../tls';
import type { ConnectorAccess } from '../types';
import { connectFailure } from './failures';
import { socketOf } from './wire';

export interface Session extends ServerSession {
  connection: Connection;
  isMariadb: boolean;
  /** SHA-256 of the public key in the server's certificate; undefined without TLS. */
  tlsKeyHash: string | undefined;
  /** Runs a statement of ours and answers its rows as texts; rejects with the server's error. */
  ask(sql: string, values?: readonly (string | number)[]): Promise<Record<string, string | null>[]>;
  /** Asks the server, over a connection of its own, to stop what this session runs. Never rejects. */
  cancel(): Promise<void>;
}

export const readOnlyMeasure = 'SET SESSION TRANSACTION READ ONLY and START TRANSACTION READ ONLY, one statement';

const cancelMilliseconds = 5_000;
const closeMilliseconds = 2_000;

/** Connects and starts the read-only transaction. Both together take at most `connect_timeout`. */
export const openSession = async (access: ConnectorAccess, signal: AbortSignal): Promise<Result<Session>> => {
  const { configuration } = access;
  const address = `${textOf(configuration, 'server')}:${numberOf(configuration, 'port', 3306)}`;
  const seconds = numberOf(configuration, 'connect_timeout', 15);
  const tls = await readTlsSettings(configuration);
  if (!tls.ok) return tls;

  const connection = createConnection(connectionOptions(access, tls.value));
  const giveUp = () => cut(connection);
  const stopListening = onAbort(signal, giveUp);
  const session: Session = {
    connection,
    address,
    queryTimeoutSeconds: numberOf(configuration, 'query_timeout', 300),
    isMariadb: false,
    tlsKeyHash: undefined,
    ask: (sql, values) => ask(connection, sql, values),
    cancel: () => killQuery(access, tls.value, connection),
    destroy: giveUp,
    close: () => closeSession(connection),
  };
  try {
    const isMariadb = await within(seconds * 1_000, connectAndPin(session), giveUp);
    return success({ ...session, isMariadb, tlsKeyHash: publicKeyHash(socketOf(connection)) });
  } catch (error) {
    giveUp();
    return connectFailure(error, { access, address, seconds, timedOut: error instanceof DeadlinePassed });
  } finally {
    stopListening();
  }
};

/** Unlike the driver's own `destroy`, this one also rejects what is under way. */
const cut = (connection: Connection) => socketOf(connection).destroy(new Error('The connection was cut.'));

const connectionOptions = (
  { configuration, secrets }: ConnectorAccess,
  tls: TlsSettings | false,
): ConnectionOptions => {
  const host = textOf(configuration, 'server');
  const database = textOf(configuration, 'database');
  return {
    host,
    stream: openSocket(host, numberOf(configuration, 'port', 3306)),
    user: textOf(configuration, 'username'),
    password: secrets.password ?? '',
    ...(database !== '' && { database }),
    ...(tls && { ssl: { ...tls, verifyIdentity: tls.rejectUnauthorized } as never }),
    charset: 'utf8mb4_general_ci',
    multipleStatements: false,
    flags: ['-LOCAL_FILES'],
    disableEval: true,
    connectTimeout: 0, // The whole way in has one deadline, see openSession.
    connectAttributes: { program_name: 'Tickmark' },
  };
};

/**
 * The driver names no host to TLS when the server is given by IP address, and TLS then verifies the certificate for
 * `localhost`. It takes the name from the socket, where Node leaves it out for addresses.
 */
const openSocket = (host: string, port: number): Socket => {
  const socket = connect({ host, port, noDelay: true, keepAlive: true });
  return Object.assign(socket, { _host: host });
};

const connectAndPin = async (session: Session): Promise<boolean> => {
  await connected(session.connection);
  const [server] = await session.ask('SELECT VERSION() AS version, @@sql_mode AS sql_mode');
  const isMariadb = server?.version?.includes('MariaDB') ?? false;
  await session.ask("SET NAMES 'utf8mb4'");
  await session.ask(`SET SESSION ${pins(isMariadb, session.queryTimeoutSeconds, server?.sql_mode ?? '').join(', ')}`);
  await session.ask('SET SESSION TRANSACTION READ ONLY');
  await session.ask('START TRANSACTION READ ONLY');
  return isMariadb;
};

const connected = (connection: Connection): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.once('connect', () => resolve());
    // Stays: later errors of the connection reach whatever is under way as well.
    connection.on('error', reject);
  });

/** Modes that change how the server reads a query: the guard's parser assumes that none of them is on. */
const parsingModes = ['ANSI', 'ANSI_QUOTES', 'NO_BACKSLASH_ESCAPES', 'ORACLE', 'MSSQL', 'DB2', 'MAXDB', 'POSTGRESQL'];

const pins = (isMariadb: boolean, queryTimeoutSeconds: number, sqlMode: string): string[] => [
  "time_zone = '+00:00'",
  "lc_time_names = 'en_US'",
  `sql_mode = '${sqlMode
    .split(',')
    .filter((mode) => /^\w+$/.test(mode) && !parsingModes.includes(mode))
    .join(',')}'`,
  // Some servers cut every result at a default of theirs.
  'sql_select_limit = 18446744073709551615',
  `lock_wait_timeout = ${Math.min(queryTimeoutSeconds, 30)}`,
  // The server gives up on a reader that pauses longer than this, in seconds.
  'net_write_timeout = 600',
  isMariadb ? `max_statement_time = ${queryTimeoutSeconds}` : `max_execution_time = ${queryTimeoutSeconds * 1_000}`,
];

const ask: (
  connection: Connection,
  sql: string,
  values?: readonly (string | number)[],
) => Promise<Record<string, string | null>[]> = (connection, sql, values = []) =>
  new Promise((resolve, reject) => {
    const asText = { sql, values: [...values], typeCast: (field: { string(): string | null }) => field.string() };
    connection.query(asText as never, (error, rows) => (error ? reject(error) : resolve(rows as never)));
  });

const killQuery = async (access: ConnectorAccess, tls: TlsSettings | false, target: Connection): Promise<void> => {
  const connection = createConnection(connectionOptions(access, tls));
  const kill = async () => {
    await connected(connection);
    await ask(connection, `KILL QUERY ${Number(target.threadId)}`);
  };
  await within(cancelMilliseconds, kill()).catch(() => {});
  cut(connection);
};

const closeSession = async (connection: Connection): Promise<void> => {
  const goodbye = async () => {
    await ask(connection, 'ROLLBACK');
    await new Promise<void>((resolve) => connection.end(() => resolve()));
  };
  await within(closeMilliseconds, goodbye()).catch(() => {});
  cut(connection);
};
