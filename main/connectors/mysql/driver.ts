import type { SchemaColumn } from '../schema-tables';
import { createServerDriver } from '../server-driver';
import { queryFailure } from './failures';
import { readIdentity } from './identity';
import { openSession, type Session } from './session';
import { requireRows, streamResult } from './stream-result';

/** Only what the login may see is listed there; the system's own tables come last. */
const schemaQuery = `
  SELECT table_schema AS \`schema\`, table_name AS \`table\`, column_name AS \`column\`, column_type AS \`type\`
  FROM information_schema.columns
  ORDER BY table_schema IN ('information_schema', 'mysql', 'performance_schema', 'sys'), table_schema, table_name,
    ordinal_position`;

export const mysqlDriver = createServerDriver<Session>({
  openSession,
  readIdentity,
  prepare: requireRows,
  run: streamResult,
  listColumns: async (session) => (await session.ask(schemaQuery)) as unknown as SchemaColumn[],
  explain: (error, session) => queryFailure(error, session, 0),
});
