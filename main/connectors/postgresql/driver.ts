import { success } from '../../result';
import type { SchemaColumn } from '../schema-tables';
import { createServerDriver } from '../server-driver';
import { copyOut, describeColumns } from './copy-out';
import { queryFailure } from './failures';
import { readIdentity } from './identity';
import { openSession, type Session } from './session';

/** Tables and views that the login may read; the system's own come last. */
const schemaQuery = `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type
  FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
    AND n.nspname !~ '^pg_(toast|temp_)' AND has_schema_privilege(n.oid, 'USAGE')
    AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))
  ORDER BY n.nspname IN ('pg_catalog', 'information_schema'), n.nspname, c.relname, a.attnum`;

export const postgresqlDriver = createServerDriver<Session>({
  openSession,
  readIdentity,
  prepare: async (session, query, sink) => {
    const columns = await describeColumns(session, query);
    if (!columns.ok) return columns;
    sink.begin(columns.value);
    return success(undefined);
  },
  run: copyOut,
  listColumns: async ({ client }) => (await client.query<SchemaColumn>(schemaQuery)).rows,
  explain: (error, session, query) => queryFailure(error, session, { query, rowCount: 0, elapsedMilliseconds: 0 }),
});
