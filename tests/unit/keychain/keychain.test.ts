import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeychain, type KeychainOptions, type PlatformKeychain } from '../../../main/keychain/keychain';
import { createScriptedKeychain, type ScriptedKeychain } from './scripted-keychain';

const account = 'store/connector/1/password';
const sentinelAccount = 'store/sentinel';

let platformKeychain: ScriptedKeychain;
let written: boolean;
let keychain: PlatformKeychain;

const open = (options: Partial<KeychainOptions> = {}) =>
  createKeychain({
    startProcess: platformKeychain.startProcess,
    service: 'Tickmark',
    storeId: 'store',
    sentinel: {
      written: () => written,
      markWritten: () => {
        written = true;
      },
    },
    platform: 'linux',
    ...options,
  });

beforeEach(() => {
  platformKeychain = createScriptedKeychain();
  written = false;
  keychain = open();
});

const unavailable = (words: string) => ({
  ok: false,
  error: expect.objectContaining({ code: 'KEYCHAIN_UNAVAILABLE', message: expect.stringContaining(words) }),
});

describe('keychain.get', () => {
  it('asks for no account of a store that has never written one', async () => {
    expect(await keychain.get(account)).toEqual({ ok: true, value: null });
    expect(platformKeychain.requests).toEqual([`get ${sentinelAccount}`]);
  });

  it('believes a null only beside the sentinel', async () => {
    await keychain.set(account, 'secret');
    expect(await keychain.get('store/connector/2/password')).toEqual({ ok: true, value: null });

    platformKeychain.locked = true;

    expect(await keychain.get(account)).toEqual(unavailable('not unlocked, or this is another keychain than before'));
  });

  it('finds the entries of a store whose memory of the sentinel was lost, and remembers it again', async () => {
    platformKeychain.entries.set(sentinelAccount, 'here').set(account, 'secret');

    expect(await keychain.get(account)).toEqual({ ok: true, value: 'secret' });
    expect(written).toBe(true);
  });

  it('passes on what the platform says, with a hint for it', async () => {
    platformKeychain.mishap = () => ({ refusal: 'The user name or passphrase you entered is not correct.' });

    const onMac = await open({ platform: 'darwin' }).get(account);
    const onWindows = await open({ platform: 'win32' }).get(account);

    expect(onMac).toEqual(unavailable('passphrase you entered is not correct'));
    expect(!onMac.ok && onMac.error.hint).toContain('Keychain Access');
    expect(!onWindows.ok && onWindows.error.hint).toContain('Credential Manager');
  });

  it('names the missing library where libsecret is not installed', async () => {
    platformKeychain.mishap = () => ({ refusal: 'libsecret-1.so.0: cannot open shared object file: No such file' });

    const refused = await keychain.get(account);

    expect(!refused.ok && refused.error.hint).toContain('Install libsecret');
  });
});

describe('keychain.set', () => {
  it('writes the sentinel first, and has the store remember it before the secret is there', async () => {
    const there: boolean[] = [];
    const sentinel = { written: () => false, markWritten: () => there.push(platformKeychain.entries.has(account)) };

    await open({ sentinel }).set(account, 'secret');

    expect(there).toEqual([false]);
    expect([...platformKeychain.entries.keys()]).toEqual([sentinelAccount, account]);
  });

  it('only reads the sentinel where it was seen, and writes it again into another keychain', async () => {
    await keychain.set(account, 'secret');
    platformKeychain.requests = [];
    await keychain.set(account, 'changed');
    expect(platformKeychain.requests).toEqual([`get ${sentinelAccount}`, `set ${account}`, `get ${account}`]);

    platformKeychain.entries.clear();
    expect(await keychain.set(account, 'entered again')).toEqual(unavailable('another keychain'));
    expect(await keychain.set(account, 'entered again')).toEqual({ ok: true, value: undefined });
    expect([...platformKeychain.entries.keys()]).toEqual([sentinelAccount, account]);
  });

  it('writes no secret where the store can’t remember the sentinel, and stays usable', async () => {
    const markWritten = vi.fn().mockImplementationOnce(() => {
      throw new Error('disk full');
    });
    const forgetful = open({ sentinel: { written: () => false, markWritten } });

    await expect(forgetful.set(account, 'secret')).rejects.toThrow('disk full');

    expect(platformKeychain.entries.has(account)).toBe(false);
    expect(await forgetful.set(account, 'secret')).toEqual({ ok: true, value: undefined });
  });

  it('does not touch the account in a locked keychain', async () => {
    await keychain.set(account, 'old');
    platformKeychain.locked = true;
    platformKeychain.requests = [];

    expect(await keychain.set(account, 'new')).toEqual(unavailable('not unlocked'));
    expect(await keychain.set(account, 'new')).toEqual(unavailable('locked collection'));
    expect(platformKeychain.requests).toEqual([`get ${sentinelAccount}`, `set ${sentinelAccount}`]);
    expect(platformKeychain.entries.get(account)).toBe('old');
  });

  it('does not believe a keychain that keeps something else', async () => {
    platformKeychain.mishap = (operation, asked) =>
      operation === 'get' && asked === account ? { answer: 'secre' } : undefined;

    expect(await keychain.set(account, 'secret')).toEqual(unavailable('did not keep'));
  });

  it('refuses what the platform can’t hold before it asks anything', async () => {
    const onWindows = open({ platform: 'win32' });

    const refused = await onWindows.set(account, 'ä'.repeat(1_281));

    expect(refused).toEqual({
      ok: false,
      error: { code: 'VALIDATION', message: expect.stringContaining('at most 2,560 bytes; this secret has 2562') },
    });
    expect(platformKeychain.starts).toBe(0);
    expect((await onWindows.set(account, 'ä'.repeat(1_280))).ok).toBe(true);
    expect((await keychain.set(account, 'ä'.repeat(1_281))).ok).toBe(true);
  });

  it.each([
    ['an empty secret', ''],
    ['a NUL', 'before\0after'],
    ['half a surrogate pair', 'half \ud83d'],
  ])('refuses %s on every platform', async (_what, secret) => {
    const refused = await keychain.set(account, secret);

    expect(!refused.ok && refused.error.code).toBe('VALIDATION');
    expect(platformKeychain.starts).toBe(0);
  });
});

