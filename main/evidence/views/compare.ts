/**
 * How two pieces of evidence differ, row by row. Rows are told apart by a key of columns, or by all that they hold; each
 * side is sorted on disk by hashes of both, so that any number of rows is compared in bounded memory.
 */
import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { failure, type Result, success } from '../../result';
import { sealedLength, writeAll } from '../evidence-file';
import type { Cell } from '../evidence-format';
import { type OpenedEvidence, openSealed } from '../evidence-reader';
import { type AlignedColumns, alignColumns, type ComparedColumn } from './aligned-columns';
import { createSorter, type Sorter } from './external-sort';
import { type ByteString, cellBytes, type RecordBatch, readRecordBatches } from './record-batches';
import { placeBytes, placeInBatch, placeLength, type RowPlace, readPlace } from './row-places';
import { type Looking, type LookingProgress, readRowsAt } from './row-view';
import { answeringUnlessCancelled, newScratchPath, scratchFile } from './scratch';

export interface ComparedEvidence {
  file: string;
  sha256: string;
}

export interface CompareInput {
  left: ComparedEvidence;
  right: ComparedEvidence;
  /** Names of the columns that tell a row from the others; none means the whole row. */
  key: string[];
  scratchFolder: string;
  /** Of each list. */
  offset: number;
  limit: number;
}

export interface ComparedRow {
  /** Row of its evidence, from 1. */
  rowNumber: number;
  /** In the order of the comparison's columns; null also where this side has no such column. */
  cells: Cell[];
}

export interface Comparison {
  columns: ComparedColumn[];
  onlyLeft: { total: number; rows: ComparedRow[] };
  onlyRight: { total: number; rows: ComparedRow[] };
  changed: { total: number; rows: { left: ComparedRow; right: ComparedRow; changedColumns: number[] }[] };
  /** Rows that both sides have alike. */
  same: number;
  /** Keys that more than one row of that side has. */
  duplicateKeys: { left: number; right: number };
  /** Whether it was worked out now, and not just read again. */
  fresh: boolean;
}

/**
 * Compares two pieces of evidence and answers a page of each list, in the order of the files. Of rows with one key, those
 * alike are taken for the same; what is left is paired in the order of the files, and rows without a partner are on one
 * side only. Columns go by their names; one that only one side has is shown and not compared.
 */
export const compareEvidence = async (input: CompareInput, looking: Looking): Promise<Result<Comparison>> =>
  answeringUnlessCancelled(input.left.file, looking.signal, async () => {
    const openSide = ({ file, sha256 }: ComparedEvidence) => openSealed(file, sha256, looking.signal);
    const sides = { left: await openSide(input.left), right: await openSide(input.right) };
    const aligned = alignColumns(sides.left.columns, sides.right.columns, input.key);
    if (typeof aligned === 'string') return failure('VALIDATION', aligned, { fieldErrors: { key: aligned } });
    let fresh = false;
    const file = await scratchFile(
      input.scratchFolder,
      ['compare', input.left.sha256, input.right.sha256, input.key],
      (target) => {
        fresh = true;
        return makeComparison({ input, sides, aligned, target, looking });
      },
      looking.signal,
    );
    return success({ ...(await readComparison(input, file, aligned)), fresh });
  });

interface Work {
  input: CompareInput;
  sides: { left: OpenedEvidence; right: OpenedEvidence };
  aligned: AlignedColumns;
  target: string;
  looking: Looking;
}

