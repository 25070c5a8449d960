import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { DamagedEvidence, readSealedBytes, writeAll } from './evidence-file';
import { parseHeader, parseRecord, recordText } from './evidence-format';
import { readRecords } from './evidence-reader';
import { redactionMark } from './verification';

/** Evidence of which chosen columns are taken out before it goes into a pack. */
export interface Redaction {
  executionId: number;
  file: string;
  /** The hash that the evidence was sealed with. */
  sha256: string;
  /** Names; every column that bears one of them is taken out. */
  columns: string[];
}

const batchBytes = 256 * 1024;

/**
 * Writes a copy of sealed evidence in which each cell of the chosen columns, NULL or not, is the mark of a redaction.
 * Throws `DamagedEvidence` where the original is not what was sealed.
 */
export const writeRedacted = async (
  { file, sha256, columns }: Redaction,
  target: string,
): Promise<{ bytes: number; sha256: string }> => {
  for await (const _ of readSealedBytes(file, sha256));
  const hash = createHash('sha256');
  let bytes = 0;
  const output = await open(target, 'wx', 0o600);
  try {
    for await (const text of batched(redactedRecords(file, columns))) {
      const chunk = Buffer.from(text);
      hash.update(chunk);
      bytes += chunk.length;
      await writeAll(output, chunk);
    }
  } finally {
    await output.close();
  }
  return { bytes, sha256: hash.digest('hex') };
};

async function* redactedRecords(file: string, columns: readonly string[]): AsyncGenerator<string> {
  const names = await readNames(file);
  const hidden = names.map((name) => columns.includes(name));
  let isHeader = true;
  for await (const record of readRecords(file, 0, names.length)) {
    if (isHeader) yield recordText(names);
    else yield recordText(parseRecord(record).map((cell, position) => (hidden[position] ? redactionMark : cell)));
    isHeader = false;
  }
}

const readNames = async (file: string): Promise<string[]> => {
  // Of any width: the header itself says how wide the rows are.
  for await (const record of readRecords(file, 0)) return parseHeader(record);
  throw new DamagedEvidence(`The evidence file ${file} has no header.`);
};

async function* batched(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let batch = '';
  for await (const text of texts) {
    batch += text;
    if (batch.length < batchBytes) continue;
    yield batch;
    batch = '';
  }
  if (batch) yield batch;
}
