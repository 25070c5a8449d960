/** Who the server is and what the login may do. */
import type { Identity } from '../../../preload/contract';
import type { SessionIdentity } from '../types';
import { readOnlyMeasure, type Session } from './session';

interface ServerRow {
  database: string;
  database_oid: string;
  version: string;
  version_number: number;
  login: string;
  server_address: string | null;
  server_port: string | null;
  standby: boolean;
  cluster_readable: boolean | null;
}

const serverQuery = `
  SELECT current_database() AS database,
    (SELECT oid::text FROM pg_catalog.pg_database WHERE datname = current_database()) AS database_oid,
    current_setting('server_version') AS version,
    current_setting('server_version_num')::int AS version_number,
    session_user::text AS login,
    host(inet_server_addr()) AS server_address,
    inet_server_port()::text AS server_port,
    pg_is_in_recovery() AS standby,
    has_function_privilege(to_regprocedure('pg_catalog.pg_control_system()')::oid, 'EXECUTE') AS cluster_readable`;

/**
 * What can change data: a role attribute, a right to create, or a right to write any one table that can be reached.
 * Each check stops at the first hit.
 */
const canWriteQuery = `
  SELECT coalesce((SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user), true)
    OR EXISTS (SELECT 1 FROM pg_catalog.pg_roles
      WHERE rolname IN ('pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program')
        AND pg_has_role(current_user, oid, 'USAGE'))
    OR has_database_privilege(current_database(), 'CREATE')
    OR EXISTS (SELECT 1 FROM pg_catalog.pg_namespace
      WHERE nspname !~ '^pg_(toast|temp_)' AND has_schema_privilege(oid, 'CREATE'))
    OR EXISTS (SELECT 1 FROM pg_catalog.pg_class
      WHERE relkind IN ('r', 'p', 'v', 'f') AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        AND has_schema_privilege(relnamespace, 'USAGE')
        AND (has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(oid, 'INSERT, UPDATE')))
    AS can_write`;

/** Asks the server who it is; rejects with the server's or the network's error. */
export const readIdentity = async (session: Session): Promise<SessionIdentity> => {
  const server = (await session.client.query<ServerRow>(serverQuery)).rows[0] as ServerRow;
  const clusterId = server.cluster_readable ? await readClusterId(session) : undefined;
  const rights = await session.client.query<{ can_write: boolean }>(canWriteQuery);
  const place = server.server_address ? `${server.server_address}:${server.server_port}` : 'local socket';
  const cluster = clusterId ?? place;
  const major = majorVersion(server.version_number);

  return {
    identity: identityOf(session, server, cluster, place),
    fingerprint: {
      cluster,
      database: server.database,
      databaseId: server.database_oid,
      product: `PostgreSQL ${major}`,
      ...(session.tlsKeyHash && { tlsKey: session.tlsKeyHash }),
    },
    target: `${session.address} / ${server.database} · PostgreSQL ${major} · cluster ${cluster}`,
    serverVersion: `PostgreSQL ${server.version}`,
    canWrite: rights.rows[0]?.can_write ?? null,
    readOnlyMeasure,
  };
};

const identityOf = (session: Session, server: ServerRow, cluster: string, place: string): Identity => ({
  address: session.address,
  serverAddress: place,
  hostname: session.client.host,
  cluster,
  database: server.database,
  databaseId: server.database_oid,
  version: server.version,
  login: server.login,
  role: server.standby ? 'standby' : 'primary',
  ...(session.tlsKeyHash && { tlsKey: session.tlsKeyHash }),
});

const readClusterId = async ({ client }: Session): Promise<string | undefined> => {
  const answer = await client.query<{ id: string }>(
    'SELECT system_identifier::text AS id FROM pg_catalog.pg_control_system()',
  );
  return answer.rows[0]?.id;
};

/** 10 and later count majors by their first number, 9.6 and earlier by two. */
const majorVersion = (number: number): string =>
  number >= 100_000
    ? String(Math.floor(number / 10_000))
    : `${Math.floor(number / 10_000)}.${Math.floor(number / 100) % 100}`;
