/** Where rows lie in evidence, as lists of them are kept in scratch files: 16 bytes for a row. */
import type { TextReader } from '../evidence-file';
import { type Cell, parseRecord } from '../evidence-format';
import { type ByteString, type RecordBatch, recordEnd, recordStart } from './record-batches';

/** Bytes of a place. */
export const placeLength = 16;

export interface RowPlace {
  /** Row of the evidence, from 0. */
  row: number;
  /** Of the record in the file. */
  offset: number;
  /** Of the record, without its line feed. */
  length: number;
}

const rowBytes = 6;
const offsetBytes = 6;

export const writePlace = ({ row, offset, length }: RowPlace, bytes: Buffer, at = 0): void => {
  bytes.writeUIntBE(row, at, rowBytes);
  bytes.writeUIntBE(offset, at + rowBytes, offsetBytes);
  bytes.writeUInt32BE(length, at + rowBytes + offsetBytes);
};

export const readPlace = (bytes: Buffer, at = 0): RowPlace => ({
  row: bytes.readUIntBE(at, rowBytes),
  offset: bytes.readUIntBE(at + rowBytes, offsetBytes),
  length: bytes.readUInt32BE(at + rowBytes + offsetBytes),
});

/** A place as a byte string; of two, the one of the earlier row is less. */
export const placeBytes = (place: RowPlace): ByteString => {
  writePlace(place, scratch);
  return scratch.toString('latin1');
};

const scratch = Buffer.alloc(placeLength);

/** The place of a row of a batch. */
export const placeInBatch = (batch: RecordBatch, row: number): RowPlace => {
  const start = recordStart(batch, row);
  return { row: batch.firstRow + row, offset: batch.offset + start, length: recordEnd(batch, row) - start };
};

/** The cells of the row at a place. A result without columns has none. */
export const readRowAt = async (file: TextReader, place: RowPlace, columnCount: number): Promise<Cell[]> => {
  if (columnCount === 0) return [];
  return parseRecord(await file.read(place.offset, place.length));
};
