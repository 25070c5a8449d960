import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendAuditEntry, type Database, listAuditEntries, readHead } from '../../../db';
import { headFingerprint } from '../../../main/evidence/verification';
import { openTestStore, temporaryFolder } from '../../support/store';
import { writeGoodPack } from '../evidence/pack-support';
import { openServices, succeed } from './support';

const append = (db: Database, count: number) => {
  for (let entry = 0; entry < count; entry += 1) {
    appendAuditEntry(db, { actor: 'ada', action: 'test.happened', subject: `test/${entry}`, details: { entry } });
  }
};

/** A store with ten entries and a checkpoint of them. */
const withCheckpoint = async () => {
  const { db } = openTestStore();
  append(db, 10);
  const services = openServices(db);
  const path = join(temporaryFolder(), 'checkpoint.json');
  services.chooses.savePath = path;
  await succeed(services.auditLog.saveCheckpoint());
  append(db, 5);
  return { db, path, ...services };
};

const withoutTriggers = (db: Database, change: string): void => {
  for (const name of ['changed', 'deleted']) db.exec(`DROP TRIGGER IF EXISTS audit_log_is_never_${name}`);
  db.exec(change);
};

describe('auditLog.head', () => {
  it('signs the newest entry and its number, with a fingerprint that people can compare', async () => {
    const { db } = openTestStore();
    append(db, 3);
    const { auditLog } = openServices(db);
    const head = await succeed(auditLog.head());
    expect(head).toMatchObject({ entries: readHead(db).seq, hash: readHead(db).hash });
    expect(head.fingerprint).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await succeed(auditLog.head())).fingerprint).toBe(head.fingerprint);
    append(db, 1);
    expect((await succeed(auditLog.head())).fingerprint).not.toBe(head.fingerprint);
  });

  it('has a fingerprint that depends on the number, the hash and the key', () => {
    const key = (byte: string) =>
      `-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA${byte.repeat(43)}=\n-----END PUBLIC KEY-----\n`;
    const fingerprints = [
      headFingerprint({ entries: 1, hash: 'a' }, key('A')),
      headFingerprint({ entries: 2, hash: 'a' }, key('A')),
      headFingerprint({ entries: 1, hash: 'b' }, key('A')),
      headFingerprint({ entries: 1, hash: 'a' }, key('E')),
    ];
    expect(new Set(fingerprints).size).toBe(4);
  });
});

describe('auditLog.checkCheckpoint', () => {
  it('accepts a log that only grew since, and says by how much', async () => {
    const { db, path, check } = await withCheckpoint();
    const { entries } = JSON.parse(readFileSync(path, 'utf8'));
    expect(await check(path)).toMatchObject({
      valid: true,
      problems: [],
      head: { entries },
      entriesSince: readHead(db).seq - entries,
    });
    expect(await listAuditEntries(db, { action: 'auditLog.checkpointSaved' })).toHaveLength(1);
  });

  it('finds a log that was cut short', async () => {
    const { db, path, check } = await withCheckpoint();
    withoutTriggers(db, 'DELETE FROM audit_log WHERE seq > 8');
    expect(await check(path)).toMatchObject({
      valid: false,
      problems: [{ where: 'the audit log', message: expect.stringContaining('cut short: the checkpoint states 11') }],
    });
  });

  it('finds an entry before it that was changed, and names it', async () => {
    const { db, path, check } = await withCheckpoint();
    withoutTriggers(db, "UPDATE audit_log SET actor = 'eve' WHERE seq = 4");
    expect((await check(path)).problems).toMatchObject([{ where: 'the audit log, entry 4' }]);
  });

  it('finds a log that was rebuilt whole, chain and all', async () => {
    const { db, path, check } = await withCheckpoint();
    withoutTriggers(db, 'DELETE FROM audit_log');
    append(db, 20);
    expect((await check(path)).problems).toMatchObject([
      { where: 'the audit log', message: expect.stringContaining('rewritten') },
    ]);
  });

  it('says nothing about what came after it', async () => {
    const { db, path, check } = await withCheckpoint();
    withoutTriggers(db, "UPDATE audit_log SET actor = 'eve' WHERE seq = 13");
    expect(await check(path)).toMatchObject({ valid: true });
  });

  it('refuses one that was changed, byte by byte of its head', async () => {
    const { path, check } = await withCheckpoint();
    const good = JSON.parse(readFileSync(path, 'utf8'));
    for (const change of [
      { entries: good.entries - 1 },
      { hash: 'f'.repeat(64) },
      { fingerprint: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA' },
      { signedAt: '2020-01-01T00:00:00.000Z' },
      { signature: good.signature.replace(/^./, (digit: string) => (digit === 'A' ? 'B' : 'A')) },
      { keyId: '0'.repeat(16) },
      { publicKey: 'no key' },
      { format: 'something' },
    ]) {
      writeFileSync(path, JSON.stringify({ ...good, ...change }));
      expect(await check(path), JSON.stringify(change)).toMatchObject({ valid: false, head: null });
    }
  });

  it('refuses one of another installation, and a file that is none', async () => {
    const { path } = await withCheckpoint();
    const { db } = openTestStore();
    append(db, 50);
    const other = openServices(db);
    const { problems } = await other.check(path);
    expect(problems[0]?.message).toContain('never signed for this store');
    expect(problems[1]?.message).toContain('rewritten');
    writeFileSync(path, 'PK and nothing else');
    expect(await other.check(path)).toMatchObject({ valid: false, head: null });
  });

  it('takes the head that is signed into a pack as a checkpoint too', async () => {
    const { input } = await writeGoodPack();
    const { db } = openTestStore();
    const { check } = openServices(db);
    const verdict = await check(input.target);
    expect(verdict.head).toMatchObject({ entries: 7, signedAt: '2026-03-02T08:00:00.000Z' });
    expect(verdict.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('never signed for this store'),
      expect.stringContaining('cut short'),
    ]);
  });
});
