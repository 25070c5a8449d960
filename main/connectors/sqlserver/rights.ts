/** What the login may do, as the server tells it. */
import type { Session } from './session';

export interface Rights {
  /** Null where the server does not tell. */
  canWrite: boolean | null;
  serverRoles: string;
  databaseRoles: string;
  serverPermissions: string;
  databasePermissions: string;
}

/** What reads only. Anything else counts as a right to change something, also what is not known here. */
const readingServerPermissions = new Set([
  'CONNECT SQL',
  'CONNECT ANY DATABASE',
  'SELECT ALL USER SECURABLES',
  'VIEW ANY DATABASE',
  'VIEW ANY DEFINITION',
  'VIEW ANY ERROR LOG',
  'VIEW ANY PERFORMANCE DEFINITION',
  'VIEW ANY SECURITY DEFINITION',
  'VIEW ANY CRYPTOGRAPHICALLY SECURED DEFINITION',
  'VIEW SERVER STATE',
  'VIEW SERVER PERFORMANCE STATE',
  'VIEW SERVER SECURITY STATE',
  'VIEW SERVER SECURITY AUDIT',
]);
const readingDatabasePermissions = new Set([
  'CONNECT',
  'SELECT',
  'REFERENCES',
  'SHOWPLAN',
  'UNMASK',
  'VIEW DEFINITION',
  'VIEW SECURITY DEFINITION',
  'VIEW PERFORMANCE DEFINITION',
  'VIEW CRYPTOGRAPHICALLY SECURED DEFINITION',
  'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION',
  'VIEW ANY COLUMN MASTER KEY DEFINITION',
  'VIEW ANY SENSITIVITY CLASSIFICATION',
  'VIEW DATABASE STATE',
  'VIEW DATABASE PERFORMANCE STATE',
  'VIEW DATABASE SECURITY STATE',
  'VIEW DATABASE SECURITY AUDIT',
  'VIEW LEDGER CONTENT',
]);

const serverPermissionsQuery = "SELECT permission_name AS name FROM sys.fn_my_permissions(NULL, 'SERVER') ORDER BY 1";
const databasePermissionsQuery =
  "SELECT permission_name AS name FROM sys.fn_my_permissions(NULL, 'DATABASE') ORDER BY 1";
const serverRolesQuery =
  "SELECT name FROM sys.server_principals WHERE type = 'R' AND IS_SRVROLEMEMBER(name) = 1 ORDER BY name";
const databaseRolesQuery =
  "SELECT name FROM sys.database_principals WHERE type = 'R' AND IS_ROLEMEMBER(name) = 1 ORDER BY name";

/** One table, view or procedure that this login may change or run, or one column that it may update. */
const writableObjectQuery = `
  SELECT TOP (1) writable.name
  FROM (
    SELECT o.name FROM sys.objects AS o
    CROSS APPLY (SELECT QUOTENAME(SCHEMA_NAME(o.schema_id)) + N'.' + QUOTENAME(o.name) AS full_name) AS n
    WHERE o.is_ms_shipped = 0 AND (
      o.type IN ('U', 'V') AND (HAS_PERMS_BY_NAME(n.full_name, N'OBJECT', N'INSERT') = 1
        OR HAS_PERMS_BY_NAME(n.full_name, N'OBJECT', N'UPDATE') = 1
        OR HAS_PERMS_BY_NAME(n.full_name, N'OBJECT', N'DELETE') = 1
        OR HAS_PERMS_BY_NAME(n.full_name, N'OBJECT', N'ALTER') = 1)
      OR o.type IN ('P', 'PC') AND HAS_PERMS_BY_NAME(n.full_name, N'OBJECT', N'EXECUTE') = 1)
    UNION ALL
    SELECT OBJECT_NAME(p.major_id) FROM sys.database_permissions AS p
    WHERE p.class = 1 AND p.minor_id <> 0 AND p.permission_name = 'UPDATE' AND p.state IN ('G', 'W')
      AND (p.grantee_principal_id = DATABASE_PRINCIPAL_ID() OR IS_ROLEMEMBER(USER_NAME(p.grantee_principal_id)) = 1)
  ) AS writable`;

/** Asks the server; rejects with the network's error only. What the server refuses to tell is left open. */
export const readRights = async (session: Session): Promise<Rights> => {
  const serverPermissions = await readNames(session, serverPermissionsQuery);
  const databasePermissions = await readNames(session, databasePermissionsQuery);
  const writableObjects = await readNames(session, writableObjectQuery);
  return {
    canWrite: judge(serverPermissions, databasePermissions, writableObjects),
    serverRoles: listed(await readNames(session, serverRolesQuery)),
    databaseRoles: listed(await readNames(session, databaseRolesQuery)),
    serverPermissions: listed(serverPermissions),
    databasePermissions: listed(databasePermissions),
  };
};

type Names = string[] | undefined;

const judge = (server: Names, database: Names, writableObjects: Names): boolean | null => {
  if (server?.some((name) => !readingServerPermissions.has(name))) return true;
  if (database?.some((name) => !readingDatabasePermissions.has(name))) return true;
  if (writableObjects && writableObjects.length > 0) return true;
  return server && database && writableObjects ? false : null;
};

const listed = (names: Names): string => names?.join(', ') ?? 'not told by the server';

const readNames = async (session: Session, sql: string): Promise<Names> => {
  try {
    return (await session.ask(sql)).map((row) => row.name ?? '');
  } catch (error) {
    if (isServerError(error)) return undefined;
    throw error;
  }
};

const isServerError = (error: unknown): boolean =>
  (error as { number?: number }).number !== undefined || error instanceof AggregateError;
