import { basename, join } from 'node:path';
import {
  type ApplicationRecord,
  type ExecutionRecord,
  findApplication,
  findExecution,
  findSigningKey,
  listExecutions,
  listNotAnswerable,
  listQuestions,
} from '../../db';
import type { Input, Value } from '../../preload/contract';
import type { EvidenceOperations } from '../evidence/evidence-process';
import { buildManifest, evidenceName, manifestText } from '../evidence/manifest';
import { type PackReport, partialPack } from '../evidence/pack';
import { askedQuestion, type PackExecution } from '../evidence/pack-facts';
import type { Redaction } from '../evidence/redaction';
import { headFingerprint, type PackProblem, type verifyPack as verifyPackFile } from '../evidence/verification';
import type { Dialogs } from '../files/dialogs';
import type { FileTokens } from '../files/file-tokens';
import type { RestartingProcess } from '../processes/restarting-process';
import { type Failure, failure, type Result, success } from '../result';
import { requireApplication } from './application-service';
import { exportAuditLog } from './audit-log-export';
import { evidenceFile } from './evidence-paths';
import { toExecution } from './execution-record';
import { createLeftovers } from './leftovers';
import { record, type ServiceContext } from './service-context';
import type { SigningKey, SigningService } from './signing-service';

export type EvidenceProcess = Pick<RestartingProcess<EvidenceOperations>, 'request'>;

interface EvidenceServiceOptions {
  dataFolder: string;
  appVersion: string;
  evidenceProcess: EvidenceProcess;
  dialogs: Pick<Dialogs, 'savePath'>;
  fileTokens: FileTokens;
  signing: SigningService;
}

const unknownExecution = (id: number): Failure => failure('NOT_FOUND', `There is no execution with the number ${id}.`);

const isEnded = ({ status }: ExecutionRecord): boolean => status !== 'queued' && status !== 'running';

/** A file name for people: `Q2CA2025 CI21324354 evidence 2025-06-30.zip`, without what a file system refuses. */
const suggestPackName = ({ auditName, ciId }: ApplicationRecord, redact: Redact): string => {
  const day = new Date().toISOString().slice(0, 10);
  const kind = redact.length > 0 ? 'redacted evidence' : 'evidence';
  return `${auditName} ${ciId} ${kind} ${day}`.replace(/[^\p{L}\p{N} ._-]+/gu, '-').concat('.zip');
};

