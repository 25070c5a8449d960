import { createKeychain } from '../keychain/keychain';
import type { StartProcess } from '../processes/port';
import { type Result, success } from '../result';

/** The keychain's entry of the data key, reached before the store is open. */
export interface KeyKeeper {
  /** The entry, or null where the keychain has none. */
  read(): Promise<Result<string | null>>;
  write(entry: string): Promise<Result<undefined>>;
  remove(): Promise<Result<boolean>>;
}

export const storeKeyAccount = (storeId: string): string => `${storeId}/store/key`;

/** Uses a keychain process of its own and ends it after each call. */
export const createKeyKeeper = (options: {
  startProcess: StartProcess;
  service: string;
  storeId: string;
}): KeyKeeper => {
  const account = storeKeyAccount(options.storeId);

  const withKeychain = async <Value>(
    use: (keychain: ReturnType<typeof createKeychain>) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    // The key was written here once, so a keychain without the sentinel is locked or another one.
    const sentinel = { written: () => true, markWritten: () => undefined };
    const keychain = createKeychain({ ...options, sentinel });
    try {
      return await use(keychain);
    } finally {
      keychain.stop();
    }
  };

  return {
    read: () => withKeychain((keychain) => keychain.get(account)),
    write: (entry) =>
      withKeychain(async (keychain) => {
        const written = await keychain.set(account, entry);
        return written.ok ? success(undefined) : written;
      }),
    remove: () => withKeychain((keychain) => keychain.delete(account)),
  };
};
