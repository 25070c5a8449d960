import { open, rename } from 'node:fs/promises';
import { type Result, success } from '../../result';
import { createBatchedOutput } from '../batched-output';
import { answering, clearOutput, removeFile } from '../evidence-file';
import { type Cell, recordText } from '../evidence-format';

/** Adds a record; a promise only where the disk has to catch up. */
export type AddRecord = (cells: Cell[]) => Promise<void> | undefined;

export interface WrittenCsv {
  /** Records, without the header. */
  rows: number;
  sha256: string;
}

type Fill = (add: AddRecord) => Promise<Result<unknown>>;

/** Writes a CSV in the format of evidence. It bears its name once it is whole; where filling it fails, nothing is left. */
export const writeCsvFile = (target: string, header: string[], fill: Fill): Promise<Result<WrittenCsv>> =>
  answering(target, async () => {
    const temporary = `${target}.${process.pid}.partial`;
    try {
      const written = await writeRecords(temporary, header, fill);
      if (written.ok) await rename(temporary, target);
      else await removeFile(temporary);
      return written;
    } catch (error) {
      await removeFile(temporary);
      throw error;
    }
  });

const writeRecords = async (file: string, header: string[], fill: Fill): Promise<Result<WrittenCsv>> => {
  const handle = await open(file, 'wx', 0o600);
  const output = createBatchedOutput(clearOutput(handle), { onFailure: () => undefined });
  let rows = 0;
  let filled: Result<unknown>;
  let sha256: string | undefined;
  try {
    output.appendText(recordText(header));
    filled = await fill((cells) => {
      output.appendText(recordText(cells));
      rows += 1;
      return output.full ? output.drained() : undefined;
    });
  } finally {
    sha256 = await output.finish();
  }
  if (!filled.ok) return filled;
  if (sha256 === undefined) throw output.failed;
  return success({ rows, sha256 });
};
