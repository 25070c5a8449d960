import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, listFacts, removeFact, writeFact } from '../../db';
import { evidenceFolder } from './evidence-paths';

/** The store names each part of a pack that an export has begun: only such a file is Tickmark's to delete. */
const prefix = 'pack_under_way/';

const isOwnFolder = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

/** What becomes part of evidence, or lies beside it, once it is whole and has its name: see `evidence-file` and `evidence-bytes`. */
const isUnfinished = (name: string): boolean =>
  /\.csv\.(index|summary)\.\d+\.partial$|\.csv(\.partial)?\.(cut|recoded)$/.test(name);

/**
 * What is written on the way: for a pack a folder of its own and a part of it where the person wants it, beside evidence what is
 * not whole yet.
 */
export const createLeftovers = (db: Database, dataFolder: string) => {
  const temporary = join(dataFolder, 'temporary');

  /** Begins an export; `remove` ends it, however it went. */
  const open = async (partial: string): Promise<{ folder: string; remove(): Promise<void> }> => {
    const id = randomUUID();
    const folder = join(temporary, id);
    await mkdir(folder, { recursive: true });
    writeFact(db, prefix + id, partial);
    return {
      folder,
      remove: async () => {
        await rm(folder, { recursive: true, force: true });
        if (db.open) removeFact(db, prefix + id);
      },
    };
  };

  /** Once at start, before anything is written: deletes what a program left behind that was ended in the middle. */
  const sweep = (): void => {
    const evidence = evidenceFolder(dataFolder);
    for (const name of namesIn(evidence)) if (isUnfinished(name)) deleted(join(evidence, name));
    for (const { key, value } of listFacts(db, prefix)) {
      if (deleted(value)) removeFact(db, key);
    }
    for (const name of namesIn(temporary)) if (isOwnFolder(name)) deleted(join(temporary, name));
  };

  return { open, sweep };
};

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** False where the disk refuses it: the next start tries again. */
const deleted = (path: string): boolean => {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
};
