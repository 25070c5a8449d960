import { connectionFailure } from '../connectors/connection-failures';
import { onAbort } from '../connectors/deadline';
import { openSession, type Session } from '../connectors/postgresql/session';
import { success } from '../result';
import {
  isLegacyDatabase,
  knownTables,
  type LegacyRow,
  type OpenSource,
  quoteName,
  type SourceSettings,
} from './source';

type PostgresSettings = Extract<SourceSettings, { kind: 'postgres' }>;

const rowsPerFetch = 1_000;

/** One moment of the whole database, which nothing here can change. */
const beginSnapshot = async ({ client }: Session): Promise<void> => {
  await client.query('ROLLBACK');
  await client.query('START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  await client.query(`
    SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, MDY', true),
      set_config('bytea_output', 'hex', true), set_config('client_min_messages', 'error', true),
      set_config('search_path', concat_ws(', ', 'pg_catalog', nullif(current_setting('search_path'), '')), true)`);
};

interface TableColumn {
  schema: string;
  table: string;
  column: string;
}

const columnsQuery = `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS column
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
    AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND has_schema_privilege(n.oid, 'USAGE')
  ORDER BY pg_table_is_visible(c.oid) DESC, n.nspname, c.relname, a.attnum`;

/** The known tables of one schema: the first of the search path that has any. */
const listTables = async ({ client }: Session) => {
  const { rows } = await client.query<TableColumn>(columnsQuery, [knownTables]);
  const schema = rows[0]?.schema ?? 'public';
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows.filter((row) => row.schema === schema)) {
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return { schema, tables };
};

const identityQuery = `
  SELECT CASE WHEN has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')
    THEN (SELECT system_identifier::text FROM pg_catalog.pg_control_system()) END AS cluster`;

async function* readRows({ client }: Session, from: string, columns: readonly string[]): AsyncGenerator<LegacyRow[]> {
  const list = columns.map((column) => `${quoteName(column)}::text`).join(', ');
  // Of the table: `id` alone would be the text in the list, and 10 come before 9.
  const order = columns.includes('id') ? 'ORDER BY source.id' : 'ORDER BY 1';
  await client.query(`DECLARE legacy_rows NO SCROLL CURSOR FOR SELECT ${list} FROM ${from} AS source ${order}`);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${rowsPerFetch} FROM legacy_rows`,
      rowMode: 'array',
    });
    yield rows.map((values) => Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])));
    if (rows.length < rowsPerFetch) break;
  }
  await client.query('CLOSE legacy_rows');
}

const noTables = (address: string) =>
  connectionFailure(
    'NO_DATABASE',
    `${address} has neither the table applications nor tool_connectors, or this login may not see them.`,
    'Check the name of the database, and ask for USAGE on its schema and SELECT on its tables.',
  );

/** Connects and starts a read-only transaction over one snapshot of the database. */
export const openPostgresSource = async (settings: PostgresSettings, signal: AbortSignal): Promise<OpenSource> => {
  const { server, port, database, username, password, encrypt } = settings;
  const configuration = { server, port, database, username, encrypt };
  const opened = await openSession({ configuration, secrets: { password } }, signal);
  if (!opened.ok) return opened;
  const session = opened.value;
  const stopListening = onAbort(signal, session.destroy);
  const close = async () => {
    stopListening();
    await session.close();
  };
  const address = `${server}:${port} / ${database}`;
  try {
    await beginSnapshot(session);
    const { schema, tables } = await listTables(session);
    const { rows } = await session.client.query<{ cluster: string | null }>(identityQuery);
    if (!isLegacyDatabase(tables)) {
      await close();
      return noTables(address);
    }
    return success({
      address,
      identity: `postgres:${rows[0]?.cluster ?? `${server.toLowerCase()}:${port}`}/${database}/${schema}`,
      tables,
      rows: (table) => readRows(session, `${quoteName(schema)}.${quoteName(table)}`, tables.get(table) ?? []),
      close,
    });
  } catch (error) {
    await close();
    throw error;
  }
};
