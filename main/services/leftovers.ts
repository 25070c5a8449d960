import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, listFacts, removeFact, writeFact } from '../../db';

/** The store names each part of a pack that an export has begun: only such a file is Tickmark's to delete. */
const prefix = 'pack_under_way/';

const isOwnFolder = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

/** What an export of a pack writes on the way: a folder of its own, and a part of the pack where the person wants it. */
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

  /** Once at start: deletes what an export left behind whose program was ended in the middle. */
  const sweep = (): void => {
    for (const { key, value } of listFacts(db, prefix)) {
      if (deleted(value)) removeFact(db, key);
    }
    if (!existsSync(temporary)) return;
    for (const name of readdirSync(temporary)) if (isOwnFolder(name)) deleted(join(temporary, name));
  };

  return { open, sweep };
};

/** False where the disk refuses it: the next start tries again. */
const deleted = (path: string): boolean => {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
};
