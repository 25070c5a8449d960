import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalJson } from '../canonical-json';
import { sha256 } from '../hash';
import type { Database } from '../open';

/** The hash before the first entry. */
export const genesisHash = '0'.repeat(64);

export interface AuditEvent {
  actor: string;
  /** What happened, as `<noun>.<verb>`: `connector.created`. */
  action: string;
  /** What it happened to: `connector/12`. */
  subject: string;
  /** Plain data; `applicationId`, `connectorId` and `ciId` in it make the entry findable. Never a secret. */
  details: Record<string, unknown>;
}

export interface AuditEntry extends AuditEvent {
  seq: number;
  at: string;
  salt: string;
  entryHash: string;
  prevHash: string;
  hash: string;
}

interface AuditRow extends Omit<AuditEntry, 'details' | 'entryHash' | 'prevHash'> {
  details: string;
  entry_hash: string;
  prev_hash: string;
}

const toEntry = ({ details, entry_hash, prev_hash, ...row }: AuditRow): AuditEntry => ({
  ...row,
  details: JSON.parse(details) as Record<string, unknown>,
  entryHash: entry_hash,
  prevHash: prev_hash,
});

/** SHA-256 over the salt (hex) followed by the entry's canonical JSON. */
export const hashEntry = (salt: string, entry: AuditEvent & { seq: number; at: string }): string => {
  const { seq, at, actor, action, subject, details } = entry;
  return sha256(salt + canonicalJson({ seq, at, actor, action, subject, details }));
};

/** SHA-256 over the previous hash and the entry's hash, both as lower-case hex. */
export const hashLink = (prevHash: string, entryHash: string): string => sha256(prevHash + entryHash);

/** The newest entry's number and hash; 0 and the genesis hash while there is none. */
export const readHead = (db: Database): { seq: number; hash: string } =>
  db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get() ?? {
    seq: 0,
    hash: genesisHash,
  };

/** Appends one entry. Belongs in the transaction of the change that it records. */
export const appendAuditEntry = (db: Database, event: AuditEvent): void => {
  const head = readHead(db);
  const seq = head.seq + 1;
  const at = new Date().toISOString();
  // What is hashed is what a reader will parse: undefined members vanish in JSON.
  const details = canonicalJson(event.details);
  const salt = randomBytes(16).toString('hex');
  const entryHash = hashEntry(salt, { ...event, seq, at, details: JSON.parse(details) as Record<string, unknown> });
  db.prepare(
    `INSERT INTO audit_log (seq, at, actor, action, subject, details, salt, entry_hash, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    seq,
    at,
    event.actor,
    event.action,
    event.subject,
    details,
    salt,
    entryHash,
    head.hash,
    hashLink(head.hash, entryHash),
  );
};

export interface AuditFilter {
  applicationId?: number | undefined;
  connectorId?: number | undefined;
  beforeSeq?: number | undefined;
  limit?: number | undefined;
}

/** Entries, newest first. */
export const listAuditEntries = (db: Database, filter: AuditFilter): AuditEntry[] => {
  const conditions: string[] = [];
  const values: number[] = [];
  const add = (condition: string, value: number | undefined) => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  add("json_extract(details, '$.applicationId') = ?", filter.applicationId);
  add("json_extract(details, '$.connectorId') = ?", filter.connectorId);
  add('seq < ?', filter.beforeSeq);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return db
    .prepare<number[], AuditRow>(`SELECT * FROM audit_log ${where} ORDER BY seq DESC LIMIT ?`)
    .all(...values, filter.limit ?? 200)
    .map(toEntry);
};

/** At most `limit` entries after that one, oldest first. */
export const listAuditEntriesAfter = (db: Database, seq: number, limit: number): AuditEntry[] =>
  db
    .prepare<[number, number], AuditRow>('SELECT * FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ?')
    .all(seq, limit)
    .map(toEntry);

export interface AuditVerdict {
  valid: boolean;
  entries: number;
  firstBadSeq?: number;
}

/** Checks entries one after the other, oldest first: whether each follows from the one before and is what was hashed. */
const createChainCheck = () => {
  let entries = 0;
  let prevHash = genesisHash;
  return (entry: AuditEntry): boolean => {
    entries += 1;
    const fits =
      entry.seq === entries &&
      entry.prevHash === prevHash &&
      entry.entryHash === hashEntry(entry.salt, entry) &&
      entry.hash === hashLink(prevHash, entry.entryHash);
    prevHash = entry.hash;
    return fits;
  };
};

const countEntries = (db: Database): number =>
  db.prepare<[], number>('SELECT count(*) FROM audit_log').pluck().get() ?? 0;

/**
 * Recomputes the whole chain. A gap, a changed entry or a broken link names the first entry that does not fit. A long
 * log is read in turns, so that nothing else has to wait for it; entries appended meanwhile belong to it.
 */
export const verifyAuditLog = async (db: Database): Promise<AuditVerdict> => {
  const follows = createChainCheck();
  let lastSeq = 0;
  for (;;) {
    const entries = listAuditEntriesAfter(db, lastSeq, 500);
    const bad = entries.find((entry) => !follows(entry));
    if (bad) return { valid: false, entries: countEntries(db), firstBadSeq: bad.seq };
    const last = entries.at(-1);
    if (!last) return { valid: true, entries: lastSeq };
    lastSeq = last.seq;
    await nextTurn();
  }
};
