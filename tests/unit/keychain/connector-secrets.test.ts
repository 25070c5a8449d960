import { beforeEach, describe, expect, it } from 'vitest';
import { addSecrets, readSecrets, sweepOrphans, writeSecrets } from '../../../main/keychain/connector-secrets';
import { createKeychain, type Keychain } from '../../../main/keychain/keychain';
import { createScriptedKeychain, type ScriptedKeychain } from './scripted-keychain';

let platformKeychain: ScriptedKeychain;
let keychain: Keychain;

const open = (platform: NodeJS.Platform = 'linux') => {
  let written = false;
  return createKeychain({
    startProcess: platformKeychain.startProcess,
    service: 'Tickmark',
    storeId: 'store',
    sentinel: {
      written: () => written,
      markWritten: () => {
        written = true;
      },
    },
    platform,
  });
};

beforeEach(() => {
  platformKeychain = createScriptedKeychain();
  keychain = open();
});

/** What the keychain holds for connector 7, by field. */
const held = () =>
  Object.fromEntries(
    [...platformKeychain.entries].flatMap(([account, secret]) => {
      const field = account.split('store/connector/7/')[1];
      return field ? [[field, secret]] : [];
    }),
  );

const sweep = async (isKnown: (connectorId: number) => boolean) => {
  const listed = await keychain.list();
  return listed.ok ? sweepOrphans(keychain, listed.value, isKnown) : listed;
};

const refuseToSet = (field: string, refusals = Number.POSITIVE_INFINITY) => {
  let left = refusals;
  platformKeychain.mishap = (operation, account) =>
    operation === 'set' && account.endsWith(`/${field}`) && left-- > 0 ? { refusal: 'Access denied' } : undefined;
};

describe('writeSecrets', () => {
  it('keeps each field in an account of its own, and answers what was there before', async () => {
    const first = await writeSecrets(keychain, 'store', 7, { password: 'p', wallet_password: 'w' });
    const second = await writeSecrets(keychain, 'store', 7, { password: 'p2', wallet_password: null });

    expect(first).toEqual({ ok: true, value: { password: null, wallet_password: null } });
    expect(second).toEqual({ ok: true, value: { password: 'p', wallet_password: 'w' } });
    expect(held()).toEqual({ password: 'p2' });
    expect(platformKeychain.entries.get('store/connector/7/password')).toBe('p2');
  });

  it('asks the keychain nothing when there is nothing to write', async () => {
    platformKeychain.locked = true;

    expect(await writeSecrets(keychain, 'store', 7, {})).toEqual({ ok: true, value: {} });
    expect(platformKeychain.starts).toBe(0);
  });

  it('puts all back when one is refused', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'old', api_key: 'old key' });
    refuseToSet('client_secret');

    const refused = await writeSecrets(keychain, 'store', 7, {
      password: 'new',
      api_token: 'token',
      api_key: null,
      client_secret: 'c',
      wallet_password: 'w',
    });

    expect(refused).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE' }, unrestored: [] });
    expect(held()).toEqual({ password: 'old', api_key: 'old key' });
  });

  it('undoes a write that landed although its answer was lost', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'old' });
    let crashes = 1;
    platformKeychain.mishap = (operation, account) =>
      operation === 'set' && account.endsWith('/password') && crashes-- > 0 ? 'late crash' : undefined;

    const crashed = await writeSecrets(keychain, 'store', 7, { password: 'new' });

    expect(crashed).toMatchObject({ ok: false, unrestored: [] });
    expect(held()).toEqual({ password: 'old' });
  });

  it('names the fields that it could not put back', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'old' });
    refuseToSet('api_token');
    const refuseToken = platformKeychain.mishap;
    platformKeychain.mishap = (operation, account) =>
      operation === 'set' && account.endsWith('/password') && platformKeychain.entries.get(account) === 'new'
        ? { refusal: 'Access denied' }
        : refuseToken(operation, account);

    const refused = await writeSecrets(keychain, 'store', 7, { password: 'new', api_token: 'token' });

    expect(refused).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('What the keychain holds for password could not be put back.') },
      unrestored: ['password'],
    });
  });

  it('touches nothing in a locked keychain', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'old' });
    platformKeychain.locked = true;

    const refused = await writeSecrets(keychain, 'store', 7, { password: 'new' });

    expect(refused).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE' }, unrestored: [] });
    expect(held()).toEqual({ password: 'old' });
  });

  it('refuses by field what the platform can’t hold, and writes nothing', async () => {
    const refused = await writeSecrets(open('win32'), 'store', 7, { password: 'p', api_token: 't'.repeat(2_561) });

    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fieldErrors: { api_token: expect.stringContaining('2,560 bytes') } },
    });
    expect(platformKeychain.starts).toBe(0);
  });

  it('works in a new keychain after the old one was lost', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'old' });
    platformKeychain.entries.clear();

    expect(await writeSecrets(open(), 'store', 7, { password: 'again' })).toEqual({
      ok: true,
      value: { password: null },
    });
  });
});

