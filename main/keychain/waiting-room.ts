/**
 * A waiting room before the keychain. Some keychains rewrite all they hold for each entry (GNOME's: decision 0010), so that
 * ten thousand secrets take more than an hour. Where many come at once, the keychain gets one random key; the secrets are
 * sealed with it in a file of the data folder, and moved one by one while the person works. Nothing else knows of it: it
 * is a `Keychain` whose entries are the keychain's, and beside them what waits. In a folder that was copied, what lies
 * under the id of the folder it came from waits likewise, until it lies under the folder's own (decision 0011).
 *
 * An entry of the keychain wins over what waits under its account: it was moved already, or a person has changed it. That
 * makes every order of writes safe to be cut off in.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as untilNextTask } from 'node:timers/promises';
import { createOneAtATime } from '../one-at-a-time';
import { type Failure, failure, type Result, success } from '../result';
import { seal, unseal } from '../sealed';
import type { Keychain, PlatformKeychain } from './keychain';
import { isInherited, openWaitingFile } from './waiting-file';

/** So many secrets are written while the person waits: about three seconds with GNOME's keyring. */
export const mostWrittenAtOnce = 100;

/** The file is written anew after so many: what was moved before a crash is found in the keychain and dropped then. */
const movesPerSave = 50;

const keyLength = 32;

export const waitingFilePath = (dataFolder: string, storeId: string): string =>
  join(dataFolder, `secrets-under-way-${storeId}`);

export const waitingKeyAccount = (storeId: string): string => `${storeId}/moving/key`;

interface WaitingRoomOptions {
  dataFolder: string;
  storeId: string;
  /** Whether the store remembers secrets under way: what an earlier start has begun is brought to its end. */
  begun?: boolean;
  /** The secret that one of this store's accounts has under the id it was inherited from. */
  readInherited?: ReadInherited;
  /** So many were sealed. */
  onSealed?(secrets: number): void;
  /** What waits under the account can't be opened any more. */
  onUnreadable?(account: string): void;
  /** Nothing waits any more; the file and its key are gone. */
  onEmpty?(): void;
}

export interface WaitingRoom {
  keychain: Keychain;
  /** Accounts whose secret waits. */
  waitingAccounts(): string[];
  /** Secrets that wait, those of them that can't be opened, and whether the rest waits for the keychain to answer again. */
  state(): { waiting: number; unreadable: number; paused: boolean };
  /** Lets what waits be moved from now on: at once, or with the keychain's next answer to somebody else. */
  start(options: { atOnce: boolean }): void;
  /** Moves nothing any more; answers once the file is up to date. */
  stop(): Promise<void>;
}

export type ReadInherited = (account: string) => Promise<Result<string | null>>;

type NewEntry = { account: string; secret: string };

const notSaved = (error: unknown): Failure => {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return failure(
    isFull ? 'DISK_FULL' : 'STORE_UNAVAILABLE',
    `Secrets that are to go to the keychain could not be kept in the data folder until then (${code}).`,
    { hint: 'Make room on the disk of the data folder, check that you may write there, and try again.' },
  );
};

