import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { applyMigrations, planMigrations } from './migrate';
import { migrations as knownMigrations } from './migrations';
import type { Migration } from './migrations/migration';

export type Database = SqliteDatabase.Database;

/** Why a store can't be used. It was left as it was found, or put back from the backup made before the migration. */
export interface StoreProblem {
  state: 'newer' | 'damaged' | 'migration-failed' | 'unavailable';
  message: string;
  hint: string;
}

export type OpenedStore = { state: 'ready'; db: Database } | StoreProblem;

export interface StoreBackup {
  fileName: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  bytes: number;
}

/** A full check of a larger file would be felt at every start. */
const largestCheckedFile = 64 * 1024 * 1024;

const backupFolder = (file: string): string => join(dirname(file), 'backups');

/** Backups beside the store, newest first. */
export const listBackups = (file: string): StoreBackup[] => {
  const folder = backupFolder(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((fileName) => fileName.endsWith('.db'))
    .map((fileName) => {
      const { mtime, size } = statSync(join(folder, fileName));
      return { fileName, createdAt: mtime.toISOString(), bytes: size };
    })
    .sort((left, right) => right.createdAt.localeCompare(left.createdAt));
};

const timeForFileName = (): string => new Date().toISOString().replace(/[:.]/g, '-');

const removeStoreFiles = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
};

/** Copies the open store, whatever is still in its log included, and answers the copy's path. */
const backUp = (db: Database, file: string): string => {
  mkdirSync(backupFolder(file), { recursive: true });
  const copy = join(backupFolder(file), `before-migration-${timeForFileName()}.db`);
  db.prepare('VACUUM INTO ?').run(copy);
  return copy;
};

const putBack = (copy: string, file: string): void => {
  removeStoreFiles(file);
  copyFileSync(copy, file);
};

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const newerStore = (): StoreProblem => ({
  state: 'newer',
  message: 'This data folder was last used by a newer Tickmark. It was left as it is.',
  hint: 'Install the newer version again, or choose another data folder.',
});

const alteredStore = (version: number): StoreProblem => ({
  state: 'damaged',
  message: `The store records another form of schema step ${version} than this Tickmark knows. It was left as it is.`,
  hint: 'It may come from a test build. Restore a backup, or use the version that made it.',
});

const damagedStore = (detail: string): StoreProblem => ({
  state: 'damaged',
  message: `The store can't be read: ${detail}. It was left as it is.`,
  hint: 'Restore a backup below, or copy the data folder to a safe place and ask for help before you go on.',
});

const unavailableStore = (file: string, detail: string): StoreProblem => ({
  state: 'unavailable',
  message: `The store ${file} can't be opened: ${detail}.`,
  hint: 'Check that the folder exists, that you may write to it and that the disk is not full; then start again.',
});

const sqliteCode = (error: unknown): string => (error as { code?: string }).code ?? '';

const explainOpenError = (file: string, error: unknown): StoreProblem =>
  /^SQLITE_(NOTADB|CORRUPT)/.test(sqliteCode(error))
    ? damagedStore(describe(error))
    : unavailableStore(file, describe(error));

/** Looks at an existing store without writing to it: is it whole, and does this program know its schema? */
const inspect = (file: string, migrations: readonly Migration[]): StoreProblem | undefined => {
  const db = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    if (statSync(file).size <= largestCheckedFile) {
      const verdict = db.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') return damagedStore(String(verdict));
    }
    const plan = planMigrations(db, migrations);
    if (plan.state === 'newer') return newerStore();
    if (plan.state === 'altered') return alteredStore(plan.version);
    return undefined;
  } finally {
    db.close();
  }
};

const setDurability = (db: Database): void => {
  db.pragma('journal_mode = WAL');
  // better-sqlite3 builds SQLite with NORMAL for WAL; an acknowledged write must survive a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 5000');
};

const migrate = (
  db: Database,
  file: string,
  migrations: readonly Migration[],
  pending: readonly Migration[],
): OpenedStore => {
  const isNew = pending.length === migrations.length;
  const copy = isNew ? undefined : backUp(db, file);
  try {
    applyMigrations(db, pending);
    return { state: 'ready', db };
  } catch (error) {
    db.close();
    if (copy) putBack(copy, file);
    else removeStoreFiles(file);
    return {
      state: 'migration-failed',
      message: `The store could not be brought to this version: ${describe(error)}. It is as it was before.`,
      hint: copy ? `A copy is kept as backups/${basename(copy)}.` : 'Start again; if it fails again, ask for help.',
    };
  }
};

/**
 * Opens the store, making or migrating it when needed. Never throws: a store that can't be used is answered as a
 * `StoreProblem` and left untouched.
 */
export const openStore = (file: string, migrations: readonly Migration[] = knownMigrations): OpenedStore => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const problem = existsSync(file) && statSync(file).size > 0 ? inspect(file, migrations) : undefined;
    if (problem) return problem;
    const db = new SqliteDatabase(file);
    setDurability(db);
    const plan = planMigrations(db, migrations);
    if (plan.state === 'behind') return migrate(db, file, migrations, plan.pending);
    return { state: 'ready', db };
  } catch (error) {
    return explainOpenError(file, error);
  }
};

/** Puts a backup in the store's place; what was there is kept beside it. Answers false when there is no such backup. */
export const restoreBackup = (file: string, fileName: string): boolean => {
  const backup = listBackups(file).find((candidate) => candidate.fileName === fileName);
  if (!backup) return false;
  if (existsSync(file)) {
    const set = `${file}.replaced-${timeForFileName()}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${set}${suffix}`);
    }
  }
  copyFileSync(join(backupFolder(file), backup.fileName), file);
  return true;
};
