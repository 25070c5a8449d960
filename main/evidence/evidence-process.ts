/** The program that reads evidence, recovers it after a crash and exports it, beside main. */
import { openParentPort } from '../processes/parent-port';
import { type RequestContext, serveOperations } from '../processes/requests';
import { success } from '../result';
import { answering, destroyEvidence, hashFile, readBytes, recodeFolder } from './evidence-file';
import { receiveEvidenceKey } from './evidence-key';
import { readRows, verifyEvidence } from './evidence-reader';
import { recoverEvidence } from './evidence-recovery';
import { type PackInput, writePack } from './pack';
import { type PackDocumentsInput, writePackDocuments } from './pack-documents';
import { readCheckpoint, verifyPack } from './verification';
import { type CompareInput, compareEvidence } from './views/compare';
import { type ExportComparisonInput, exportComparison } from './views/export-comparison';
import { type RowViewInput, readRowView } from './views/row-view';
import { exportSample, type SampleInput, sampleRows } from './views/sample';
import { type SummaryInput, summarise } from './views/summary';

/** A document of a pack: its text or bytes, or the file that holds it. */
export type PackDocument = { name: string; content: string | Uint8Array } | { name: string; file: string };

export interface ExportPackInput {
  target: string;
  evidence: PackInput['evidence'];
  documents: PackDocument[];
  /** ISO 8601 in UTC. */
  modifiedAt: string;
}

const openDocument = (document: PackDocument) =>
  'file' in document ? { name: document.name, content: readBytes(document.file) } : document;

const operations = {
  readRows: ({ file, offset, limit }: { file: string; offset: number; limit: number }) =>
    readRows(file, { offset, limit }),

  /** Sends `LookingProgress` notices; answers `CANCELLED` when the caller cancels. */
  readRowView: (input: RowViewInput, { signal, notify }: RequestContext) =>
    readRowView(input, { signal, onProgress: notify }),

  /** As `readRowView`. */
  summarise: (input: SummaryInput, { signal, notify }: RequestContext) =>
    summarise(input, { signal, onProgress: notify }),

  sample: (input: SampleInput) => sampleRows(input),

  exportSample: (input: SampleInput & { target: string }) => exportSample(input),

  /** As `readRowView`. */
  compare: (input: CompareInput, { signal, notify }: RequestContext) =>
    compareEvidence(input, { signal, onProgress: notify }),

  exportComparison: (input: ExportComparisonInput) => exportComparison(input),

  recover: ({ folder, name }: { folder: string; name: string }) => recoverEvidence(folder, name),

  /** Answers how many files were changed. */
  recode: ({ folder, wanted }: { folder: string; wanted: 'encrypted' | 'clear' }) =>
    answering(folder, async () => success(await recodeFolder(folder, wanted))),

  verify: ({ file, sha256 }: { file: string; sha256: string }) => verifyEvidence(file, sha256),

  writePackDocuments: (input: PackDocumentsInput) => writePackDocuments(input),

  /** Sends `PackProgress` notices while it runs; answers `CANCELLED` when the caller cancels. */
  exportPack: (input: ExportPackInput, { signal, notify }: RequestContext) =>
    writePack({
      target: input.target,
      evidence: input.evidence,
      documents: input.documents.map(openDocument),
      modifiedAt: new Date(input.modifiedAt),
      signal,
      onProgress: notify,
    }),

  destroy: async ({ folder, names }: { folder: string; names: string[] }) => ({
    destroyed: await destroyEvidence(folder, names),
  }),

  /** Everything that is wrong with a pack, and the pack's own SHA-256. */
  verifyPack: ({ file }: { file: string }) =>
    answering(file, async () => success({ ...(await verifyPack(file)), sha256: await hashFile(file) })),

  /** The signed head in a checkpoint file or in a pack, and what is wrong with it. */
  readCheckpoint: ({ file }: { file: string }) => answering(file, async () => success(await readCheckpoint(file))),
};

export type EvidenceOperations = typeof operations;

const port = openParentPort();
receiveEvidenceKey(port);
serveOperations(port, operations);