export const createWaitingRoom = (keychain: PlatformKeychain, options: WaitingRoomOptions): WaitingRoom => {
  const { dataFolder, storeId, begun = false, readInherited, onSealed, onUnreadable, onEmpty } = options;
  const file = openWaitingFile(waitingFilePath(dataFolder, storeId));
  const keyAccount = waitingKeyAccount(storeId);
  const unreadable = new Set<string>();
  /** Sealed since this start: while they wait, the keychain has none of them. One that was found may be moved already. */
  const sealedNow = new Set<string>();
  /** Whether what waits, the file or its key may still be there. */
  let unfinished = begun || file.sealed.size > 0;
  /** Whether something has left that the file still holds. */
  let outdated = false;
  let keyIsGone = false;
  /** Whether the keychain has shown that it takes what is inherited: nothing else has been written to it before. */
  let takesInherited = false;
  let mayMove = false;
  let stopped = false;
  let paused = false;
  let moving: Promise<void> | undefined;

  // One change at a time, a step of the move included: what a person removes must not be moved meanwhile.
  const inTurn = createOneAtATime();
  /** Ends with all that others have asked so far. */
  let asked = Promise.resolve();

  // The file

  const save = async (): Promise<Result<undefined>> => {
    try {
      await file.save();
      outdated = false;
      return success(undefined);
    } catch (error) {
      return notSaved(error);
    }
  };

  const drop = (account: string): void => {
    unreadable.delete(account);
    if (file.sealed.delete(account)) outdated = true;
  };

  /** On the disk before it answers: also what was moved before and not yet taken out there. */
  const leave = async (accounts: readonly string[]): Promise<Result<undefined>> => {
    for (const account of accounts) drop(account);
    return outdated ? save() : success(undefined);
  };

  // The key: read for each use, so that it is in memory no longer than it is needed

  const readKey = async (): Promise<Result<Buffer | null>> => {
    const found = await keychain.get(keyAccount);
    if (!found.ok) return found;
    const key = Buffer.from(found.value ?? '', 'base64');
    return success(key.length === keyLength ? key : null);
  };

  const readOrMakeKey = async (): Promise<Result<Buffer>> => {
    const found = await readKey();
    if (!found.ok) return found;
    if (found.value) return success(found.value);
    const key = randomBytes(keyLength);
    const written = await keychain.set(keyAccount, key.toString('base64'));
    return written.ok ? success(key) : written;
  };

  // Sealing

  /** What an earlier try has written one by one, it has written in this order. Answers how many. */
  const keepPresent = async (secrets: readonly NewEntry[]): Promise<Result<number>> => {
    for (const [index, { account, secret }] of secrets.entries()) {
      const present = await keychain.get(account);
      if (!present.ok) return present;
      if (present.value === null) return success(index);
      const kept = present.value === secret ? present : await keychain.set(account, secret);
      if (!kept.ok) return kept;
    }
    return success(secrets.length);
  };

  /** The key first: a file whose key was never kept would be lost. */
  const sealAll = async (secrets: readonly NewEntry[]): Promise<Result<undefined>> => {
    if (file.unreadable) return notSaved('it can’t be read');
    const present = await keepPresent(secrets);
    if (!present.ok) return present;
    const toSeal = secrets.slice(present.value);
    const key = await readOrMakeKey();
    if (!key.ok) return key;
    const before = new Map(file.sealed);
    for (const { account, secret } of toSeal) {
      file.sealed.set(account, seal(Buffer.from(secret, 'utf8'), key.value, account));
      unreadable.delete(account);
    }
    key.value.fill(0);
    const saved = await save();
    if (!saved.ok) {
      file.sealed.clear();
      for (const [account, sealed] of before) file.sealed.set(account, sealed);
      return saved;
    }
    for (const { account } of toSeal) sealedNow.add(account);
    unfinished = true;
    onSealed?.(toSeal.length);
    return saved;
  };

  // Moving

  const needsKey = (): boolean => [...file.sealed.values()].some((sealed) => !isInherited(sealed));

  /** Without a key: of those only that are inherited. */
  const findNext = (key: Buffer | null): string | undefined => {
    for (const [account, sealed] of file.sealed) {
      if (!unreadable.has(account) && (key || isInherited(sealed))) return account;
    }
    return undefined;
  };

  const unsealText = (account: string, sealed: Buffer, key: Buffer | null): string | null => {
    const secret = key && unseal(sealed, key, account);
    const text = secret?.toString('utf8') ?? null;
    secret?.fill(0);
    return text;
  };

  /** Read before anything is written: a keychain that has nothing of what was inherited is another one, or locked. */
  const fetchInherited = async (account: string): Promise<Result<string | null>> => {
    const found = readInherited ? await readInherited(account) : success(null);
    if (!found.ok || found.value === null || takesInherited) return found;
    const writable = await keychain.prepareToWrite();
    takesInherited = writable.ok;
    return writable.ok ? found : writable;
  };

  /** Who has just been answered may ask for the next thing at once: a change of a connector's secrets is several calls. */
  const untilNobodyAsks = async (): Promise<void> => {
    let before: Promise<void>;
    do {
      before = asked;
      await before;
      await untilNextTask();
    } while (before !== asked);
  };

  const moveNext = (key: Buffer | null): Promise<Result<'moved' | 'nothing left'>> =>
    inTurn(async () => {
      const next = findNext(key);
      if (next === undefined) return success('nothing left');
      const sealed = file.sealed.get(next) ?? Buffer.alloc(0);
      const secret = isInherited(sealed) ? await fetchInherited(next) : success(unsealText(next, sealed, key));
      if (!secret.ok) return secret;
      if (secret.value === null) {
        unreadable.add(next);
        onUnreadable?.(next);
        return success('moved');
      }
      const added = await keychain.add(next, secret.value);
      if (!added.ok) return added;
      drop(next);
      return success('moved');
    });

  /** A few, under a key that is forgotten afterwards. Answers whether to go on. */
  const moveSome = async (): Promise<boolean> => {
    await untilNobodyAsks();
    const isKeyNeeded = needsKey();
    const key = isKeyNeeded ? await readKey() : success(null);
    if (!key.ok) return false;
    // What was sealed can't be opened; it is left, as the key may come back with a copy of the keyring.
    keyIsGone = isKeyNeeded && key.value === null;
    let goOn = true;
    for (let moves = 0; goOn && mayMove && moves < movesPerSave; moves += 1) {
      const moved = await moveNext(key.value);
      goOn = moved.ok && moved.value === 'moved';
      await untilNobodyAsks();
    }
    key.value?.fill(0);
    const saved = await inTurn(() => leave([]));
    return goOn && saved.ok;
  };

  /** The file before its key: a key without a file opens nothing. */
  const finish = (): Promise<void> =>
    inTurn(async () => {
      if (file.unreadable || file.sealed.size > 0 || !mayMove) return;
      const saved = await save();
      if (!saved.ok) return;
      const removed = await keychain.delete(keyAccount);
      if (!removed.ok) return;
      unfinished = false;
      onEmpty?.();
    });

  const moveAll = async (): Promise<void> => {
    try {
      while (mayMove && file.sealed.size > 0) if (!(await moveSome())) break;
      await finish();
    } catch (error) {
      console.error('Secrets that wait for the keychain are not moved at present:', error);
    }
  };

  /** Goes on after a failure of the keychain, once it has answered somebody: nobody is asked to unlock it by a move. */
  const wake = (): void => {
    if (!mayMove || !unfinished || moving) return;
    paused = false;
    moving = moveAll().finally(() => {
      moving = undefined;
      paused = unfinished;
    });
  };

  /** What somebody asks: the move lets it go first, and goes on after it. */
  const waking = async <Value>(asking: Promise<Result<Value>>): Promise<Result<Value>> => {
    asked = Promise.allSettled([asked, asking]).then(() => undefined);
    const answer = await asking;
    if (answer.ok) wake();
    return answer;
  };

  const openWaiting = async (account: string, sealed: Buffer): Promise<Result<string | null>> => {
    if (isInherited(sealed)) return readInherited ? readInherited(account) : success(null);
    const key = await readKey();
    if (!key.ok) return key;
    const secret = unsealText(account, sealed, key.value);
    key.value?.fill(0);
    return success(secret);
  };

  return {
    keychain: {
      ...keychain,
      get: (account) => {
        // Before the keychain is asked: it may be moved while it answers.
        const sealed = file.sealed.get(account);
        const find = async () => {
          const found = await keychain.get(account);
          return sealed && found.ok && found.value === null ? openWaiting(account, sealed) : found;
        };
        return waking(find());
      },
      set: (account, secret) =>
        waking(
          inTurn(async () => {
            const written = await keychain.set(account, secret);
            // Should this fail, the keychain's entry wins.
            if (written.ok) await leave([account]);
            return written;
          }),
        ),
      setAll: (secrets, onProgress) => {
        const refusal = secrets.map(({ secret }) => keychain.whyRefused(secret)).find((why) => why !== undefined);
        if (refusal) return Promise.resolve(failure('VALIDATION', refusal));
        return waking(
          inTurn(async () => {
            if (secrets.length > mostWrittenAtOnce) return sealAll(secrets);
            const written = await keychain.setAll(secrets, onProgress);
            return written.ok ? leave(secrets.map(({ account }) => account)) : written;
          }),
        );
      },
      delete: (account) =>
        waking(
          inTurn(async () => {
            const waited = file.sealed.has(account);
            const removed = await keychain.delete(account);
            if (!removed.ok) return removed;
            const left = await leave([account]);
            return left.ok ? success(removed.value || waited) : left;
          }),
        ),
      deleteAll: (accounts) =>
        waking(
          inTurn(async () => {
            const mayBeThere = accounts.filter((account) => !sealedNow.has(account) || !file.sealed.has(account));
            const left = await leave(accounts);
            return left.ok ? keychain.deleteAll(mayBeThere) : left;
          }),
        ),
      list: async () => {
        const waiting = [...file.sealed.keys()];
        const listed = await waking(keychain.list());
        return listed.ok ? success([...new Set([...listed.value, ...waiting])]) : listed;
      },
      check: () => waking(keychain.check()),
      prepareToWrite: () => waking(keychain.prepareToWrite()),
    },
    waitingAccounts: () => [...file.sealed.keys()],
    state: () => {
      const waiting = file.sealed.size;
      return { waiting, unreadable: keyIsGone ? waiting : unreadable.size, paused };
    },
    start: ({ atOnce }) => {
      mayMove = !stopped;
      if (atOnce) wake();
    },
    stop: async () => {
      stopped = true;
      mayMove = false;
      await moving;
    },
  };
};
