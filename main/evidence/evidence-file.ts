/**
 * Where evidence lies and how its bytes reach the disk. Every read and write of evidence goes through this file.
 *
 * `<name>.csv.partial` while rows arrive, `<name>.csv` once sealed, `<name>.csv.index` beside it for paging.
 */
import { createHash } from 'node:crypto';
import { chmod, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder, whereSupported } from '../files/sync-folder';
import { type Failure, failure, type Result, success } from '../result';
import {
  createOutput,
  DamagedEvidence,
  type EvidenceOutput,
  LockedEvidence,
  readBytes,
  recode,
  textLength,
} from './evidence-bytes';

export {
  clearOutput,
  createOutput,
  cutText,
  DamagedEvidence,
  type EvidenceOutput,
  openText,
  readBytes,
  readBytesUntilTorn,
  setEvidenceKey,
  type TextReader,
  writeAll,
} from './evidence-bytes';

export interface EvidencePaths {
  folder: string;
  partial: string;
  sealed: string;
}

export const evidencePaths = (folder: string, name: string): EvidencePaths => ({
  folder,
  partial: join(folder, `${name}.csv.partial`),
  sealed: join(folder, `${name}.csv`),
});

export const indexPath = (file: string): string => `${file}.index`;

export const summaryPath = (file: string): string => `${file}.summary`;

/** Runs work on evidence files; damage and the file system's refusals become failures that name the file. */
export const answering = async <Value>(file: string, work: () => Promise<Value>): Promise<Value | Failure> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DamagedEvidence) return evidenceDamaged(error.message);
    if (error instanceof LockedEvidence) return failure('LOCKED', error.message, { hint: 'Unlock Tickmark first.' });
    if (isSystemError(error)) return fileFailure(error, file);
    throw error;
  }
};

const evidenceDamaged = (message: string): Failure =>
  failure('EVIDENCE_DAMAGED', message, {
    hint: 'Bring the file back from a backup of the data folder, with the same name. Otherwise run the question again; the earlier run stays in the log.',
  });

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';

/**
 * A refusal of the file system in words, about the file that the system names or else `file`: `DISK_FULL` where there
 * is no room, else `INTERNAL` with the system's code.
 */
export const fileFailure = (error: unknown, file: string): Failure => {
  const { code, path = file } = isSystemError(error) ? error : { code: String(error) };
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return failure('DISK_FULL', `There is no room left on the disk of ${dirname(path)}.`, {
      hint: 'Free some space there, or use a folder on a larger disk, and try again.',
    });
  }
  if (code === 'EEXIST') return alreadyThere(path);
  return failure('INTERNAL', `The file ${path} could not be read or written (${code}).`, {
    hint: 'Check that the disk is connected and that you may write to its folder.',
  });
};

const alreadyThere = (file: string): Failure =>
  failure('INTERNAL', `Evidence of that name is there already: ${file}. Nothing was overwritten.`, {
    hint: 'It may belong to a newer copy of the store. Move it to another folder and run the question again.',
  });

/** Creates the partial. Fails where evidence of that name, sealed or not, is there already. */
export const createPartial = async (paths: EvidencePaths): Promise<Result<EvidenceOutput>> =>
  answering(paths.partial, async () => {
    if (await exists(paths.sealed)) return alreadyThere(paths.sealed);
    return success(await createOutput(paths.partial));
  });

const requireThere = async (file: string): Promise<void> => {
  if (!(await exists(file))) throw new DamagedEvidence(`The evidence file ${file} is missing.`);
};

/** Length of a sealed CSV in bytes; throws `DamagedEvidence` where it is missing. */
export const sealedLength = async (file: string): Promise<number> => {
  await requireThere(file);
  return textLength(file);
};

/** Size and times of an evidence file: another stamp after every change. Throws `DamagedEvidence` where it is missing. */
export const stampOf = async (file: string): Promise<string> => {
  await requireThere(file);
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
};

export const exists = async (file: string): Promise<boolean> => {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return false;
    throw error;
  }
};

/** The bytes of a whole evidence file; throws `DamagedEvidence` at the end unless they are the sealed ones. */
export async function* readSealedBytes(file: string, sha256: string): AsyncGenerator<Buffer> {
  await sealedLength(file);
  const hash = createHash('sha256');
  for await (const chunk of readBytes(file)) {
    hash.update(chunk);
    yield chunk;
  }
  const found = hash.digest('hex');
  if (found === sha256) return;
  throw new DamagedEvidence(
    `The evidence file ${basename(file)} is not the one that was sealed: its SHA-256 is ${found}, sealed was ${sha256}.`,
  );
}

/** SHA-256 of a file, lower-case hex. */
export const hashFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of readBytes(file)) hash.update(chunk);
  return hash.digest('hex');
};

/** Gives a partial that is whole and on disk its final name. */
export const sealPartial = async (paths: EvidencePaths): Promise<void> => {
  await rename(paths.partial, paths.sealed);
  await settleSealed(paths.sealed);
};

/** Makes a sealed file read-only and its name survive a power cut. */
export const settleSealed = async (file: string): Promise<void> => {
  await whereSupported(() => chmod(file, 0o400));
  await syncFolder(dirname(file));
};

/**
 * Brings all sealed evidence of a folder to the wanted form, one file after the other; what has it already is left alone,
 * and so is a damaged file. Answers how many were changed.
 */
export const recodeFolder = async (folder: string, wanted: 'encrypted' | 'clear'): Promise<number> => {
  if (!(await exists(folder))) return 0;
  let changed = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.csv')) continue;
    const file = join(folder, name);
    // It holds values; it is made anew when it is asked for.
    await removeFile(summaryPath(file));
    if (!(await recodeUndamaged(file, wanted))) continue;
    changed += 1;
    await settleSealed(file);
  }
  return changed;
};

const recodeUndamaged = async (file: string, wanted: 'encrypted' | 'clear'): Promise<boolean> => {
  try {
    return await recode(file, wanted);
  } catch (error) {
    if (error instanceof DamagedEvidence) return false;
    throw error;
  }
};

/**
 * Writes a small file beside evidence, encrypted where evidence is, so that a reader sees either the old content or all of
 * the new.
 */
export const writeFileAtomically = async (file: string, content: Uint8Array): Promise<void> => {
  const temporary = `${file}.${process.pid}.partial`;
  try {
    const output = await createOutput(temporary);
    try {
      await output.write(content);
      await output.sync();
    } finally {
      await output.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await removeFile(temporary);
    throw error;
  }
};

/** The whole of a small file beside evidence. */
export const readSmallFile = async (file: string): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of readBytes(file)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Destroys evidence with what lies beside it; answers the names of which nothing is left. */
export const destroyEvidence = async (folder: string, names: readonly string[]): Promise<string[]> => {
  const destroyed: string[] = [];
  for (const name of names) {
    const { sealed, partial } = evidencePaths(folder, name);
    try {
      // Windows deletes no read-only file.
      if (await exists(sealed)) await whereSupported(() => chmod(sealed, 0o600));
      for (const file of [sealed, partial, indexPath(sealed), summaryPath(sealed)]) await removeFile(file);
      destroyed.push(name);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  await syncFolder(folder);
  return destroyed;
};

export const removeFile = (file: string): Promise<void> => rm(file, { force: true });