const makeComparison = async ({ input, sides, aligned, target, looking }: Work): Promise<void> => {
  const sorters: Sorter[] = [];
  const newSorter = () => {
    const sorter = createSorter({ scratchFile: newScratchPath(input.scratchFolder), signal: looking.signal });
    sorters.push(sorter);
    return sorter;
  };
  try {
    const left = newSorter();
    const right = newSorter();
    const of = sides.left.index.rowCount + sides.right.index.rowCount;
    const report = (before: number) => looking.onProgress && throttled(looking.onProgress, before, of);
    await addRows(left, input.left.file, sides.left, hashesOf(aligned, 'left'), looking.signal, report(0));
    await addRows(
      right,
      input.right.file,
      sides.right,
      hashesOf(aligned, 'right'),
      looking.signal,
      report(sides.left.index.rowCount),
    );
    const rest = { left: newSorter(), right: newSorter() };
    const matched = await matchRows(left, right, rest);
    const lists = { onlyLeft: newSorter(), onlyRight: newSorter(), changed: newSorter() };
    const totals = await pairRows(rest, lists);
    await writeComparison(target, lists, { ...totals, ...matched });
  } finally {
    for (const sorter of sorters) await sorter.close();
  }
};

const throttled = (report: (progress: LookingProgress) => void, before: number, of: number) => {
  let next = Date.now() + 100;
  return (rows: number) => {
    if (Date.now() < next) return;
    next = Date.now() + 100;
    report({ rows: before + rows, of });
  };
};

const hashLength = 16;
/** Bytes of a group's number. */
const groupLength = 6;

/** 128 bits of SHA-256. */
const shortHash = (bytes: ByteString): ByteString =>
  hash('sha256', Buffer.from(bytes, 'latin1'), 'binary').slice(0, hashLength);

type RowHashes = (batch: RecordBatch, row: number) => ByteString;

/** The hash of a row's key and that of all its cells, one behind the other. */
const hashesOf = (aligned: AlignedColumns, side: 'left' | 'right'): RowHashes => {
  const all = aligned.common.map((column) => column[side]);
  const key = aligned.key.map((column) => column[side]);
  const hashCells = (batch: RecordBatch, row: number, columns: readonly number[]) => {
    let cells = '';
    for (const column of columns) {
      const cell = cellBytes(batch, row, column);
      // With its length in front, no two rows are written alike.
      cells += cell === null ? 'n' : `${cell.length}:${cell}`;
    }
    return shortHash(cells);
  };
  return (batch, row) => {
    const content = hashCells(batch, row, all);
    return (key.length === all.length ? content : hashCells(batch, row, key)) + content;
  };
};

const addRows = async (
  sorter: Sorter,
  file: string,
  { start, columns }: OpenedEvidence,
  hashes: RowHashes,
  signal: AbortSignal | undefined,
  report: ((rows: number) => void) | undefined,
): Promise<void> => {
  for await (const batch of readRecordBatches({ file, start, columnCount: columns.length, signal })) {
    for (let row = 0; row < batch.rowCount; row += 1) {
      if (sorter.add(hashes(batch, row) + placeBytes(placeInBatch(batch, row)))) await sorter.spill();
    }
    report?.(batch.firstRow + batch.rowCount);
  }
};

/** Goes along sorted entries one by one. */
interface Cursor {
  /** Null behind the last. */
  entry: ByteString | null;
  /** Goes to the next; a promise only where more has to be read first. */
  next(): Promise<void> | undefined;
}

const openCursor = async (sorter: Sorter): Promise<Cursor> => {
  const batches = sorter.sorted();
  let entries: ByteString[] = [];
  let at = 0;
  const read = async () => {
    const { value, done } = await batches.next();
    entries = done ? [] : value;
    at = 0;
    cursor.entry = entries[0] ?? null;
  };
  const cursor: Cursor = {
    entry: null,
    next: () => {
      at += 1;
      if (at >= entries.length) return read();
      cursor.entry = entries[at] ?? null;
      return undefined;
    },
  };
  await read();
  return cursor;
};

const keyOf = (entry: ByteString | null): ByteString | null => (entry === null ? null : entry.slice(0, hashLength));
const hashesOfEntry = (entry: ByteString): ByteString => entry.slice(0, 2 * hashLength);
const placeOf = (entry: ByteString): ByteString => entry.slice(-placeLength);

/**
 * Counts rows alike; what has no equal on the other side goes into `rest`, behind the number of its key's group.
 */
