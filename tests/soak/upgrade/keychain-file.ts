import { existsSync, readFileSync } from 'node:fs';

/** Secrets by account. A last line that was cut off was never acknowledged. */
export const readKeychainFile = (file: string): Map<string, string> => {
  const entries = new Map<string, string>();
  if (!existsSync(file)) return entries;
  for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) {
    const [account, secret] = JSON.parse(line) as [string, string | null];
    if (secret === null) entries.delete(account);
    else entries.set(account, secret);
  }
  return entries;
};
