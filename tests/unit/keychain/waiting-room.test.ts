import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSecrets } from '../../../main/keychain/connector-secrets';
import { createKeychain } from '../../../main/keychain/keychain';
import {
  createWaitingRoom,
  mostWrittenAtOnce,
  type WaitingRoom,
  waitingFilePath,
  waitingKeyAccount,
} from '../../../main/keychain/waiting-room';
import { temporaryFolder } from '../../support/store';
import { createScriptedKeychain, type ScriptedKeychain } from './scripted-keychain';

const storeId = 'store';
const keyAccount = waitingKeyAccount(storeId);
const accountOf = (id: number) => `${storeId}/connector/${id}/password`;
const secretOf = (id: number) => `canary ${id} ☂`;
const many = mostWrittenAtOnce + 20;
const secrets = (count: number) =>
  Array.from({ length: count }, (_none, index) => ({ account: accountOf(index + 1), secret: secretOf(index + 1) }));

let platform: ScriptedKeychain;
let dataFolder: string;
let file: string;
let told: string[];
let room: WaitingRoom;

/** As a start of Tickmark opens it; the one before is as good as killed. */
const open = (begun = false) => {
  const { startProcess } = platform;
  const sentinel = { written: () => platform.entries.has(`${storeId}/sentinel`), markWritten: () => undefined };
  const keychain = createKeychain({ startProcess, service: 'Tickmark', storeId, sentinel, platform: 'linux' });
  return createWaitingRoom(keychain, {
    ...{ dataFolder, storeId, begun },
    onSealed: (count) => told.push(`sealed ${count}`),
    onUnreadable: (account) => told.push(`unreadable ${account}`),
    onEmpty: () => told.push('empty'),
  });
};

beforeEach(() => {
  platform = createScriptedKeychain();
  dataFolder = temporaryFolder();
  file = waitingFilePath(dataFolder, storeId);
  told = [];
  room = open();
});

const sealMany = async () => expect((await room.keychain.setAll(secrets(many))).ok).toBe(true);
const ended = () => vi.waitFor(() => expect(told).toContain('empty'), 10_000);
const get = (id: number, of = room) => of.keychain.get(accountOf(id));
const held = () => new Map([...platform.entries].filter(([account]) => account.includes('/connector/')));
const writes = () => platform.requests.filter((request) => request.startsWith('set '));
/** Lets so many be moved, and no more. */
const moveOnly = async (count: number) => {
  platform.mishap = () => {
    if (held().size >= count) void room.stop();
    return undefined;
  };
  room.start({ atOnce: true });
  await vi.waitFor(() => expect(held().size).toBe(count), 10_000);
  await room.stop();
  platform.mishap = () => undefined;
};
/** Lets the keychain refuse from the given number of writes on. */
const lockAfter = (count: number) => {
  platform.mishap = (operation, account) => {
    if (operation === 'set' && account.includes('/connector/') && held().size >= count) platform.locked = true;
    return undefined;
  };
};

describe('secrets that come few at a time', () => {
  it('are written one by one, as if there were no waiting room', async () => {
    expect((await room.keychain.setAll(secrets(mostWrittenAtOnce))).ok).toBe(true);
    expect(held().size).toBe(mostWrittenAtOnce);
    expect(readdirSync(dataFolder)).toEqual([]);
    expect(room.state()).toEqual({ waiting: 0, unreadable: 0, paused: false });
    expect(told).toEqual([]);
  });
});

