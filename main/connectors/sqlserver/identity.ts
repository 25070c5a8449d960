/** Who the server is and what the login may do. */
import type { Identity } from '../../../preload/contract';
import type { SessionIdentity } from '../types';
import { readRights } from './rights';
import { readOnlyMeasure, type Session } from './session';

/** By the name, because in Azure a database's number in the catalogue is not the one that DB_ID() tells. */
const serverQuery = `
  SELECT CAST(SERVERPROPERTY('ServerName') AS nvarchar(256)) AS server_name,
    CAST(SERVERPROPERTY('MachineName') AS nvarchar(256)) AS machine_name,
    CAST(SERVERPROPERTY('InstanceName') AS nvarchar(256)) AS instance_name,
    CAST(@@SERVERNAME AS nvarchar(256)) AS configured_name,
    CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS version,
    CAST(SERVERPROPERTY('ProductLevel') AS nvarchar(128)) AS level,
    CAST(SERVERPROPERTY('Edition') AS nvarchar(128)) AS edition,
    CAST(SERVERPROPERTY('EngineEdition') AS int) AS engine,
    DB_NAME() AS database_name, d.create_date AS database_created, d.service_broker_guid AS database_id,
    d.group_database_id AS group_database_id,
    CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS nvarchar(128)) AS updateability,
    ORIGINAL_LOGIN() AS login, USER_NAME() AS database_user
  FROM sys.databases AS d WHERE d.name = DB_NAME()`;

type ServerRow = Record<string, string | null>;

/** Asks the server who it is; rejects with the server's or the network's error. */
export const readIdentity = async (session: Session): Promise<SessionIdentity> => {
  const server = (await session.ask(serverQuery))[0] ?? {};
  const { canWrite, ...rights } = await readRights(session);
  const product = productOf(server);
  const database = server.database_name ?? '';
  return {
    identity: { ...identityOf(session, server), ...rights },
    fingerprint: fingerprintOf(session, server, product),
    target: `${session.address} / ${database} · ${product} · ${systemOf(server)}`,
    serverVersion: `${product} (${[server.version, server.level, server.edition].filter(Boolean).join(', ')})`,
    canWrite,
    readOnlyMeasure,
  };
};

const identityOf = (session: Session, server: ServerRow): Identity => ({
  address: session.address,
  server: server.server_name ?? '',
  configuredName: server.configured_name ?? '',
  machine: server.machine_name ?? '',
  instance: server.instance_name ?? 'default',
  database: server.database_name ?? '',
  databaseCreated: server.database_created ?? '',
  databaseId: server.database_id ?? '',
  ...(server.group_database_id && { groupDatabaseId: server.group_database_id }),
  updateability: server.updateability ?? '',
  version: server.version ?? '',
  edition: server.edition ?? '',
  login: server.login ?? '',
  databaseUser: server.database_user ?? '',
  ...(session.tlsKeyHash && { tlsKey: session.tlsKeyHash }),
});

/**
 * In an availability group the listener leads to one replica today and to another tomorrow, each with a name and a
 * certificate of its own: there the database's id in the group, which all replicas share, stands for the system.
 */
const fingerprintOf = (session: Session, server: ServerRow, product: string): Identity => {
  const database = server.database_name ?? '';
  if (server.group_database_id) return { groupDatabaseId: server.group_database_id, database, product };
  return {
    server: server.server_name ?? '',
    database,
    databaseId: server.database_id ?? '',
    product,
    ...(session.tlsKeyHash && { tlsKey: session.tlsKeyHash }),
  };
};

const systemOf = (server: ServerRow): string =>
  server.group_database_id ? `availability group database ${server.group_database_id}` : `server ${server.server_name}`;

const releases: Record<string, string> = {
  11: 'SQL Server 2012',
  12: 'SQL Server 2014',
  13: 'SQL Server 2016',
  14: 'SQL Server 2017',
  15: 'SQL Server 2019',
  16: 'SQL Server 2022',
  17: 'SQL Server 2025',
};
/** Services whose version number does not tell their age. */
const services: Record<string, string> = { 5: 'Azure SQL Database', 8: 'Azure SQL Managed Instance' };

const productOf = ({ version, engine }: ServerRow): string => {
  const major = version?.split('.')[0] ?? '';
  return services[engine ?? ''] ?? releases[major] ?? `SQL Server ${major}`;
};
