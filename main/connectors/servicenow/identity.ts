/** Which instance answered, as which account, and what that account may do. */
import type { Identity } from '../../../preload/contract';
import { type Result, success } from '../../result';
import { textOf } from '../configuration';
import { textIn } from '../rest/json';
import { type RestIdentity, type RestSession, restReadOnlyMeasure } from '../rest/rest-driver';
import { readRecords } from './requests';

/** Has its holder read only, whatever other roles say (ServiceNow, "Base system roles"). */
const readOnlyRole = 'snc_read_only';
const mostRoles = 1_000;

const roleWarning = (roles: readonly string[]): string =>
  `The account has the roles ${roles.slice(0, 8).join(', ')}${roles.length > 8 ? ', …' : ''}: it may be able to write. Ask for the role ${readOnlyRole}.`;

export const identify = async (session: RestSession, signal: AbortSignal): Promise<Result<RestIdentity>> => {
  const { client, configuration } = session;
  const me = await readRecords(
    session,
    { table: 'sys_user', query: 'sys_id=javascript:gs.getUserID()', fields: ['sys_id', 'user_name', 'name'], limit: 1 },
    signal,
  );
  // An account without a right to any table is refused; one that may not see users is still an account.
  if (!me.ok && me.status !== 403) return me;
  const user = me.ok ? me.value[0] : undefined;
  const login = textIn(user?.user_name) || textOf(configuration, 'username') || textOf(configuration, 'client_id');
  const accountId = textIn(user?.sys_id);
  const [properties, roles] = await Promise.all([
    readProperties(session, signal),
    accountId === '' ? undefined : readRoles(session, accountId, signal),
  ]);
  if (!properties.ok) return properties;
  const instance = client.address.replace(/^https?:\/\//, '');
  const instanceId = properties.value.instance_id ?? '';
  const account = accountId || login;
  const canWrite = judgeRoles(roles);
  return success({
    identity: {
      instance,
      ...(instanceId && { instanceId }),
      login,
      account,
      ...(roles && { roles: roles.join(', ') }),
    },
    fingerprint: { instance, ...(instanceId && { instanceId }), account },
    target: `${instance} · account ${login}${instanceId && ` · instance ${instanceId.slice(0, 12)}`}`,
    serverVersion: `ServiceNow ${properties.value['glide.buildname'] ?? ''}`.trim(),
    canWrite,
    readOnlyMeasure: restReadOnlyMeasure,
    warnings: canWrite && roles ? [roleWarning(roles)] : [],
  });
};

/** Those properties of the instance that the account may see. Any other failure is none: without them the target would be another. */
const readProperties = async (session: RestSession, signal: AbortSignal): Promise<Result<Identity>> => {
  const found = await readRecords(
    session,
    {
      table: 'sys_properties',
      query: 'nameINinstance_id,glide.buildname',
      fields: ['name', 'value'],
      limit: 10,
    },
    signal,
  );
  if (!found.ok) return found.status === 403 || found.status === 404 ? success({}) : found;
  const values = found.value.map(({ name, value }) => [textIn(name), textIn(value)] as const);
  return success(Object.fromEntries(values.filter(([, value]) => value !== '')));
};

/** The names of the account's roles; undefined where it may not see them. */
const readRoles = async (session: RestSession, accountId: string, signal: AbortSignal) => {
  const found = await readRecords(
    session,
    { table: 'sys_user_has_role', query: `user=${accountId}^state=active`, fields: ['role.name'], limit: mostRoles },
    signal,
  );
  const names = found.ok ? found.value.map((role) => textIn(role['role.name'])).filter(Boolean) : [];
  return names.length > 0 ? names : undefined;
};

/** Roles beside the one for readers may write; an account without visible roles may still, by a table's own rules. */
const judgeRoles = (roles: readonly string[] | undefined): boolean | null =>
  roles === undefined ? null : !roles.includes(readOnlyRole);
