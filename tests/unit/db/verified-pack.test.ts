import { describe, expect, it } from 'vitest';
import { appendAuditEntry, type Database, findVerifiedPack, readHead } from '../../../db';
import { openTestStore } from '../../support/store';

const applicationId = 3;
const add = (db: Database, action: string, details: object = {}) =>
  appendAuditEntry(db, { actor: 'ada', action, subject: 'x', details: { applicationId, ...details } });

const ran = (db: Database) => add(db, 'execution.succeeded');
const exported = (db: Database, sha256: string, more = {}) =>
  add(db, 'evidence.packExported', { fileName: `${sha256}.zip`, sha256, logEntries: readHead(db).seq, ...more });
const verified = (db: Database, sha256: string, more = {}) =>
  add(db, 'evidence.packVerified', { sha256, valid: true, ...more });

describe('findVerifiedPack', () => {
  it('answers the newest whole pack that was exported after the last run and verified then', () => {
    const { db } = openTestStore();
    ran(db);
    for (const sha256 of ['a', 'b']) {
      exported(db, sha256);
      verified(db, sha256);
    }
    expect(findVerifiedPack(db, applicationId)).toEqual({ fileName: 'b.zip', sha256: 'b' });
  });

  it.each<[string, (db: Database) => void]>([
    ['that was not verified', (db) => exported(db, 'a')],
    ['of which another one was verified', (db) => [exported(db, 'a'), verified(db, 'b')]],
    ['that was found damaged', (db) => [exported(db, 'a'), verified(db, 'a', { valid: false })]],
    ['with columns taken out', (db) => [exported(db, 'a', { redacted: [{}] }), verified(db, 'a')]],
    ['from before the last run', (db) => [exported(db, 'a'), verified(db, 'a'), ran(db)]],
    [
      'whose log ends before a run that ended while it was written',
      (db) => [exported(db, 'a', { logEntries: 0 }), verified(db, 'a')],
    ],
    [
      'that does not tell where its log ends',
      (db) => [exported(db, 'a', { logEntries: undefined }), verified(db, 'a')],
    ],
    ['verified before it was exported', (db) => [verified(db, 'a'), exported(db, 'a')]],
    ['of another audit', (db) => [exported(db, 'a', { applicationId: 4 }), verified(db, 'a', { applicationId: 4 })]],
  ])('takes no pack %s', (_, make) => {
    const { db } = openTestStore();
    ran(db);
    make(db);
    expect(findVerifiedPack(db, applicationId)).toBeUndefined();
  });
});
