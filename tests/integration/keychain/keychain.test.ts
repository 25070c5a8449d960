import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readSecrets, sweepOrphans, writeSecrets } from '../../../main/keychain/connector-secrets';
import { createKeychain, type KeychainOptions } from '../../../main/keychain/keychain';
import { type Bus, startBus, startKeyring, withoutBus } from '../../support/keyring';
import { type BuiltPrograms, buildPrograms, createNodeProcesses } from '../../support/node-process';

const service = 'Tickmark keychain test';
const storeId = '5f0c2a';
const account = `${storeId}/connector/7/password`;

let programs: BuiltPrograms;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  programs = await buildPrograms('main/keychain/keychain-process.ts');
});

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

afterAll(() => programs.remove());

const owned = async <Kind extends Bus>(starting: Kind | Promise<Kind>): Promise<Kind> => {
  const bus = await starting;
  cleanups.push(bus.stop);
  return bus;
};

/** As a store remembers it. */
const createSentinel = (written = false) => {
  let remembered = written;
  return {
    written: () => remembered,
    markWritten: () => {
      remembered = true;
    },
  };
};

const open = (bus: Bus, options: Partial<KeychainOptions> = {}) => {
  const processes = createNodeProcesses(programs.folder, bus.env);
  cleanups.push(processes.killAll);
  const sentinel = createSentinel();
  const { startProcess, started } = processes;
  const keychain = createKeychain({ startProcess, service, storeId, sentinel, ...options });
  return { keychain, started, sentinel };
};

const unavailable = (words: RegExp | string, hint: RegExp | string = '') => ({
  ok: false,
  error: {
    code: 'KEYCHAIN_UNAVAILABLE',
    message: expect.stringMatching(words),
    hint: expect.stringMatching(hint),
  },
});

describe('keychain with an unlocked keyring', () => {
  it('keeps a secret where other programs find it, under the documented service and account', async () => {
    const keyring = await owned(startKeyring());
    const { keychain } = open(keyring);

    expect(await keychain.set(account, 'pässwörd ☂ 密码 🔑')).toEqual({ ok: true, value: undefined });

    expect(await keyring.lookup(service, account)).toBe('pässwörd ☂ 密码 🔑');
    expect(await keychain.get(account)).toEqual({ ok: true, value: 'pässwörd ☂ 密码 🔑' });
    expect(await keychain.check()).toEqual({ ok: true, value: undefined });
  });

  it('keeps 64 KB and the longest secret a form can send', async () => {
    const { keychain } = open(await owned(startKeyring()));
    const large = 'k'.repeat(64 * 1024);
    const largest = '🔑'.repeat(50_000);

    expect((await keychain.set(account, large)).ok).toBe(true);
    expect(await keychain.get(account)).toEqual({ ok: true, value: large });
    expect((await keychain.set(account, largest)).ok).toBe(true);
    expect(await keychain.get(account)).toEqual({ ok: true, value: largest });
  });

  it('answers null for an account that is not there, before and after the first use', async () => {
    const { keychain } = open(await owned(startKeyring()));

    expect(await keychain.get(account)).toEqual({ ok: true, value: null });
    expect(await keychain.list()).toEqual({ ok: true, value: [] });
    expect(await keychain.check()).toEqual({ ok: true, value: undefined });
    await keychain.set(account, 'secret');
    expect(await keychain.get(`${storeId}/connector/8/password`)).toEqual({ ok: true, value: null });
  });

  it('deletes, and says whether there was something', async () => {
    const keyring = await owned(startKeyring());
    const { keychain } = open(keyring);
    await keychain.set(account, 'secret');

    expect(await keychain.delete(account)).toEqual({ ok: true, value: true });

    expect(await keyring.lookup(service, account)).toBeUndefined();
    expect(await keychain.delete(account)).toEqual({ ok: true, value: false });
  });

  it('lists the accounts of its own store only', async () => {
    const keyring = await owned(startKeyring());
    const { keychain } = open(keyring);
    const other = open(keyring, { storeId: '5f0c2a77' });
    await keychain.set(account, 'mine');
    await other.keychain.set('5f0c2a77/connector/7/password', 'theirs');

    const listed = await keychain.list();

    expect(listed.ok && listed.value.sort()).toEqual([account, `${storeId}/sentinel`]);
  });

  it('works on when the keyring daemon was restarted', async () => {
    const keyring = await owned(startKeyring());
    const { keychain } = open(keyring);
    await keychain.set(account, 'secret');

    await keyring.restart();

    expect(await keychain.get(account)).toEqual({ ok: true, value: 'secret' });
  });

  it('starts a new process after one that crashed, and answers what was under way', async () => {
    const keyring = await owned(startKeyring());
    const { keychain, started } = open(keyring);
    await keychain.set(account, 'secret');
    keyring.pause();
    const reading = keychain.get(account);

    started[0]?.kill('SIGSEGV');

    expect(await reading).toEqual(unavailable('ended before it answered', 'again'));
    keyring.resume();
    expect(await keychain.get(account)).toEqual({ ok: true, value: 'secret' });
    expect(started).toHaveLength(2);
  });
});