const matchRows = async (leftRows: Sorter, rightRows: Sorter, rest: Record<'left' | 'right', Sorter>) => {
  const left = await openCursor(leftRows);
  const right = await openCursor(rightRows);
  const duplicateKeys = { left: 0, right: 0 };
  let same = 0;
  let group = 0;

  const takeGroup = async (key: ByteString) => {
    const number = Buffer.alloc(groupLength);
    number.writeUIntBE(group, 0, groupLength);
    const prefix = number.toString('latin1');
    let leftCount = 0;
    let rightCount = 0;
    for (;;) {
      const ofLeft = keyOf(left.entry) === key ? left.entry : null;
      const ofRight = keyOf(right.entry) === key ? right.entry : null;
      if (ofLeft === null && ofRight === null) break;
      const order = compareHashes(ofLeft, ofRight);
      if (order === 0) same += 1;
      if (order < 0 && ofLeft !== null && rest.left.add(prefix + placeOf(ofLeft))) await rest.left.spill();
      if (order > 0 && ofRight !== null && rest.right.add(prefix + placeOf(ofRight))) await rest.right.spill();
      if (order <= 0) {
        leftCount += 1;
        await left.next();
      }
      if (order >= 0) {
        rightCount += 1;
        await right.next();
      }
    }
    if (leftCount > 1) duplicateKeys.left += 1;
    if (rightCount > 1) duplicateKeys.right += 1;
  };

  while (left.entry !== null || right.entry !== null) {
    await takeGroup(lesser(keyOf(left.entry), keyOf(right.entry)));
    group += 1;
  }
  return { same, duplicateKeys };
};

const lesser = (left: ByteString | null, right: ByteString | null): ByteString => {
  if (left === null) return right ?? '';
  return right === null || left < right ? left : right;
};

/** Which of two entries of a group comes first; one that is missing comes last. */
const compareHashes = (left: ByteString | null, right: ByteString | null): number => {
  if (left === null) return 1;
  if (right === null) return -1;
  const [ofLeft, ofRight] = [hashesOfEntry(left), hashesOfEntry(right)];
  if (ofLeft === ofRight) return 0;
  return ofLeft < ofRight ? -1 : 1;
};

type Lists = Record<'onlyLeft' | 'onlyRight' | 'changed', Sorter>;

/** Pairs what is left of each key's group, in the order of the files. */
const pairRows = async (rest: Record<'left' | 'right', Sorter>, lists: Lists) => {
  const left = await openCursor(rest.left);
  const right = await openCursor(rest.right);
  const totals = { onlyLeft: 0, onlyRight: 0, changed: 0 };
  const put = async (list: keyof Lists, entry: ByteString) => {
    totals[list] += 1;
    if (lists[list].add(entry)) await lists[list].spill();
  };
  while (left.entry !== null || right.entry !== null) {
    const ofLeft = left.entry;
    const ofRight = right.entry;
    const leftGroup = ofLeft === null ? null : ofLeft.slice(0, groupLength);
    const rightGroup = ofRight === null ? null : ofRight.slice(0, groupLength);
    const group = lesser(leftGroup, rightGroup);
    if (ofLeft !== null && ofRight !== null && leftGroup === rightGroup) {
      await put('changed', placeOf(ofLeft) + placeOf(ofRight));
    } else if (ofLeft !== null && leftGroup === group) await put('onlyLeft', placeOf(ofLeft));
    else if (ofRight !== null) await put('onlyRight', placeOf(ofRight));
    if (leftGroup === group) await left.next();
    if (rightGroup === group) await right.next();
  }
  return totals;
};

// The scratch file: the places of rows only left, of those only right, of changed pairs; then the totals.

interface Totals {
  onlyLeft: number;
  onlyRight: number;
  changed: number;
  same: number;
  duplicateKeys: { left: number; right: number };
}

const totalsLength = 6 * 8;

