import { createHash, type Hash } from 'node:crypto';
import { lostConnection } from '../connectors/connection-failures';
import { type Failure, failure, type Result, success } from '../result';
import { openPostgresSource } from './postgres-source';
import {
  archivedTables,
  importedTables,
  isReadable,
  type LegacyRow,
  type LegacySource,
  type OpenSource,
  type SourceSettings,
} from './source';
import { openSqliteSource } from './sqlite-source';

/** All that is imported, as it stood at one moment. */
export interface LegacyData {
  address: string;
  identity: string;
  applications: LegacyRow[];
  dataRequests: LegacyRow[];
  connectors: LegacyRow[];
  analyses: LegacyRow[];
  executions: LegacyRow[];
  /** Rows of the tables that are kept as a file, by table. */
  archiveRows: Record<string, number>;
  /** What the source lacks, in sentences. */
  warnings: string[];
  /** SHA-256 over everything that was read. */
  contentHash: string;
}

type ArchiveRow = (table: string, row: LegacyRow) => void;

/** Called once the connectors are known; what it answers hears of each row that is kept in the archive file. */
export type BeginArchive = (connectors: readonly LegacyRow[]) => ArchiveRow;

const openSource = (settings: SourceSettings, signal: AbortSignal): Promise<OpenSource> =>
  settings.kind === 'sqlite' ? openSqliteSource(settings.path) : openPostgresSource(settings, signal);

const readTable = async (source: LegacySource, table: string, hash: Hash, onRow: (row: LegacyRow) => void) => {
  const columns = source.tables.get(table);
  if (!columns) return;
  hash.update(`${table} ${columns.join(',')}\n`);
  for await (const rows of source.rows(table)) {
    for (const row of rows) {
      hash.update(JSON.stringify(Object.values(row)));
      onRow(row);
    }
  }
};

const describeMissing = ({ tables }: LegacySource): string[] =>
  Object.entries(importedTables).flatMap(([table, needed]) => {
    const columns = tables.get(table);
    if (!columns) return [`The table ${table} is not there; what it would hold is not imported.`];
    const missing = needed.filter((column) => !columns.includes(column));
    return missing.length === 0
      ? []
      : [`The table ${table} has no column ${missing.join(', ')}, so its rows are not imported.`];
  });

/** Reads a source that is open. Throws what the database throws. */
export const readSource = async (
  source: LegacySource,
  beginArchive: BeginArchive = () => () => {},
): Promise<LegacyData> => {
  const hash = createHash('sha256');
  const read = async (table: string): Promise<LegacyRow[]> => {
    const rows: LegacyRow[] = [];
    if (isReadable(table, source.tables.get(table))) await readTable(source, table, hash, (row) => rows.push(row));
    return rows;
  };
  const archiveRows: Record<string, number> = {};
  const imported = {
    applications: await read('applications'),
    dataRequests: await read('data_requests'),
    connectors: await read('tool_connectors'),
    analyses: await read('question_analyses'),
    executions: await read('agent_executions'),
  };
  const onArchive = beginArchive(imported.connectors);
  // Their results are no evidence of Tickmark's; they are kept beside, as the earlier application had them.
  for (const row of imported.executions) onArchive('agent_executions', row);
  for (const table of archivedTables) {
    await readTable(source, table, hash, (row) => {
      archiveRows[table] = (archiveRows[table] ?? 0) + 1;
      onArchive(table, row);
    });
  }
  return {
    address: source.address,
    identity: source.identity,
    ...imported,
    archiveRows,
    warnings: describeMissing(source),
    contentHash: hash.digest('hex'),
  };
};

/** Why reading broke off, in words for the person. */
const explainReading = (error: unknown, settings: SourceSettings): Failure => {
  const message = error instanceof Error ? error.message : String(error);
  if (settings.kind === 'sqlite') {
    return failure('FILE_REJECTED', `${settings.path} can't be read to its end: ${message}.`, {
      hint: 'The file is damaged or incomplete. Ask for a fresh copy; nothing was imported.',
    });
  }
  const address = `${settings.server}:${settings.port}`;
  const { severity, code } = error as { severity?: string; code?: string };
  if (severity === undefined || severity === 'FATAL')
    return lostConnection(address, 'while it was read; nothing was imported');
  return failure('QUERY_FAILED', `${address} refused to be read: ${message}`, {
    hint:
      code === '42501'
        ? 'Ask the database team to grant SELECT on all tables of the application to this login. Nothing was imported.'
        : 'Show this message to the database team. Nothing was imported.',
  });
};

/** Opens a source, reads it in one transaction and closes it. Nothing is written to it. */
export const readLegacy = async (
  settings: SourceSettings,
  signal: AbortSignal,
  beginArchive?: BeginArchive,
): Promise<Result<LegacyData>> => {
  try {
    const opened = await openSource(settings, signal);
    if (!opened.ok) return opened;
    try {
      return success(await readSource(opened.value, beginArchive));
    } finally {
      await opened.value.close();
    }
  } catch (error) {
    return explainReading(error, settings);
  }
};
