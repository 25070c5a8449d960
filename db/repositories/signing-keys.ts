import type { Database } from '../open';

/** The public half of a key that signs, or signed, for this store. */
export interface SigningKeyRecord {
  keyId: string;
  /** PEM. */
  publicKey: string;
  createdAt: string;
  retiredAt: string | null;
}

const columns = 'key_id AS keyId, public_key AS publicKey, created_at AS createdAt, retired_at AS retiredAt';

/** The key that signs now. */
export const findCurrentSigningKey = (db: Database): SigningKeyRecord | undefined =>
  db.prepare<[], SigningKeyRecord>(`SELECT ${columns} FROM signing_keys WHERE retired_at IS NULL`).get();

/** A key of this store by its id, also one that was replaced. */
export const findSigningKey = (db: Database, keyId: string): SigningKeyRecord | undefined =>
  db.prepare<[string], SigningKeyRecord>(`SELECT ${columns} FROM signing_keys WHERE key_id = ?`).get(keyId);

/** Makes this the key that signs; the one before it is retired. */
export const setCurrentSigningKey = (
  db: Database,
  { keyId, publicKey }: { keyId: string; publicKey: string },
): void => {
  const now = new Date().toISOString();
  db.prepare('UPDATE signing_keys SET retired_at = ? WHERE retired_at IS NULL').run(now);
  db.prepare(
    `INSERT INTO signing_keys (key_id, public_key, created_at) VALUES (?, ?, ?)
     ON CONFLICT (key_id) DO UPDATE SET retired_at = NULL`,
  ).run(keyId, publicKey, now);
};
