/** What the login may do, from what Oracle shows every login of itself. */

/** What reads only. Any other system privilege counts as a right to change something, also one that is not known here. */
const readingPrivileges: ReadonlySet<string> = new Set([
  'CREATE SESSION',
  'SELECT ANY TABLE',
  'READ ANY TABLE',
  'SELECT ANY DICTIONARY',
  'SELECT ANY TRANSACTION',
  'SELECT ANY CUBE',
  'SELECT ANY CUBE DIMENSION',
  'SELECT ANY MINING MODEL',
  'FLASHBACK ANY TABLE',
  'EXEMPT ACCESS POLICY',
  'EXEMPT REDACTION POLICY',
  'RESTRICTED SESSION',
  'SET CONTAINER',
  'ALTER SESSION',
  'INHERIT ANY PRIVILEGES',
  'INHERIT ANY REMOTE PRIVILEGES',
  'DEBUG CONNECT SESSION',
]);

/**
 * One list of system privileges, roles, and rights on tables that write: granted to the login or a role that is on, or
 * because the login owns the table. What is granted to PUBLIC every login has; it is left out.
 */
export const privilegesQuery = `
  SELECT 'privilege' AS KIND, PRIVILEGE AS NAME FROM SESSION_PRIVS
  UNION ALL SELECT 'role', ROLE FROM SESSION_ROLES
  UNION ALL SELECT 'table', PRIVILEGE FROM ALL_TAB_PRIVS
    WHERE PRIVILEGE IN ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'INDEX')
      AND GRANTEE IN (SELECT ROLE FROM SESSION_ROLES UNION ALL SELECT USER FROM DUAL) AND ROWNUM = 1
  UNION ALL SELECT 'table', PRIVILEGE FROM ALL_COL_PRIVS
    WHERE PRIVILEGE IN ('INSERT', 'UPDATE')
      AND GRANTEE IN (SELECT ROLE FROM SESSION_ROLES UNION ALL SELECT USER FROM DUAL) AND ROWNUM = 1
  UNION ALL SELECT 'table', 'OWNER' FROM USER_TABLES WHERE ROWNUM = 1`;

/** Whether any of these lets the login change data or settings. */
export const grantsWriting = (privileges: readonly Record<string, string | null>[]): boolean =>
  privileges.some(({ KIND, NAME }) => KIND === 'table' || (KIND === 'privilege' && !readingPrivileges.has(NAME ?? '')));