describe('keychain.add', () => {
  it('leaves an entry that is there, and writes and reads back one that is not', async () => {
    await keychain.set(account, 'set by a person');
    platformKeychain.requests = [];
    expect(await keychain.add(account, 'older')).toEqual({ ok: true, value: undefined });
    expect(platformKeychain.entries.get(account)).toBe('set by a person');
    await keychain.add('store/connector/2/password', 'new');
    const other = 'store/connector/2/password';
    expect(platformKeychain.requests.slice(2)).toEqual([
      `get ${sentinelAccount}`,
      `get ${other}`,
      `set ${other}`,
      `get ${other}`,
    ]);
  });

  it('writes nothing where it can’t tell a locked keychain from an empty one', async () => {
    expect(await keychain.add(account, 'secret')).toEqual(unavailable('not unlocked'));
    expect(platformKeychain.entries.size).toBe(0);
  });
});

describe('keychain.delete', () => {
  it('does not take a locked keychain for an empty one', async () => {
    await keychain.set(account, 'secret');
    platformKeychain.locked = true;

    expect(await keychain.delete(account)).toEqual(unavailable('not unlocked'));
    expect(await keychain.delete(account)).toEqual(unavailable('locked collection'));
  });
});

describe('keychain.list', () => {
  it('does not take a locked keychain for an empty one', async () => {
    await keychain.set(account, 'secret');
    platformKeychain.locked = true;

    expect(await keychain.list()).toEqual(unavailable('not unlocked'));
  });
});

describe('keychain.check', () => {
  it('writes nothing', async () => {
    expect(await keychain.check()).toEqual({ ok: true, value: undefined });
    expect(platformKeychain.entries.size).toBe(0);
  });
});

describe('keychain requests', () => {
  it('go one at a time', async () => {
    await Promise.all([1, 2, 3, 4].map((id) => keychain.set(`store/connector/${id}/password`, 'secret')));

    expect(platformKeychain.mostAtOnce).toBe(1);
    expect(platformKeychain.entries.size).toBe(5);
  });

  it('survive a crash: the one under way fails, those behind it get a new process', async () => {
    await keychain.set(account, 'secret');
    let crashes = 1;
    platformKeychain.mishap = () => (crashes-- > 0 ? 'crash' : undefined);

    const [first, second] = await Promise.all([keychain.get(account), keychain.get(account)]);

    expect(first).toEqual(unavailable('ended before it answered'));
    expect(second).toEqual({ ok: true, value: 'secret' });
    expect(platformKeychain.starts).toBe(2);
  });

  it('are repeated in a new process when the keyring daemon behind the old one is gone', async () => {
    await keychain.set(account, 'secret');
    platformKeychain.mishap = () =>
      platformKeychain.starts === 1 ? { refusal: 'The name :1.5 was not provided by any .service files' } : undefined;

    expect(await keychain.get(account)).toEqual({ ok: true, value: 'secret' });
    expect(platformKeychain.starts).toBe(2);
  });

  it('say nothing of the secret when they fail', async () => {
    platformKeychain.locked = true;

    expect(JSON.stringify(await keychain.set(account, 'hunter2'))).not.toContain('hunter2');
  });
});

describe('keychain deadline', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const underWay = () => vi.waitFor(() => expect(platformKeychain.requests.length).toBeGreaterThan(0));

  it('ends a hung request within 5 seconds, and those behind it with it', async () => {
    platformKeychain.mishap = () => 'hang';
    const answers = Promise.all([keychain.get(account), keychain.set(account, 'secret'), keychain.check()]);
    await underWay();

    await vi.advanceTimersByTimeAsync(4_500);

    const hung = unavailable('did not answer within 4.5 seconds');
    expect(await answers).toEqual([hung, hung, hung]);
    expect(platformKeychain.requests).toEqual([`get ${sentinelAccount}`]);
  });

  it('leaves nothing behind: the next request gets a new process and a deadline of its own', async () => {
    platformKeychain.mishap = () => (platformKeychain.starts === 1 ? 'hang' : undefined);
    const hung = keychain.get(account);
    await underWay();
    await vi.advanceTimersByTimeAsync(4_500);
    await hung;

    expect(await keychain.set(account, 'secret')).toEqual({ ok: true, value: undefined });
    expect(platformKeychain.starts).toBe(2);
    // The one that ends a process which is asked nothing more.
    expect(vi.getTimerCount()).toBe(1);
  });
});
