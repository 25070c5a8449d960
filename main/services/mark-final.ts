import { type ExecutionRecord, findExecution, updateExecution } from '../../db';
import type { Execution, Input } from '../../preload/contract';
import { type Failure, failure, type Result, success } from '../result';
import { requireOpenApplication } from './application-service';
import { evidenceFile } from './evidence-paths';
import type { EvidenceProcess } from './evidence-service';
import { toExecution } from './execution-record';
import { record, type ServiceContext } from './service-context';

const refuse = (reason: string): Failure =>
  failure('VALIDATION', `${reason} So it can’t be marked final.`, {
    hint: 'Run the question again for a whole result, then mark that one.',
  });

const whyIncomplete = ({ truncatedBy, incompleteBecause }: ExecutionRecord): string =>
  incompleteBecause ?? (truncatedBy ? `The result was cut off (${truncatedBy}).` : 'The result is not complete.');

/** Only the whole result of a run that Tickmark itself has made and sealed can be final. */
const whyNotFinal = (execution: ExecutionRecord): Failure | undefined => {
  if (execution.imported) return refuse('This run was taken over from an earlier version as history.');
  if (execution.status === 'queued' || execution.status === 'running') return refuse('This run has not ended.');
  if (execution.status !== 'succeeded') return refuse(`This run has not succeeded; it ended as ${execution.status}.`);
  if (!execution.complete || execution.truncatedBy) return refuse(whyIncomplete(execution));
  return undefined;
};

/** Marks the evidence that the audit stands on. Its file is read and compared with its seal first. */
export const createMarkFinal =
  (context: ServiceContext, options: { dataFolder: string; evidenceProcess: EvidenceProcess }) =>
  async ({ executionId }: Input<'evidence', 'markFinal'>): Promise<Result<Execution>> => {
    const { db } = context;
    const find = (): Result<ExecutionRecord> => {
      const execution = findExecution(db, executionId);
      return execution
        ? success(execution)
        : failure('NOT_FOUND', `There is no execution with the number ${executionId}.`);
    };

    const found = find();
    if (!found.ok) return found;
    const execution = found.value;
    const application = requireOpenApplication(context, execution.applicationId);
    if (!application.ok) return application;
    if (execution.final) return success(toExecution(execution));
    const refused = whyNotFinal(execution);
    if (refused) return refused;
    const { evidenceName, sha256, rowCount, questionId, connectorId, connectorName } = execution;
    const file = evidenceFile(options.dataFolder, evidenceName);
    const verified = await options.evidenceProcess.request('verify', { file, sha256: sha256 ?? '' });
    if (!verified.ok) return verified;
    // While the file was read, a second call may have been quicker.
    const current = find();
    if (!current.ok || current.value.final) return current.ok ? success(toExecution(current.value)) : current;
    const marked = { ...current.value, final: true };
    db.transaction(() => {
      updateExecution(db, marked);
      record(context, 'evidence.markedFinal', `execution/${executionId}`, {
        executionId,
        applicationId: execution.applicationId,
        ciId: application.value.ciId,
        questionId,
        connectorId,
        connectorName,
        rowCount,
        sha256,
      });
    })();
    return success(toExecution(marked));
  };
