/**
 * Evidence bytes as they lie on the disk, in clear or encrypted, read and written as the text they hold. Offsets and
 * lengths are the text's throughout; a file says itself which form it has.
 */
import { copyFile, type FileHandle, open, rename, rm } from 'node:fs/promises';
import {
  fileKey,
  frameHeadLength,
  frameLength,
  headerLength,
  isCipherHeader,
  largestFrame,
  newCipherHeader,
  openFrame,
  sealFrame,
  textLengthOf,
} from './evidence-cipher';

/** Evidence that is missing, malformed or not what was sealed. Thrown inside this folder only; answered as a failure. */
export class DamagedEvidence extends Error {}

/** Evidence that is encrypted, in a process that was not given the key. */
export class LockedEvidence extends Error {}

/** The key of this process: set before anything is read, and absent where the data folder is in clear. */
let evidenceKey: Buffer | undefined;
let encryptsNew = false;

/** Gives this process the key: for reading, and for new files where they are to be encrypted. */
export const setEvidenceKey = (key: Uint8Array | undefined, encryptNew: boolean): void => {
  evidenceKey = key && Buffer.from(key);
  encryptsNew = encryptNew && key !== undefined;
};

const requireKey = (): Buffer => {
  if (!evidenceKey) throw new LockedEvidence('The evidence is encrypted, and its key is not at hand.');
  return evidenceKey;
};

export interface EvidenceOutput {
  write(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Creates a file; fails with EEXIST where there is one. `encrypted` is what new evidence of this process is. */
export const createOutput = async (file: string, encrypted = encryptsNew): Promise<EvidenceOutput> => {
  const handle = await open(file, 'wx', 0o600);
  return encrypted ? { ...clearOutput(handle), write: await openFrames(handle) } : clearOutput(handle);
};

/** What is written to the handle as it is. */
export const clearOutput = (handle: FileHandle): EvidenceOutput => ({
  write: (bytes) => writeAll(handle, bytes),
  sync: () => handle.sync(),
  close: () => handle.close(),
});

const openFrames = async (handle: FileHandle): Promise<(bytes: Uint8Array) => Promise<void>> => {
  const header = newCipherHeader();
  const key = fileKey(requireKey(), header);
  let number = 0;
  await writeAll(handle, header);
  return async (bytes) => {
    for (let start = 0; start < bytes.length; start += largestFrame) {
      await writeAll(handle, sealFrame(key, number, bytes.subarray(start, start + largestFrame)));
      number += 1;
    }
  };
};

/** Writes all of `bytes` at the handle's position: a full disk may take a part and refuse the rest. */
export const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written);
    written += bytesWritten;
  }
};

/** Where the frames of a file lie. */
interface FrameTable {
  key: Buffer;
  /** Offset of each frame on the disk and of its first byte in the text, in pairs. */
  places: number[];
  /** Bytes of text in whole frames. */
  textLength: number;
  /** Whether bytes follow that are no whole frame. */
  torn: boolean;
}

/** Frame tables of files that do not change, the latest last: a grid asks for page after page of the same few. */
const knownTables = new Map<string, { size: number; mtimeMs: number; table: FrameTable }>();
const tablesKept = 16;

/** The table of an encrypted file, or undefined for one in clear. */
const readTable = async (file: string, handle: FileHandle): Promise<FrameTable | undefined> => {
  const { size, mtimeMs } = await handle.stat();
  const known = knownTables.get(file);
  if (known && known.size === size && known.mtimeMs === mtimeMs) return known.table;
  const header = Buffer.alloc(headerLength);
  const { bytesRead } = await handle.read(header, 0, headerLength, 0);
  if (!isCipherHeader(header.subarray(0, bytesRead))) return undefined;
  const table = await walkFrames(handle, size, fileKey(requireKey(), header));
  knownTables.delete(file);
  knownTables.set(file, { size, mtimeMs, table });
  const oldest = knownTables.keys().next().value;
  if (knownTables.size > tablesKept && oldest !== undefined) knownTables.delete(oldest);
  return table;
};

const walkFrames = async (handle: FileHandle, size: number, key: Buffer): Promise<FrameTable> => {
  const head = Buffer.alloc(frameHeadLength);
  const places: number[] = [];
  let position = headerLength;
  let textLength = 0;
  while (position < size) {
    const { bytesRead } = await handle.read(head, 0, frameHeadLength, position);
    const next = position + frameLength(textLengthOf(head));
    if (bytesRead < frameHeadLength || next > size || textLengthOf(head) > largestFrame) break;
    places.push(position, textLength);
    textLength += textLengthOf(head);
    position = next;
  }
  return { key, places, textLength, torn: position !== size };
};

const readFrame = async (handle: FileHandle, table: FrameTable, number: number): Promise<Buffer> => {
  const position = table.places[2 * number] ?? 0;
  const textEnd = table.places[2 * number + 3] ?? table.textLength;
  const frame = Buffer.allocUnsafe(frameLength(textEnd - (table.places[2 * number + 1] ?? 0)));
  await handle.read(frame, 0, frame.length, position);
  const text = openFrame(table.key, number, frame);
  if (!text) throw new DamagedEvidence(`The evidence was altered: part ${number + 1} of its file can’t be decrypted.`);
  return text;
};

