import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ApplicationRecord, type ExecutionRecord, listExecutions, listQuestions } from '../../db';
import type { Input, Value } from '../../preload/contract';
import type { EvidenceOperations } from '../evidence/evidence-process';
import { buildManifest, evidenceName, manifestText } from '../evidence/manifest';
import type { Dialogs } from '../files/dialogs';
import type { RestartingProcess } from '../processes/restarting-process';
import { failure, type Result, success } from '../result';
import { requireApplication } from './application-service';
import { exportAuditLog } from './audit-log-export';
import { evidenceFile } from './evidence-paths';
import { toExecution } from './execution-record';
import { record, type ServiceContext } from './service-context';

export type EvidenceProcess = Pick<RestartingProcess<EvidenceOperations>, 'request'>;

interface EvidenceServiceOptions {
  dataFolder: string;
  appVersion: string;
  evidenceProcess: EvidenceProcess;
  dialogs: Pick<Dialogs, 'savePath'>;
}

const isEnded = ({ status }: ExecutionRecord): boolean => status !== 'queued' && status !== 'running';

/** A file name for people: `Q2CA2025 CI21324354 evidence 2025-06-30.zip`, without what a file system refuses. */
const suggestPackName = ({ auditName, ciId }: ApplicationRecord): string => {
  const day = new Date().toISOString().slice(0, 10);
  return `${auditName} ${ciId} evidence ${day}`.replace(/[^\p{L}\p{N} ._-]+/gu, '-').concat('.zip');
};

export const createEvidenceService = (context: ServiceContext, options: EvidenceServiceOptions) => {
  const { db } = context;
  const { dataFolder, evidenceProcess } = options;

  const writePack = async (
    application: ApplicationRecord,
    target: string,
    auditLogFile: string,
  ): Promise<Result<Value<'evidence', 'exportPack'>>> => {
    const questions = listQuestions(db, application.id);
    const questionById = new Map(questions.map((question) => [question.questionId, question]));
    const records = listExecutions(db, application.id).filter(isEnded);
    const executions = records.map(toExecution);
    const exportedAt = new Date().toISOString();
    const auditLog = await exportAuditLog(db, application.ciId, auditLogFile);
    const manifest = buildManifest({
      application,
      questions,
      executions,
      exportedBy: context.actor,
      exportedAt,
      appVersion: options.appVersion,
      auditLog,
    });
    const evidence = records.flatMap((execution) =>
      execution.sha256 === null
        ? []
        : [
            {
              name: evidenceName(toExecution(execution), questionById.get(execution.questionId)),
              file: evidenceFile(dataFolder, execution.evidenceName),
              sha256: execution.sha256,
            },
          ],
    );
    return evidenceProcess.request('exportPack', {
      target,
      evidence,
      documents: [
        { name: 'manifest.json', content: manifestText(manifest) },
        { name: 'audit-log.ndjson', file: auditLogFile },
      ],
      modifiedAt: exportedAt,
    });
  };

  /** Asks where to put the pack and writes it; null when the person cancels. */
  const exportPack = async ({
    applicationId,
    redact,
  }: Input<'evidence', 'exportPack'>): Promise<Result<Value<'evidence', 'exportPack'>>> => {
    const found = requireApplication(context, applicationId);
    if (!found.ok) return found;
    if (redact && redact.length > 0) {
      return failure('NOT_AVAILABLE', 'Leaving columns out of a pack comes with a later version.');
    }
    const target = await options.dialogs.savePath(suggestPackName(found.value), 'Export the evidence pack');
    if (target === null) return success(null);
    const temporary = join(dataFolder, 'temporary', `${randomUUID()}.ndjson`);
    await mkdir(dirname(temporary), { recursive: true });
    try {
      const written = await writePack(found.value, target, temporary);
      if (written.ok) recordExport(found.value, target, written.value);
      return written;
    } finally {
      await rm(temporary, { force: true });
    }
  };

  const recordExport = (application: ApplicationRecord, target: string, pack: Value<'evidence', 'exportPack'>): void =>
    record(context, 'evidence.packExported', `application/${application.id}`, {
      applicationId: application.id,
      ciId: application.ciId,
      fileName: basename(target),
      files: pack?.files,
      sha256: pack?.sha256,
    });

  return { exportPack };
};
