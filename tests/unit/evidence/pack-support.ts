import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { join } from 'node:path';
import { buildManifest, evidenceName, manifestText } from '../../../main/evidence/manifest';
import { type PackInput, writePack } from '../../../main/evidence/pack';
import { headFingerprint, keyIdOf } from '../../../main/evidence/verification';
import type { Application, Execution, Question } from '../../../preload/contract';
import { expectSuccess, openWriter, randomRows, temporaryFolder, textColumns } from './support';

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

type LogEntry = { action: string; subject: string; details: Record<string, unknown> } | 'another client';

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

export const execution = (id: number, more: Partial<Execution> = {}): Execution => ({
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
  columns: textColumns(3),
  rowCount: 0,
  complete: true,
  final: false,
  imported: false,
  bytes: 0,
  sha256: null,
  startedAt: '2026-03-01T10:00:00.000Z',
  finishedAt: '2026-03-01T10:00:01.000Z',
  ...more,
});

const finishingEntry = (run: Execution) => ({
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

/** Two runs with evidence, one that failed without any, and a log in which another client's entries are hidden. */
export const packInput = async (folder: string) => {
  const columns = [
    { name: 'id', type: 'int' },
    { name: 'na"me,', type: 'text' },
    { name: '', type: 'text' },
  ];
  const runs: Execution[] = [];
  for (const id of [1, 2]) {
    const writer = await openWriter({ folder, name: String(id) });
    writer.begin(columns);
    for (const row of randomRows(id, 200, 3)) writer.writeRow(row);
    const { sha256: hash, bytes, rowCount } = await writer.seal();
    runs.push(execution(id, { columns, sha256: hash, bytes, rowCount }));
  }
  runs.push(execution(3, { status: 'failed', complete: false, columns: [] }));
  const log = chainLog([
    'another client',
    {
      action: 'application.created',
      subject: 'application/3',
      details: { note: 'ümläut "quoted"', nested: [1, { b: 2, a: null }] },
    },
    'another client',
    ...runs.map(finishingEntry),
    'another client',
  ]);
  const logText = log.lines.map((line) => `${line}\n`).join('');
  const manifest = buildManifest({
    application,
    questions,
    executions: [...runs, execution(4, { status: 'running' })],
    exportedBy: 'auditor',
    exportedAt: '2026-03-02T08:00:00.000Z',
    appVersion: '0.1.0',
    auditLog: { ...log.head, fingerprint: headFingerprint(log.head, ownKey.publicKey) },
    signing: { algorithm: 'Ed25519', keyId: ownKey.keyId },
    documents: [{ file: 'audit-log.ndjson', bytes: Buffer.byteLength(logText), sha256: sha256(logText) }],
    redacted: new Map(),
  });
  return {
    target: join(folder, 'pack.zip'),
    evidence: runs.flatMap((run) =>
      run.sha256 === null
        ? []
        : [
            {
              name: evidenceName(run, questions[run.id - 1]),
              file: join(folder, `${run.id}.csv`),
              sha256: run.sha256,
            },
          ],
    ),
    documents: [
      { name: 'manifest.json', content: manifestText(manifest) },
      { name: 'manifest.json.sig', content: ownKey.sign(manifestText(manifest)) },
      { name: 'public-key.pem', content: ownKey.publicKey },
      { name: 'audit-log.ndjson', content: logText },
    ],
    modifiedAt: new Date('2026-03-02T08:00:00.000Z'),
    executions: runs,
  } satisfies PackInput & { executions: Execution[] };
};

/** A good pack, its input and where it lies. */
export const writeGoodPack = async () => {
  const input = await packInput(temporaryFolder());
  return { input, report: expectSuccess(await writePack(input)) };
};
