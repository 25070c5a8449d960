import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalJson } from '../canonical-json';
import { sha256 } from '../hash';
import { type LogHead, type MissingEntries, readRememberedHead, rememberHead } from '../log-head';
import type { Database } from '../open';
import { prepared } from '../prepared';

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
export const readHead = (db: Database): LogHead =>
  prepared<[], LogHead>(db, 'SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get() ?? {
    seq: 0,
    hash: genesisHash,
  };

/** Entries that were acknowledged and are not in the store any more, as the file beside it tells. */
export const findMissingEntries = (db: Database, storeFile: string): MissingEntries | undefined => {
  const expected = readRememberedHead(storeFile);
  if (!expected || expected.seq === 0 || findAuditHash(db, expected.seq) === expected.hash) return undefined;
  return { expected, kept: readHead(db) };
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
  prepared(
    db,
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
  rememberHead(db, () => readHead(db));
};

export interface AuditFilter {
  applicationId?: number | undefined;
  connectorId?: number | undefined;
  /** One action (`connector.created`), or all of a kind (`connector`). */
  action?: string | undefined;
  actor?: string | undefined;
  /** ISO 8601 in UTC: from this moment on, and before that one. */
  from?: string | undefined;
  until?: string | undefined;
  /** Stands in the action, the subject or the details, in capitals or not. */
  text?: string | undefined;
  beforeSeq?: number | undefined;
  /** Only entries that came after that one: what lies before it is not searched. */
  afterSeq?: number | undefined;
  limit?: number | undefined;
}

/** As far as one statement reads: a search through a long log must not hold up everything else. */
const entriesAtOnce = 10_000;

/** Entries, newest first. A long log is searched in turns. */
export const listAuditEntries = async (db: Database, filter: AuditFilter): Promise<AuditEntry[]> => {
  const { where, values } = conditionsOf(filter);
  const limit = filter.limit ?? 200;
  const select = db.prepare<(string | number)[], AuditRow>(
    `SELECT * FROM audit_log WHERE seq < ? AND seq >= ? ${where} ORDER BY seq DESC LIMIT ?`,
  );
  const found: AuditRow[] = [];
  const oldest = (filter.afterSeq ?? 0) + 1;
  let before = filter.beforeSeq ?? readHead(db).seq + 1;
  while (before > oldest && found.length < limit) {
    const first = Math.max(oldest, before - entriesAtOnce);
    found.push(...select.all(before, first, ...values, limit - found.length));
    before = first;
    await nextTurn();
  }
  return found.map(toEntry);
};

const conditionsOf = (filter: AuditFilter): { where: string; values: (string | number)[] } => {
  const kind = filter.action && `${escapeLike(filter.action)}.%`;
  const text = filter.text && `%${escapeLike(filter.text)}%`;
  const conditions: [string, ...(string | number | undefined)[]][] = [
    ["json_extract(details, '$.applicationId') = ?", filter.applicationId],
    ["json_extract(details, '$.connectorId') = ?", filter.connectorId],
    ["(action = ? OR action LIKE ? ESCAPE '!')", filter.action || undefined, kind],
    ['actor = ?', filter.actor || undefined],
    ['at >= ?', filter.from],
    ['at < ?', filter.until],
    ["(action || ' ' || subject || ' ' || details) LIKE ? ESCAPE '!'", text || undefined],
  ];
  const given = conditions.filter(([, value]) => value !== undefined);
  return {
    where: given.map(([condition]) => `AND ${condition}`).join(' '),
    values: given.flatMap(([, ...values]) => values as (string | number)[]),
  };
};

const escapeLike = (text: string): string => text.replace(/[!%_]/g, '!$&');

/** The chain's hash at that entry; undefined where the log is shorter. */
export const findAuditHash = (db: Database, seq: number): string | undefined =>
  db.prepare<[number], string>('SELECT hash FROM audit_log WHERE seq = ?').pluck().get(seq);

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
 * Recomputes the chain, the whole of it or up to an entry. A gap, a changed entry or a broken link names the first entry that does not fit. A long
 * log is read in turns, so that nothing else has to wait for it; entries appended meanwhile belong to it.
 */
export const verifyAuditLog = async (db: Database, upToSeq = Number.MAX_SAFE_INTEGER): Promise<AuditVerdict> => {
  const follows = createChainCheck();
  let lastSeq = 0;
  for (;;) {
    const entries = listAuditEntriesAfter(db, lastSeq, 500);
    const bad = entries.find((entry) => !follows(entry));
    if (bad) return { valid: false, entries: countEntries(db), firstBadSeq: bad.seq };
    const last = entries.at(-1);
    if (!last) return { valid: true, entries: lastSeq };
    lastSeq = last.seq;
    if (lastSeq >= upToSeq) return { valid: true, entries: lastSeq };
    await nextTurn();
  }
};
