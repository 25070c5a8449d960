/** The program that reads evidence, recovers it after a crash and exports it, beside main. */
import { createReadStream } from 'node:fs';
import { openParentPort } from '../processes/parent-port';
import { type RequestContext, serveOperations } from '../processes/requests';
import { readRows, verifyEvidence } from './evidence-reader';
import { recoverEvidence } from './evidence-recovery';
import { type PackInput, writePack } from './pack';
import { type RowViewInput, readRowView } from './views/row-view';

/** A document of a pack: its text, or a file of UTF-8 text that main wrote. */
export type PackDocument = { name: string; content: string } | { name: string; file: string };

export interface ExportPackInput {
  target: string;
  evidence: PackInput['evidence'];
  documents: PackDocument[];
  /** ISO 8601 in UTC. */
  modifiedAt: string;
}

const openDocument = (document: PackDocument) =>
  'file' in document ? { name: document.name, content: readText(document.file) } : document;

/** Opened only when its turn comes: a stream nobody reads yet would fail unheard. */
async function* readText(file: string): AsyncGenerator<string> {
  yield* createReadStream(file, 'utf8') as AsyncIterable<string>;
}

const operations = {
  readRows: ({ file, offset, limit }: { file: string; offset: number; limit: number }) =>
    readRows(file, { offset, limit }),

  /** Sends `LookingProgress` notices; answers `CANCELLED` when the caller cancels. */
  readRowView: (input: RowViewInput, { signal, notify }: RequestContext) =>
    readRowView(input, { signal, onProgress: notify }),

  recover: ({ folder, name }: { folder: string; name: string }) => recoverEvidence(folder, name),

  verify: ({ file, sha256 }: { file: string; sha256: string }) => verifyEvidence(file, sha256),

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
};

export type EvidenceOperations = typeof operations;

serveOperations(openParentPort(), operations);
