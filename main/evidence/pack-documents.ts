/** What is written for a pack before its manifest can name it: the documents for people, and evidence without columns. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Result, success } from '../result';
import { answering, hashFile } from './evidence-file';
import type { PackedFile } from './manifest';
import { type Redaction, writeRedacted } from './redaction';

export interface PackDocumentsInput {
  /** A folder of the export's own. */
  folder: string;
  /** The audit log as the pack's client may see it. */
  auditLogFile: string;
  redactions: Redaction[];
}

/** A file that was written for the pack, with its name there and where it lies until then. */
export type PreparedFile = PackedFile & { path: string };

export interface PackDocuments {
  documents: PreparedFile[];
  redacted: { executionId: number; path: string; bytes: number; sha256: string }[];
}

export const writePackDocuments = (input: PackDocumentsInput): Promise<Result<PackDocuments>> =>
  answering(input.folder, async () => {
    const redacted: PackDocuments['redacted'] = [];
    for (const redaction of input.redactions) {
      const path = join(input.folder, `${redaction.executionId}.csv`);
      redacted.push({ executionId: redaction.executionId, path, ...(await writeRedacted(redaction, path)) });
    }
    const documents = [await prepared('audit-log.ndjson', input.auditLogFile)];
    return success({ documents, redacted });
  });

const prepared = async (file: string, path: string): Promise<PreparedFile> => ({
  file,
  path,
  bytes: (await stat(path)).size,
  sha256: await hashFile(path),
});
