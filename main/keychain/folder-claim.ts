/**
 * `folder.json` in the data folder: the id under which this folder's secrets lie in the keychain, and which folder it is.
 * A copy brings the file along and is recognised by it. It takes an id of its own, since what lies under the id it came
 * with may be another folder's, to be read and never to be changed (decision 0011).
 */
import { randomUUID } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { readIfThere } from '../files/read-if-there';
import { writeWhole } from '../files/write-whole';

const folderSchema = z.object({
  path: z.string(),
  inode: z.string(),
  /** Nanoseconds; null where the file system does not tell. */
  created: z.string().nullable(),
});

const claimSchema = z.object({
  version: z.literal(1),
  storeId: z.string(),
  /** Ids under which secrets still lie that have none under this one yet, the nearest first. */
  inherits: z.array(z.string()),
  folder: folderSchema,
});

type Folder = z.infer<typeof folderSchema>;
type Claim = z.infer<typeof claimSchema>;

const pathIn = (dataFolder: string): string => join(dataFolder, 'folder.json');

const readClaim = (dataFolder: string): Claim | undefined => {
  const text = readIfThere(pathIn(dataFolder));
  return text === undefined ? undefined : claimSchema.parse(JSON.parse(text));
};

const identify = (dataFolder: string): Folder => {
  const { ino, birthtimeNs, ctimeNs } = statSync(dataFolder, { bigint: true });
  // Where a file system keeps no time of creation, 0 or the time of the last change stands for it.
  const created = birthtimeNs > 0n && birthtimeNs < ctimeNs ? String(birthtimeNs) : null;
  return { path: realpathSync(dataFolder), inode: String(ino), created };
};

/**
 * Linux gives no program a way to set the time of creation, and numbers the folders of a FAT drive anew each time it is
 * attached. Elsewhere copying may keep that time, and numbers last.
 */
const isSame = (before: Folder, now: Folder): boolean => {
  const isCreationKnown = before.created !== null && now.created !== null;
  const isOneCreation = before.created === now.created;
  if (process.platform === 'linux' && isCreationKnown) return isOneCreation;
  return before.inode === now.inode && (isOneCreation || !isCreationKnown);
};

/** A snapshot of a file system has all marks of the folder it was made of, which stands where it stood. */
const standsElsewhere = ({ storeId, folder }: Claim, now: Folder): boolean => {
  if (folder.path === now.path) return false;
  try {
    const [there, here] = [statSync(folder.path, { bigint: true }), statSync(now.path, { bigint: true })];
    const isOneFolder = there.dev === here.dev && there.ino === here.ino;
    return !isOneFolder && readClaim(folder.path)?.storeId === storeId;
  } catch {
    return false;
  }
};

export const createFolderClaim = (dataFolder: string) => {
  let claim: Claim | undefined;

  const write = (next: Claim): void => {
    writeWhole(pathIn(dataFolder), `${JSON.stringify(next, null, 2)}\n`);
    claim = next;
  };

  return {
    /** Looks which folder this is, before anything is asked of a keychain. Throws where the file can't be read. */
    recognise: (): void => {
      claim = readClaim(dataFolder);
      if (!claim) return;
      const folder = identify(dataFolder);
      const isOurs = isSame(claim.folder, folder) && !standsElsewhere(claim, folder);
      if (!isOurs) write({ ...claim, folder, storeId: randomUUID(), inherits: [claim.storeId, ...claim.inherits] });
      else if (!isDeepStrictEqual(claim.folder, folder)) write({ ...claim, folder });
    },
    /** Undefined until a folder has its first store. */
    storeId: () => claim?.storeId,
    inherits: () => claim?.inherits ?? [],
    /** The folder's first store; no other folder has this id. */
    begin: (storeId: string): void => write({ version: 1, storeId, inherits: [], folder: identify(dataFolder) }),
    /** Nothing was ever kept under that id. */
    withoutInherited: (storeId: string): void => {
      if (claim?.inherits.includes(storeId))
        write({ ...claim, inherits: claim.inherits.filter((id) => id !== storeId) });
    },
    /** All that was inherited lies under the folder's own id. */
    endInheritance: (): void => {
      if (claim && claim.inherits.length > 0) write({ ...claim, inherits: [] });
    },
  };
};

export type FolderClaim = ReturnType<typeof createFolderClaim>;
