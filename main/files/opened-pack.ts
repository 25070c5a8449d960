import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A zip under an ending of its own: the system opens such packs with Tickmark and leaves other zips alone. */
export const packExtension = '.tickmarkpack';

const toPath = (argument: string): string | undefined => {
  if (!argument.startsWith('file:')) return argument;
  try {
    return fileURLToPath(argument);
  } catch {
    return undefined;
  }
};

/** The pack among the arguments of a command line. Linux desktops hand over addresses (`file:///…`), the others paths. */
export const packAmong = (args: readonly string[], workingFolder: string): string | undefined => {
  const path = args
    .filter((argument) => !argument.startsWith('-'))
    .map(toPath)
    .find((candidate) => candidate !== undefined && extname(candidate).toLowerCase() === packExtension);
  return path === undefined ? undefined : resolve(workingFolder, path);
};

/** Keeps the pack that the operating system asked to open until the page can show it: the newest, and once. */
export const createOpenedPack = () => {
  let waiting: string | null = null;
  return {
    offer: (path: string): void => {
      waiting = path;
    },
    take: (): string | null => {
      const path = waiting;
      waiting = null;
      return path;
    },
  };
};
