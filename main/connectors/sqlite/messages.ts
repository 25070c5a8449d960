/** What the driver and its reader thread tell each other. */
import type { Column } from '../../../preload/contract';
import type { SchemaColumn } from '../schema-tables';

export interface ReaderTask {
  path: string;
  /** The file is a private copy: what a journal or WAL beside it holds is brought into it first. */
  isCopy: boolean;
  /** Sent rows need the driver's word first (`mayRun`); without a query the thread ends after the description. */
  query?: string;
  listColumns?: boolean;
  control: SharedArrayBuffer;
}

/** Places in the shared control block: plain messages do not reach a thread that is busy inside SQLite. */
export const controlPlaces = { mayRun: 0, stop: 1, chunksUnderWay: 2 } as const;
export const controlBytes = 3 * Int32Array.BYTES_PER_ELEMENT;

/** The thread pauses while this many chunks wait for the driver. */
export const mostChunksUnderWay = 4;

/** What the file says of itself. */
export interface FileDescription {
  sqliteVersion: string;
  applicationId: string;
  userVersion: string;
  encoding: string;
  /** SHA-256 over all of the schema, lower-case hex. */
  schemaHash: string;
}

export type ReaderMessage =
  | { kind: 'description'; description: FileDescription }
  | { kind: 'schema'; columns: SchemaColumn[] }
  | { kind: 'columns'; columns: Column[] }
  /** Records of the evidence format, one behind the other, and the offset behind each. */
  | { kind: 'rows'; bytes: Uint8Array; ends: Uint32Array }
  | { kind: 'refused'; reason: string }
  | { kind: 'failed'; code: string; message: string }
  | { kind: 'done' };
