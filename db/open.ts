import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { copyWithKey, isEncrypted, openDatabase, type StoreKey } from './cipher';
import { isEarlierStore } from './earlier-store';
import { forgetHead, type MissingEntries } from './log-head';
import { applyMigrations, planMigrations } from './migrate';
import { migrations as knownMigrations } from './migrations';
import type { Migration } from './migrations/migration';
import { findMissingEntries } from './repositories/audit-log';

export type Database = SqliteDatabase.Database;

/** Why a store can't be used. It was left as it was found, or put back from the backup made before the migration. */
export interface StoreProblem {
  state: 'newer' | 'damaged' | 'entries-missing' | 'migration-failed' | 'unavailable' | 'earlier';
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

export interface OpenOptions {
  /** Of an encrypted store. */
  key?: StoreKey | undefined;
  /** Opens it although acknowledged entries are missing: a person has been told. */
  withoutMissing?: boolean;
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

/** The moment as part of a backup's name. */
export const timeForFileName = (): string => new Date().toISOString().replace(/[:.]/g, '-');

const storeSuffixes = ['', '-wal', '-shm'];

const removeStoreFiles = (file: string): void => {
  for (const suffix of storeSuffixes) rmSync(`${file}${suffix}`, { force: true });
};

/** Copies the open store, whatever is still in its log included, and answers the copy's path. */
const backUp = (db: Database, file: string): string => {
  mkdirSync(backupFolder(file), { recursive: true });
  const copy = join(backupFolder(file), `before-migration-${timeForFileName()}.db`);
  db.prepare('VACUUM INTO ?').run(copy);
  return copy;
};

/** Waits until the file is on the disk. */
export const syncFile = (file: string): void => {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const isWhole = (file: string, key?: StoreKey): boolean => {
  try {
    const db = openDatabase(file, { readonly: true, fileMustExist: true }, isEncrypted(file) ? key : undefined);
    try {
      return db.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
};

/**
 * Puts a whole copy in the place of the closed store. At every moment there is a store: the copy is made beside it and
 * takes its name in one step. Throws, with the store untouched, when the copy can't be made or is damaged.
 */
const replaceStore = (copy: string, file: string, key?: StoreKey): void => {
  const incoming = `${file}.incoming`;
  copyFileSync(copy, incoming);
  syncFile(incoming);
  if (!isWhole(incoming, key)) {
    rmSync(incoming, { force: true });
    throw new Error('the backup itself is damaged');
  }
  // A log of the old store must not be applied to the new one.
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(incoming, file);
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

const withoutEntries = ({ expected, kept }: MissingEntries): StoreProblem => {
  const count = expected.seq - kept.seq;
  const what =
    count > 0
      ? `${count} ${count === 1 ? 'entry' : 'entries'} at its end`
      : `its entry ${expected.seq} as it was written`;
  return {
    state: 'entries-missing',
    message: `The audit log lacks ${what}: changes that were acknowledged are gone from the store. It was left as it is.`,
    hint: 'The disk may have damaged it, or an older copy was put in its place. If you have a newer copy of the data folder, close Tickmark and put it back first.',
  };
};

const unavailableStore = (file: string, detail: string): StoreProblem => ({
  state: 'unavailable',
  message: `The store ${file} can't be opened: ${detail}.`,
  hint: 'Check that the folder exists, that you may write to it and that the disk is not full; then start again.',
});

const foreignDatabase = (): StoreProblem => ({
  state: 'damaged',
  message: 'The file tickmark.db in this data folder is a database, but not a store of Tickmark. It was left as it is.',
  hint: 'Choose another data folder, or move that file elsewhere.',
});

/** Its secrets have to be in the keychain first, which is not the store's affair: see `main/legacy/upgrade.ts`. */
const earlierStore = (): StoreProblem => ({
  state: 'earlier',
  message: 'The store is of the version before schema steps were recorded.',
  hint: 'It is brought to this version before it can be opened.',
});

const sqliteCode = (error: unknown): string => (error as { code?: string }).code ?? '';

const explainOpenError = (file: string, error: unknown): StoreProblem =>
  /^SQLITE_(NOTADB|CORRUPT)/.test(sqliteCode(error))
    ? damagedStore(describe(error))
    : unavailableStore(file, describe(error));

/** Tables, but no record of Tickmark's schema steps. */
const isForeign = (db: Database): boolean => {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return tables.length > 0 && !tables.includes('schema_migrations');
};

/** Looks at an existing store without writing to it: is it whole, and does this program know its schema? */
const inspect = (
  file: string,
  migrations: readonly Migration[],
  { key, withoutMissing }: OpenOptions,
): StoreProblem | undefined => {
  const db = openDatabase(file, { readonly: true, fileMustExist: true }, key);
  try {
    if (statSync(file).size <= largestCheckedFile) {
      const verdict = db.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') return damagedStore(String(verdict));
    }
    if (isEarlierStore(db)) return earlierStore();
    if (isForeign(db)) return foreignDatabase();
    const plan = planMigrations(db, migrations);
    if (plan.state === 'newer') return newerStore();
    if (plan.state === 'altered') return alteredStore(plan.version);
    const missing = withoutMissing ? undefined : findMissingEntries(db, file);
    return missing && withoutEntries(missing);
  } finally {
    db.close();
  }
};

/** Milliseconds that one process waits for another that writes. */
const patience = 5_000;

const setDurability = (db: Database): void => {
  db.pragma('journal_mode = WAL');
  // better-sqlite3 builds SQLite with NORMAL for WAL; an acknowledged write must survive a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma(`busy_timeout = ${patience}`);
};

const migrate = (
  db: Database,
  file: string,
  isNew: boolean,
  pending: readonly Migration[],
  key?: StoreKey,
): OpenedStore => {
  const copy = isNew ? undefined : backUp(db, file);
  try {
    applyMigrations(db, pending);
    return { state: 'ready', db };
  } catch (error) {
    db.close();
    if (copy) replaceStore(copy, file, key);
    else removeStoreFiles(file);
    return {
      state: 'migration-failed',
      message: `The store could not be brought to this version: ${describe(error)}. It is as it was before.`,
      hint: copy ? `A copy is kept as backups/${basename(copy)}.` : 'Start again; if it fails again, ask for help.',
    };
  }
};

/**
 * Brings the log into the store and empties it: until then a deleted row's bytes, which `secure_delete` overwrites, still
 * stand in both. A process that reads beside main is not waited for; the next call, or the close, does it then.
 */
export const eraseDeleted = (db: Database): void => {
  db.pragma('busy_timeout = 0');
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
};

/** Another connection to the store that main has open, for a process beside it. Throws what SQLite throws. */
export const openStoreBeside = (file: string, key?: StoreKey): Database => {
  const db = openDatabase(file, { fileMustExist: true }, key);
  setDurability(db);
  return db;
};

/** The whole store in memory, to try out there what a change would do. */
export const copyStoreToMemory = (file: string, key?: StoreKey): Database => {
  const db = openDatabase(file, { readonly: true, fileMustExist: true }, key);
  try {
    const image = db.serialize();
    // A write-ahead log lies beside a file; in memory there is none.
    image.fill(1, 18, 20);
    return new SqliteDatabase(image);
  } finally {
    db.close();
  }
};

/**
 * Opens the store, making or migrating it when needed; with a key, an encrypted one. Never throws: a store that can't be
 * used is answered as a `StoreProblem` and left untouched.
 */
export const openStore = (
  file: string,
  migrations: readonly Migration[] = knownMigrations,
  options: OpenOptions = {},
): OpenedStore => {
  const { key } = options;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const isNew = !existsSync(file) || statSync(file).size === 0;
    const problem = isNew ? undefined : inspect(file, migrations, options);
    if (problem) return problem;
    const db = openDatabase(file, {}, key);
    setDurability(db);
    const plan = planMigrations(db, migrations);
    if (plan.state === 'behind') return migrate(db, file, isNew, plan.pending, key);
    return { state: 'ready', db };
  } catch (error) {
    return explainOpenError(file, error);
  }
};

/** Whether the store is there and encrypted; a new one is wanted as its key says. */
export const isStoreEncrypted = (file: string): boolean =>
  !existsSync(file) || statSync(file).size === 0 || isEncrypted(file);

/**
 * Brings the closed store and every copy of it to the wanted form, encrypted with the key or in clear; what has it
 * already is left alone. Each file changes in one step. Throws, with the file it was at untouched.
 */
export const recodeStore = (file: string, key: StoreKey, wanted: 'encrypted' | 'clear'): void => {
  const backups = listBackups(file).map(({ fileName }) => join(backupFolder(file), fileName));
  const replaced = readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}.replaced-`) && !/-(wal|shm)$/.test(name))
    .map((name) => join(dirname(file), name));
  for (const copy of [file, ...backups, ...replaced]) recodeFile(copy, key, wanted);
};

const recodeFile = (file: string, key: StoreKey, wanted: 'encrypted' | 'clear'): void => {
  if (!existsSync(file) || isEncrypted(file) === (wanted === 'encrypted')) return;
  const recoded = `${file}.recoded`;
  removeStoreFiles(recoded);
  try {
    if (wanted === 'encrypted') copyWithKey(file, recoded, undefined, key);
    else copyWithKey(file, recoded, key, undefined);
    replaceStore(recoded, file, key);
  } finally {
    removeStoreFiles(recoded);
  }
};

/** Keeps the files of the closed store as they are under another name, and answers it. */
export const keepCopy = (file: string): string => {
  const copy = `${file}.replaced-${timeForFileName()}`;
  for (const suffix of storeSuffixes) {
    if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, `${copy}${suffix}`);
  }
  return basename(copy);
};

/**
 * Puts a backup in the closed store's place and keeps a copy of what was there. Answers false when there is no such
 * backup; throws, with the store as it was, when the backup can't be copied or is damaged.
 */
export const restoreBackup = (file: string, fileName: string, key?: StoreKey): boolean => {
  const backup = listBackups(file).find((candidate) => candidate.fileName === fileName);
  if (!backup) return false;
  keepCopy(file);
  forgetHead(file);
  replaceStore(join(backupFolder(file), backup.fileName), file, key);
  return true;
};
