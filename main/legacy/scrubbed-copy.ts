import { renameSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { type Database, syncFile } from '../../db';
import type { PlannedConnector } from './import-state';
import { remembering } from './remembering';
import { createTextScrubber, hidden, isSecretKey, parseContainer, scrubValue } from './secrets';
import { keptSecretsColumn, quoteName } from './source';

export interface ScrubTask {
  /** A whole database, as SQLite serializes it. */
  image: Uint8Array;
  /** Where the copy goes. */
  file: string;
  storeId: string;
  connectors: readonly PlannedConnector[];
  /** All that is known to be one. */
  secrets: readonly string[];
}

/** A JSON value without its secrets: they are gone, not replaced, so that nothing takes the replacement for a value. */
const strip = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(strip).filter((item) => item !== undefined);
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(([key, member]) => [key, strip(member)] as const);
    return Object.fromEntries(members.filter(([, member]) => member !== undefined));
  }
  return value === hidden ? undefined : value;
};

/** The fields as they were understood, and beside them what was not, all without secrets. */
const configurationOf = (configuration: string | null, connector: PlannedConnector | undefined): string => {
  const parsed = parseContainer(configuration ?? '') ?? {};
  const left = strip(scrubValue(parsed)) as Record<string, unknown>;
  return JSON.stringify({ ...left, ...connector?.configuration });
};

const scrubConnectors = (copy: Database, connectors: readonly PlannedConnector[]): void => {
  const columns = copy.prepare<[], string>("SELECT name FROM pragma_table_info('tool_connectors')").pluck().all();
  if (!columns.includes(keptSecretsColumn)) {
    copy.exec(`ALTER TABLE tool_connectors ADD COLUMN ${keptSecretsColumn} TEXT`);
  }
  const byKey = new Map(connectors.map((connector) => [connector.sourceKey, connector]));
  const rows = copy.prepare<[], { id: number; configuration: string | null }>(
    'SELECT id, configuration FROM tool_connectors',
  );
  const update = copy.prepare(`UPDATE tool_connectors SET configuration = ?, ${keptSecretsColumn} = ? WHERE id = ?`);
  for (const { id, configuration } of rows.all()) {
    const connector = byKey.get(String(id));
    const kept = JSON.stringify(Object.keys(connector?.secrets ?? {}));
    update.run(configurationOf(configuration, connector), kept, id);
  }
};

const rowsPerRead = 5_000;
const firstRowid = -(2n ** 63n);

/** Every other text of the database, by key, by look and by the secrets that are known. */
const scrubTexts = (copy: Database, table: string, clean: (text: string) => string): void => {
  const columns = copy.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  const scrubbers = columns.map((column) => remembering(scrubberOf(column, clean)));
  const updates = columns.map((column) =>
    copy.prepare(`UPDATE ${quoteName(table)} SET ${quoteName(column)} = ? WHERE rowid = ?`),
  );
  const read = copy
    .prepare<[bigint], [bigint, ...unknown[]]>(
      `SELECT rowid, ${columns.map(quoteName).join(', ')} FROM ${quoteName(table)} WHERE rowid > ? ORDER BY rowid
       LIMIT ${rowsPerRead}`,
    )
    .raw()
    .safeIntegers();
  for (let rows = read.all(firstRowid); rows.length > 0; rows = read.all(rows.at(-1)?.[0] ?? firstRowid)) {
    for (const [rowid, ...values] of rows) {
      for (const [index, value] of values.entries()) {
        if (typeof value !== 'string' || value === '') continue;
        const scrubbed = scrubbers[index]?.(value);
        if (scrubbed !== value) updates[index]?.run(scrubbed, rowid);
      }
    }
  }
};

const scrubberOf = (column: string, clean: (text: string) => string): ((text: string) => string) => {
  if (isSecretKey(column) && column !== keptSecretsColumn) return () => hidden;
  return (text) => {
    const parsed = parseContainer(text);
    if (!parsed) return clean(text);
    const scrubbed = JSON.stringify(scrubValue(parsed));
    return clean(scrubbed === JSON.stringify(parsed) ? text : scrubbed);
  };
};

/**
 * Writes a database to a file, without its secrets and without its free pages. The secrets are taken out in memory: at no
 * moment is there a second file that holds them.
 */
export const writeScrubbedCopy = ({ image, file, storeId, connectors, secrets }: ScrubTask): void => {
  // Read and written without a log: one in memory has no place for it.
  image.fill(1, 18, 20);
  const copy = new SqliteDatabase(Buffer.from(image.buffer, image.byteOffset, image.byteLength));
  const part = `${file}.part`;
  try {
    copy.pragma('temp_store = MEMORY');
    const clean = createTextScrubber(secrets, true);
    const tables = copy
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    copy.transaction(() => {
      scrubConnectors(copy, connectors);
      for (const table of tables.filter((name) => name !== 'tool_connectors')) scrubTexts(copy, table, clean);
      copy.exec('DROP TABLE IF EXISTS tickmark_upgrade; CREATE TABLE tickmark_upgrade (store_id TEXT NOT NULL)');
      copy.prepare('INSERT INTO tickmark_upgrade VALUES (?)').run(storeId);
    })();
    rmSync(part, { force: true });
    copy.prepare('VACUUM INTO ?').run(part);
    syncFile(part);
    renameSync(part, file);
  } finally {
    copy.close();
  }
};