/** The frame that holds a byte of the text. */
const frameAt = ({ places }: FrameTable, offset: number): number => {
  let low = 0;
  let high = places.length / 2 - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[2 * middle + 1] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

const defaultChunk = 1024 * 1024;

/** Bytes of the text from `start` to its end, in chunks of at most `chunkSize` bytes. */
export async function* readBytes(file: string, start = 0, chunkSize = defaultChunk): AsyncGenerator<Buffer> {
  // No read stream: that closes its file some time after its reader left, and an open file can't be moved on Windows.
  const handle = await open(file, 'r');
  try {
    const table = await readTable(file, handle);
    if (!table) return yield* readClear(handle, start, chunkSize);
    yield* readFrames(handle, table, start, chunkSize);
    if (table.torn) throw new DamagedEvidence(`The evidence file ${file} ends in the middle.`);
  } finally {
    await handle.close();
  }
}

/** The text of a file that a crash may have left torn, as far as it is whole. */
export async function* readBytesUntilTorn(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  try {
    const table = await readTable(file, handle);
    yield* table ? readFrames(handle, table, 0, defaultChunk) : readClear(handle, 0, defaultChunk);
  } catch (error) {
    if (!(error instanceof DamagedEvidence)) throw error;
  } finally {
    await handle.close();
  }
}

async function* readClear(handle: FileHandle, start: number, chunkSize: number): AsyncGenerator<Buffer> {
  for (let position = start; ; ) {
    const chunk = Buffer.allocUnsafe(chunkSize);
    const { bytesRead } = await handle.read(chunk, 0, chunkSize, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

async function* readFrames(handle: FileHandle, table: FrameTable, start: number, chunkSize: number) {
  if (start >= table.textLength) return;
  for (let number = frameAt(table, start); number < table.places.length / 2; number += 1) {
    const text = await readFrame(handle, table, number);
    const skipped = Math.max(0, start - (table.places[2 * number + 1] ?? 0));
    for (let from = skipped; from < text.length; from += chunkSize) yield text.subarray(from, from + chunkSize);
  }
}

/** A file that is read here and there. */
export interface TextReader {
  /** Bytes of the text from `start` on; fewer where it ends. */
  read(start: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

export const openText = async (file: string): Promise<TextReader> => {
  const handle = await open(file, 'r');
  try {
    const table = await readTable(file, handle);
    const read = table
      ? createFrameReader(handle, table)
      : (start: number, length: number) => readAt(handle, start, length);
    return { read, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
};

const readAt = async (handle: FileHandle, start: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(bytes, 0, length, start);
  return bytes.subarray(0, bytesRead);
};

/** Keeps the latest frame: what is read next often lies in it. */
const createFrameReader = (handle: FileHandle, table: FrameTable): TextReader['read'] => {
  let latest: { number: number; text: Buffer } | undefined;
  return async (start, length) => {
    const end = Math.min(start + length, table.textLength);
    const parts: Buffer[] = [];
    for (let at = start; at < end; ) {
      const number = frameAt(table, at);
      if (latest?.number !== number) latest = { number, text: await readFrame(handle, table, number) };
      const frameStart = table.places[2 * number + 1] ?? 0;
      const part = latest.text.subarray(at - frameStart, end - frameStart);
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  };
};

/** Length of the text in bytes. */
export const textLength = async (file: string): Promise<number> => {
  const handle = await open(file, 'r');
  try {
    return (await readTable(file, handle))?.textLength ?? (await handle.stat()).size;
  } finally {
    await handle.close();
  }
};

/** Cuts the text to so many bytes, on disk before it answers. A crash leaves the old file or the cut one. */
export const cutText = async (file: string, length: number): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    const table = await readTable(file, handle);
    if (table) return await cutFrames(file, handle, table, length);
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const cutFrames = async (file: string, handle: FileHandle, table: FrameTable, length: number): Promise<void> => {
  const number = frameAt(table, length);
  const text = await readFrame(handle, table, number);
  const kept = text.subarray(0, length - (table.places[2 * number + 1] ?? 0));
  const copy = `${file}.cut`;
  await copyFile(file, copy);
  const cut = await open(copy, 'r+');
  try {
    await cut.truncate(table.places[2 * number] ?? headerLength);
    // A new nonce: one is never used for two texts.
    const frame = kept.length > 0 ? sealFrame(table.key, number, kept) : Buffer.alloc(0);
    await cut.write(frame, 0, frame.length, table.places[2 * number] ?? headerLength);
    await cut.sync();
  } finally {
    await cut.close();
  }
  await rename(copy, file);
};

/** Brings a whole file to the other form. A crash leaves the old file or the new one. Answers whether it changed. */
export const recode = async (file: string, wanted: 'encrypted' | 'clear'): Promise<boolean> => {
  if ((await isEncryptedFile(file)) === (wanted === 'encrypted')) return false;
  const recoded = `${file}.recoded`;
  await rm(recoded, { force: true });
  const output = await createOutput(recoded, wanted === 'encrypted');
  try {
    for await (const chunk of readBytes(file)) await output.write(chunk);
    await output.sync();
  } finally {
    await output.close();
  }
  await rename(recoded, file);
  return true;
};

const isEncryptedFile = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(headerLength);
    const { bytesRead } = await handle.read(header, 0, headerLength, 0);
    return isCipherHeader(header.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
};
