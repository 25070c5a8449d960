/** A keychain in a file, in the place of the platform's: what it has acknowledged survives a kill. */
import { appendFileSync } from 'node:fs';
import { openParentPort } from '../../../main/processes/parent-port';
import { serveOperations } from '../../../main/processes/requests';
import { readKeychainFile } from './keychain-file';

const file = process.env.TICKMARK_SOAK_KEYCHAIN ?? '';

const put = (account: string, secret: string | null) => {
  appendFileSync(file, `${JSON.stringify([account, secret])}\n`);
  return { ok: true, value: undefined };
};

serveOperations(openParentPort(), {
  get: async ({ account }: { account: string }) => ({ ok: true, value: readKeychainFile(file).get(account) ?? null }),
  set: async ({ account, secret }: { account: string; secret: string }) => put(account, secret),
  delete: async ({ account }: { account: string }) => put(account, null),
  list: async ({ prefix }: { prefix: string }) => ({
    ok: true,
    value: [...readKeychainFile(file).keys()].filter((account) => account.startsWith(prefix)),
  }),
});