describe('keychain where there is none', () => {
  it('says so without D-Bus, and remembers no use', async () => {
    const { keychain, sentinel } = open(await owned(withoutBus()));
    const noService = unavailable('D-Bus', 'start GNOME Keyring or KWallet');

    expect(await keychain.check()).toEqual(noService);
    expect(await keychain.get(account)).toEqual(noService);
    expect(await keychain.set(account, 'secret')).toEqual(noService);
    expect(await keychain.delete(account)).toEqual(noService);
    expect(await keychain.list()).toEqual(noService);
    expect(sentinel.written()).toBe(false);
  });

  it('says so on a D-Bus without a Secret Service', async () => {
    const { keychain } = open(await owned(startBus()));
    const noService = unavailable('org.freedesktop.secrets', 'start GNOME Keyring or KWallet');

    expect(await keychain.check()).toEqual(noService);
    expect(await keychain.set(account, 'secret')).toEqual(noService);
  });

  it('never writes the secret to a file of its own', async () => {
    const bus = await owned(startBus());
    const { keychain } = open(bus);

    await keychain.set(account, 'nowhere-to-go');

    await expect(readFile(`${bus.home}/.local/share/keyrings/login.keyring`)).rejects.toThrow('ENOENT');
  });
});

describe('keychain with a locked keyring', () => {
  const locked = async () => {
    const keyring = await owned(startKeyring());
    const opened = open(keyring);
    await opened.keychain.set(account, 'old secret');
    await keyring.lock();
    return { keyring, ...opened };
  };
  const notUnlocked = unavailable('was not unlocked, or this is another keychain than before', 'Unlock your keyring');
  const refused = unavailable('locked collection', 'Unlock your keyring');

  it('fails every call where no dialog can be shown, and finds all as it was after the unlock', async () => {
    const { keyring, keychain } = await locked();

    expect(await keychain.get(account)).toEqual(notUnlocked);
    expect(await keychain.check()).toEqual(notUnlocked);
    expect(await keychain.list()).toEqual(notUnlocked);
    expect(await keychain.set(account, 'new secret')).toEqual(refused);
    expect(await keychain.delete(account)).toEqual(refused);

    await keyring.unlock();
    expect(await keychain.get(account)).toEqual({ ok: true, value: 'old secret' });
  });

  it('takes a cancelled dialog for a failure, not for “no secret”, and overwrites nothing', async () => {
    const { keyring, keychain } = await locked();
    const prompter = await keyring.startPrompter('cancel');
    cleanups.push(prompter.stop);

    expect(await keychain.get(account)).toEqual(notUnlocked);
    expect(prompter.prompts()).toBe(1);
    expect(await keychain.set(account, 'new secret')).toEqual(refused);
    expect(prompter.prompts()).toBe(2);
    expect(await keychain.delete(account)).toEqual(refused);
    expect(await keychain.list()).toEqual(notUnlocked);

    await keyring.unlock();
    expect(await keyring.lookup(service, account)).toBe('old secret');
    expect(await keychain.get(account)).toEqual({ ok: true, value: 'old secret' });
  });

  it('asks once for all that waits when the dialog is cancelled', async () => {
    const { keyring, keychain } = await locked();
    const prompter = await keyring.startPrompter('cancel');
    cleanups.push(prompter.stop);

    const answers = await Promise.all([keychain.get(account), keychain.check(), keychain.list()]);

    expect(answers).toEqual([notUnlocked, notUnlocked, notUnlocked]);
    expect(prompter.prompts()).toBe(1);
  });

  it('gives up on a dialog that nobody answers', async () => {
    const { keyring, keychain } = await locked();
    const prompter = await keyring.startPrompter('ignore');
    cleanups.push(prompter.stop);
    const impatient = open(keyring, { deadlineMs: 1_500, sentinel: createSentinel(true) });

    expect(await impatient.keychain.get(account)).toEqual(unavailable('within 1.5 seconds', 'answer the dialog'));

    await keyring.unlock();
    expect(await keychain.get(account)).toEqual({ ok: true, value: 'old secret' });
  });

  it('shows no dialog for a store that has never used the keychain', async () => {
    const { keyring } = await locked();
    const prompter = await keyring.startPrompter('cancel');
    cleanups.push(prompter.stop);
    const fresh = open(keyring, { storeId: 'a-new-store' });

    expect(await fresh.keychain.check()).toEqual({ ok: true, value: undefined });
    expect(await fresh.keychain.get('a-new-store/connector/1/password')).toEqual({ ok: true, value: null });
    expect(prompter.prompts()).toBe(0);
  });
});

