/** What the columns of evidence hold, found in one pass in bounded memory and kept beside the evidence. It proves nothing. */
import { type Result, success } from '../../result';
import { isSystemError, readSmallFile, summaryPath, writeFileAtomically } from '../evidence-file';
import { openSealed } from '../evidence-reader';
import { approximateValue, type ColumnKind, columnKind, valueKey } from './cell-order';
import { createHistogram, decimalWidths, type Histogram, type HistogramBin, secondWidths } from './histogram';
import { type ByteString, cellBytes, type RecordBatch, readRecordBatches, textOfBytes } from './record-batches';
import { type Looking, reportingProgress } from './row-view';
import { answeringUnlessCancelled } from './scratch';
import { createValueCounts } from './value-counts';

export interface ColumnSummary {
  name: string;
  type: string;
  /** How its cells are read. */
  kind: 'number' | 'date' | 'text';
  count: number;
  nullCount: number;
  /** Cells of an empty text, which is not NULL. */
  emptyCount: number;
  /** Cells of a column of numbers or dates that are none. */
  otherCount: number;
  distinctCount: number;
  /** False where `distinctCount` is an estimate. */
  distinctExact: boolean;
  /** Least and greatest value; of texts by their bytes. Very long texts are cut. */
  minimum: string | null;
  maximum: string | null;
  /** Length in characters of the shortest and the longest cell that is not NULL. */
  shortest: number | null;
  longest: number | null;
  topValues: { value: string; count: number }[];
  /** False where the counts of `topValues` are lower bounds. */
  topExact: boolean;
  /** Of numbers, and of dates in seconds since 1970 in UTC; empty for texts. */
  distribution: HistogramBin[];
}

export interface EvidenceSummary {
  rowCount: number;
  columns: ColumnSummary[];
}

export interface SummaryInput {
  file: string;
  sha256: string;
  /** Types of the columns, as the run recorded them. */
  types: string[];
}

const topValues = 10;
/** Values kept, at most for one column and for all. */
const keptOfColumn = 10_000;
const keptOfAll = 100_000;
const shownCharacters = 500;
/** The finest bins of numbers: 10^-9. */
const finestNumberStep = -18;

/** The summary of evidence whose bytes are the sealed ones. Fails with `EVIDENCE_DAMAGED`, or `CANCELLED`. */
export const summarise = async (input: SummaryInput, looking: Looking): Promise<Result<EvidenceSummary>> =>
  answeringUnlessCancelled(input.file, looking.signal, async () => {
    const { index, columns, start } = await openSealed(input.file, input.sha256, looking.signal);
    const saved = await loadSummary(input);
    if (saved) return success(saved);
    const types = columns.map((_, position) => input.types[position] ?? '');
    const capacity = Math.max(100, Math.min(keptOfColumn, Math.floor(keptOfAll / Math.max(1, columns.length))));
    const accumulators = types.map((type) => createAccumulator(columnKind(type), capacity));
    const source = { file: input.file, start, columnCount: columns.length, signal: looking.signal };
    for await (const batch of reportingProgress(readRecordBatches(source), index.rowCount, looking)) {
      addBatch(accumulators, batch);
    }
    const summary = {
      rowCount: index.rowCount,
      columns: columns.map((name, position) => ({
        name,
        type: types[position] ?? '',
        ...(accumulators[position] as Accumulator).summary(),
      })),
    };
    await saveSummary(input, summary);
    return success(summary);
  });

const addBatch = (accumulators: readonly Accumulator[], batch: RecordBatch): void => {
  for (const [column, accumulator] of accumulators.entries()) {
    for (let row = 0; row < batch.rowCount; row += 1) accumulator.add(cellBytes(batch, row, column));
  }
};

interface Accumulator {
  add(cell: ByteString | null): void;
  summary(): Omit<ColumnSummary, 'name' | 'type'>;
}

