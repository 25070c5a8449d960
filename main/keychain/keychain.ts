import type { StartProcess } from '../processes/port';
import { failure, type Result, success } from '../result';
import { createKeychainEntries } from './entries';
import { noAnswer, notUnlocked } from './failures';
import { createRequestQueue } from './request-queue';
import { whyRefused } from './secret-limits';

/**
 * The operating system's keychain, as far as it belongs to one store. Accounts are whole names: `<store id>/…`.
 * Every call answers within the deadline, or fails with KEYCHAIN_UNAVAILABLE; none throws for what a keychain may do.
 */
export interface Keychain {
  /** The secret, or null where there is none. */
  get(account: string): Promise<Result<string | null>>;
  /** Writes and reads back. VALIDATION for a secret that this platform can't hold; then nothing was written. */
  set(account: string, secret: string): Promise<Result<undefined>>;
  /**
   * Writes many and reads each back, proving once that the keychain is open. What it holds already is left as it is, so
   * that a second try is quick. Stops at the first failure, with those before it written.
   */
  setAll(
    secrets: readonly { account: string; secret: string }[],
    onProgress?: (written: number) => void,
  ): Promise<Result<undefined>>;
  /** Answers whether there was one. */
  delete(account: string): Promise<Result<boolean>>;
  /** Deletes those that are there. Stops at the first failure. */
  deleteAll(accounts: readonly string[]): Promise<Result<undefined>>;
  /** This store's accounts. */
  list(): Promise<Result<string[]>>;
  /** Whether secrets can be read now. Shows an unlock dialog only where a read of a secret would show it too. */
  check(): Promise<Result<undefined>>;
  /** Proves that the keychain is open for writing, before old values are read in order to replace them. */
  prepareToWrite(): Promise<Result<undefined>>;
  /** Why this platform can't hold the secret; undefined where it can. */
  whyRefused(secret: string): string | undefined;
  /** Ends the keychain's process; the next call starts a new one. */
  stop(): void;
}

/** The keychain itself, without a waiting room before it. */
export interface PlatformKeychain extends Keychain {
  /** Writes and reads back, unless there is an entry already. */
  add(account: string, secret: string): Promise<Result<undefined>>;
}

export interface KeychainOptions {
  startProcess: StartProcess;
  /** The service under which all entries are kept: `Tickmark`. */
  service: string;
  /** The random id of the data folder. */
  storeId: string;
  /** Whether this store has ever written to a keychain, as the store remembers it. */
  sentinel: { written(): boolean; markWritten(): void };
  /** Milliseconds, for one call as a whole. */
  deadlineMs?: number;
  platform?: NodeJS.Platform;
}

/** Answers reach a person within five seconds, the way through main and the window included. */
const longestWait = 4_500;

/** Milliseconds that the process stays after a mere check: at most starts nobody needs a secret soon. */
const untilAnotherCheck = 3_000;

const sentinelText = 'Tickmark keeps secrets of this store here.';

/**
 * keytar answers null for an entry that is not there and for a keyring whose unlock was cancelled alike. The sentinel,
 * an entry that is written before any secret, tells them apart: where the store remembers it and it reads null, the
 * keychain is locked or another one, and no other null can be believed. Writing starts with writing the sentinel: that
 * fails in a locked keychain (libsecret: "Cannot create an item in a locked collection"), and takes possession of a new
 * one when a person enters secrets again after a keyring was lost. Where it was seen before it is only read: some
 * keychains write all they hold for each entry.
 */
