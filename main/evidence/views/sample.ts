/** A random sample of the rows of evidence that anyone with the CSV can draw again: see docs/evidence.md. */
import { createHash } from 'node:crypto';
import { failure, type Result, success } from '../../result';
import { answering } from '../evidence-file';
import type { Cell } from '../evidence-format';
import { findMark } from '../evidence-index';
import { type OpenedEvidence, openSealed, pageBytes } from '../evidence-reader';
import { writeCsvFile } from './csv-file';
import { cellText, readRecordBatches } from './record-batches';

export type SampleMethod = 'random' | 'systematic';

export interface SampleInput {
  file: string;
  /** Hash that the evidence was sealed with: a sample is drawn from those bytes only. */
  sha256: string;
  size: number;
  seed: string;
  method: SampleMethod;
}

export interface SampledRow {
  /** Row of the evidence, from 1. */
  rowNumber: number;
  cells: Cell[];
}

export interface Sample {
  columns: string[];
  rows: SampledRow[];
  /** Rows that were sampled from. */
  population: number;
}

/** SHA-256 of `<seed>,<counter>`, as a whole number. */
const draw = (seed: string, counter: number): bigint =>
  BigInt(`0x${createHash('sha256').update(`${seed},${counter}`, 'utf8').digest('hex')}`);

/** Draw by draw, what was drawn before is left out: simple random sampling without replacement. */
const drawRandom = (seed: string, size: number, population: number): number[] => {
  const drawn = new Set<number>();
  for (let counter = 1; drawn.size < size; counter += 1) {
    drawn.add(Number(draw(seed, counter) % BigInt(population)) + 1);
  }
  return [...drawn].sort((a, b) => a - b);
};

/** Every (population ÷ size)th row from a random start. */
const drawSystematic = (seed: string, size: number, population: number): number[] => {
  const start = draw(seed, 1) % BigInt(population);
  return Array.from(
    { length: size },
    (_, position) => Number((start + BigInt(position) * BigInt(population)) / BigInt(size)) + 1,
  );
};

const methods: Record<SampleMethod, typeof drawRandom> = { random: drawRandom, systematic: drawSystematic };

/** The numbers, from 1 and ascending, of the rows in a sample; all rows where the size is no less than their number. */
export const sampleRowNumbers = (
  { size, seed, method }: Pick<SampleInput, 'size' | 'seed' | 'method'>,
  population: number,
): number[] => {
  if (size < population) return methods[method](seed, size, population);
  return Array.from({ length: population }, (_, position) => position + 1);
};

const tooLarge = () =>
  failure('VALIDATION', 'The rows of this sample are more than 32 MB.', {
    hint: 'Export the sample, or draw a smaller one.',
    fieldErrors: { size: 'More than 32 MB of rows.' },
  });

/** Draws a sample and reads its rows. */
export const sampleRows = async (input: SampleInput): Promise<Result<Sample>> =>
  answering(input.file, async () => {
    const opened = await openSealed(input.file, input.sha256);
    const population = opened.index.rowCount;
    const rows: SampledRow[] = [];
    let taken = 0;
    for await (const row of readNumbered(input.file, opened, sampleRowNumbers(input, population))) {
      rows.push(row);
      taken += row.cells.reduce((length, cell) => length + (cell?.length ?? 0), 0);
      if (taken > pageBytes) return tooLarge();
    }
    return success({ columns: opened.columns, rows, population });
  });

/**
 * Draws a sample and writes it as CSV, by the rules of evidence, with the rows' numbers in front. A file of that name is
 * replaced once the new one is whole.
 */
export const exportSample = async (
  input: SampleInput & { target: string },
): Promise<Result<{ rows: number; population: number; sha256: string }>> =>
  answering(input.file, async () => {
    const opened = await openSealed(input.file, input.sha256);
    const population = opened.index.rowCount;
    const written = await writeCsvFile(input.target, ['row_number', ...opened.columns], async (add) => {
      const rowNumbers = sampleRowNumbers(input, population);
      for await (const { rowNumber, cells } of readNumbered(input.file, opened, rowNumbers)) {
        await add([String(rowNumber), ...cells]);
      }
      return success(null);
    });
    return written.ok ? success({ ...written.value, population }) : written;
  });

/** Rows by their numbers, which ascend; what lies between two marks of the index is read once. */
async function* readNumbered(
  file: string,
  { index, columns }: OpenedEvidence,
  rowNumbers: readonly number[],
): AsyncGenerator<SampledRow> {
  for (let next = 0; next < rowNumbers.length; ) {
    const mark = findMark(index, (rowNumbers[next] ?? 1) - 1);
    const source = { file, start: mark.offset, columnCount: columns.length };
    for await (const batch of readRecordBatches(source)) {
      const firstNumber = mark.row + batch.firstRow + 1;
      const end = firstNumber + batch.rowCount;
      for (; (rowNumbers[next] ?? end) < end; next += 1) {
        const rowNumber = rowNumbers[next] ?? 0;
        const cells = columns.map((_, column) => cellText(batch, rowNumber - firstNumber, column));
        yield { rowNumber, cells };
      }
      // The next row is far off: its own mark leads there sooner.
      if (findMark(index, (rowNumbers[next] ?? end) - 1).row > end || next === rowNumbers.length) break;
    }
  }
}
