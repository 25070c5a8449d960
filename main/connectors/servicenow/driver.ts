import type { SchemaTable } from '../../../preload/contract';
import { type Result, success } from '../../result';
import { textIn } from '../rest/json';
import { createRestDriver, type RestSession } from '../rest/rest-driver';
import { groupColumns } from '../schema-tables';
import { instanceUrl } from './address';
import { identify } from './identity';
import { prepare } from './records';
import { allowedRequests, logIn, readRecords } from './requests';

const defaultTables = ['incident', 'change_request', 'problem', 'sys_user', 'sys_user_has_role', 'sys_user_grmember'];
const mostEntries = 10_000;

/** The fields of the connector's tables, as far as the account may see the dictionary. */
const describe = async (session: RestSession, signal: AbortSignal): Promise<Result<SchemaTable[]>> => {
  const { tables } = session.configuration;
  const names = (Array.isArray(tables) && tables.length > 0 ? tables : defaultTables).filter((name) =>
    /^\w+$/.test(name),
  );
  const entries = await readRecords(
    session,
    {
      table: 'sys_dictionary',
      query: `nameIN${names.join(',')}^elementISNOTEMPTY^ORDERBYname^ORDERBYelement`,
      fields: ['name', 'element', 'internal_type'],
      limit: mostEntries,
    },
    signal,
  );
  if (!entries.ok) return entries;
  const columns = entries.value.map((entry) => ({
    schema: '',
    table: textIn(entry.name),
    column: textIn(entry.element),
    type: textIn(entry.internal_type),
  }));
  return success(groupColumns(columns));
};

export const servicenowDriver = createRestDriver({
  allowed: allowedRequests,
  baseUrl: instanceUrl,
  logIn,
  identify,
  prepare,
  describe,
});
