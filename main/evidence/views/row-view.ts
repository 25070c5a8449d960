/** The rows of evidence in another order, or only some of them. */
import { open } from 'node:fs/promises';
import { failure, type Result, success } from '../../result';
import { openText, sealedLength, writeAll } from '../evidence-file';
import { type EvidencePage, openEvidence, pageBytes } from '../evidence-reader';
import { columnKind, sortKey } from './cell-order';
import { createSorter } from './external-sort';
import { type ByteString, cellBytes, type RecordBatch, readRecordBatches } from './record-batches';
import { compileFilter, explainCondition, type RowFilter } from './row-filter';
import { placeInBatch, placeLength, type RowPlace, readPlace, readRowAt, writePlace } from './row-places';
import { answeringUnlessCancelled, newScratchPath, scratchFile } from './scratch';

export interface RowSort {
  /** Position of the column, from 0. */
  column: number;
  direction: 'ascending' | 'descending';
}

export interface RowViewInput {
  file: string;
  /** Hash that the evidence was sealed with. */
  sha256: string;
  /** Types of the columns, as the run recorded them. */
  types: string[];
  scratchFolder: string;
  sort: RowSort[];
  filter: RowFilter;
  offset: number;
  limit: number;
}

export interface RowViewPage extends EvidencePage {
  /** Row of the evidence for each of `rows`, from 0. */
  rowNumbers: number[];
}

export interface LookingProgress {
  /** Rows looked at so far. */
  rows: number;
  /** Rows of the whole evidence. */
  of: number;
}

export interface Looking {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: LookingProgress) => void) | undefined;
}

/**
 * A page of the rows that pass the filter, sorted; `total` is their number. The first page of a view looks at all rows,
 * in bounded memory, and keeps their places in a scratch file for the pages after it.
 */
export const readRowView = async (input: RowViewInput, looking: Looking): Promise<Result<RowViewPage>> =>
  answeringUnlessCancelled(input.file, looking.signal, async () => {
    const refused = refuse(input);
    if (refused) return failure('VALIDATION', refused, { fieldErrors: { filter: refused } });
    const { columns } = await openEvidence(input.file);
    const view = await scratchFile(
      input.scratchFolder,
      ['rows', input.sha256, input.types, input.sort, input.filter],
      (target) => makeView(input, target, looking),
      looking.signal,
    );
    return success({ columns, ...(await readViewPage(input, view, columns.length)) });
  });

const refuse = ({ filter, types }: RowViewInput): string | undefined =>
  filter.conditions?.map((condition) => explainCondition(condition, types)).find((refusal) => refusal !== undefined);

const makeView = async (input: RowViewInput, target: string, looking: Looking): Promise<void> => {
  const { index, columns, start } = await openEvidence(input.file);
  const source = { file: input.file, start, columnCount: columns.length, signal: looking.signal };
  const passes = compileFilter(input.filter, input.types);
  const batches = reportingProgress(readRecordBatches(source), index.rowCount, looking);
  const places = input.sort.length === 0 ? filtered(batches, passes) : sorted(batches, passes, input, looking.signal);
  await writePlaces(target, places);
};

/** Tells how far the reading is, at most ten times a second. */
export async function* reportingProgress(
  batches: AsyncIterable<RecordBatch>,
  rowCount: number,
  { onProgress }: Looking,
): AsyncGenerator<RecordBatch> {
  let next = Date.now() + 100;
  for await (const batch of batches) {
    yield batch;
    if (!onProgress || Date.now() < next) continue;
    onProgress({ rows: batch.firstRow + batch.rowCount, of: rowCount });
    next = Date.now() + 100;
  }
}

type RowTest = ReturnType<typeof compileFilter>;

async function* filtered(batches: AsyncIterable<RecordBatch>, passes: RowTest): AsyncGenerator<Buffer> {
  for await (const batch of batches) {
    const places = Buffer.allocUnsafe(batch.rowCount * placeLength);
    let length = 0;
    for (let row = 0; row < batch.rowCount; row += 1) {
      if (!passes(batch, row)) continue;
      writePlace(placeInBatch(batch, row), places, length);
      length += placeLength;
    }
    yield places.subarray(0, length);
  }
}

