/** Evidence read in batches of whole records, with the place of every cell, for work that looks at all rows. */
import { basename } from 'node:path';
import { DamagedEvidence, readBytes } from '../evidence-file';
import type { Cell } from '../evidence-format';

export interface RecordBatch {
  /** Whole records; their memory is used again for the next batch. */
  bytes: Buffer;
  /** Where `bytes` starts in the file. */
  offset: number;
  /** Number of the first record, counted from 0. */
  firstRow: number;
  rowCount: number;
  /** Cells of a record. */
  width: number;
  /** Where each cell ends: the position in `bytes` of the comma or line feed behind it. */
  ends: Int32Array;
}

/** A byte string holds one byte in each character, so that comparing two compares their bytes. */
export type ByteString = string;

const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;

const batchBytes = 256 * 1024;

export interface RecordSource {
  file: string;
  /** Where the first record starts: behind the header. */
  start: number;
  /** Number of columns. */
  columnCount: number;
  signal?: AbortSignal | undefined;
}

/**
 * All records of evidence, in order. Throws `DamagedEvidence` where the bytes are no records of that width, and the
 * signal's reason once it is aborted.
 */
export async function* readRecordBatches({
  file,
  start,
  columnCount,
  signal,
}: RecordSource): AsyncGenerator<RecordBatch> {
  // A record of a result without columns is an empty line, as is that of a single NULL.
  const width = Math.max(1, columnCount);
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let enough = batchBytes;
  let offset = start;
  let firstRow = 0;
  let ends = new Int32Array(batchBytes);
  for await (const chunk of readBytes(file, start, batchBytes)) {
    signal?.throwIfAborted();
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes < enough) continue;
    const bytes = waiting.length === 1 ? chunk : Buffer.concat(waiting);
    if (ends.length < bytes.length) ends = new Int32Array(bytes.length);
    const cells = findCells(bytes, ends);
    const rowCount = Math.floor(cells / width);
    const length = rowCount === 0 ? 0 : (ends[rowCount * width - 1] ?? 0) + 1;
    if (cells < 0 || !areRecords(bytes, ends, rowCount, width)) throw notRecords(file);
    if (rowCount > 0) yield { bytes, offset, firstRow, rowCount, width, ends };
    offset += length;
    firstRow += rowCount;
    waiting = [bytes.subarray(length)];
    waitingBytes = bytes.length - length;
    // A record much longer than a batch is looked at again only when it may have grown to twice its length.
    enough = Math.max(batchBytes, 2 * waitingBytes);
  }
  yield* lastBatch(file, { bytes: Buffer.concat(waiting), offset, firstRow, width });
}

function* lastBatch(
  file: string,
  { bytes, offset, firstRow, width }: Pick<RecordBatch, 'bytes' | 'offset' | 'firstRow' | 'width'>,
): Generator<RecordBatch> {
  if (bytes.length === 0) return;
  const ends = new Int32Array(bytes.length);
  const cells = findCells(bytes, ends);
  const rowCount = cells / width;
  const whole = cells > 0 && (ends[cells - 1] ?? 0) + 1 === bytes.length;
  if (!whole || !areRecords(bytes, ends, rowCount, width)) throw notRecords(file);
  yield { bytes, offset, firstRow, rowCount, width, ends };
}

const notRecords = (file: string) => new DamagedEvidence(`The evidence file ${basename(file)} is not a whole CSV.`);

/** Finds where the whole cells end and answers their number; -1 where a quoted cell goes on behind its quote. */
const findCells = (bytes: Buffer, ends: Int32Array): number => {
  let cells = 0;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] === quote) {
      at = bytes.indexOf(quote, at + 1);
      while (at !== -1 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
      if (at === -1 || at + 1 >= bytes.length) return cells;
      at += 1;
      if (bytes[at] !== comma && bytes[at] !== lineFeed) return -1;
    } else {
      while (at < bytes.length && bytes[at] !== comma && bytes[at] !== lineFeed) at += 1;
      if (at >= bytes.length) return cells;
    }
    ends[cells] = at;
    cells += 1;
    at += 1;
  }
  return cells;
};

/** Whether every record, and nothing but a record, ends with a line feed. */
const areRecords = (bytes: Buffer, ends: Int32Array, rowCount: number, width: number): boolean => {
  let cell = 0;
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 1; column < width; column += 1) {
      if (bytes[ends[cell] ?? 0] !== comma) return false;
      cell += 1;
    }
    if (bytes[ends[cell] ?? 0] !== lineFeed) return false;
    cell += 1;
  }
  return true;
};

/** Where a record starts in the batch's bytes. */
export const recordStart = ({ ends, width }: RecordBatch, row: number): number =>
  row === 0 ? 0 : (ends[row * width - 1] ?? 0) + 1;

/** Where a record ends: at its line feed. */
export const recordEnd = ({ ends, width }: RecordBatch, row: number): number => ends[(row + 1) * width - 1] ?? 0;

const cellStart = ({ ends, width }: RecordBatch, row: number, column: number): number => {
  const cell = row * width + column;
  return cell === 0 ? 0 : (ends[cell - 1] ?? 0) + 1;
};

/** A cell's UTF-8 bytes; null for NULL. */
export const cellBytes = (batch: RecordBatch, row: number, column: number): ByteString | null => {
  const start = cellStart(batch, row, column);
  const end = batch.ends[row * batch.width + column] ?? 0;
  if (start === end) return null;
  if (batch.bytes[start] !== quote) return batch.bytes.toString('latin1', start, end);
  const text = batch.bytes.toString('latin1', start + 1, end - 1);
  return text.includes('"') ? text.replaceAll('""', '"') : text;
};

/** A cell's text; null for NULL. */
export const cellText = (batch: RecordBatch, row: number, column: number): Cell => {
  const start = cellStart(batch, row, column);
  const end = batch.ends[row * batch.width + column] ?? 0;
  if (start === end) return null;
  if (batch.bytes[start] !== quote) return batch.bytes.toString('utf8', start, end);
  const text = batch.bytes.toString('utf8', start + 1, end - 1);
  return text.includes('"') ? text.replaceAll('""', '"') : text;
};

/** The text of a byte string. */
export const textOfBytes = (bytes: ByteString): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** The UTF-8 bytes of a text. */
export const bytesOfText = (text: string): ByteString => Buffer.from(text, 'utf8').toString('latin1');
