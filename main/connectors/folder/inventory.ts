/** Every file below a folder, in an order that is the same on each run. Nothing is followed, changed or left out. */
import { createHash } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Column } from '../../../preload/contract';
import type { Row, RowsEnd } from '../pulled-rows';
import type { OwnerNames } from './owners';
import type { FileFilter } from './patterns';

export const inventoryColumns: Column[] = [
  { name: 'path', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'kind', type: 'file, link, folder or other' },
  { name: 'bytes', type: 'integer' },
  { name: 'modified', type: 'time (UTC)' },
  { name: 'created', type: 'time (UTC)' },
  { name: 'owner', type: 'text' },
  { name: 'sha256', type: 'hexadecimal' },
  { name: 'problem', type: 'text' },
];

export interface InventoryTask {
  root: string;
  isWanted: FileFilter;
  ownerName: OwnerNames;
}

/** How the walk goes on: what it has left to visit, and what it could not read. */
interface Walk extends InventoryTask {
  signal: AbortSignal;
  /** Files are read one after the other, all through this one piece of memory. */
  chunk: Buffer;
  unreadable: number;
}

const chunkBytes = 1024 * 1024;

/** One row for each file, and one for each link, special file and unreadable folder: those tell what was not read. */
export async function* listFiles(task: InventoryTask, signal: AbortSignal): AsyncGenerator<Row[], RowsEnd> {
  const walk: Walk = { ...task, signal, chunk: Buffer.allocUnsafe(chunkBytes), unreadable: 0 };
  yield* listFolder(walk, '');
  if (walk.unreadable === 0) return undefined;
  const what = walk.unreadable === 1 ? 'One file or folder' : `${walk.unreadable} files or folders`;
  return { incompleteBecause: `${what} could not be read; the column “problem” says why.` };
}

async function* listFolder(walk: Walk, folder: string): AsyncGenerator<Row[]> {
  const names = await readNames(walk, folder);
  if (!Array.isArray(names)) {
    yield [names.row];
    return;
  }
  for (const name of names) {
    walk.signal.throwIfAborted();
    const path = folder === '' ? name : `${folder}/${name}`;
    const stats = await lstat(join(walk.root, path), { bigint: true }).catch(asError);
    if (stats instanceof Error) yield* unreadableFile(walk, path, stats);
    else if (stats.isDirectory()) yield* listFolder(walk, path);
    else if (walk.isWanted(path)) yield [await describeFile(walk, path, stats)];
  }
}

const asError = (error: unknown): Error => error as Error;

/** An entry that could not even be looked at may have been a folder: then it hides files, whatever the patterns say. */
function* unreadableFile(walk: Walk, path: string, error: Error): Generator<Row[]> {
  walk.unreadable += 1;
  yield [rowOf(walk, path, { kind: 'other', problem: reasonOf(error) })];
}

/** The names in the folder by their bytes, or the row that says why they can't be read. */
const readNames = async (walk: Walk, folder: string): Promise<string[] | { row: Row }> => {
  const names = await readdir(join(walk.root, folder)).catch(asError);
  if (Array.isArray(names)) return names.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  walk.unreadable += 1;
  return { row: rowOf(walk, folder === '' ? '.' : folder, { kind: 'folder', problem: reasonOf(names) }) };
};

const describeFile = async (walk: Walk, path: string, stats: BigIntStats): Promise<Row> => {
  if (stats.isSymbolicLink()) return rowOf(walk, path, { kind: 'link', stats, problem: 'a link; not followed' });
  if (!stats.isFile()) return rowOf(walk, path, { kind: 'other', stats, problem: 'not a regular file; not opened' });
  try {
    return rowOf(walk, path, {
      kind: 'file',
      stats,
      sha256: await hashUnchanged(join(walk.root, path), stats, walk),
    });
  } catch (error) {
    walk.signal.throwIfAborted();
    walk.unreadable += 1;
    return rowOf(walk, path, { kind: 'file', stats, problem: reasonOf(error) });
  }
};

interface Facts {
  kind: 'file' | 'link' | 'folder' | 'other';
  stats?: BigIntStats;
  sha256?: string;
  problem?: string;
}

const rowOf = (walk: Walk, path: string, { kind, stats, sha256, problem }: Facts): Row => [
  path,
  path.slice(path.lastIndexOf('/') + 1),
  kind,
  stats ? String(stats.size) : null,
  stats ? timeText(stats.mtimeMs) : null,
  // File systems that keep no time of creation say 0.
  stats && stats.birthtimeMs > 0n ? timeText(stats.birthtimeMs) : null,
  stats ? walk.ownerName(Number(stats.uid)) : null,
  sha256 ?? null,
  problem ?? null,
];

const timeText = (milliseconds: bigint): string => new Date(Number(milliseconds)).toISOString();

/** SHA-256 of the file, lower-case hex. Fails when the file is another one than before or changes while it is read. */
const hashUnchanged = async (path: string, before: BigIntStats, { chunk, signal }: Walk): Promise<string> => {
  const file = await openForReading(path);
  try {
    const opened = await file.stat({ bigint: true });
    if (!opened.isFile() || opened.ino !== before.ino) throw new Error('it was replaced while the folder was read');
    const hash = createHash('sha256');
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, null);
      if (bytesRead === 0) break;
      hash.update(chunk.subarray(0, bytesRead));
    }
    const after = await file.stat({ bigint: true });
    if (after.size !== before.size || after.mtimeNs !== before.mtimeNs) throw new Error('it changed while it was read');
    return hash.digest('hex');
  } finally {
    await file.close();
  }
};

// A link put there meanwhile is not followed, a pipe does not block, and where the system allows it (Linux, own files)
// the time of the last access stays as it was.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOATIME = 0 } = constants;

const openForReading = (path: string): Promise<FileHandle> =>
  open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOATIME).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM' || O_NOATIME === 0) throw error;
    return open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  });

const reasons: Record<string, string> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENOENT: 'it vanished while the folder was read',
  ENOTDIR: 'it was replaced while the folder was read',
  ELOOP: 'it was replaced by a link while the folder was read',
  EBUSY: 'another program has locked it',
  EIO: 'the drive or share answered with an error',
  ENAMETOOLONG: 'its path is too long for this computer',
};

const reasonOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? (code === '' ? message : `can't be read (${code})`);
};