async function* sorted(
  batches: AsyncIterable<RecordBatch>,
  passes: RowTest,
  { sort, types, scratchFolder }: RowViewInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  const entryOf = createRowEntry(sort, types);
  const sorter = createSorter({ scratchFile: newScratchPath(scratchFolder), signal });
  try {
    for await (const batch of batches) {
      for (let row = 0; row < batch.rowCount; row += 1) {
        if (!passes(batch, row)) continue;
        if (sorter.add(entryOf(batch, row))) await sorter.spill();
      }
    }
    for await (const entries of sorter.sorted()) yield placesOf(entries);
  } finally {
    await sorter.close();
  }
}

/** The places at the ends of sorted entries. */
const placesOf = (entries: readonly ByteString[]): Buffer => {
  const places = Buffer.allocUnsafe(entries.length * placeLength);
  for (const [position, entry] of entries.entries()) {
    places.write(entry.slice(-placeLength), position * placeLength, 'latin1');
  }
  return places;
};

/** What is sorted for a row: the keys of its columns, and its place. */
const createRowEntry = (sort: readonly RowSort[], types: readonly string[]) => {
  const parts = sort.map(({ column, direction }) => ({
    column,
    kind: columnKind(types[column] ?? ''),
    descending: direction === 'descending',
  }));
  let bytes = Buffer.alloc(4_096);
  return (batch: RecordBatch, row: number): ByteString => {
    let length = 0;
    for (const { column, kind, descending } of parts) {
      const key = sortKey(kind, descending, cellBytes(batch, row, column));
      const needed = length + key.length + placeLength;
      if (needed > bytes.length) bytes = Buffer.concat([bytes], 2 * needed);
      length += bytes.write(key, length, 'latin1');
    }
    // The row comes first in its place: rows of equal keys keep their order.
    writePlace(placeInBatch(batch, row), bytes, length);
    // Read out of the buffer: strings that are put together would each keep their parts in memory.
    return bytes.toString('latin1', 0, length + placeLength);
  };
};

/** Writes places to a new file. */
export const writePlaces = async (target: string, places: AsyncIterable<Buffer>): Promise<void> => {
  const handle = await open(target, 'wx', 0o600);
  try {
    for await (const bytes of places) await writeAll(handle, bytes);
  } finally {
    await handle.close();
  }
};

const readViewPage = async (
  { file, offset, limit }: RowViewInput,
  view: string,
  columnCount: number,
): Promise<Omit<RowViewPage, 'columns'>> => {
  const total = (await sealedLength(view)) / placeLength;
  const places = await readPlaces(view, offset, Math.max(0, Math.min(limit, total - offset)));
  const rows = await readRowsAt(file, places, columnCount);
  return { rows, rowNumbers: places.slice(0, rows.length).map(({ row }) => row), total };
};

export const readPlaces = async (view: string, offset: number, count: number): Promise<RowPlace[]> => {
  const bytes = Buffer.allocUnsafe(count * placeLength);
  const handle = await open(view, 'r');
  try {
    await handle.read(bytes, 0, bytes.length, offset * placeLength);
  } finally {
    await handle.close();
  }
  return Array.from({ length: count }, (_, position) => readPlace(bytes, position * placeLength));
};

/** The rows at these places; fewer where they would be more than 32 MB, but at least one. */
export const readRowsAt = async (file: string, places: readonly RowPlace[], columnCount: number) => {
  const rows: (string | null)[][] = [];
  let taken = 0;
  const evidence = await openText(file);
  try {
    for (const place of places) {
      rows.push(await readRowAt(evidence, place, columnCount));
      taken += place.length;
      if (taken >= pageBytes) break;
    }
  } finally {
    await evidence.close();
  }
  return rows;
};
