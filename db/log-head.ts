/**
 * How far the audit log had come, in a file beside the store. SQLite takes a damaged write-ahead log for one that ends
 * where the damage begins: what came after it is gone without a word. This file tells that there was more.
 *
 * It is written after the commit, so it never names an entry that was not stored. One that can't be read or written says
 * nothing: it guards against a failing disk, not against a person, who could change it as well as the store.
 */
import { closeSync, constants, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type SqliteDatabase from 'better-sqlite3';
import { sha256 } from './hash';

export interface LogHead {
  seq: number;
  hash: string;
}

/** What the file says that the store does not hold. */
export interface MissingEntries {
  expected: LogHead;
  /** The newest entry that is there. */
  kept: LogHead;
}

const headFile = (storeFile: string): string => `${storeFile}.head`;

// Always as long, so that it is written over in place: also on a disk that is full.
const recordOf = ({ seq, hash }: LogHead): string => {
  const text = `${String(seq).padStart(16, '0')} ${hash}`;
  return `${text} ${sha256(text)}\n`;
};

/** The head as it was last written; undefined where there is none, or where it was cut off while it was written. */
export const readRememberedHead = (storeFile: string): LogHead | undefined => {
  let content: string;
  try {
    content = readFileSync(headFile(storeFile), 'latin1');
  } catch {
    return undefined;
  }
  const [seq = '', hash = ''] = content.split(' ');
  const head = { seq: Number(seq), hash };
  return recordOf(head) === content ? head : undefined;
};

/** For a store that is put back from a backup: there, fewer entries are meant. */
export const forgetHead = (storeFile: string): void => rmSync(headFile(storeFile), { force: true });

const writeHead = (storeFile: string, head: LogHead): void => {
  const descriptor = openSync(headFile(storeFile), constants.O_WRONLY | constants.O_CREAT, 0o600);
  try {
    writeSync(descriptor, recordOf(head), 0);
    fdatasyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const waiting = new WeakSet<SqliteDatabase.Database>();

/** Writes the head once the transaction that is under way has ended, and before its caller can answer. */
export const rememberHead = (db: SqliteDatabase.Database, readHead: () => LogHead): void => {
  if (db.memory || waiting.has(db)) return;
  waiting.add(db);
  // A transaction is one turn: better-sqlite3's are synchronous.
  queueMicrotask(() => {
    waiting.delete(db);
    if (!db.open || db.inTransaction) return;
    try {
      writeHead(db.name, readHead());
    } catch (error) {
      console.error('How far the audit log has come was not written beside it:', error);
    }
  });
};
