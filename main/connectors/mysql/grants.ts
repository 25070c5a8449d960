/** Reads SHOW GRANTS: what the login may do, with the roles it could take on. */

/** What reads only. Anything else in a grant counts as a right to change something, also what is not known here. */
const readingPrivileges = new Set([
  'USAGE',
  'SELECT',
  'SHOW DATABASES',
  'SHOW VIEW',
  'SHOW_ROUTINE',
  'SHOW CREATE ROUTINE',
  'PROCESS',
  'EXECUTE',
  'LOCK TABLES',
  'CREATE TEMPORARY TABLES',
  'REPLICATION CLIENT',
  'REPLICATION SLAVE',
  'BINLOG MONITOR',
  'SLAVE MONITOR',
  'REPLICA MONITOR',
  'REFERENCES',
]);

const columnLists = /\([^)]*\)/g;

/** Whether this line of SHOW GRANTS lets the login change data or settings. */
export const grantsWriting = (line: string): boolean => {
  const grant = /^GRANT (.+?) ON .+? TO /i.exec(line);
  if (!grant?.[1]) return false;
  if (/ WITH .*GRANT OPTION/i.test(line) && !/^GRANT (USAGE|PROXY) ON/i.test(line)) return true;
  return grant[1]
    .replace(columnLists, '')
    .split(',')
    .map((privilege) => privilege.trim().toUpperCase())
    .some((privilege) => privilege !== 'PROXY' && !readingPrivileges.has(privilege));
};

/** The roles that this line grants, as they are written there: `auditor`@`%` in MySQL, `auditor` in MariaDB. */
export const grantedRoles = (line: string): string[] => {
  if (/^GRANT .+ ON .+ TO /i.test(line)) return [];
  const roles = /^GRANT (.+) TO /i.exec(line)?.[1];
  return roles?.match(/[`'"]?[^`'",]+[`'"]?(@[`'"][^`'"]*[`'"])?/g)?.map((role) => role.trim()) ?? [];
};
