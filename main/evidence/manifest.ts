/** The manifest of an evidence pack, schema version 2: see docs/evidence.md. */
import type { Application } from '../../preload/contract';
import type { PackExecution, PackQuestion } from './pack-facts';

export interface ManifestInput {
  application: Application;
  /** As they are today. */
  questions: PackQuestion[];
  /** Those still queued or running are left out. */
  executions: PackExecution[];
  /** Who exports, as the audit log names them. */
  exportedBy: string;
  /** ISO 8601 in UTC. */
  exportedAt: string;
  appVersion: string;
  /** Head of the audit log that goes into the pack. */
  auditLog: { entries: number; hash: string; fingerprint: string };
  /** Whose signature stands beside the manifest. */
  signing: { algorithm: 'Ed25519'; keyId: string };
  /** The pack's other documents, in their order in the pack. */
  documents: PackedFile[];
  /** Evidence that goes into the pack with columns taken out. */
  redacted: ReadonlyMap<number, RedactedEvidence>;
}

/** A file of the pack, with the hash that it has there. */
export interface PackedFile {
  file: string;
  bytes: number;
  sha256: string;
}

/** What replaces an execution's evidence in the pack, by the execution's id. */
export interface RedactedEvidence {
  columns: string[];
  bytes: number;
  sha256: string;
}

export const buildManifest = (input: ManifestInput) => ({
  format: 'tickmark-evidence-pack',
  schemaVersion: 2,
  exportedAt: input.exportedAt,
  exportedBy: input.exportedBy,
  appVersion: input.appVersion,
  application: describeApplication(input.application),
  questions: input.questions.map(describeQuestion),
  executions: input.executions
    .filter(({ status }) => status !== 'queued' && status !== 'running')
    .map((execution) => describeExecution(execution, input.redacted.get(execution.id))),
  documents: input.documents,
  auditLog: input.auditLog,
  signing: input.signing,
});

export type Manifest = ReturnType<typeof buildManifest>;

/** The manifest as it stands in the pack. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** Name of an execution's file in the pack's folder `evidence/`: its id, then for people the question's number and the connector, as they were asked. */
export const evidenceName = ({ id, asked, connectorName }: PackExecution): string => {
  const words = [String(id), asked.questionNumber, connectorName].map(asFileNamePart);
  return `${words.filter((word) => word !== '').join('_')}.csv`;
};

const asFileNamePart = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .slice(0, 60)
    .replace(/^[-.]+|[-.]+$/g, '');

const describeApplication = ({ id, auditName, name, ciId, startDate, endDate, status }: Application) => ({
  id,
  auditName,
  name,
  ciId,
  startDate,
  endDate,
  status,
});

const describeQuestion = ({ questionId, questionNumber, question, notAnswerable }: PackQuestion) => ({
  questionId,
  questionNumber,
  text: question,
  notAnswerable: notAnswerable ?? null,
});

const describeExecution = (execution: PackExecution, redacted: RedactedEvidence | undefined) => ({
  executionId: execution.id,
  question: { questionId: execution.questionId, ...execution.asked },
  toolType: execution.toolType,
  connector: {
    id: execution.connectorId,
    name: execution.connectorName,
    environment: execution.environment,
    fingerprint: execution.connectorFingerprint,
  },
  target: execution.target,
  identity: execution.identity,
  query: execution.query,
  guard: execution.guard,
  preflightHash: execution.preflightHash,
  status: execution.status,
  startedAt: execution.startedAt,
  finishedAt: execution.finishedAt,
  columns: execution.columns,
  rowCount: execution.rowCount,
  complete: execution.complete,
  truncatedBy: execution.truncatedBy ?? null,
  incompleteBecause: execution.incompleteBecause ?? null,
  final: execution.final,
  imported: execution.imported,
  error: execution.error ?? null,
  evidence: execution.sha256 === null ? null : describeEvidence(execution, execution.sha256, redacted),
});

const describeEvidence = (execution: PackExecution, sha256: string, redacted: RedactedEvidence | undefined) => {
  const file = `evidence/${evidenceName(execution)}`;
  const original = { bytes: execution.bytes, sha256 };
  if (!redacted) return { file, ...original, redacted: null };
  const { columns, ...packed } = redacted;
  return { file, ...packed, redacted: { columns, original } };
};