const createAccumulator = (kind: ColumnKind, capacity: number): Accumulator => {
  const counts = createValueCounts(capacity);
  const texts = createTextExtremes();
  // Where the type is not known, the column is one of numbers if every cell is one.
  const valuesKind = kind === 'text' ? null : kind === 'date' ? 'date' : 'number';
  const values = valuesKind && createValueExtremes(valuesKind);
  let count = 0;
  let nullCount = 0;
  let emptyCount = 0;

  const add = (cell: ByteString | null) => {
    count += 1;
    if (cell === null) {
      nullCount += 1;
      return;
    }
    if (cell === '') emptyCount += 1;
    counts.add(cell);
    texts.add(cell);
    values?.add(cell);
  };

  const summary = (): ReturnType<Accumulator['summary']> => {
    const isOfValues = values !== null && (kind !== 'unknown' || (values.others() === 0 && count > nullCount));
    const distinct = counts.distinct();
    const top = counts.top(topValues);
    return {
      kind: isOfValues ? (valuesKind ?? 'text') : 'text',
      count,
      nullCount,
      emptyCount,
      otherCount: isOfValues ? values.others() : 0,
      distinctCount: Math.min(distinct.count, count - nullCount),
      distinctExact: distinct.exact,
      ...(isOfValues ? values.extremes() : texts.extremes()),
      ...texts.lengths(),
      topValues: top.values,
      topExact: top.exact,
      distribution: isOfValues ? values.distribution() : [],
    };
  };

  return { add, summary };
};

const cut = (text: string): string => (text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text);

const createTextExtremes = () => {
  let minimum: ByteString | null = null;
  let maximum: ByteString | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  let longest = -1;
  return {
    add: (cell: ByteString) => {
      if (minimum === null || cell < minimum) minimum = cell;
      if (maximum === null || cell > maximum) maximum = cell;
      // Bytes are no fewer than characters and at most four times as many: most cells need no counting.
      if (cell.length <= longest && cell.length >= 4 * shortest) return;
      const length = charactersOf(cell);
      if (length < shortest) shortest = length;
      if (length > longest) longest = length;
    },
    extremes: () => ({
      minimum: minimum === null ? null : cut(textOfBytes(minimum)),
      maximum: maximum === null ? null : cut(textOfBytes(maximum)),
    }),
    lengths: () => ({ shortest: longest < 0 ? null : shortest, longest: longest < 0 ? null : longest }),
  };
};

/** Bytes of UTF-8 that begin a character. */
const charactersOf = (bytes: ByteString): number => {
  let characters = 0;
  for (let at = 0; at < bytes.length; at += 1) if ((bytes.charCodeAt(at) & 0xc0) !== 0x80) characters += 1;
  return characters;
};

interface Extreme {
  text: ByteString;
  value: number;
}

const createValueExtremes = (kind: 'number' | 'date') => {
  const histogram: Histogram =
    kind === 'number' ? createHistogram(decimalWidths, finestNumberStep) : createHistogram(secondWidths, 0);
  let minimum: Extreme | null = null;
  let maximum: Extreme | null = null;
  let others = 0;

  const isLess = (left: Extreme, right: Extreme): boolean => {
    if (left.value !== right.value || left.text === right.text) return left.value < right.value;
    return (valueKey(kind, left.text) ?? '') < (valueKey(kind, right.text) ?? '');
  };

  return {
    add: (cell: ByteString) => {
      const value = approximateValue(kind, cell);
      if (value === undefined) {
        others += 1;
        return;
      }
      const found = { text: cell, value };
      if (minimum === null || isLess(found, minimum)) minimum = found;
      if (maximum === null || isLess(maximum, found)) maximum = found;
      if (Number.isFinite(value)) histogram.add(value);
    },
    others: () => others,
    extremes: () => ({ minimum: minimum?.text ?? null, maximum: maximum?.text ?? null }),
    distribution: () => histogram.bins(),
  };
};

// Beside the evidence

/** Of version 1 the evidence's bytes were not compared with the sealed hash. */
const version = 2;

const saveSummary = async ({ file, sha256, types }: SummaryInput, summary: EvidenceSummary): Promise<void> => {
  try {
    await writeFileAtomically(summaryPath(file), Buffer.from(JSON.stringify({ version, sha256, types, summary })));
  } catch (error) {
    // One that can't be saved costs time later, nothing else.
    if (!isSystemError(error)) throw error;
  }
};

/** The saved summary of this evidence; undefined where it is missing, damaged or another file's. */
const loadSummary = async ({ file, sha256, types }: SummaryInput): Promise<EvidenceSummary | undefined> => {
  try {
    const saved = JSON.parse((await readSmallFile(summaryPath(file))).toString());
    const fits = saved.version === version && saved.sha256 === sha256 && `${saved.types}` === `${types}`;
    return fits ? saved.summary : undefined;
  } catch {
    return undefined;
  }
};
