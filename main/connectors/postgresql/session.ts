/** One connection to PostgreSQL in one read-only transaction, with everything pinned that the output depends on. */
import { Client, type ClientConfig } from 'pg';
import { type Result, success } from '../../result';
import { numberOf, textOf } from '../configuration';
import { DeadlinePassed, onAbort, within } from '../deadline';
import type { ServerSession } from '../server-driver';
import { publicKeyHash, readTlsSettings, type TlsSettings } from '../tls';
import type { ConnectorAccess } from '../types';
import { sendCancelRequest } from './cancel-request';
import { connectFailure } from './failures';
import { connectionOf, type WireConnection } from './wire';

export interface Session extends ServerSession {
  client: Client;
  wire: WireConnection;
  /** SHA-256 of the public key in the server's certificate; undefined without TLS. */
  tlsKeyHash: string | undefined;
  /** Asks the server, over a connection of its own, to stop what this session runs. Never rejects. */
  cancel(): Promise<void>;
}

export const readOnlyMeasure = 'START TRANSACTION READ ONLY, one statement by the extended protocol';

const closeMilliseconds = 2_000;

/** Connects and starts the read-only transaction. Both together take at most `connect_timeout`. */
export const openSession = async (access: ConnectorAccess, signal: AbortSignal): Promise<Result<Session>> => {
  const { configuration } = access;
  const address = `${textOf(configuration, 'server')}:${numberOf(configuration, 'port', 5432)}`;
  const seconds = numberOf(configuration, 'connect_timeout', 15);
  const tls = await readTlsSettings(configuration);
  if (!tls.ok) return tls;

  ignoreEnvironment();
  const client = new Client(clientConfig(access, tls.value));
  client.on('error', () => {}); // Whatever is under way is rejected with the same error.
  const wire = connectionOf(client);
  const giveUp = () => wire.stream.destroy();
  const stopListening = onAbort(signal, giveUp);
  const session: Session = {
    client,
    wire,
    address,
    queryTimeoutSeconds: numberOf(configuration, 'query_timeout', 300),
    tlsKeyHash: undefined,
    cancel: () => sendCancelRequest(client, tls.value),
    destroy: giveUp,
    close: () => closeSession(client, wire),
  };
  try {
    await within(seconds * 1_000, connectAndPin(session), giveUp);
    return success({ ...session, tlsKeyHash: publicKeyHash(wire.stream) });
  } catch (error) {
    giveUp();
    return connectFailure(error, { access, address, seconds, timedOut: error instanceof DeadlinePassed });
  } finally {
    stopListening();
  }
};

const clientConfig = ({ configuration, secrets }: ConnectorAccess, tls: TlsSettings | false): ClientConfig => ({
  host: textOf(configuration, 'server'),
  port: numberOf(configuration, 'port', 5432),
  database: textOf(configuration, 'database'),
  user: textOf(configuration, 'username'),
  // As a function, because an empty password would make the driver look into files of this computer.
  password: async () => secrets.password ?? '',
  ssl: tls,
  application_name: 'Tickmark',
  keepAlive: true,
});

/** Nothing but the connector decides where a run goes and how: the driver would also listen to PGHOST, PGOPTIONS, … */
const ignoreEnvironment = () => {
  for (const name of Object.keys(process.env)) if (name.startsWith('PG')) delete process.env[name];
};

const connectAndPin = async ({ client, queryTimeoutSeconds }: Session) => {
  await client.connect();
  await client.query('START TRANSACTION READ ONLY');
  const pins = Object.entries(pinnedSettings(queryTimeoutSeconds));
  await client.query(
    `SELECT ${pins.map((_pin, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`).join(', ')}`,
    pins.flat(),
  );
  await client.query(builtInsFirst);
};

/**
 * A login whose search path names `pg_catalog` behind another schema would find that schema's functions under the names
 * of built-in ones, which the guard lets through.
 */
const builtInsFirst = `
  SELECT set_config('search_path', concat_ws(', ', 'pg_catalog', nullif(current_setting('search_path'), '')), true)`;

/**
 * Set for the transaction only: behind a connection pooler the session belongs to others afterwards.
 * `standard_conforming_strings` must be what the guard's parser assumes. 3 extra digits mean shortest floats on every
 * version (from 12 on the same as 1).
 */
const pinnedSettings = (queryTimeoutSeconds: number): Record<string, string> => ({
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'iso_8601',
  bytea_output: 'hex',
  extra_float_digits: '3',
  client_encoding: 'UTF8',
  standard_conforming_strings: 'on',
  xmlbinary: 'base64',
  client_min_messages: 'error',
  statement_timeout: `${queryTimeoutSeconds}s`,
  lock_timeout: `${Math.min(queryTimeoutSeconds, 30)}s`,
  idle_in_transaction_session_timeout: '60s',
});

const closeSession = async (client: Client, wire: WireConnection) => {
  const goodbye = async () => {
    await client.query('ROLLBACK');
    await client.end();
  };
  await within(closeMilliseconds, goodbye()).catch(() => {});
  wire.stream.destroy();
};
