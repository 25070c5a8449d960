import type { Column, TickmarkError } from '../../preload/contract';
import type { RowSink } from '../connectors/types';
import { type Result, success } from '../result';
import { type BatchedOutput, createBatchedOutput } from './batched-output';
import { createPartial, evidencePaths, fileFailure, removeFile, sealPartial } from './evidence-file';
import { recordText } from './evidence-format';
import { createIndexBuilder, type IndexBuilder, saveIndex } from './evidence-index';
import { recoverEvidence } from './evidence-recovery';

export interface EvidenceWriterOptions {
  folder: string;
  /** File name without ending; must be new in its folder. */
  name: string;
  /** The most that is kept. The first row beyond is dropped and sets `limitReached`. Bytes include the header. */
  limits: { rows: number; bytes: number };
  /** Once aborted, `drained()` no longer waits for the disk. */
  signal?: AbortSignal;
  /** Called once when the disk refuses a write: stop the run, later rows are dropped. `seal()` tells it again. */
  onFailure?: (error: TickmarkError) => void;
}

export interface EvidenceWriter extends RowSink {
  /** Rows and bytes taken so far, the header's bytes among them. */
  readonly rowCount: number;
  readonly bytes: number;
  /** Call once, after the last row, however the run ended. */
  seal(): Promise<SealedEvidence>;
}

export interface SealedEvidence {
  /** Lower-case hex; null where no file was sealed: `begin` was never called, or the disk kept nothing. */
  sha256: string | null;
  bytes: number;
  rowCount: number;
  columns: Column[];
  limitReached: RowSink['limitReached'];
  /** Rows were lost to the disk: `DISK_FULL` or `INTERNAL`. What it had kept is sealed, and is incomplete. */
  error?: TickmarkError;
}

/** Opens `<name>.csv.partial`. Fails with `DISK_FULL` or `INTERNAL` where the folder can't be written. */
export const createEvidenceWriter = async (options: EvidenceWriterOptions): Promise<Result<EvidenceWriter>> => {
  const paths = evidencePaths(options.folder, options.name);
  const created = await createPartial(paths);
  if (!created.ok) return created;
  const output = createBatchedOutput(created.value, {
    signal: options.signal,
    onFailure: (error) => options.onFailure?.(fileFailure(error, paths.partial).error),
  });
  return success(createWriter(options, output));
};

const createWriter = (options: EvidenceWriterOptions, output: BatchedOutput): EvidenceWriter => {
  const { limits } = options;
  const paths = evidencePaths(options.folder, options.name);
  let columns: Column[] | undefined;
  let index: IndexBuilder | undefined;
  let rowCount = 0;
  let bytes = 0;
  let limitReached: RowSink['limitReached'];

  /** Whether one more row of that many bytes is kept; `length` is asked for only when it may matter. */
  const accepts = (longest: number, length: () => number): boolean => {
    if (!index) throw new Error('A row was written before begin().');
    if (limitReached || output.failed) return false;
    if (rowCount >= limits.rows) limitReached = 'rows';
    else if (bytes + longest > limits.bytes && bytes + length() > limits.bytes) limitReached = 'bytes';
    return !limitReached;
  };

  const count = (length: number): boolean => {
    index?.add(rowCount, bytes);
    rowCount += 1;
    bytes += length;
    return !output.full;
  };

  const begin = (given: Column[]) => {
    if (columns) throw new Error('begin() was called twice.');
    columns = given;
    bytes = output.appendText(recordText(given.map((column) => column.name)));
    index = createIndexBuilder(bytes);
    output.flush();
  };

  const writeRow = (cells: readonly (string | null)[]): boolean => {
    const width = columns?.length;
    if (cells.length !== width) throw new Error(`A row of ${cells.length} cells for ${width} columns.`);
    const text = recordText(cells);
    if (!accepts(text.length * 3, () => Buffer.byteLength(text))) return false;
    return count(output.appendText(text));
  };

  const writeRecord = (record: Uint8Array): boolean => {
    if (!accepts(record.length, () => record.length)) return false;
    output.appendBytes(record);
    return count(record.length);
  };

  const sealed = (kept: { sha256: string | null; bytes: number; rowCount: number }): SealedEvidence => ({
    sha256: kept.sha256,
    bytes: kept.bytes,
    rowCount: kept.rowCount,
    columns: columns ?? [],
    limitReached,
  });

  const sealWhole = async (sha256: string): Promise<SealedEvidence> => {
    if (index) await saveIndex(paths.sealed, index.finish(rowCount, bytes));
    await sealPartial(paths);
    return sealed({ sha256, bytes, rowCount });
  };

  const sealWhatWasKept = async (reason: unknown): Promise<SealedEvidence> => {
    const recovered = await recoverEvidence(options.folder, options.name);
    const kept = recovered.ok ? recovered.value : { sha256: null, bytes: 0, rowCount: 0 };
    // Only the sealing was refused, as a virus scanner may refuse a rename, and it went well the second time.
    if (kept.sha256 && kept.rowCount === rowCount && !output.failed) return sealed(kept);
    return { ...sealed(kept), error: fileFailure(reason, paths.partial).error };
  };

  const seal = async (): Promise<SealedEvidence> => {
    const sha256 = await output.finish();
    try {
      if (!columns) {
        await removeFile(paths.partial);
        return sealed({ sha256: null, bytes: 0, rowCount: 0 });
      }
      return sha256 ? await sealWhole(sha256) : await sealWhatWasKept(output.failed);
    } catch (error) {
      return sealWhatWasKept(error);
    }
  };

  return {
    begin,
    writeRow,
    writeRecord,
    drained: output.drained,
    seal,
    get rowCount() {
      return rowCount;
    },
    get bytes() {
      return bytes;
    },
    get limitReached() {
      return limitReached;
    },
  };
};
