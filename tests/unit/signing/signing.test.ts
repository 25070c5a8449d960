import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findSigningKey, listAuditEntries } from '../../../db';
import { sweepOrphans } from '../../../main/keychain/connector-secrets';
import { openTestStore } from '../../support/store';
import { openServices, succeed } from './support';

describe('the signing key', () => {
  it('is made at first use, its private half in the keychain and its public half in the store and the log', async () => {
    const { db } = openTestStore();
    const { scripted, storeId, signing } = openServices(db);
    const key = await succeed(signing.signingKey());
    const secret = scripted.entries.get(`${storeId}/signing/private-key`) ?? '';
    expect(secret).not.toBe('');
    expect(findSigningKey(db, key.keyId)).toMatchObject({ publicKey: key.publicKey, retiredAt: null });
    const entries = await listAuditEntries(db, { action: 'signingKey' });
    expect(entries).toMatchObject([{ action: 'signingKey.created', details: { keyId: key.keyId } }]);
    expect(JSON.stringify(entries)).not.toContain(secret);
    expect(verify(null, Buffer.from('text'), createPublicKey(key.publicKey), key.sign('text'))).toBe(true);
  });

  it('is the same for each use, also for two at once and after a restart', async () => {
    const { db } = openTestStore();
    const first = openServices(db);
    const keys = await Promise.all([1, 2, 3].map(() => succeed(first.signing.signingKey())));
    const again = await succeed(openServices(db, first.scripted).signing.signingKey());
    expect(new Set([...keys, again].map(({ keyId }) => keyId)).size).toBe(1);
    expect(await listAuditEntries(db, { action: 'signingKey' })).toHaveLength(1);
  });

  it('is not swept with the secrets of connectors that are gone', async () => {
    const { db } = openTestStore();
    const { keychain, signing } = openServices(db);
    const { keyId } = await succeed(signing.signingKey());
    await succeed(sweepOrphans(keychain, await succeed(keychain.list()), () => false));
    expect((await succeed(signing.signingKey())).keyId).toBe(keyId);
  });

  it.each([
    ['is locked', (scripted: { locked: boolean }) => Object.assign(scripted, { locked: true })],
    ['refuses', (scripted: object) => Object.assign(scripted, { mishap: () => ({ refusal: 'no such interface' }) })],
  ])(
    'is not replaced while the keychain %s: nothing is signed, and nothing of a session is offered',
    async (_, break_) => {
      const { db } = openTestStore();
      const { scripted, signing } = openServices(db);
      const { keyId } = await succeed(signing.signingKey());
      break_(scripted);
      const answer = await signing.signingKey();
      expect(answer).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE', hint: expect.any(String) } });
      expect(JSON.stringify(answer)).not.toContain('session');
      expect(findSigningKey(db, keyId)?.retiredAt).toBeNull();
    },
  );

  it('that was written before the store could note it is taken up at the next use', async () => {
    const { db } = openTestStore();
    const { scripted, signing } = openServices(db);
    const { keyId } = await succeed(signing.signingKey());
    // As after a crash between the two, or in a store that was restored from an older backup.
    db.exec('DELETE FROM signing_keys');
    expect((await succeed(openServices(db, scripted).signing.signingKey())).keyId).toBe(keyId);
    expect(findSigningKey(db, keyId)).toMatchObject({ retiredAt: null });
  });

  it('is replaced where its entry was deleted, and the log says so', async () => {
    const { db } = openTestStore();
    const { scripted, storeId, signing } = openServices(db);
    const { keyId } = await succeed(signing.signingKey());
    scripted.entries.delete(`${storeId}/signing/private-key`);
    const next = await succeed(signing.signingKey());
    expect(next.keyId).not.toBe(keyId);
    expect(findSigningKey(db, keyId)?.retiredAt).not.toBeNull();
    expect(await listAuditEntries(db, { action: 'signingKey.replaced' })).toMatchObject([
      { details: { keyId: next.keyId, replaces: keyId } },
    ]);
  });

  it('is not used where the keychain holds something else in its place', async () => {
    const { db } = openTestStore();
    const { scripted, storeId, signing } = openServices(db);
    await succeed(signing.signingKey());
    scripted.entries.set(`${storeId}/signing/private-key`, 'something else');
    expect(await signing.signingKey()).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE' } });
  });
});