describe('keychain in place of a lost one', () => {
  it('is not read as empty, and is taken into use when a secret is entered again', async () => {
    const { keychain } = open(await owned(startKeyring()), { sentinel: createSentinel(true) });

    expect(await keychain.get(account)).toEqual(unavailable('another keychain than before', 'secrets again'));

    expect(await keychain.set(account, 'entered again')).toEqual({ ok: true, value: undefined });
    expect(await keychain.get(account)).toEqual({ ok: true, value: 'entered again' });
  });
});

describe('secrets of connectors in a real keychain', () => {
  it('change together, and are swept when their connector is gone', async () => {
    const keyring = await owned(startKeyring());
    const { keychain } = open(keyring);

    await writeSecrets(keychain, storeId, 7, { password: 'p', wallet_password: 'w' });
    const changed = await writeSecrets(keychain, storeId, 7, { password: 'p2', wallet_password: null });
    await writeSecrets(keychain, storeId, 8, { password: 'q' });

    expect(changed).toEqual({ ok: true, value: { password: 'p', wallet_password: 'w' } });
    expect(await keyring.lookup(service, account)).toBe('p2');
    expect(await keyring.lookup(service, `${storeId}/connector/7/wallet_password`)).toBeUndefined();
    const listed = await keychain.list();
    expect(await sweepOrphans(keychain, listed.ok ? listed.value : [], (id) => id === 8)).toEqual({
      ok: true,
      value: 1,
    });
    expect(await readSecrets(keychain, storeId, 7, ['password'])).toEqual({ ok: true, value: { password: null } });
    expect(await readSecrets(keychain, storeId, 8, ['password'])).toEqual({ ok: true, value: { password: 'q' } });
  });
});

describe('keychain that hangs', () => {
  it('fails what is under way and what waits, kills its process, and works again afterwards', async () => {
    const keyring = await owned(startKeyring());
    const { keychain, started, sentinel } = open(keyring);
    await keychain.set(account, 'secret');
    const impatient = open(keyring, { deadlineMs: 1_000, sentinel });
    keyring.pause();

    const hung = unavailable('did not answer within 1 seconds');
    let answered = false;
    const answers = Promise.all([
      impatient.keychain.get(account),
      impatient.keychain.set(account, 'lost'),
      impatient.keychain.list(),
    ]).finally(() => {
      answered = true;
    });

    // keytar in this process would hold Node's threads for files by now.
    await Promise.all(Array.from({ length: 20 }, () => readFile(import.meta.filename)));
    expect(answered).toBe(false);
    expect(await answers).toEqual([hung, hung, hung]);
    // One process for all three: those that waited were answered, not tried one deadline after another.
    expect(impatient.started).toHaveLength(1);
    const stuck = impatient.started[0];
    if (stuck?.signalCode === null) await once(stuck, 'exit');
    expect(stuck?.signalCode).toBe('SIGKILL');
    keyring.resume();
    expect(await impatient.keychain.get(account)).toEqual({ ok: true, value: 'secret' });
    expect(await keychain.get(account)).toEqual({ ok: true, value: 'secret' });
    expect(started).toHaveLength(1);
  });
});
