import { createHash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import {
  type AuditFilter,
  appendAuditEntry,
  canonicalJson,
  type Database,
  genesisHash,
  listAuditEntries,
  verifyAuditLog,
} from '../../../db';
import { openTestStore } from '../../support/store';

const append = (db: Database, count: number) => {
  for (let number = 1; number <= count; number += 1) {
    appendAuditEntry(db, {
      actor: 'ada',
      action: 'connector.created',
      subject: `connector/${number}`,
      details: { connectorId: number, applicationId: (number % 2) + 1, ciId: 'CI1', note: 'ü “quoted”' },
    });
  }
};

/** Changes rows behind the triggers' back, as somebody with the file in an editor would. */
const tamper = (file: string, statement: string) => {
  const db = new SqliteDatabase(file);
  db.exec('DROP TRIGGER audit_log_is_never_changed; DROP TRIGGER audit_log_is_never_deleted;');
  db.exec(statement);
  db.close();
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the audit log', () => {
  it('chains its entries as the design says', async () => {
    const { db } = openTestStore();
    append(db, 2);
    const [second, first] = await listAuditEntries(db, {});
    if (!first || !second) throw new Error('two entries were written');
    const { seq, at, actor, action, subject, details, salt } = first;
    expect(first.prevHash).toBe(genesisHash);
    expect(first.entryHash).toBe(sha256(salt + canonicalJson({ seq, at, actor, action, subject, details })));
    expect(first.hash).toBe(sha256(genesisHash + first.entryHash));
    expect(second.prevHash).toBe(first.hash);
    expect(await verifyAuditLog(db)).toEqual({ valid: true, entries: 2 });
  });

  it('keeps its order and its proof when the clock is put back, and shows the times as they were', async () => {
    const { db } = openTestStore();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T10:00:00.000Z') });
    try {
      append(db, 1);
      vi.setSystemTime(new Date('2025-01-01T00:00:00.000Z'));
      append(db, 1);
    } finally {
      vi.useRealTimers();
    }
    expect((await listAuditEntries(db, {})).map(({ seq, at }) => [seq, at])).toEqual([
      [2, '2025-01-01T00:00:00.000Z'],
      [1, '2026-03-02T10:00:00.000Z'],
    ]);
    expect(await verifyAuditLog(db)).toEqual({ valid: true, entries: 2 });
  });

  it('refuses to change or delete an entry', async () => {
    const { db } = openTestStore();
    append(db, 1);
    expect(() => db.exec("UPDATE audit_log SET actor = 'eve'")).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM audit_log')).toThrow(/append-only/);
    expect(() =>
      db.exec(
        "INSERT OR REPLACE INTO audit_log SELECT seq, at, 'eve', action, subject, details, salt, entry_hash, prev_hash, hash FROM audit_log",
      ),
    ).toThrow(/append-only/);
    expect((await verifyAuditLog(db)).valid).toBe(true);
  });

  it.each([
    ['a changed word', "UPDATE audit_log SET actor = 'eve' WHERE seq = 3", 3],
    ['changed details', "UPDATE audit_log SET details = '{}' WHERE seq = 2", 2],
    ['a removed entry', 'DELETE FROM audit_log WHERE seq = 2', 3],
    [
      'two entries that changed places',
      'UPDATE audit_log SET seq = -1 WHERE seq = 2; UPDATE audit_log SET seq = 2 WHERE seq = 3; UPDATE audit_log SET seq = 3 WHERE seq = -1',
      2,
    ],
    ['a forged hash', "UPDATE audit_log SET hash = 'ff' WHERE seq = 4", 4],
  ])('names the first entry that does not fit after %s', async (_what, statement, firstBadSeq) => {
    const { db, file } = openTestStore();
    append(db, 5);
    tamper(file, statement);
    expect(await verifyAuditLog(db)).toMatchObject({ valid: false, firstBadSeq });
  });

  it('finds the entries of an application and of a connector, newest first, in pages', async () => {
    const { db } = openTestStore();
    append(db, 6);
    expect((await listAuditEntries(db, { applicationId: 1 })).map(({ seq }) => seq)).toEqual([6, 4, 2]);
    expect((await listAuditEntries(db, { connectorId: 3 })).map(({ seq }) => seq)).toEqual([3]);
    expect((await listAuditEntries(db, { beforeSeq: 4, limit: 2 })).map(({ seq }) => seq)).toEqual([3, 2]);
    expect((await listAuditEntries(db, { beforeSeq: 6, afterSeq: 3 })).map(({ seq }) => seq)).toEqual([5, 4]);
    expect(await listAuditEntries(db, { afterSeq: 6 })).toEqual([]);
  });

  it('finds entries by action, kind of action, person, period and text', async () => {
    const { db } = openTestStore();
    const add = (actor: string, action: string, subject: string, details = {}) =>
      appendAuditEntry(db, { actor, action, subject, details });
    add('ada', 'connector.created', 'connector/1', { connectorName: 'Prod 100% _safe_' });
    add('bob', 'connector.updated', 'connector/1');
    add('ada', 'connectors.other', 'connector/2');
    const found = async (filter: AuditFilter) => (await listAuditEntries(db, filter)).map(({ seq }) => seq);
    expect(await found({ action: 'connector' })).toEqual([2, 1]);
    expect(await found({ action: 'connector.created' })).toEqual([1]);
    expect(await found({ actor: 'ada' })).toEqual([3, 1]);
    expect(await found({ text: '100% _SAFE_' })).toEqual([1]);
    expect(await found({ text: '%' })).toEqual([1]);
    expect(await found({ text: 'connector/2' })).toEqual([3]);
    expect(await found({ from: '2020-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' })).toEqual([3, 2, 1]);
    expect(await found({ until: '2020-01-01T00:00:00.000Z' })).toEqual([]);
    expect(await found({ actor: 'ada', action: 'connector', text: '' })).toEqual([1]);
  });

  it('finds what lies far back in a long log', async () => {
    const { db } = openTestStore();
    const add = (action: string) => appendAuditEntry(db, { actor: 'ada', action, subject: 'x', details: {} });
    db.transaction(() => {
      add('needle.first');
      for (let entry = 0; entry < 12_000; entry += 1) add('hay.stalk');
    })();
    expect(await listAuditEntries(db, { action: 'needle' })).toMatchObject([{ seq: 1, action: 'needle.first' }]);
    expect(await listAuditEntries(db, { action: 'hay', limit: 11_000 })).toHaveLength(11_000);
    expect(await listAuditEntries(db, { action: 'needle', afterSeq: 1 })).toEqual([]);
    expect(await listAuditEntries(db, { afterSeq: 1, limit: 20_000 })).toHaveLength(12_000);
  });
});
