import type { Database } from './open';

const columnsOf = (db: Database, table: string): string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

const holds = (columns: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((column) => columns.includes(column));

/**
 * Whether the database is a store as it was before schema steps were recorded: the tables of the web application. Its
 * connectors have a type and a configuration; today's have a `name_key` beside, in every version since.
 */
export const isEarlierStore = (db: Database): boolean => {
  const connectors = columnsOf(db, 'tool_connectors');
  return (
    holds(connectors, ['id', 'ci_id', 'connector_type', 'configuration']) &&
    !connectors.includes('name_key') &&
    holds(columnsOf(db, 'applications'), ['id', 'ci_id', 'name']) &&
    columnsOf(db, 'store_facts').length === 0
  );
};
