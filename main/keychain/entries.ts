import type { StartProcess } from '../processes/port';
import { createRestartingProcess, ProcessEnded, whileAtWork } from '../processes/restarting-process';
import { type Result, success } from '../result';
import { notReadBack, processEnded, refusedByPlatform } from './failures';
import type { KeychainAnswer, KeychainOperations } from './keychain-process';

/** The entries of one service as the platform shows them, read and written in the keychain's own process. */
interface KeychainEntries {
  /** The secret, or null: not there, or its keyring was not unlocked. The process stays for `longestIdle` ms. */
  read(account: string, longestIdle?: number): Promise<Result<string | null>>;
  /** Writes, and reads back what was kept. */
  write(account: string, secret: string): Promise<Result<undefined>>;
  /** Whether there was one. */
  remove(account: string): Promise<Result<boolean>>;
  /** Accounts that start with `prefix`. */
  list(prefix: string): Promise<Result<string[]>>;
  /** Kills the process, also in the middle of a request; the next request starts a new one. */
  stop(): void;
}

// libsecret keeps its first connection: when the keyring daemon is restarted, it goes on calling the old one (`:1.42`).
const namesLostConnection = (message: string) => /\bname :\d+\.\d+ was not provided\b/.test(message);

export const createKeychainEntries = (
  startProcess: StartProcess,
  service: string,
  platform: NodeJS.Platform,
): KeychainEntries => {
  const child = createRestartingProcess<KeychainOperations>(startProcess, 'keychain-process', whileAtWork);

  const ask = async <Value>(request: () => Promise<KeychainAnswer<Value>>): Promise<Result<Value>> => {
    try {
      let answer = await request();
      if (!answer.ok && namesLostConnection(answer.message)) {
        child.stop();
        answer = await request();
      }
      return answer.ok ? success(answer.value) : refusedByPlatform(answer.message, platform);
    } catch (error) {
      if (error instanceof ProcessEnded) return processEnded();
      throw error;
    }
  };

  const read = (account: string, longestIdle = whileAtWork) =>
    ask(() => child.request('get', { service, account }, { longestIdle }));

  return {
    read,
    write: async (account, secret) => {
      const written = await ask(() => child.request('set', { service, account, secret }));
      if (!written.ok) return written;
      const kept = await read(account);
      if (!kept.ok) return kept;
      return kept.value === secret ? success(undefined) : notReadBack();
    },
    remove: (account) => ask(() => child.request('delete', { service, account })),
    list: (prefix) => ask(() => child.request('list', { service, prefix })),
    stop: child.stop,
  };
};
