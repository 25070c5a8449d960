import { basename } from 'node:path';
import { type Result, success } from '../result';
import { answering, DamagedEvidence, readBytes, readSealedBytes, sealedLength, stampOf } from './evidence-file';
import { type Cell, createRecordScanner, parseHeader, parseRecord } from './evidence-format';
import { type EvidenceIndex, findMark, loadIndex, saveIndex } from './evidence-index';
import { scanEvidence } from './evidence-scan';

export interface EvidencePage {
  /** Names of the header line. */
  columns: string[];
  rows: Cell[][];
  /** Rows of the whole evidence. */
  total: number;
}

/** A page ends early rather than hold more than this; it always holds one row. */
export const pageBytes = 32 * 1024 * 1024;
const chunkSize = 256 * 1024;

/**
 * Rows `offset` to `offset + limit` of sealed evidence; fewer where it ends, or where they would be more than 32 MB.
 * Reads little more than those rows. Fails with `EVIDENCE_DAMAGED` where the file is missing or malformed.
 */
export const readRows = async (file: string, range: { offset: number; limit: number }): Promise<Result<EvidencePage>> =>
  answering(file, async () => {
    const { index, columns } = await openEvidence(file);
    const rows = await readPage(file, index, range, columns.length);
    return success({ columns, rows, total: index.rowCount });
  });

/** Whether the file's bytes are those that were sealed; answers their number, or `EVIDENCE_DAMAGED`. */
export const verifyEvidence = async (file: string, sha256: string): Promise<Result<{ bytes: number }>> =>
  answering(file, async () => {
    let bytes = 0;
    for await (const chunk of readSealedBytes(file, sha256)) bytes += chunk.length;
    return success({ bytes });
  });

export interface OpenedEvidence {
  index: EvidenceIndex;
  /** Names of the header line. */
  columns: string[];
  /** Where the first record starts. */
  start: number;
}

/** The index and the header of sealed evidence; throws `DamagedEvidence` where the file is missing or malformed. */
export const openEvidence = async (file: string): Promise<OpenedEvidence> => {
  const index = await openIndex(file);
  const columns = parseHeader(await readHeader(file, index));
  return { index, columns, start: findMark(index, 0).offset };
};

/** Evidence whose bytes were found to be the sealed ones, by file; the newest last. */
const proven = new Map<string, { as: string; opened: OpenedEvidence }>();
const mostProven = 100;

/**
 * As `openEvidence`, of the sealed bytes only: throws `DamagedEvidence` where a byte is another one. The whole file is
 * read for that once, and again when its size or times are others. The index comes from that reading: the one beside the
 * file, which anyone could write, says nothing here.
 */
export const openSealed = async (file: string, sha256: string, signal?: AbortSignal): Promise<OpenedEvidence> => {
  const as = `${sha256} ${await stampOf(file)}`;
  const known = proven.get(file);
  if (known?.as === as) return known.opened;
  const scan = await scanEvidence(untilAborted(readSealedBytes(file, sha256), signal));
  if (!scan?.whole) throw malformed(file);
  const opened = { index: scan.index, columns: scan.columns, start: findMark(scan.index, 0).offset };
  proven.delete(file);
  proven.set(file, { as, opened });
  for (const oldest of [...proven.keys()].slice(0, -mostProven)) proven.delete(oldest);
  return opened;
};

async function* untilAborted(chunks: AsyncIterable<Buffer>, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

const rebuilding = new Map<string, Promise<EvidenceIndex>>();

const openIndex = async (file: string): Promise<EvidenceIndex> => {
  const saved = await loadIndex(file, await sealedLength(file));
  if (saved) return saved;
  // A grid asks for several pages at once: one of them rebuilds.
  const rebuilt = rebuilding.get(file) ?? rebuildIndex(file).finally(() => rebuilding.delete(file));
  rebuilding.set(file, rebuilt);
  return rebuilt;
};

const rebuildIndex = async (file: string): Promise<EvidenceIndex> => {
  const scan = await scanEvidence(readBytes(file));
  if (!scan?.whole) throw malformed(file);
  await saveIndex(file, scan.index);
  return scan.index;
};

const malformed = (file: string) => new DamagedEvidence(`The evidence file ${basename(file)} is not a whole CSV.`);

/** The header line, without its end. */
const readHeader = async (file: string, index: EvidenceIndex): Promise<Buffer> => {
  const length = findMark(index, 0).offset - 1;
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of readBytes(file, 0, Math.max(1, length))) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
};

const readPage = async (
  file: string,
  index: EvidenceIndex,
  { offset, limit }: { offset: number; limit: number },
  columnCount: number,
): Promise<Cell[][]> => {
  const wanted = Math.max(0, Math.min(limit, index.rowCount - offset));
  if (wanted === 0) return [];
  const mark = findMark(index, offset);
  const rows: Cell[][] = [];
  let row = mark.row;
  let taken = 0;
  for await (const record of readRecords(file, mark.offset, columnCount)) {
    row += 1;
    if (row <= offset) continue;
    rows.push(columnCount === 0 ? [] : parseRecord(record));
    taken += record.length;
    if (rows.length === wanted || taken >= pageBytes) return rows;
  }
  throw malformed(file);
};

/**
 * The records from an offset on, without their line ends; ends early where the bytes are no records of that width. Of
 * any width, where none is given.
 */
export async function* readRecords(file: string, start: number, columnCount?: number): AsyncGenerator<Buffer> {
  const width = columnCount === undefined ? undefined : Math.max(1, columnCount);
  let ends: number[] = [];
  const scanner = createRecordScanner((end, cells) => {
    const fits = width === undefined || cells === width;
    if (fits) ends.push(end);
    return fits;
  });
  let carried: Buffer[] = [];
  let begin = 0;
  for await (const chunk of readBytes(file, start, chunkSize)) {
    const wellFormed = scanner.push(chunk);
    carried.push(chunk);
    // Joined only when a record ends: a cell of many megabytes is not copied once per chunk.
    if (ends.length > 0) {
      const joined = Buffer.concat(carried);
      const joinedAt = begin;
      for (const end of ends) {
        yield joined.subarray(begin - joinedAt, end - joinedAt - 1);
        begin = end;
      }
      carried = [joined.subarray(begin - joinedAt)];
      ends = [];
    }
    if (!wellFormed) return;
  }
}
