import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appendAuditEntry, findMissingEntries, openStore } from '../../../db';
import { openTestStore } from '../../support/store';

const event = (subject: string) => ({ actor: 'ada', action: 'application.created', subject, details: {} });
const turn = () => Promise.resolve();

describe('the head of the audit log beside the store', () => {
  it('names the newest entry that was committed, never one that was rolled back', async () => {
    const { db, file } = openTestStore();
    appendAuditEntry(db, event('application/1'));
    await turn();
    const before = readFileSync(`${file}.head`);
    const rolledBack = db.transaction(() => {
      appendAuditEntry(db, event('application/2'));
      throw new Error('no');
    });
    expect(rolledBack).toThrow('no');
    await turn();
    expect(readFileSync(`${file}.head`)).toEqual(before);
    db.transaction(() => appendAuditEntry(db, event('application/2')))();
    await turn();
    expect(readFileSync(`${file}.head`, 'latin1')).toMatch(/^0+2 [0-9a-f]{64} [0-9a-f]{64}\n$/);
    expect(findMissingEntries(db, file)).toBeUndefined();
  });

  it('keeps a store closed that lacks the entry, or has another in its place', async () => {
    const { db, file } = openTestStore();
    appendAuditEntry(db, event('application/1'));
    await turn();
    const { file: other, db: otherDb } = openTestStore();
    writeFileSync(`${other}.head`, readFileSync(`${file}.head`));
    expect(openStore(other)).toMatchObject({ state: 'entries-missing', message: expect.stringContaining('1 entry') });
    otherDb.exec('BEGIN');
    appendAuditEntry(otherDb, event('application/1'));
    otherDb.exec('COMMIT');
    writeFileSync(`${other}.head`, readFileSync(`${file}.head`));
    expect(openStore(other)).toMatchObject({ state: 'entries-missing', message: expect.stringContaining('entry 1') });
    const opened = openStore(other, undefined, { withoutMissing: true });
    expect(opened.state).toBe('ready');
    if (opened.state === 'ready') opened.db.close();
  });

  it('says nothing where it is missing, or was cut off while it was written', async () => {
    const { db, file } = openTestStore();
    appendAuditEntry(db, event('application/1'));
    await turn();
    const head = readFileSync(`${file}.head`, 'latin1');
    writeFileSync(`${file}.head`, head.replace(/^0{15}1/, '0000000000000009'));
    expect(findMissingEntries(db, file)).toBeUndefined();
    rmSync(`${file}.head`);
    expect(findMissingEntries(db, file)).toBeUndefined();
  });
});