describe('writeSecrets with nothing but removals', () => {
  it('answers the values it removed, which writeSecrets puts back', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'p', api_key: 'k' });

    const removed = await writeSecrets(keychain, 'store', 7, { password: null, api_key: null, api_token: null });

    expect(removed).toEqual({ ok: true, value: { password: 'p', api_key: 'k', api_token: null } });
    expect(held()).toEqual({});
    if (removed.ok) await writeSecrets(keychain, 'store', 7, removed.value);
    expect(held()).toEqual({ password: 'p', api_key: 'k' });
  });

  it('keeps all when one can’t be removed', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'p', api_key: 'k' });
    platformKeychain.mishap = (operation, account) =>
      operation === 'delete' && account.endsWith('/api_key') ? { refusal: 'Access denied' } : undefined;

    expect(await writeSecrets(keychain, 'store', 7, { password: null, api_key: null })).toMatchObject({ ok: false });
    expect(held()).toEqual({ password: 'p', api_key: 'k' });
  });
});

describe('readSecrets', () => {
  it('answers every field, null where there is no secret', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'p' });

    expect(await readSecrets(keychain, 'store', 7, ['password', 'api_key'])).toEqual({
      ok: true,
      value: { password: 'p', api_key: null },
    });
  });

  it('answers no part of them when the keychain fails', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'p', api_key: 'k' });
    platformKeychain.mishap = (_operation, account) =>
      account.endsWith('/api_key') ? { refusal: 'Access denied' } : undefined;

    expect(await readSecrets(keychain, 'store', 7, ['password', 'api_key'])).toMatchObject({ ok: false });
  });
});

describe('addSecrets', () => {
  const ofAnImport = [7, 8, 9].map((connectorId) => ({ connectorId, field: 'password', secret: `p${connectorId}` }));
  const accounts = () => [...platformKeychain.entries.keys()].filter((account) => account.includes('/connector/'));

  it('keeps all of an import', async () => {
    expect(await addSecrets(keychain, 'store', ofAnImport)).toEqual({ ok: true, value: undefined });
    expect(accounts()).toEqual(ofAnImport.map(({ connectorId }) => `store/connector/${connectorId}/password`));
  });

  it('keeps none where one is refused', async () => {
    platformKeychain.mishap = (operation, account) =>
      operation === 'set' && account.includes('/9/') ? { refusal: 'Access denied' } : undefined;
    expect(await addSecrets(keychain, 'store', ofAnImport)).toMatchObject({
      ok: false,
      error: { code: 'KEYCHAIN_UNAVAILABLE', message: expect.stringContaining('Access denied') },
    });
    expect(accounts()).toEqual([]);
  });

  it('says so where the keychain is locked half-way, and the next start removes what is left', async () => {
    platformKeychain.mishap = (operation, account) => {
      if (operation === 'set' && account.includes('/9/')) platformKeychain.locked = true;
      return undefined;
    };
    const added = await addSecrets(keychain, 'store', ofAnImport);
    expect(added).toMatchObject({
      ok: false,
      error: { code: 'KEYCHAIN_UNAVAILABLE', message: expect.stringContaining('removed at the next start') },
    });
    platformKeychain.locked = false;
    expect(accounts()).toHaveLength(2);
    expect(await sweep(() => false)).toEqual({ ok: true, value: 2 });
    expect(accounts()).toEqual([]);
  });
});

describe('sweepOrphans', () => {
  it('deletes the secrets of connectors that are gone, and nothing else', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'p', api_key: 'k' });
    await writeSecrets(keychain, 'store', 70, { password: 'q' });
    platformKeychain.entries.set('other/connector/7/password', 'theirs').set('store/signing-key', 's');

    expect(await sweep((id) => id === 70)).toEqual({ ok: true, value: 2 });

    expect([...platformKeychain.entries.keys()]).toEqual([
      'store/sentinel',
      'store/connector/70/password',
      'other/connector/7/password',
      'store/signing-key',
    ]);
  });

  it('deletes nothing while the keychain is locked', async () => {
    await writeSecrets(keychain, 'store', 7, { password: 'p' });
    platformKeychain.locked = true;

    expect(await sweep(() => false)).toMatchObject({ ok: false });
    expect(await sweepOrphans(keychain, ['store/connector/7/password'], () => false)).toMatchObject({ ok: false });
    expect(held()).toEqual({ password: 'p' });
  });
});
