/** What is written for a pack before its manifest can name it: the documents for people, and evidence without columns. */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import verifier from '../../scripts/verify-pack.mjs?raw';
import { type Result, success } from '../result';
import { answering, hashFile } from './evidence-file';
import type { PackedFile } from './manifest';
import type { PackFacts } from './pack-facts';
import { type Redaction, writeRedacted } from './redaction';
import { reportText } from './report/report';
import { writeWorkpaper } from './workpaper';

export interface PackDocumentsInput {
  /** A folder of the export's own. */
  folder: string;
  /** The audit log as the pack's client may see it. */
  auditLogFile: string;
  facts: PackFacts;
  /** The sealed evidence. */
  evidence: { executionId: number; file: string }[];
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
    const redacted = await redactAll(input);
    const report = join(input.folder, 'report.html');
    await writeFile(report, reportText(input.facts));
    const workpaper = join(input.folder, 'workpaper.xlsx');
    // The workpaper shows what the pack holds, so a redacted copy takes the place of its original.
    const files = new Map(input.evidence.map(({ executionId, file }) => [executionId, file]));
    for (const { executionId, path } of redacted) files.set(executionId, path);
    await writeFile(workpaper, await writeWorkpaper(input.facts, files));
    const script = join(input.folder, 'verify-pack.mjs');
    await writeFile(script, verifier);
    const documents = [
      await prepared('audit-log.ndjson', input.auditLogFile),
      await prepared('report.html', report),
      await prepared('workpaper.xlsx', workpaper),
      await prepared('verify-pack.mjs', script),
    ];
    return success({ documents, redacted });
  });

const redactAll = async ({ folder, redactions }: PackDocumentsInput): Promise<PackDocuments['redacted']> => {
  const copies: PackDocuments['redacted'] = [];
  for (const redaction of redactions) {
    const path = join(folder, `${redaction.executionId}.csv`);
    copies.push({ executionId: redaction.executionId, path, ...(await writeRedacted(redaction, path)) });
  }
  return copies;
};

const prepared = async (file: string, path: string): Promise<PreparedFile> => ({
  file,
  path,
  bytes: (await stat(path)).size,
  sha256: await hashFile(path),
});
