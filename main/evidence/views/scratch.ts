/**
 * Scratch files: what is derived from evidence while someone looks at it. Each is named after all that it depends on, so
 * one that is there is right. They live for a session; main removes the folder at its start and end.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure, type Result } from '../../result';
import { answering, exists, removeFile } from '../evidence-file';

/** Makes a scratch file at the path that it is given, which is not there yet. */
type MakeScratch = (file: string) => Promise<void>;

/** So many finished files are kept; those not used for longest go first. */
const mostKept = 12;
const finished = '.view';

const underWay = new Map<string, Promise<void>>();

/**
 * The scratch file of that kind for those ingredients, made if it is not there. Whoever asks while it is being made
 * waits for the same one.
 */
export const scratchFile = async (
  folder: string,
  ingredients: unknown,
  make: MakeScratch,
  signal?: AbortSignal,
): Promise<string> => {
  const name = createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 40);
  const file = join(folder, `${name}${finished}`);
  if (await exists(file)) {
    await markUsed(file);
    return file;
  }
  signal?.throwIfAborted();
  await (underWay.get(file) ?? startMaking(folder, file, make, signal));
  return file;
};

const startMaking = (folder: string, file: string, make: MakeScratch, signal?: AbortSignal): Promise<void> => {
  const making = makeFile(folder, file, make);
  const forget = () => {
    if (underWay.get(file) === making) underWay.delete(file);
  };
  // One that was given up is not what the next who asks should wait for.
  signal?.addEventListener('abort', forget, { once: true });
  underWay.set(file, making);
  const settled = () => {
    forget();
    signal?.removeEventListener('abort', forget);
  };
  making.then(settled, settled);
  return making;
};

const makeFile = async (folder: string, file: string, make: MakeScratch): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await removeOldest(folder);
  const partial = newScratchPath(folder);
  try {
    await make(partial);
    await rename(partial, file);
  } catch (error) {
    await removeFile(partial);
    throw error;
  }
};

/** A path in the folder that nothing has. */
export const newScratchPath = (folder: string): string => join(folder, `${randomUUID()}.partial`);

const markUsed = async (file: string): Promise<void> => {
  const now = new Date();
  await utimes(file, now, now);
};

const removeOldest = async (folder: string): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(finished));
  const used = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
  const newestFirst = names.map((name, at) => ({ name, at: used[at] ?? 0 })).sort((a, b) => b.at - a.at);
  for (const { name } of newestFirst.slice(mostKept - 1)) await removeFile(join(folder, name));
};

/** As `answering`; work that was given up is answered as `CANCELLED`. */
export const answeringUnlessCancelled = async <Value>(
  file: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value> | Failure> => {
  try {
    return await answering(file, work);
  } catch (error) {
    if (signal?.aborted) return failure('CANCELLED', 'This was given up because something else is looked at.');
    throw error;
  }
};
