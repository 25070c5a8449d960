/** The thread that works inside SQLite, so that a query that computes for long holds up nothing else. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { SchemaColumn } from '../schema-tables';
import { cellText } from './cells';
import {
  controlPlaces,
  type FileDescription,
  mostChunksUnderWay,
  type ReaderMessage,
  type ReaderTask,
} from './messages';
import { createRecordChunks } from './record-chunks';

const task = workerData as ReaderTask;
const control = new Int32Array(task.control);
const busyMilliseconds = 5_000;

const tell = (message: ReaderMessage, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer);

const isStopped = () => Atomics.load(control, controlPlaces.stop) === 1;

const waitWhile = (place: number, holds: (value: number) => boolean) => {
  for (;;) {
    const value = Atomics.load(control, place);
    if (isStopped() || !holds(value)) return;
    Atomics.wait(control, place, value);
  }
};

const openReadOnly = (): Database.Database => {
  if (task.isCopy) settleCopy();
  const db = new Database(task.path, { readonly: true, fileMustExist: true, timeout: busyMilliseconds });
  db.pragma('query_only = ON');
  // What the file's own schema brings along (views, triggers) may not call functions with side effects.
  db.pragma('trusted_schema = OFF');
  return db;
};

const settleCopy = () => {
  const copy = new Database(task.path, { fileMustExist: true });
  copy.pragma('journal_mode = DELETE');
  copy.close();
};

const describe = (db: Database.Database): FileDescription => {
  const one = (sql: string) => String(db.prepare(sql).pluck().get());
  const schema = createHash('sha256');
  for (const row of db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .raw()
    .iterate()) {
    schema.update(`${JSON.stringify(row)}\n`);
  }
  return {
    sqliteVersion: one('SELECT sqlite_version()'),
    applicationId: one('PRAGMA application_id'),
    userVersion: one('PRAGMA user_version'),
    encoding: one('PRAGMA encoding'),
    schemaHash: schema.digest('hex'),
  };
};

const listColumns = (db: Database.Database): SchemaColumn[] => {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name").pluck();
  const columns = db.prepare('SELECT name, type FROM pragma_table_xinfo(?)').raw();
  return (tables.all() as string[]).flatMap((table) => {
    try {
      return (columns.all(table) as [string, string][]).map(([column, type]) => ({
        schema: 'main',
        table,
        column,
        type,
      }));
    } catch {
      return []; // A view on something that is gone, or a table of a module that is not here.
    }
  });
};

const readRows = (db: Database.Database, query: string) => {
  const statement = db.prepare(query);
  if (!statement.readonly) return tell({ kind: 'refused', reason: 'SQLite says that this statement writes.' });
  if (!statement.reader) return tell({ kind: 'refused', reason: 'This statement returns no rows, so it is not run.' });
  tell({ kind: 'columns', columns: statement.columns().map(({ name, type }) => ({ name, type: type ?? '' })) });

  const chunks = createRecordChunks((bytes, ends) => {
    Atomics.add(control, controlPlaces.chunksUnderWay, 1);
    tell({ kind: 'rows', bytes, ends }, [bytes.buffer as ArrayBuffer, ends.buffer as ArrayBuffer]);
    waitWhile(controlPlaces.chunksUnderWay, (underWay) => underWay >= mostChunksUnderWay);
  });
  try {
    for (const row of statement.raw().safeIntegers().iterate()) {
      if (isStopped()) break;
      chunks.add((row as unknown[]).map(cellText));
    }
  } finally {
    chunks.flush();
  }
  tell({ kind: 'done' });
};

const perform = () => {
  const db = openReadOnly();
  try {
    tell({ kind: 'description', description: describe(db) });
    if (task.listColumns) tell({ kind: 'schema', columns: listColumns(db) });
    if (task.query === undefined) return;
    waitWhile(controlPlaces.mayRun, (mayRun) => mayRun === 0);
    if (!isStopped()) readRows(db, task.query);
  } finally {
    db.close();
  }
};

try {
  perform();
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  tell({ kind: 'failed', code: code ?? '', message });
}
