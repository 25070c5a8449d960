/**
 * Where rows start, so that any page of evidence is read without what lies before it. The index is derived from the
 * CSV: it is checked when read and rebuilt when missing or damaged, and no proof rests on it.
 */
import { createHash } from 'node:crypto';
import { DamagedEvidence, indexPath, isSystemError, readSmallFile, writeFileAtomically } from './evidence-file';

export interface EvidenceIndex {
  rowCount: number;
  /** Length of the CSV in bytes: an index of another length belongs to another file. */
  bytes: number;
  /** Pairs of row number and byte offset, ascending; the first is row 0, behind the header. */
  marks: number[];
}

/** At most this many bytes lie between two marks, plus one row. */
const markDistance = 256 * 1024;
const signature = Buffer.from('TMINDEX1');
const hashLength = 32;

export interface IndexBuilder {
  /** To be told of each row as it is met, in order; rows are numbered from 0. */
  add(row: number, offset: number): void;
  finish(rowCount: number, bytes: number): EvidenceIndex;
}

export const createIndexBuilder = (firstRowOffset: number): IndexBuilder => {
  const marks = [0, firstRowOffset];
  let next = firstRowOffset + markDistance;
  return {
    add: (row, offset) => {
      if (offset < next) return;
      marks.push(row, offset);
      next = offset + markDistance;
    },
    finish: (rowCount, bytes) => ({ rowCount, bytes, marks }),
  };
};

/** The last mark at or before a row. */
export const findMark = ({ marks }: EvidenceIndex, row: number): { row: number; offset: number } => {
  let low = 0;
  let high = marks.length / 2 - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[2 * middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return { row: marks[2 * low] ?? 0, offset: marks[2 * low + 1] ?? 0 };
};

/** Saves the index beside its CSV. An index that can't be saved costs time later, nothing else. */
export const saveIndex = async (file: string, index: EvidenceIndex): Promise<void> => {
  // Doubles hold every integer below 2^53 exactly.
  const numbers = Float64Array.from([index.rowCount, index.bytes, ...index.marks]);
  const body = Buffer.concat([signature, Buffer.from(numbers.buffer)]);
  try {
    await writeFileAtomically(indexPath(file), Buffer.concat([body, createHash('sha256').update(body).digest()]));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
};

/** The saved index of a CSV of that many bytes, or undefined where it is missing, damaged or another file's. */
export const loadIndex = async (file: string, bytes: number): Promise<EvidenceIndex | undefined> => {
  const saved = await readSaved(indexPath(file));
  if (!saved || saved.length < signature.length + hashLength) return undefined;
  const body = saved.subarray(0, -hashLength);
  if (!createHash('sha256').update(body).digest().equals(saved.subarray(-hashLength))) return undefined;
  if (!body.subarray(0, signature.length).equals(signature)) return undefined;
  const [rowCount = 0, savedBytes = -1, ...marks] = readNumbers(body.subarray(signature.length));
  return savedBytes === bytes ? { rowCount, bytes, marks } : undefined;
};

const readSaved = async (file: string): Promise<Buffer | undefined> => {
  try {
    return await readSmallFile(file);
  } catch (error) {
    if (isSystemError(error) || error instanceof DamagedEvidence) return undefined;
    throw error;
  }
};

const readNumbers = (bytes: Buffer): number[] => {
  const copy = new Uint8Array(bytes);
  return Array.from(new Float64Array(copy.buffer));
};
