import { realpath } from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';
import { openDatabaseFile } from '../connectors/sqlite/database-file';
import { failure, success } from '../result';
import { isLegacyDatabase, knownTables, type LegacyRow, type LegacySource, type OpenSource, quoteName } from './source';

type SqliteValue = string | number | bigint | Buffer | null;

const asText = (value: SqliteValue): string | null => {
  if (value === null) return null;
  return Buffer.isBuffer(value) ? value.toString('hex') : String(value);
};

const damaged = (path: string, error: unknown) =>
  failure('FILE_REJECTED', `${path} can't be read: ${error instanceof Error ? error.message : String(error)}.`, {
    hint: 'The file is damaged or incomplete. Ask for a fresh copy; nothing was imported.',
  });

const notLegacy = (path: string) =>
  failure('FILE_REJECTED', `${path} is a database, but not one of the earlier application.`, {
    hint: 'It has neither the table applications nor tool_connectors. Choose the application’s own database file.',
  });

const listTables = (db: SqliteDatabase.Database): Map<string, string[]> => {
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    .pluck()
    .all()
    .filter((name) => knownTables.includes(name));
  return new Map(
    names.map((name) => [
      name,
      db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(name),
    ]),
  );
};

const rowsPerRead = 200;

async function* readRows(db: SqliteDatabase.Database, table: string, columns: readonly string[]) {
  const order = columns.includes('id') ? 'ORDER BY id' : 'ORDER BY rowid';
  const list = columns.map(quoteName).join(', ');
  const statement = db.prepare<[], SqliteValue[]>(`SELECT ${list} FROM ${quoteName(table)} ${order}`);
  let rows: LegacyRow[] = [];
  for (const values of statement.raw().safeIntegers().iterate()) {
    const row: Record<string, string | null> = {};
    for (const [index, column] of columns.entries()) row[column] = asText(values[index] ?? null);
    if (rows.push(row) < rowsPerRead) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/** Reads a SQLite database that is open already; the caller closes it. */
export const sourceOf = (db: SqliteDatabase.Database, path: string, close: () => Promise<void>): LegacySource => {
  const tables = listTables(db);
  return {
    address: path,
    identity: `sqlite:${path}`,
    tables,
    rows: (table) => readRows(db, table, tables.get(table) ?? []),
    close,
  };
};

/** Opens the file read-only, or a private copy of one that a program has open. Nothing is written beside it. */
export const openSqliteSource = async (path: string): Promise<OpenSource> => {
  const file = await openDatabaseFile(path);
  if (!file.ok) return file;
  let db: SqliteDatabase.Database | undefined;
  const close = async () => {
    db?.close();
    await file.value.release();
  };
  try {
    // A copy is ours: what its write-ahead log holds is worked in. The client's own file is opened for reading alone.
    db = new SqliteDatabase(file.value.readPath, { readonly: !file.value.isCopy, fileMustExist: true });
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    const verdict = db.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') {
      await close();
      return damaged(path, new Error(String(verdict)));
    }
    db.exec('BEGIN');
    const source = sourceOf(db, await realpath(path), close);
    if (isLegacyDatabase(source.tables)) return success(source);
    await close();
    return notLegacy(path);
  } catch (error) {
    await close();
    return damaged(path, error);
  }
};
