/** The client's file and what lies beside it; nothing is ever written there. */
import { createHash } from 'node:crypto';
import { type BigIntStats, constants, createReadStream } from 'node:fs';
import { access, copyFile, mkdtemp, open, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Failure, failure, type Result, success } from '../../result';
import { connectionFailure } from '../connection-failures';

export interface DatabaseFile {
  /** The file as the client knows it, links resolved. */
  path: string;
  /** What is read: the file itself, or a private copy. */
  readPath: string;
  isCopy: boolean;
  stats: BigIntStats;
  /** Removes the copy. Never rejects. */
  release(): Promise<void>;
}

const headerText = 'SQLite format 3\0';
const walVersion = 2;
/** Beyond this size the hash would hold up a connection test for seconds. */
const mostBytesToHash = 512n * 1024n * 1024n;
const copyAttempts = 3;
const folderPrefix = 'tickmark-sqlite-';

/**
 * Finds the file and decides how it is read. A file in WAL mode, or with a journal beside it, would make SQLite write
 * beside it (or refuse), so it is read through a private copy.
 */
export const openDatabaseFile = async (configuredPath: string): Promise<Result<DatabaseFile>> => {
  try {
    const path = await realpath(configuredPath);
    const stats = await stat(path, { bigint: true });
    const header = await readHeader(path);
    if (!header.toString('latin1').startsWith(headerText)) return notSqlite(path);
    const isWal = header[18] === walVersion || header[19] === walVersion;
    if (!isWal && (await sidecarsOf(path)).length === 0) {
      return success({ path, readPath: path, isCopy: false, stats, release: async () => {} });
    }
    return await copyPrivately(path, stats);
  } catch (error) {
    return fileFailure(error, configuredPath);
  }
};

const notSqlite = (path: string) =>
  connectionFailure(
    'PROTOCOL',
    `${path} is not a SQLite database, or it is encrypted.`,
    'Choose the database file itself, or ask for an unencrypted copy.',
  );

const readHeader = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/** The journal and the write-ahead log beside the file, where they hold something. */
const sidecarsOf = async (path: string): Promise<string[]> => {
  const candidates = ['-wal', '-journal'].map((ending) => path + ending);
  const sizes = await Promise.all(
    candidates.map((candidate) =>
      stat(candidate).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return candidates.filter((_candidate, index) => (sizes[index] ?? 0) > 0);
};

const copyPrivately = async (path: string, stats: BigIntStats): Promise<Result<DatabaseFile>> => {
  await removeAbandonedCopies();
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const release = () => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  try {
    for (let attempt = 1; attempt <= copyAttempts; attempt += 1) {
      if (await copyUnchanged(path, folder)) {
        return success({ path, readPath: join(folder, basename(path)), isCopy: true, stats, release });
      }
    }
    await release();
    return connectionFailure(
      'REFUSED',
      `${path} is being written to, so no consistent copy of it came about.`,
      'Close the program that writes to it, or ask for a copy made with its backup function.',
    );
  } catch (error) {
    await release();
    throw error;
  }
};

/** Whether the copy is consistent: nothing changed from before the first byte until after the last. */
const copyUnchanged = async (path: string, folder: string): Promise<boolean> => {
  const before = await stateOf(path);
  for (const name of await readdir(folder)) await rm(join(folder, name));
  for (const file of [path, ...(await sidecarsOf(path))]) {
    await copyFile(file, join(folder, basename(file)), constants.COPYFILE_FICLONE);
  }
  return (await stateOf(path)) === before;
};

const stateOf = async (path: string): Promise<string> => {
  const files = [path, ...(await sidecarsOf(path))];
  const states = await Promise.all(files.map((file) => stat(file, { bigint: true })));
  return states.map(({ ino, size, mtimeNs }, index) => `${files[index]} ${ino} ${size} ${mtimeNs}`).join('\n');
};

/** Copies of processes that were killed hold client data: they go at the next start, or before another one is made. */
export const removeAbandonedCopies = async (): Promise<void> => {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const owner = name.startsWith(folderPrefix) && Number(/^\d+/.exec(name.slice(folderPrefix.length))?.[0]);
    if (owner && owner !== process.pid && !isRunning(owner)) {
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
    }
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const fileFailure = (error: unknown, path: string): Failure => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return connectionFailure(
      'NO_DATABASE',
      `There is no file ${path}.`,
      'Check whether the drive or share is there, or choose the file again.',
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return connectionFailure(
      'PERMISSION',
      `This computer's user may not read ${path}.`,
      'Ask for read access to the file and its folder.',
    );
  }
  if (code === 'EISDIR') return notSqlite(path);
  if (code === 'ENOSPC') {
    return failure('DISK_FULL', `There is no room for a private copy of ${path} in ${tmpdir()}.`, {
      hint: 'Free some space and try again.',
    });
  }
  return connectionFailure(
    'PROTOCOL',
    `${path} can't be read: ${(error as Error).message}`,
    'Copy the file to a local drive and try again.',
  );
};

/** Whether this computer's user could write the file. */
export const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** SHA-256 of the client's file, lower-case hex; undefined for files larger than 512 MB. */
export const hashOf = async ({ path, stats }: DatabaseFile): Promise<string | undefined> => {
  if (stats.size > mostBytesToHash) return undefined;
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
};
