/** Who the server is and what the login may do. */
import type { SessionIdentity } from '../types';
import { grantsWriting, privilegesQuery } from './privileges';
import { readOnlyMeasure, type Session } from './session';

const contextNames = [
  'DB_NAME',
  'DB_UNIQUE_NAME',
  'CON_NAME',
  'SERVICE_NAME',
  'SERVER_HOST',
  'INSTANCE_NAME',
  'SESSION_USER',
  'DATABASE_ROLE',
  'ISDBA',
];

const contextQuery = `SELECT ${contextNames
  .map((name) => `SYS_CONTEXT('USERENV', '${name}') AS ${name}`)
  .join(', ')} FROM DUAL`;

const tableMissing = 942;
const noPrivilege = 1031;

/** Asks the server who it is; rejects with the server's or the network's error. */
export const readIdentity = async (session: Session): Promise<SessionIdentity> => {
  const [context = {}] = await session.ask(contextQuery);
  const of = (name: string) => context[name] ?? '';
  const databaseId = await readDatabaseId(session);
  const version = session.connection.oracleServerVersionString;
  const product = `Oracle ${version.split('.')[0]}`;
  const tlsKey = session.tlsKeyHash && { tlsKey: session.tlsKeyHash };
  const privileges = await session.ask(privilegesQuery);
  const database = of('CON_NAME') || of('DB_NAME');

  return {
    identity: {
      address: session.address,
      database: of('DB_NAME'),
      databaseUniqueName: of('DB_UNIQUE_NAME'),
      databaseId: databaseId ?? 'not shown to this login',
      container: of('CON_NAME'),
      service: of('SERVICE_NAME'),
      host: of('SERVER_HOST'),
      instance: of('INSTANCE_NAME'),
      version,
      login: of('SESSION_USER'),
      role: of('DATABASE_ROLE'),
      ...tlsKey,
    },
    // A copy that stands by has another unique name and the same id: it is the same database.
    fingerprint: {
      ...(databaseId ? { databaseId } : { database: of('DB_UNIQUE_NAME'), service: of('SERVICE_NAME') }),
      container: database,
      product,
      ...tlsKey,
    },
    target: `${session.address} / ${database} · ${product} · ${databaseId ? `DBID ${databaseId}` : of('DB_UNIQUE_NAME')}`,
    serverVersion: `Oracle Database ${version}`,
    canWrite: grantsWriting(privileges),
    readOnlyMeasure,
    warnings: loginWarnings(of('SESSION_USER'), of('ISDBA') === 'TRUE', privileges),
  };
};

const readDatabaseId = async (session: Session): Promise<string | undefined> => {
  try {
    const [row] = await session.ask('SELECT TO_CHAR(DBID) AS DBID FROM V$DATABASE');
    return row?.DBID ?? undefined;
  } catch (error) {
    if ([tableMissing, noPrivilege].includes((error as { errorNum?: number }).errorNum ?? 0)) return undefined;
    throw error;
  }
};

const loginWarnings = (
  user: string,
  isDba: boolean,
  privileges: readonly Record<string, string | null>[],
): string[] => {
  const holdsDba = privileges.some(({ KIND, NAME }) => KIND === 'role' && NAME === 'DBA');
  if (user !== 'SYS' && user !== 'SYSTEM' && !isDba && !holdsDba) return [];
  const why = isDba ? 'is connected as SYSDBA' : holdsDba ? 'holds the role DBA' : 'administers the whole database';
  return [`The login ${user} ${why}. Ask the database team for a login that can only read.`];
};
