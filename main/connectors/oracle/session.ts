/** One connection to Oracle in one read-only transaction, with everything pinned that the output depends on. */
import oracledb, { type ColumnMetadata, type Connection } from 'oracledb';
import { type Result, success } from '../../result';
import { numberOf, textOf } from '../configuration';
import { DeadlinePassed, onAbort, within } from '../deadline';
import type { ServerSession } from '../server-driver';
import { publicKeyHash } from '../tls';
import type { ConnectorAccess } from '../types';
import { addressOf, connectDescriptor } from './descriptor';
import { connectFailure } from './failures';
import { readOracleTls } from './tls-settings';
import { type Attempt, cut, keepRawValues, throughAttempt } from './wire';

export interface Session extends ServerSession {
  connection: Connection;
  /** SHA-256 of the public key in the server's certificate; undefined without TLS. */
  tlsKeyHash: string | undefined;
  /** The columns of the query, once it has been described. */
  columns: readonly ColumnMetadata[];
  /** Runs a query of ours, whose columns are texts; names of columns in capitals. Rejects with the server's error. */
  ask(sql: string): Promise<Record<string, string | null>[]>;
}

export const readOnlyMeasure = 'SET TRANSACTION READ ONLY, always rolled back';

const closeMilliseconds = 2_000;
/** The largest packet that is asked for, in bytes; the server answers with what it allows. */
const largestPacket = 65_535;

/** Connects and starts the read-only transaction. Both together take at most `connect_timeout`. */
export const openSession = async (access: ConnectorAccess, signal: AbortSignal): Promise<Result<Session>> => {
  const { configuration } = access;
  const seconds = numberOf(configuration, 'connect_timeout', 15);
  const descriptor = connectDescriptor(configuration);
  if (!descriptor.ok) return descriptor;
  const tls = await readOracleTls(access);
  if (!tls.ok) return tls;

  ignoreEnvironment();
  const attempt: Attempt = { tls: tls.value, abandoned: false };
  const giveUp = () => cut(attempt);
  const stopListening = onAbort(signal, giveUp);
  const address = addressOf(configuration);
  try {
    const connection = await within(seconds * 1_000, connectAndPin(access, descriptor.value, attempt, seconds), giveUp);
    return success({
      connection,
      address,
      columns: [],
      queryTimeoutSeconds: numberOf(configuration, 'query_timeout', 300),
      tlsKeyHash: publicKeyHash(attempt.transport?.stream),
      ask: (sql) => ask(connection, sql),
      destroy: giveUp,
      close: () => closeSession(connection, giveUp),
    });
  } catch (error) {
    giveUp();
    const { handshaking = false } = attempt;
    return connectFailure(error, { access, address, seconds, timedOut: error instanceof DeadlinePassed, handshaking });
  } finally {
    stopListening();
  }
};

/** Nothing but the connector decides where a run goes and how: the driver would also listen to ORA_SDTZ, TNS_ADMIN, … */
const ignoreEnvironment = () => {
  for (const name of Object.keys(process.env)) if (/^(ORA|TNS|NODE_ORACLEDB)_/.test(name)) delete process.env[name];
};

const connectAndPin = async (
  { configuration, secrets }: ConnectorAccess,
  connectString: string,
  attempt: Attempt,
  connectTimeout: number,
): Promise<Connection> => {
  const connection = await throughAttempt(attempt, () =>
    oracledb.getConnection({
      user: textOf(configuration, 'username'),
      password: secrets.password ?? '',
      connectString,
      connectTimeout,
      sdu: largestPacket,
      stmtCacheSize: 0,
      program: 'Tickmark',
    }),
  );
  keepRawValues(connection);
  for (const statement of pins) await connection.execute(statement);
  return connection;
};

/** Language and territory come first: they set the others to defaults of theirs. */
const pins: readonly string[] = [
  "ALTER SESSION SET NLS_LANGUAGE = 'AMERICAN' NLS_TERRITORY = 'AMERICA'",
  `ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS' NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'
    NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM' NLS_NUMERIC_CHARACTERS = '.,'
    NLS_CALENDAR = 'GREGORIAN' NLS_SORT = 'BINARY' NLS_COMP = 'BINARY'`,
  "ALTER SESSION SET TIME_ZONE = '+00:00'",
  'SET TRANSACTION READ ONLY',
];

const ask = async (connection: Connection, sql: string): Promise<Record<string, string | null>[]> => {
  const options = { outFormat: oracledb.OUT_FORMAT_OBJECT, maxRows: 0 };
  return ((await connection.execute(sql, [], options)).rows ?? []) as Record<string, string | null>[];
};

const closeSession = async (connection: Connection, cutLine: () => void): Promise<void> => {
  const goodbye = async () => {
    await connection.rollback();
    await connection.close();
  };
  await within(closeMilliseconds, goodbye()).catch(() => {});
  cutLine();
};
