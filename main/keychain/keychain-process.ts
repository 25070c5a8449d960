/**
 * The program that talks to the operating system's keychain. keytar's calls block a thread of Node's pool for as long
 * as the keychain does, so they live in a process that can be killed. The only file that imports keytar.
 */
import { openParentPort } from '../processes/parent-port';
import { serveOperations } from '../processes/requests';

type KeychainEntry = { service: string; account: string };

/** What the keychain answered, or the platform's own words on why it could not. */
export type KeychainAnswer<Value> = { ok: true; value: Value } | { ok: false; message: string };

// Loaded at first use: a platform library that is missing (libsecret) becomes an answer instead of a dead process.
const keytar = async () => (await import('keytar')).default;

const answer = async <Value>(call: () => Promise<Value>): Promise<KeychainAnswer<Value>> => {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
};

const operations = {
  /** The secret, or null: not there, or its keyring was not unlocked. */
  get: ({ service, account }: KeychainEntry) => answer(async () => (await keytar()).getPassword(service, account)),

  set: ({ service, account, secret }: KeychainEntry & { secret: string }) =>
    answer(async () => (await keytar()).setPassword(service, account, secret)),

  /** Whether there was one. On Linux an entry of a locked keyring stays, and the answer is false. */
  delete: ({ service, account }: KeychainEntry) =>
    answer(async () => (await keytar()).deletePassword(service, account)),

  /** Accounts of the service that start with `prefix`. keytar reads every secret for this; they end here. */
  list: ({ service, prefix }: { service: string; prefix: string }) =>
    answer(async () => {
      const credentials = await (await keytar()).findCredentials(service);
      return credentials.map(({ account }) => account).filter((account) => account.startsWith(prefix));
    }),
};
export type KeychainOperations = typeof operations;

serveOperations(openParentPort(), operations);