export const createEvidenceService = (context: ServiceContext, options: EvidenceServiceOptions) => {
  const { db } = context;
  const { dataFolder, evidenceProcess } = options;
  const leftovers = createLeftovers(db, dataFolder);
  leftovers.sweep();

  /** Asks where to put the pack and writes it; null when the person cancels. */
  const exportPack = async ({
    applicationId,
    redact = [],
  }: Input<'evidence', 'exportPack'>): Promise<Result<Value<'evidence', 'exportPack'>>> => {
    const found = requireApplication(context, applicationId);
    if (!found.ok) return found;
    const refused = refuseRedactions(
      redact.map(({ executionId, columns }) => ({ execution: findExecution(db, executionId), executionId, columns })),
      applicationId,
    );
    if (refused) return refused;
    // Asked before the person chooses a place: without a key there is no pack.
    const key = await options.signing.signingKey();
    if (!key.ok) return key;
    const target = await options.dialogs.savePath(suggestPackName(found.value, redact), 'Export the evidence pack');
    if (target === null) return success(null);
    const { folder, remove } = await leftovers.open(partialPack(target));
    try {
      const written = await writePack({ application: found.value, key: key.value, redact, target, folder });
      if (!written.ok) return written;
      recordExport(found.value, redact, written.value);
      const { fileName, files, sha256, fingerprint } = written.value;
      const fileToken = options.fileTokens.issue(target);
      return success({ fileName, files, sha256, fingerprint, displayPath: target, fileToken });
    } finally {
      await remove();
    }
  };

  const writePack = async ({ application, key, redact, target, folder }: PackOrder): Promise<Result<WrittenPack>> => {
    const reasons = listNotAnswerable(db, application.id);
    const questions = listQuestions(db, application.id).map((question) => ({
      ...question,
      notAnswerable: reasons.get(question.questionId),
    }));
    const questionById = new Map(questions.map((question) => [question.questionId, question]));
    const records = listExecutions(db, application.id).filter(isEnded);
    const asAsked = (record: ExecutionRecord): PackExecution => ({
      ...toExecution(record),
      asked: askedQuestion(record, questionById.get(record.questionId)),
    });
    const auditLogFile = join(folder, 'audit-log.ndjson');
    // The head is read in the same turn as the executions: what ends later is in neither.
    const head = await exportAuditLog(db, application.ciId, auditLogFile);
    const auditLog = { ...head, fingerprint: headFingerprint(head, key.publicKey) };
    const facts = {
      application,
      questions,
      executions: records.map(asAsked),
      exportedBy: context.actor,
      exportedAt: new Date().toISOString(),
      appVersion: options.appVersion,
      auditLog,
    };
    const redactions = records.flatMap((record) => redactionOf(record, redact));
    const prepared = await evidenceProcess.request('writePackDocuments', {
      folder,
      auditLogFile,
      facts: { ...facts, keyId: key.keyId, redactions },
      evidence: records.flatMap(({ id, sha256, evidenceName: name }) =>
        sha256 === null ? [] : [{ executionId: id, file: evidenceFile(dataFolder, name) }],
      ),
      redactions,
    });
    if (!prepared.ok) return prepared;
    const redacted = new Map(prepared.value.redacted.map((copy) => [copy.executionId, copy]));
    const manifest = manifestText(
      buildManifest({
        ...facts,
        signing: { algorithm: 'Ed25519', keyId: key.keyId },
        documents: prepared.value.documents.map(({ path: _, ...document }) => document),
        redacted: new Map(
          prepared.value.redacted.map(({ executionId, bytes, sha256 }) => [
            executionId,
            { columns: columnsOf(executionId, redact), bytes, sha256 },
          ]),
        ),
      }),
    );
    const written = await evidenceProcess.request('exportPack', {
      target,
      evidence: records.flatMap((record) =>
        packedEvidence(record, evidenceName(asAsked(record)), redacted.get(record.id)),
      ),
      documents: [
        { name: 'manifest.json', content: manifest },
        { name: 'manifest.json.sig', content: key.sign(manifest) },
        { name: 'public-key.pem', content: key.publicKey },
        ...prepared.value.documents.map(({ file, path }) => ({ name: file, file: path })),
      ],
      modifiedAt: facts.exportedAt,
    });
    if (!written.ok) return written;
    return success({ ...written.value, logEntries: head.entries, fingerprint: auditLog.fingerprint });
  };

  const redactionOf = ({ id, evidenceName: name, sha256 }: ExecutionRecord, redact: Redact): Redaction[] => {
    const columns = columnsOf(id, redact);
    if (columns.length === 0 || sha256 === null) return [];
    return [{ executionId: id, file: evidenceFile(dataFolder, name), sha256, columns }];
  };

  /** What stands in the pack's folder `evidence/` for an execution: the sealed file, or its copy without columns. */
  const packedEvidence = (
    execution: ExecutionRecord,
    name: string,
    redacted: { path: string; sha256: string } | undefined,
  ) => {
    if (execution.sha256 === null) return [];
    return [
      {
        name,
        file: redacted?.path ?? evidenceFile(dataFolder, execution.evidenceName),
        sha256: redacted?.sha256 ?? execution.sha256,
      },
    ];
  };

  /** Everything that is wrong with a pack, also with one from somebody else, and whose key signed it. */
  const verifyPack = async ({
    fileToken,
  }: Input<'evidence', 'verifyPack'>): Promise<Result<Value<'evidence', 'verifyPack'>>> => {
    const path = options.fileTokens.resolve(fileToken);
    if (!path.ok) return path;
    const verified = await evidenceProcess.request('verifyPack', { file: path.value });
    if (!verified.ok) return verified;
    const { valid, problems, checked, sha256, signedBy, about, questions } = verified.value;
    const own = signedBy !== null && findSigningKey(db, signedBy.keyId)?.publicKey === signedBy.publicKey;
    const fileName = basename(path.value);
    const application = own ? ownApplication(about) : undefined;
    record(context, 'evidence.packVerified', application ? `application/${application.id}` : 'pack', {
      fileName,
      sha256,
      valid,
      problems: problems.length,
      keyId: signedBy?.keyId,
      ...(application && { applicationId: application.id, ciId: application.ciId }),
    });
    return success({
      valid,
      problems: firstProblems(problems),
      fileName,
      sha256,
      checked,
      signedBy: signedBy && {
        keyId: signedBy.keyId,
        fingerprint: headFingerprint({ entries: checked.entries, hash: checked.head }, signedBy.publicKey),
        own,
      },
      about: about && withoutId(about),
      ...(questions && { questions }),
    });
  };

  /** The audit of this store that a pack is of; numbers alone could be those of another store. */
  const ownApplication = (about: PackSubject | null): ApplicationRecord | undefined => {
    const application = about ? findApplication(db, Number(about.applicationId)) : undefined;
    return application?.ciId === about?.ciId ? application : undefined;
  };

  const recordExport = (application: ApplicationRecord, redact: Redact, pack: WrittenPack): void =>
    record(context, 'evidence.packExported', `application/${application.id}`, {
      applicationId: application.id,
      ciId: application.ciId,
      ...pack,
      ...(redact.length > 0 && { redacted: redact }),
    });

  return { exportPack, verifyPack };
};

type Redact = { executionId: number; columns: string[] }[];
type PackSubject = NonNullable<Awaited<ReturnType<typeof verifyPackFile>>['about']>;

interface PackOrder {
  application: ApplicationRecord;
  key: SigningKey;
  redact: Redact;
  target: string;
  /** For what is written on the way. */
  folder: string;
}

/** A pack with the number of entries of the log in it: a run that ended later is in neither. */
type WrittenPack = PackReport & { logEntries: number; fingerprint: string };

const columnsOf = (executionId: number, redact: Redact): string[] =>
  redact.filter((entry) => entry.executionId === executionId).flatMap(({ columns }) => columns);

/** More than a person reads; a pack that is damaged throughout would have one for each row. */
const mostProblems = 500;

const firstProblems = (problems: PackProblem[]): PackProblem[] => {
  const more = problems.length - mostProblems;
  if (more <= 0) return problems;
  return [...problems.slice(0, mostProblems), { where: 'the pack', message: `${more} more problems were found.` }];
};

const withoutId = ({ applicationId: _, ...about }: PackSubject) => about;

const refuseRedactions = (
  chosen: { execution: ExecutionRecord | undefined; executionId: number; columns: string[] }[],
  applicationId: number,
): Failure | undefined => {
  for (const { execution, executionId, columns } of chosen) {
    if (execution?.applicationId !== applicationId) return unknownExecution(executionId);
    const unknown = columns.find((name) => !execution.columns.some((column) => column.name === name));
    if (unknown !== undefined) {
      return failure('VALIDATION', `The evidence of execution ${executionId} has no column “${unknown}”.`, {
        hint: 'Choose the columns again. Nothing was exported.',
      });
    }
  }
  return undefined;
};