describe('secrets that come many at a time', () => {
  it('are sealed in one file, behind a key that the keychain has kept before', async () => {
    await sealMany();
    expect(writes()).toEqual([`set ${storeId}/sentinel`, `set ${keyAccount}`]);
    expect([...platform.entries.keys()]).toEqual([`${storeId}/sentinel`, keyAccount]);
    expect(readdirSync(dataFolder)).toEqual(['secrets-under-way-store']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text.split('\n')).toHaveLength(many + 1);
    expect(text).not.toMatch(/canary/);
    expect(text).not.toContain(Buffer.from('canary').toString('base64').slice(0, 8));
    expect(text).not.toContain(platform.entries.get(keyAccount));
    expect(told).toEqual([`sealed ${many}`]);
  });

  it('are not sealed where the keychain keeps no key: nothing is written', async () => {
    platform.locked = true;
    expect(await room.keychain.setAll(secrets(many))).toMatchObject({ error: { code: 'KEYCHAIN_UNAVAILABLE' } });
    expect(readdirSync(dataFolder)).toEqual([]);
    expect(room.state().waiting).toBe(0);
  });

  it('are refused as a whole where the file can’t be written, and where the platform can’t hold one', async () => {
    rmSync(dataFolder, { recursive: true });
    expect(await room.keychain.setAll(secrets(many))).toMatchObject({ error: { code: 'STORE_UNAVAILABLE' } });
    expect(await get(1)).toEqual({ ok: true, value: null });
    const withEmpty = [...secrets(many), { account: accountOf(many + 1), secret: '' }];
    expect(await room.keychain.setAll(withEmpty)).toMatchObject({ error: { code: 'VALIDATION' } });
  });

  it('are found and listed while they wait, also by the next start', async () => {
    await sealMany();
    for (const opened of [room, open()]) {
      expect(await get(1, opened)).toEqual({ ok: true, value: secretOf(1) });
      expect(await get(many, opened)).toEqual({ ok: true, value: secretOf(many) });
      expect(await get(many + 1, opened)).toEqual({ ok: true, value: null });
      const listed = await opened.keychain.list();
      expect(listed.ok && listed.value.filter((account) => account.includes('/connector/'))).toHaveLength(many);
    }
    expect(held().size).toBe(0);
  });

  it('replace what an earlier try has written one by one, and leave no other entry to win over them', async () => {
    await room.keychain.setAll([...secrets(3).slice(0, 2), { account: accountOf(3), secret: 'of an earlier try' }]);
    await sealMany();
    expect(held()).toEqual(new Map(secrets(3).map(({ account, secret }) => [account, secret])));
    expect(room.state().waiting).toBe(many - 3);
  });

  it('are taken back together', async () => {
    await sealMany();
    platform.requests = [];
    expect(await room.keychain.deleteAll(secrets(many).map(({ account }) => account))).toMatchObject({ ok: true });
    expect(platform.requests).toEqual([]);
    expect(existsSync(file)).toBe(false);
    room.start({ atOnce: true });
    await ended();
    expect([...platform.entries.keys()]).toEqual([`${storeId}/sentinel`]);
  });

  it('are taken back after a kill too, with those that were moved before it', async () => {
    await sealMany();
    const fileAtKill = readFileSync(file);
    await moveOnly(5);
    writeFileSync(file, fileAtKill);
    const restarted = open();
    expect(restarted.waitingAccounts()).toHaveLength(many);
    await restarted.keychain.deleteAll(restarted.waitingAccounts());
    expect(held().size).toBe(0);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the move', () => {
  it('brings each to its own account, then the file goes, then the key', async () => {
    await sealMany();
    let fileAtEnd: boolean | undefined;
    platform.mishap = (operation, account) => {
      if (operation === 'delete' && account === keyAccount) fileAtEnd = existsSync(file);
      return undefined;
    };
    room.start({ atOnce: true });
    await ended();
    expect(held()).toEqual(new Map(secrets(many).map(({ account, secret }) => [account, secret])));
    expect(fileAtEnd).toBe(false);
    expect(platform.entries.has(keyAccount)).toBe(false);
    expect(readdirSync(dataFolder)).toEqual([]);
    expect(told).toEqual([`sealed ${many}`, 'empty']);
  });

  it('waits until it may begin, and ends when it is told to', async () => {
    await sealMany();
    await get(1);
    expect(held().size).toBe(0);
    room.start({ atOnce: false });
    expect(held().size).toBe(0);
    await moveOnly(3);
    await get(many);
    room.start({ atOnce: true });
    expect(held().size).toBe(3);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(many - 3 + 1);
  });

  it('lets everybody else go first, and comes after the last call of a change', async () => {
    await sealMany();
    const change = async () => {
      const values = { password: 'set', api_token: 'by a person' };
      const set = await writeSecrets(room.keychain, storeId, many + 1, values);
      const removed = await room.keychain.delete(accountOf(many));
      return { set, removed, writes: writes() };
    };
    let changed: ReturnType<typeof change> | undefined;
    platform.mishap = (operation, account) => {
      if (operation === 'set' && account === accountOf(3)) {
        platform.requests = [];
        changed = change();
      }
      return undefined;
    };
    room.start({ atOnce: true });
    await ended();
    expect(await changed).toMatchObject({
      set: { ok: true },
      removed: { ok: true, value: true },
      writes: ['password', 'api_token'].map((field) => `set ${storeId}/connector/${many + 1}/${field}`),
    });
  });

  it('leaves what a person has set, and does not bring back what a person has removed', async () => {
    await sealMany();
    await room.keychain.set(accountOf(5), 'set by a person');
    expect(await room.keychain.delete(accountOf(6))).toEqual({ ok: true, value: true });
    expect(await get(5)).toEqual({ ok: true, value: 'set by a person' });
    expect(await get(6)).toEqual({ ok: true, value: null });
    const restarted = open();
    expect(await get(5, restarted)).toEqual({ ok: true, value: 'set by a person' });
    expect(await get(6, restarted)).toEqual({ ok: true, value: null });
    restarted.start({ atOnce: true });
    await ended();
    expect(held().get(accountOf(5))).toBe('set by a person');
    expect(held().has(accountOf(6))).toBe(false);
    expect(held().size).toBe(many - 1);
  });

  it('overwrites no entry of the keychain with what still waited at a crash', async () => {
    await sealMany();
    // Set, and killed before what waited was taken out.
    platform.entries.set(accountOf(5), 'set by a person');
    const restarted = open();
    expect(await get(5, restarted)).toEqual({ ok: true, value: 'set by a person' });
    restarted.start({ atOnce: true });
    await ended();
    expect(held().get(accountOf(5))).toBe('set by a person');
  });

  it('does not bring back what was moved, and removed before a crash', async () => {
    await sealMany();
    room.start({ atOnce: true });
    await vi.waitFor(() => expect(held().has(accountOf(1))).toBe(true), 10_000);
    await room.keychain.delete(accountOf(1));
    const restarted = open();
    expect(await get(1, restarted)).toEqual({ ok: true, value: null });
    restarted.start({ atOnce: true });
    await ended();
    expect(held().has(accountOf(1))).toBe(false);
  });

  it('pauses where the keychain is locked, asks nothing by itself, and goes on once it has answered somebody', async () => {
    await sealMany();
    lockAfter(10);
    room.start({ atOnce: true });
    await vi.waitFor(() => expect(room.state().paused).toBe(true), 10_000);
    expect(room.state().waiting).toBe(many - 10);
    platform.mishap = () => undefined;
    platform.requests = [];
    expect(await get(many)).toMatchObject({ error: { code: 'KEYCHAIN_UNAVAILABLE' } });
    expect(platform.requests).toEqual([`get ${storeId}/sentinel`]);
    platform.locked = false;
    expect(await get(many)).toEqual({ ok: true, value: secretOf(many) });
    await ended();
    expect(held().size).toBe(many);
  });

  it.each(['crash', 'late crash'] as const)('goes on after a %s of the keychain’s process', async (mishap) => {
    await sealMany();
    let left = 1;
    platform.mishap = (operation) => (operation === 'set' && held().size === 10 && left-- > 0 ? mishap : undefined);
    room.start({ atOnce: true });
    await vi.waitFor(() => expect(room.state().paused).toBe(true), 10_000);
    await room.keychain.check();
    await ended();
    expect(held()).toEqual(new Map(secrets(many).map(({ account, secret }) => [account, secret])));
  });
});

describe('a waiting room that was damaged', () => {
  const damageLine = (id: number, damage: (line: string) => string) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.map((line) => (line.includes(accountOf(id)) ? damage(line) : line)).join('\n'));
  };

  it('loses the secrets that were damaged and no other, and says which', async () => {
    await sealMany();
    damageLine(3, (line) => line.replace(/.{8}"\]$/, 'AAAAAAA="]'));
    damageLine(4, () => 'not a line of ours');
    const restarted = open();
    for (const id of [3, 4]) expect(await get(id, restarted)).toEqual({ ok: true, value: null });
    expect(await get(5, restarted)).toEqual({ ok: true, value: secretOf(5) });
    restarted.start({ atOnce: true });
    await vi.waitFor(() => expect(restarted.state()).toEqual({ waiting: 1, unreadable: 1, paused: true }), 10_000);
    expect(told).toContain(`unreadable ${accountOf(3)}`);
    expect(held().size).toBe(many - 2);
    await restarted.keychain.set(accountOf(3), 'entered again');
    await ended();
    expect(readdirSync(dataFolder)).toEqual([]);
    expect(platform.entries.has(keyAccount)).toBe(false);
  });

  it('keeps a sealed secret from being taken for another connector’s', async () => {
    await sealMany();
    const sealedOf = (id: number) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .find((line) => line.includes(accountOf(id))) ?? '';
    damageLine(3, () => sealedOf(7).replace(accountOf(7), accountOf(3)));
    expect(await get(3, open())).toEqual({ ok: true, value: null });
  });

  it('leaves what waits while its key is gone, and moves it once the key is back', async () => {
    await sealMany();
    const key = platform.entries.get(keyAccount) ?? '';
    platform.entries.delete(keyAccount);
    const restarted = open();
    expect(await get(1, restarted)).toEqual({ ok: true, value: null });
    restarted.start({ atOnce: true });
    await vi.waitFor(
      () => expect(restarted.state()).toEqual({ waiting: many, unreadable: many, paused: true }),
      10_000,
    );
    await restarted.keychain.set(accountOf(1), 'entered again');
    expect(await get(1, restarted)).toEqual({ ok: true, value: 'entered again' });
    platform.entries.set(keyAccount, key);
    await restarted.keychain.check();
    await ended();
    expect(held().size).toBe(many);
    expect(held().get(accountOf(1))).toBe('entered again');
  });
});

describe('a kill between any two writes', () => {
  type Moment = { entries: Map<string, string>; file: Buffer | undefined; at: string };

  /** What a kill would leave, before each request to the keychain: what the file was told in between is in it. */
  const watch = (): Moment[] => {
    const moments: Moment[] = [];
    platform.mishap = (operation, account) => {
      const bytes = existsSync(file) ? readFileSync(file) : undefined;
      moments.push({ entries: new Map(platform.entries), file: bytes, at: `${operation} ${account}` });
      return undefined;
    };
    return moments;
  };

  const goBackTo = ({ entries, file: bytes }: Moment) => {
    platform = createScriptedKeychain();
    for (const [account, secret] of entries) platform.entries.set(account, secret);
    rmSync(file, { force: true });
    if (bytes) writeFileSync(file, bytes);
    told = [];
  };

  const endsWith = async (wanted: Map<string, string>, at: string) => {
    const restarted = open(true);
    for (const [account, secret] of wanted) {
      expect([at, await restarted.keychain.get(account)]).toEqual([at, { ok: true, value: secret }]);
    }
    restarted.start({ atOnce: true });
    await ended();
    expect([at, held()]).toEqual([at, wanted]);
    expect(platform.entries.has(keyAccount)).toBe(false);
    expect(readdirSync(dataFolder)).toEqual([]);
  };

  it('of the sealing leaves all to the next try', async () => {
    const moments = watch();
    await sealMany();
    expect(moments.length).toBeGreaterThan(3);
    for (const moment of moments) {
      goBackTo(moment);
      await open().keychain.setAll(secrets(many));
      await endsWith(new Map(secrets(many).map(({ account, secret }) => [account, secret])), moment.at);
    }
  });

  it('of the move, a change and a removal loses no secret and brings none back', async () => {
    await sealMany();
    const moments = watch();
    room.start({ atOnce: true });
    await vi.waitFor(() => expect(held().size).toBeGreaterThan(60), 10_000);
    await room.keychain.set(accountOf(many), 'set by a person');
    const changedAt = moments.length;
    await room.keychain.delete(accountOf(many - 1));
    const removedAt = moments.length;
    await ended();
    expect(moments.length).toBeGreaterThan(4 * many);
    const wanted = new Map(secrets(many).map(({ account, secret }) => [account, secret]));
    for (const [index, moment] of moments.entries()) {
      // Every one takes long; each kind of moment comes often.
      if (index % 23 !== 0 && Math.abs(index - changedAt) > 8 && Math.abs(index - removedAt) > 8) continue;
      const expected = new Map(wanted);
      const before = moment.entries.get(accountOf(many));
      if (before === 'set by a person') expected.set(accountOf(many), before);
      if (index >= removedAt) expected.delete(accountOf(many - 1));
      goBackTo(moment);
      await endsWith(expected, `${index} ${moment.at}`);
    }
  }, 60_000);
});
