import { closeSync, openSync, readSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

/** 32 random bytes; they are the key itself, nothing is derived from them here. */
export type StoreKey = Buffer;

/** What every SQLite file in clear starts with. An encrypted one starts with random bytes. */
const plainStart = 'SQLite format 3\0';

/** Opens a SQLite file, encrypted with `key` (ChaCha20-Poly1305 for each page, its log included) or in clear. */
export const openDatabase = (
  file: string,
  options: SqliteDatabase.Options = {},
  key?: StoreKey,
): SqliteDatabase.Database => {
  const db = new SqliteDatabase(file, options);
  if (key) {
    db.pragma("cipher = 'chacha20'");
    db.pragma(`key = '${rawKey(key)}'`);
  }
  return db;
};

/** Whether the file has content, and none that can be read without a key. */
export const isEncrypted = (file: string): boolean => {
  const start = Buffer.alloc(plainStart.length);
  const descriptor = openSync(file, 'r');
  try {
    const length = readSync(descriptor, start, 0, start.length, 0);
    return length === start.length && start.toString('latin1') !== plainStart;
  } finally {
    closeSync(descriptor);
  }
};

/** Writes the whole of a store, what is still in its log included, to `copy`: encrypted with `to`, or in clear. */
export const copyWithKey = (file: string, copy: string, from?: StoreKey, to?: StoreKey): void => {
  const source = openDatabase(file, { fileMustExist: true }, from);
  try {
    source.prepare('VACUUM INTO ?').run(copy);
  } finally {
    source.close();
  }
  const copied = openDatabase(copy, { fileMustExist: true }, from);
  try {
    // Only a rollback journal can be rewritten with another key.
    copied.pragma('journal_mode = DELETE');
    copied.pragma("cipher = 'chacha20'");
    copied.pragma(`rekey = '${to ? rawKey(to) : ''}'`);
  } finally {
    copied.close();
  }
};

/** Spares the slow derivation that a password would need: the key is random already. */
const rawKey = (key: StoreKey): string => `raw:${key.toString('hex')}`;
