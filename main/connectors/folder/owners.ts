import { readFile } from 'node:fs/promises';

/** The owner of a file by the number that the file system keeps; null where it keeps none. */
export type OwnerNames = (userId: number) => string | null;

/** Names of this computer's accounts; others, e.g. of a network share, stay numbers. Windows tells no owner here. */
export const readOwnerNames = async (): Promise<OwnerNames> => {
  if (process.platform === 'win32') return () => null;
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const names = new Map(
    accounts.split('\n').map((line) => {
      const [name = '', , userId = ''] = line.split(':');
      return [userId, name] as const;
    }),
  );
  return (userId) => names.get(String(userId)) || String(userId);
};
