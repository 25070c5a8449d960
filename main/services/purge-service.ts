import {
  type ApplicationRecord,
  countExecutionsOfApplication,
  deleteExecutions,
  findVerifiedPack,
  forgetEvidenceToDestroy,
  listEvidenceToDestroy,
  listExecutions,
  noteEvidenceToDestroy,
} from '../../db';
import type { Input, Value } from '../../preload/contract';
import { type Failure, failure, type Result, success } from '../result';
import { endApplication } from './application-ending';
import { requireApplication } from './application-service';
import type { ConnectorService } from './connector-service';
import { evidenceFolder } from './evidence-paths';
import type { EvidenceProcess } from './evidence-service';
import { record, type ServiceContext } from './service-context';

interface PurgeServiceOptions {
  dataFolder: string;
  connectors: ConnectorService;
  evidenceProcess: EvidenceProcess;
  /** Removes copies that views of evidence were made from. */
  removeScratch(): void;
}

/** The end of an engagement's retention: evidence and secrets are destroyed, the log keeps that they were. */
export const createPurgeService = (context: ServiceContext, options: PurgeServiceOptions) => {
  const { db } = context;

  const refuse = ({ id, auditName }: ApplicationRecord): Failure | undefined => {
    if (countExecutionsOfApplication(db, id) === 0) {
      return failure('VALIDATION', `“${auditName}” has no evidence to destroy.`, { hint: 'Remove it instead.' });
    }
    const goingOn = listExecutions(db, id).filter(({ status }) => status === 'queued' || status === 'running').length;
    if (goingOn > 0) {
      return failure('VALIDATION', `“${auditName}” has ${goingOn} runs that have not ended. Nothing was destroyed.`, {
        hint: 'Wait for them or cancel them.',
      });
    }
    if (findVerifiedPack(db, id)) return undefined;
    return failure('HAS_EVIDENCE', `No whole pack of “${auditName}” was exported and verified since its last run.`, {
      hint: 'Export the evidence pack without taking columns out, keep it where it belongs, verify it, then purge.',
    });
  };

  const commitPurge = (application: ApplicationRecord, left: object): number => {
    const executions = listExecutions(db, application.id);
    const withEvidence = executions.filter(({ sha256 }) => sha256 !== null);
    noteEvidenceToDestroy(
      db,
      executions.map(({ evidenceName }) => evidenceName),
    );
    deleteExecutions(db, application.id);
    record(context, 'application.purged', `application/${application.id}`, {
      ...application,
      applicationId: application.id,
      executions: executions.length,
      evidenceFiles: withEvidence.length,
      bytes: withEvidence.reduce((sum, { bytes }) => sum + bytes, 0),
      pack: findVerifiedPack(db, application.id),
      ...left,
    });
    return withEvidence.length;
  };

  /** Destroys what is noted; what the disk refuses stays noted for the next start. Answers how many files stay. */
  const destroyNoted = async (): Promise<number> => {
    const names = listEvidenceToDestroy(db);
    if (names.length === 0) return 0;
    options.removeScratch();
    const { destroyed } = await options.evidenceProcess.request('destroy', {
      folder: evidenceFolder(options.dataFolder),
      names,
    });
    forgetEvidenceToDestroy(db, destroyed);
    return names.length - destroyed.length;
  };

  /** Destroys an audit's evidence and the secrets of connectors that go with it, after a verified pack. */
  const purge = async ({ id }: Input<'applications', 'purge'>): Promise<Result<Value<'applications', 'purge'>>> => {
    const found = requireApplication(context, id);
    if (!found.ok) return found;
    let evidenceDestroyed = 0;
    const ended = await endApplication(context, options.connectors, found.value, {
      refuse: () => refuse(found.value),
      commit: (left) => {
        evidenceDestroyed = commitPurge(found.value, left);
      },
    });
    if (!ended.ok) return ended;
    const { connectorsMovedTo, connectorsRemoved } = ended.value;
    return success({
      evidenceDestroyed,
      filesLeft: await destroyNoted(),
      connectorsMovedTo,
      connectorsRemoved: connectorsRemoved.length,
    });
  };

  return { purge, destroyNoted };
};