const writeComparison = async (target: string, lists: Lists, totals: Totals): Promise<void> => {
  const { onlyLeft, onlyRight, changed, same, duplicateKeys } = totals;
  const handle = await open(target, 'wx', 0o600);
  try {
    for (const list of [lists.onlyLeft, lists.onlyRight, lists.changed]) {
      for await (const entries of list.sorted()) await writeAll(handle, Buffer.from(entries.join(''), 'latin1'));
    }
    const numbers = Float64Array.of(onlyLeft, onlyRight, changed, same, duplicateKeys.left, duplicateKeys.right);
    await writeAll(handle, Buffer.from(numbers.buffer));
  } finally {
    await handle.close();
  }
};

const readTotals = (bytes: Buffer): Totals => {
  const number = (at: number) => bytes.readDoubleLE(at * 8);
  const duplicateKeys = { left: number(4), right: number(5) };
  return { onlyLeft: number(0), onlyRight: number(1), changed: number(2), same: number(3), duplicateKeys };
};

const readComparison = async (
  { left, right, offset, limit }: CompareInput,
  file: string,
  aligned: AlignedColumns,
): Promise<Omit<Comparison, 'fresh'>> => {
  const length = await sealedLength(file);
  const totals = readTotals(await readPart(file, length - totalsLength, totalsLength));
  const page = async (start: number, total: number, entryLength: number): Promise<RowPlace[]> => {
    const count = Math.max(0, Math.min(limit, total - offset));
    const bytes = await readPart(file, start + offset * entryLength, count * entryLength);
    return Array.from({ length: bytes.length / placeLength }, (_, position) =>
      readPlace(bytes, position * placeLength),
    );
  };
  const startOfRight = totals.onlyLeft * placeLength;
  const startOfChanged = startOfRight + totals.onlyRight * placeLength;
  const pairs = await page(startOfChanged, totals.changed, 2 * placeLength);
  const readLeft = (places: readonly RowPlace[]) => readSide(left.file, places, aligned, 'left');
  const readRight = (places: readonly RowPlace[]) => readSide(right.file, places, aligned, 'right');
  const changedLeft = await readLeft(pairs.filter((_, position) => position % 2 === 0));
  const changedRight = await readRight(pairs.filter((_, position) => position % 2 === 1));
  return {
    columns: aligned.columns,
    onlyLeft: { total: totals.onlyLeft, rows: await readLeft(await page(0, totals.onlyLeft, placeLength)) },
    onlyRight: {
      total: totals.onlyRight,
      rows: await readRight(await page(startOfRight, totals.onlyRight, placeLength)),
    },
    changed: { total: totals.changed, rows: pairUp(changedLeft, changedRight, aligned.common.length) },
    same: totals.same,
    duplicateKeys: totals.duplicateKeys,
  };
};

/** The common columns are the first of the comparison's. Either side may end early where its rows are very long. */
const pairUp = (left: readonly ComparedRow[], right: readonly ComparedRow[], commonColumns: number) =>
  left.slice(0, right.length).map((leftRow, position) => {
    const rightRow = right[position] as ComparedRow;
    const changedColumns: number[] = [];
    for (let column = 0; column < commonColumns; column += 1) {
      if (leftRow.cells[column] !== rightRow.cells[column]) changedColumns.push(column);
    }
    return { left: leftRow, right: rightRow, changedColumns };
  });

const readSide = async (
  file: string,
  places: readonly RowPlace[],
  { columns }: AlignedColumns,
  side: 'left' | 'right',
): Promise<ComparedRow[]> => {
  const width = columns.filter((column) => column[side] !== null).length;
  const rows = await readRowsAt(file, places, width);
  return rows.map((cells, position) => ({
    rowNumber: (places[position]?.row ?? 0) + 1,
    cells: columns.map((column) => (column[side] === null ? null : (cells[column[side]] ?? null))),
  }));
};

const readPart = async (file: string, start: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length);
  const handle = await open(file, 'r');
  try {
    await handle.read(bytes, 0, length, start);
  } finally {
    await handle.close();
  }
  return bytes;
};
