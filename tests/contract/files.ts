/** What harnesses of types need whose system is a file or folder of this computer. */
import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ClientFolder {
  /** A new folder, as of a client, on the way to nothing else. */
  newFolder(): string;
  remove(): void;
}

export const createClientFolder = (): ClientFolder => {
  const root = mkdtempSync(join(tmpdir(), 'tickmark-contract-client-'));
  chmodSync(root, 0o755);
  return {
    newFolder: () => {
      const folder = mkdtempSync(join(root, 'system-'));
      chmodSync(folder, 0o755);
      return folder;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};

const nobody = 65_534;

/** Runs the rest of a case as an account that may not read everything: the superuser may. Answers how to return. */
export const becomeNobody = (): (() => void) => {
  if (process.getuid?.() !== 0) return () => {};
  process.seteuid?.(nobody);
  return () => process.seteuid?.(0);
};

/** Whether this process has the file open (Linux). */
export const isOpenHere = (path: string): boolean =>
  readdirSync('/proc/self/fd').some((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === path;
    } catch {
      return false;
    }
  });
