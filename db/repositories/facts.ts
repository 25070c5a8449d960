import { randomUUID } from 'node:crypto';
import type { Database } from '../open';

/** One remembered fact about this store, or undefined. */
export const readFact = (db: Database, key: string): string | undefined =>
  db.prepare<[string], string>('SELECT value FROM store_facts WHERE key = ?').pluck().get(key);

export const writeFact = (db: Database, key: string, value: string): void => {
  db.prepare(
    'INSERT INTO store_facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
};

export const removeFact = (db: Database, key: string): void => {
  db.prepare('DELETE FROM store_facts WHERE key = ?').run(key);
};

/** Facts whose key starts so. */
export const listFacts = (db: Database, prefix: string): { key: string; value: string }[] =>
  db
    .prepare<[string, string], { key: string; value: string }>(
      'SELECT key, value FROM store_facts WHERE substr(key, 1, length(?)) = ?',
    )
    .all(prefix, prefix);

/** The random id that the store remembers, made at first use; a copy's is another folder's (`main/keychain/folder-claim.ts`). */
export const readStoreId = (db: Database): string => {
  const known = readFact(db, 'store_id');
  if (known) return known;
  const storeId = randomUUID();
  writeStoreId(db, storeId);
  return storeId;
};

export const writeStoreId = (db: Database, storeId: string): void => writeFact(db, 'store_id', storeId);
