/** A database of the earlier application, open for reading in one transaction. */
import type { Result } from '../../preload/contract';

/** A row as text, whatever the database's own types were. */
export type LegacyRow = Readonly<Record<string, string | null>>;

export interface LegacySource {
  /** Where it lies, for people: `db-01:5432 / audits`. Holds no secret. */
  address: string;
  /** What tells this database from another one at a second import. */
  identity: string;
  /** The columns of each of the known tables that is there. */
  tables: ReadonlyMap<string, readonly string[]>;
  /** All rows of a table that is there, ordered by id, many at a time. */
  rows(table: string): AsyncIterable<readonly LegacyRow[]>;
  /** Ends the transaction. Never rejects. */
  close(): Promise<void>;
}

export type SourceSettings =
  | { kind: 'sqlite'; path: string }
  | {
      kind: 'postgres';
      server: string;
      port: number;
      database: string;
      username: string;
      password: string;
      encrypt: boolean;
    };

export type OpenSource = Result<LegacySource>;

/** Tables whose rows become rows of the store, with the columns without which a row says nothing. */
export const importedTables: Readonly<Record<string, readonly string[]>> = {
  applications: ['id', 'ci_id'],
  data_requests: ['application_id', 'questions'],
  tool_connectors: ['id', 'ci_id', 'connector_type'],
  question_analyses: ['application_id', 'question_id'],
  agent_executions: ['application_id', 'question_id'],
};

/** Tables that are kept as they are, in a file. */
export const archivedTables = [
  'data_collection_sessions',
  'audit_results',
  'context_documents',
  'veritas_conversations',
];

export const knownTables = [...Object.keys(importedTables), ...archivedTables];

/** A database without any of these is none of the earlier application. */
export const isLegacyDatabase = (tables: ReadonlyMap<string, readonly string[]>): boolean =>
  ['applications', 'tool_connectors'].some((table) => isReadable(table, tables.get(table)));

export const isReadable = (table: string, columns: readonly string[] | undefined): boolean =>
  columns !== undefined && (importedTables[table] ?? []).every((column) => columns.includes(column));

/** In a backup without secrets: the names of the fields whose secrets the keychain has. */
export const keptSecretsColumn = 'tickmark_kept_secrets';

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
