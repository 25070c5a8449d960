/** Writes an evidence pack: a zip of sealed evidence, the documents about it, and the hashes of both. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { syncFolder } from '../files/sync-folder';
import { failure, type Result, success } from '../result';
import { answering, readSealedBytes, removeFile, sealedLength } from './evidence-file';

export interface PackInput {
  /** Where the pack goes; a file there is replaced once the new pack is whole. */
  target: string;
  /** In the order in which they are to stand in the pack; `name` is the file's name in its folder `evidence/`. */
  evidence: { name: string; file: string; sha256: string }[];
  documents: { name: string; content: PackContent }[];
  /** The time that every file of the pack bears, in UTC. The same input gives the same pack. */
  modifiedAt: Date;
  signal?: AbortSignal;
  onProgress?: (progress: PackProgress) => void;
}

/** A document's text or bytes, whole or as it comes. */
type PackContent = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** Bytes of evidence read so far, and in all. */
export interface PackProgress {
  bytes: number;
  totalBytes: number;
}

export interface PackReport {
  fileName: string;
  /** Files in the pack, `SHA256SUMS` among them. */
  files: number;
  /** SHA-256 of the pack itself, lower-case hex. */
  sha256: string;
}

type Content = AsyncIterable<Uint8Array>;
type PackFile = { path: string; open: () => Content };

/** The pack while it is written, beside its place. */
export const partialPack = (target: string): string => `${target}.partial`;

/**
 * Writes documents, evidence and `SHA256SUMS`, in that order. Each evidence file is hashed on its way in; one that is
 * not what was sealed ends the export with `EVIDENCE_DAMAGED`. No failure leaves a pack or a part of one behind.
 */
export const writePack = (input: PackInput): Promise<Result<PackReport>> =>
  answering(input.target, async () => {
    const temporary = partialPack(input.target);
    try {
      const files = await packFiles(input);
      const sha256 = await writeZip(temporary, files, input);
      await rename(temporary, input.target);
      await syncFolder(dirname(input.target));
      return success({ fileName: basename(input.target), files: files.length, sha256 });
    } catch (error) {
      await removeFile(temporary);
      if (input.signal?.aborted) return failure('CANCELLED', 'The export was cancelled. No pack was written.');
      throw error;
    }
  });

const packFiles = async (input: PackInput): Promise<PackFile[]> => {
  const advance = await trackProgress(input);
  const sums: string[] = [];
  const files = [
    ...input.documents.map(({ name, content }) => ({ path: name, open: () => encode(content) })),
    ...input.evidence.map(({ name, file, sha256 }) => ({
      path: `evidence/${name}`,
      open: () => advance(readSealedBytes(file, sha256)),
    })),
  ];
  const summed = files.map(({ path, open }) => ({
    path,
    open: () => hashed(open(), (sha256) => sums.push(`${sha256}  ${path}\n`)),
  }));
  return refuseRepeats([...summed, { path: 'SHA256SUMS', open: () => encode(sums.join('')) }]);
};

const refuseRepeats = (files: PackFile[]): PackFile[] => {
  const paths = new Set(files.map(({ path }) => path.toLowerCase()));
  if (paths.size < files.length) throw new Error('Two files of a pack have the same name.');
  return files;
};

async function* encode(content: PackContent): Content {
  if (typeof content === 'string' || content instanceof Uint8Array) yield Buffer.from(content);
  else for await (const part of content) yield Buffer.from(part);
}

async function* hashed(content: Content, onHash: (sha256: string) => void): Content {
  const hash = createHash('sha256');
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
  onHash(hash.digest('hex'));
}

/** Reports each percent of the evidence that was read. */
const trackProgress = async ({ evidence, onProgress }: PackInput) => {
  const lengths = await Promise.all(evidence.map(({ file }) => sealedLength(file)));
  const totalBytes = lengths.reduce((sum, length) => sum + length, 0);
  let bytes = 0;
  let reported = 0;
  return async function* (content: Content): Content {
    for await (const chunk of content) {
      bytes += chunk.length;
      yield chunk;
      if (bytes - reported < totalBytes / 100 && bytes < totalBytes) continue;
      reported = bytes;
      onProgress?.({ bytes, totalBytes });
    }
  };
};

/** Writes the files in their order and answers the zip's SHA-256. */
const writeZip = async (target: string, files: PackFile[], { modifiedAt, signal }: PackInput): Promise<string> => {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let open: Readable | undefined;
  zip.on('error', (error) => output.destroy(error));
  for (const file of files) {
    zip.addReadStreamLazy(file.path, entryOptions(modifiedAt), (give) => {
      // Few chunks at a time: each may be a megabyte.
      open = Readable.from(file.open(), { highWaterMark: 1 }).on('error', (error) => output.destroy(error));
      give(null, open);
    });
  }
  zip.end();
  const hash = createHash('sha256');
  const hashOnTheWay = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(output, hashOnTheWay, createWriteStream(target, { flush: true, mode: 0o600 }), { signal });
  } finally {
    open?.destroy();
  }
  return hash.digest('hex');
};

const entryOptions = (modifiedAt: Date) => ({
  // Stored: every byte of the pack is then one that a hash covers, and a gigabyte is packed as fast as it is read.
  compress: false,
  // A zip's time has no zone and is written as local time: handed over so, it is the same on any laptop.
  mtime: new Date(
    modifiedAt.getUTCFullYear(),
    modifiedAt.getUTCMonth(),
    modifiedAt.getUTCDate(),
    modifiedAt.getUTCHours(),
    modifiedAt.getUTCMinutes(),
    modifiedAt.getUTCSeconds(),
  ),
  forceDosTimestamp: true,
  mode: 0o100644,
});
