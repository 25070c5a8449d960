/** Who the server is and what the login may do. */
import { createHash } from 'node:crypto';
import type { SessionIdentity } from '../types';
import { grantedRoles, grantsWriting } from './grants';
import { readOnlyMeasure, type Session } from './session';

/** Read with SHOW, which leaves out what a product does not have. */
const variableNames = [
  'version',
  'version_comment',
  'server_uuid',
  'hostname',
  'port',
  'server_id',
  'datadir',
  'read_only',
];

/** Asks the server who it is; rejects with the server's or the network's error. */
export const readIdentity = async (session: Session): Promise<SessionIdentity> => {
  const variables = await readVariables(session);
  const [login] = await session.ask('SELECT CURRENT_USER() AS account, DATABASE() AS chosen');
  const database = login?.chosen ?? '';
  const version = variables.version ?? '';
  const product = `${session.isMariadb ? 'MariaDB' : 'MySQL'} ${/^\d+\.\d+/.exec(version)?.[0] ?? version}`;
  const server = serverName(variables);
  const tlsKey = session.tlsKeyHash && { tlsKey: session.tlsKeyHash };

  return {
    identity: {
      address: session.address,
      server,
      hostname: variables.hostname ?? '',
      database,
      version: `${version} ${variables.version_comment ?? ''}`.trim(),
      login: login?.account ?? '',
      readOnlyServer: variables.read_only ?? '',
      ...tlsKey,
    },
    fingerprint: { server, database, product, ...tlsKey },
    target: `${[session.address, database].filter(Boolean).join(' / ')} · ${product} · server ${shownName(variables)}`,
    serverVersion: `${session.isMariadb ? 'MariaDB' : 'MySQL'} ${version}`,
    canWrite: await readCanWrite(session),
    readOnlyMeasure,
  };
};

/** MySQL has an id of its own; MariaDB has none, so its host, port, number and data folder stand for it. */
const serverName = ({ server_uuid, hostname, port, server_id, datadir }: Record<string, string>): string =>
  server_uuid ?? `${hostname}:${port} #${server_id} ${datadir}`;

/**
 * As people know it. Where the data lies on the server is nobody's business on a screen, so a mark made of the whole name
 * tells two servers apart that are alike in all else.
 */
const shownName = (variables: Record<string, string>): string => {
  const { server_uuid, hostname, server_id } = variables;
  const mark = createHash('sha256').update(serverName(variables)).digest('hex').slice(0, 8);
  return server_uuid ?? `${hostname} #${server_id} (${mark})`;
};

const readVariables = async (session: Session): Promise<Record<string, string>> => {
  const names = variableNames.map((name) => `'${name}'`).join(', ');
  const rows = await session.ask(`SHOW GLOBAL VARIABLES WHERE Variable_name IN (${names})`);
  return Object.fromEntries(rows.map((row) => [row.Variable_name ?? '', row.Value ?? '']));
};

/** Follows the roles that the login could take on; null where the server does not show its grants. */
const readCanWrite = async (session: Session): Promise<boolean | null> => {
  try {
    const own = await readGrants(session, 'SHOW GRANTS FOR CURRENT_USER()');
    if (own.some(grantsWriting)) return true;
    const roles = own.flatMap(grantedRoles);
    if (roles.length === 0) return false;
    return session.isMariadb ? await rolesWriteInMariadb(session, roles) : await rolesWriteInMysql(session, roles);
  } catch (error) {
    if ((error as { sqlState?: string }).sqlState) return null;
    throw error;
  }
};

const readGrants = async (session: Session, statement: string): Promise<string[]> =>
  (await session.ask(statement)).flatMap((row) => Object.values(row)).filter((line) => line !== null);

const rolesWriteInMysql = async (session: Session, roles: string[]): Promise<boolean> =>
  (await readGrants(session, `SHOW GRANTS FOR CURRENT_USER() USING ${roles.join(', ')}`)).some(grantsWriting);

/** MariaDB shows a role's grants only to who has taken it on, so each is taken on for a moment. */
const rolesWriteInMariadb = async (session: Session, roles: string[]): Promise<boolean> => {
  const [before] = await session.ask('SELECT CURRENT_ROLE() AS role');
  try {
    for (const role of roles) {
      await session.ask(`SET ROLE ${role}`);
      if ((await readGrants(session, 'SHOW GRANTS FOR CURRENT_ROLE')).some(grantsWriting)) return true;
    }
    return false;
  } finally {
    await session.ask(`SET ROLE ${before?.role ? `\`${before.role.replaceAll('`', '``')}\`` : 'NONE'}`);
  }
};
