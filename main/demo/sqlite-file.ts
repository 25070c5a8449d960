import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';

export type DemoRow = (string | number | null)[];

export interface DemoTable {
  name: string;
  /** The columns as CREATE TABLE takes them. */
  columns: string[];
  rows: Iterable<DemoRow>;
}

/** The window answers within a frame: rows are written for this long, then others have their turn. */
const turnMilliseconds = 10;

const insertRows = async (db: SqliteDatabase.Database, { name, columns, rows }: DemoTable): Promise<void> => {
  const insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
  let turnStart = performance.now();
  for (const row of rows) {
    insert.run(row);
    if (performance.now() - turnStart < turnMilliseconds) continue;
    await nextTurn();
    turnStart = performance.now();
  }
};

/**
 * Writes a SQLite file of these tables in short turns, and then runs the statements `after`. The file appears under its
 * name only when it is whole.
 */
export const writeSqliteFile = async (path: string, tables: readonly DemoTable[], after: string[]): Promise<void> => {
  const unfinished = `${path}.unfinished`;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(unfinished, { force: true });
  const db = new SqliteDatabase(unfinished);
  try {
    // Nothing is lost if it is cut off: the next start writes the file again.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    // Tables are filled in the order in which their rows become known.
    db.pragma('foreign_keys = OFF');
    db.exec('BEGIN');
    for (const { name, columns } of tables) db.exec(`CREATE TABLE ${name} (${columns.join(', ')}) STRICT`);
    for (const table of tables) await insertRows(db, table);
    for (const statement of after) db.exec(statement);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
  // An auditor's access to a client's file can only read.
  chmodSync(unfinished, 0o444);
  renameSync(unfinished, path);
};
