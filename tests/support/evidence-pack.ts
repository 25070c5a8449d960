import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../../main/evidence/evidence-format';
import { createEvidenceWriter } from '../../main/evidence/evidence-writer';
import { buildManifest, evidenceName, manifestText } from '../../main/evidence/manifest';
import type { PackInput } from '../../main/evidence/pack';
import { writePackDocuments } from '../../main/evidence/pack-documents';
import { askedQuestion, type PackExecution } from '../../main/evidence/pack-facts';
import { headFingerprint, keyIdOf } from '../../main/evidence/verification';
import type { Application, Execution, Question } from '../../preload/contract';

export const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** A key pair whose private half is this number, so that every run signs alike. */
const createKey = (seed: number) => {
  // RFC 8410, section 7: what stands before the 32 bytes of an Ed25519 private key in PKCS #8.
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({
    key: Buffer.concat([prefix, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const keyId = keyIdOf(publicKey);
  return { publicKey, keyId, sign: (text: string | Uint8Array) => sign(null, Buffer.from(text), privateKey) };
};

/** The installation's key, and that of somebody else. */
export const ownKey = createKey(7);
export const strangersKey = createKey(8);

/** Canonical JSON of plain test data: RFC 8785 without its rarer numbers. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
};

export type LogEntry = { action: string; subject: string; details: Record<string, unknown> } | 'another client';

/** Lines of an audit log over these entries, chained as the store chains them, and its head. */
const chainLog = (entries: LogEntry[]) => {
  let prevHash = '0'.repeat(64);
  const lines = entries.map((entry, index) => {
    const seq = index + 1;
    const salt = sha256(`salt ${seq}`).slice(0, 32);
    const content = {
      seq,
      at: '2026-03-01T10:00:00.000Z',
      actor: 'auditor',
      ...(entry === 'another client' ? { action: 'x', subject: 'y', details: {} } : entry),
    };
    const entryHash = sha256(salt + canonical(content));
    const hash = sha256(prevHash + entryHash);
    const line =
      entry === 'another client'
        ? { seq, entry_hash: entryHash }
        : { ...content, salt, entry_hash: entryHash, prev_hash: prevHash, hash };
    prevHash = hash;
    return canonical(line);
  });
  return { lines, head: { entries: lines.length, hash: prevHash } };
};

export const application: Application = {
  id: 3,
  auditName: 'Q2CA2025',
  name: 'Stark G4',
  ciId: 'CI21324354',
  startDate: '2026-01-01',
  endDate: null,
  status: 'In Progress',
  archivedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};

export const questions: Question[] = ['1.10', '2.1', '3/1'].map((questionNumber, index) => ({
  questionId: `q${index + 1}`,
  fileType: 'primary',
  questionNumber,
  process: 'Access',
  subProcess: '',
  question: `List all “user accounts” of ${index}`,
}));

const today = (questionId: string): Question | undefined => questions.find((each) => each.questionId === questionId);

export const execution = (id: number, more: Partial<PackExecution> = {}): PackExecution => ({
  id,
  applicationId: application.id,
  questionId: `q${id}`,
  toolType: 'PostgreSQL DB',
  connectorId: 5,
  connectorName: 'Production / HR Zürich',
  environment: 'production',
  target: 'pg-hr:5432 / hr',
  identity: { database: 'hr' },
  connectorFingerprint: 'f'.repeat(64),
  preflightHash: 'a'.repeat(64),
  query: 'select 1',
  guard: { verdict: 'allowed', layers: [] },
  status: 'succeeded',
  columns: ['column 1', 'column 2', 'column 3'].map((name) => ({ name, type: 'text' })),
  rowCount: 0,
  complete: true,
  final: false,
  imported: false,
  bytes: 0,
  sha256: null,
  startedAt: '2026-03-01T10:00:00.000Z',
  finishedAt: '2026-03-01T10:00:01.000Z',
  asked: askedQuestion({ questionNumber: '', question: '' }, today(more.questionId ?? `q${id}`)),
  ...more,
});

export const finishingEntry = (run: Execution) => ({
  action: `execution.${run.status}`,
  subject: `execution/${run.id}`,
  details: {
    executionId: run.id,
    applicationId: run.applicationId,
    questionId: run.questionId,
    connectorId: run.connectorId,
    connectorName: run.connectorName,
    rowCount: run.rowCount,
    bytes: run.bytes,
    sha256: run.sha256,
    complete: run.complete,
  },
});

/** Writes and seals evidence; answers what an execution keeps of it. */
export const writeCsv = async (folder: string, name: string, columns: Execution['columns'], rows: Iterable<Cell[]>) => {
  const limits = { rows: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };
  const opened = await createEvidenceWriter({ folder, name, limits });
  if (!opened.ok) throw new Error(opened.error.message);
  opened.value.begin(columns);
  for (const row of rows) if (!opened.value.writeRow(row)) await opened.value.drained();
  const { sha256: hash, bytes, rowCount } = await opened.value.seal();
  return { sha256: hash, bytes, rowCount };
};

/** What a pack of these runs is written from, as Tickmark writes it; evidence lies in `folder` under the run's id. */
export const assemblePack = async (order: {
  folder: string;
  runs: PackExecution[];
  log: LogEntry[];
  redact?: { executionId: number; columns: string[] }[];
}): Promise<Omit<PackInput, 'target' | 'documents'> & { documents: { name: string; content: Buffer }[] }> => {
  const { folder, runs, log, redact = [] } = order;
  const { lines, head } = chainLog(log);
  const auditLogFile = join(folder, 'audit-log.ndjson');
  writeFileSync(auditLogFile, lines.map((line) => `${line}\n`).join(''));
  const exportedAt = '2026-03-02T08:00:00.000Z';
  const facts = {
    application,
    questions,
    executions: runs.filter(({ status }) => status !== 'running'),
    exportedBy: 'auditor',
    exportedAt,
    appVersion: '0.1.0',
    auditLog: { ...head, fingerprint: headFingerprint(head, ownKey.publicKey) },
  };
  const sealed = runs.flatMap(({ id, sha256: hash }) =>
    hash === null ? [] : [{ executionId: id, file: join(folder, `${id}.csv`), sha256: hash }],
  );
  const redactions = redact.flatMap(({ executionId, columns }) =>
    sealed.filter((evidence) => evidence.executionId === executionId).map((evidence) => ({ ...evidence, columns })),
  );
  const redactedFolder = mkdtempSync(join(folder, 'export-'));
  const prepared = await writePackDocuments({
    folder: redactedFolder,
    auditLogFile,
    facts: { ...facts, keyId: ownKey.keyId, redactions: redact },
    evidence: sealed,
    redactions,
  });
  if (!prepared.ok) throw new Error(prepared.error.message);
  const { documents, redacted } = prepared.value;
  const copies = new Map(redacted.map((copy) => [copy.executionId, copy]));
  const manifest = manifestText(
    buildManifest({
      ...facts,
      executions: runs,
      signing: { algorithm: 'Ed25519', keyId: ownKey.keyId },
      documents: documents.map(({ path: _, ...document }) => document),
      redacted: new Map(
        redactions.map(({ executionId, columns, sha256: hash }) => {
          const { bytes = 0, sha256: packed = hash } = copies.get(executionId) ?? {};
          return [executionId, { columns, bytes, sha256: packed }];
        }),
      ),
    }),
  );
  return {
    evidence: sealed.map(({ executionId, file, sha256: hash }) => ({
      name: evidenceName(runOf(runs, executionId)),
      file: copies.get(executionId)?.path ?? file,
      sha256: copies.get(executionId)?.sha256 ?? hash,
    })),
    documents: [
      { name: 'manifest.json', content: Buffer.from(manifest) },
      { name: 'manifest.json.sig', content: ownKey.sign(manifest) },
      { name: 'public-key.pem', content: Buffer.from(ownKey.publicKey) },
      ...documents.map(({ file, path }) => ({ name: file, content: readFileSync(path) })),
    ],
    modifiedAt: new Date(exportedAt),
  };
};

const runOf = (runs: PackExecution[], id: number): PackExecution => runs.find((run) => run.id === id) ?? execution(id);
