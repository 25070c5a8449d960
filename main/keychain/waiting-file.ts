/**
 * The file in the data folder in which secrets wait, each sealed, until the keychain has them. One line for each: its
 * account, and in base64 what was sealed, or nothing where the secret lies under another id of the keychain. A line that
 * can't be read says nothing of the others.
 */
import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { syncFolder } from '../files/sync-folder';
import { writeWhole } from '../files/write-whole';

export interface WaitingFile {
  /** What waits, sealed, by account. The file has it from the next `save` on. */
  sealed: Map<string, Buffer>;
  /** It is there and could not be read; it is left as it is. */
  unreadable: boolean;
  /** Brings the file to what waits: on the disk, by its name, before this answers. One that is empty is deleted. */
  save(): Promise<void>;
}

const lineSchema = z.tuple([z.string(), z.base64()]);

const readLine = (line: string): [string, Buffer][] => {
  try {
    const [account, sealed] = lineSchema.parse(JSON.parse(line));
    return [[account, Buffer.from(sealed, 'base64')]];
  } catch {
    return [];
  }
};

const readText = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : undefined;
  }
};

const write = (file: string, sealed: ReadonlyMap<string, Buffer>): void => {
  const lines = [...sealed].map(([account, bytes]) => `${JSON.stringify([account, bytes.toString('base64')])}\n`);
  writeWhole(file, lines.join(''));
};

export const isInherited = (sealed: Buffer): boolean => sealed.length === 0;

/** Adds accounts whose secret lies under another id. What waits already stays. Throws where the file can't be used. */
export const addInherited = (file: string, accounts: readonly string[]): void => {
  const { sealed, unreadable } = openWaitingFile(file);
  if (unreadable) throw new Error(`${file} can’t be read`);
  for (const account of accounts) if (!sealed.has(account)) sealed.set(account, Buffer.alloc(0));
  if (sealed.size > 0) write(file, sealed);
};

/** Reads what an earlier start has left; there may be no file yet. */
export const openWaitingFile = (file: string): WaitingFile => {
  const text = readText(file);
  const sealed = new Map(text?.split('\n').flatMap(readLine));
  return {
    sealed,
    unreadable: text === undefined,
    save: async () => {
      if (sealed.size > 0) write(file, sealed);
      else rmSync(file, { force: true });
      await syncFolder(dirname(file));
    },
  };
};