export const createKeychain = (options: KeychainOptions): PlatformKeychain => {
  const { startProcess, service, storeId, sentinel, deadlineMs = longestWait, platform = process.platform } = options;
  const sentinelAccount = `${storeId}/sentinel`;
  const entries = createKeychainEntries(startProcess, service, platform);
  const queue = createRequestQueue(deadlineMs, () => {
    entries.stop();
    return noAnswer(deadlineMs, platform);
  });
  /** Whether the sentinel was there when it was last asked for. */
  let wasThere = false;

  const writeSentinel = async (): Promise<Result<undefined>> => {
    const written = await entries.write(sentinelAccount, sentinelText);
    if (written.ok && !sentinel.written()) sentinel.markWritten();
    wasThere = written.ok;
    return written;
  };

  /** Whether this keychain holds entries of this store; fails where it should and does not. */
  const recognise = async (longestIdle?: number): Promise<Result<boolean>> => {
    const found = await entries.read(sentinelAccount, longestIdle);
    wasThere = found.ok && found.value !== null;
    if (!found.ok) return found;
    if (found.value === null && sentinel.written()) {
      // One cancelled dialog is an answer: what waits must not ask again, once for each.
      const locked = notUnlocked(platform);
      queue.failWaiting(locked);
      return locked;
    }
    if (found.value !== null && !sentinel.written()) sentinel.markWritten();
    return success(found.value !== null);
  };

  const whenRecognised = <Value>(none: Value, work: () => Promise<Result<Value>>): Promise<Result<Value>> =>
    queue.run(async () => {
      const recognised = await recognise();
      if (!recognised.ok) return recognised;
      return recognised.value ? work() : success(none);
    });

  const whenWritable = <Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> =>
    queue.run(async () => {
      const writable = await (wasThere ? recognise() : writeSentinel());
      return writable.ok ? work() : writable;
    });

  const keep = async (account: string, secret: string): Promise<Result<undefined>> => {
    const present = await entries.read(account);
    if (!present.ok) return present;
    return present.value === secret ? success(undefined) : entries.write(account, secret);
  };

  const addMissing = async (account: string, secret: string): Promise<Result<undefined>> => {
    const recognised = await recognise();
    if (!recognised.ok) return recognised;
    // Without the sentinel no null is believed, and nothing overwritten.
    if (!recognised.value) return notUnlocked(platform);
    const present = await entries.read(account);
    if (!present.ok) return present;
    return present.value === null ? entries.write(account, secret) : success(undefined);
  };

  /** Reading is quick, and removing what is not there is not: some keychains write all they hold for it. */
  const removePresent = async (account: string): Promise<Result<undefined>> => {
    const present = await entries.read(account);
    if (!present.ok) return present;
    if (present.value === null) return success(undefined);
    const removed = await entries.remove(account);
    if (!removed.ok) return removed;
    return removed.value ? success(undefined) : notUnlocked(platform);
  };

  return {
    get: (account) => whenRecognised<string | null>(null, () => entries.read(account)),
    set: async (account, secret) => {
      const refusal = whyRefused(secret, platform);
      if (refusal) return failure('VALIDATION', refusal);
      return whenWritable(() => entries.write(account, secret));
    },
    setAll: async (secrets, onProgress = () => {}) => {
      const refusal = secrets.map(({ secret }) => whyRefused(secret, platform)).find((why) => why !== undefined);
      if (refusal) return failure('VALIDATION', refusal);
      const writable = await whenWritable(async () => success(undefined));
      if (!writable.ok) return writable;
      for (const [index, { account, secret }] of secrets.entries()) {
        const kept = await queue.run(() => keep(account, secret));
        if (!kept.ok) return kept;
        onProgress(index + 1);
      }
      return success(undefined);
    },
    add: (account, secret) => queue.run(() => addMissing(account, secret)),
    delete: (account) => whenWritable(() => entries.remove(account)),
    deleteAll: async (accounts) => {
      for (const account of accounts) {
        const removed = await whenRecognised<undefined>(undefined, () => removePresent(account));
        if (!removed.ok) return removed;
      }
      return success(undefined);
    },
    list: () => whenRecognised<string[]>([], () => entries.list(`${storeId}/`)),
    check: () =>
      queue.run(async () => {
        const recognised = await recognise(untilAnotherCheck);
        return recognised.ok ? success(undefined) : recognised;
      }),
    prepareToWrite: () => whenWritable(async () => success(undefined)),
    whyRefused: (secret) => whyRefused(secret, platform),
    stop: entries.stop,
  };
};
