import { mkdirSync } from 'node:fs';
import {
  type AnalysisRecord,
  type ApplicationRecord,
  type ConnectorRecord,
  type ExecutionRecord,
  findAnalysis,
  findExecution,
  insertExecution,
  listExecutions,
  listUnfinishedExecutions,
  saveAnalysis,
} from '../../db';
import type { Execution, GuardReport, Input, TickmarkError, Value } from '../../preload/contract';
import type { Guard } from '../guard/guard-client';
import { type Failure, failure, type Result, success } from '../result';
import { requireApplication, requireOpenApplication } from './application-service';
import { evidenceFolder, newEvidenceName } from './evidence-paths';
import { toExecution } from './execution-record';
import { createExecutionRunner, type ExecutionRunnerOptions, type RunJob } from './execution-runner';
import type { Preflight, PreflightLine, PreflightService } from './preflight-service';
import { record, type ServiceContext } from './service-context';
import { whyStale } from './stale-run';

const unknownExecution = (id: number): Failure => failure('NOT_FOUND', `There is no execution with the number ${id}.`);

const guardReport = (guardReason: string): GuardReport => ({
  verdict: 'allowed',
  layers: [{ layer: 'guard', verdict: 'allowed', reason: guardReason }],
});

const closing = failure('STORE_UNAVAILABLE', 'Tickmark is closing. Nothing was started.');

const notAsShown = (reason: string): TickmarkError =>
  failure('PREFLIGHT_STALE', `${reason} No query was sent.`, { hint: 'Check again, look at it, then start.' }).error;

/** A line that may run, with the connector that it runs on. */
type ReadyLine = PreflightLine & { connector: ConnectorRecord };

const isReady = (line: PreflightLine): line is ReadyLine =>
  line.item.verdict === 'ready' && line.connector !== undefined;

export const createExecutionService = (
  context: ServiceContext,
  preflights: PreflightService,
  guard: Guard,
  options: ExecutionRunnerOptions,
) => {
  const { db } = context;
  mkdirSync(evidenceFolder(options.dataFolder), { recursive: true });
  const runner = createExecutionRunner(context, options);
  const recovered = runner.recover();
  let stopping = false;

  const answer = (execution: ExecutionRecord): Execution => ({
    ...toExecution(execution),
    ...(runner.isHeld(execution) && { held: true }),
  });

  const start = async ({
    preflightToken,
    confirmProduction,
  }: Input<'executions', 'start'>): Promise<Result<Value<'executions', 'start'>>> => {
    await recovered;
    if (stopping) return closing;
    const recalled = preflights.recall(preflightToken);
    if (!recalled.ok) return recalled;
    const ready = recalled.value.lines.filter(isReady);
    const production = ready.filter(({ item }) => item.environment === 'production');
    if (production.length > 0 && !confirmProduction) return productionUnconfirmed(production);
    preflights.forget(preflightToken);
    const jobs = db.transaction(() => ready.map((line) => enqueue(recalled.value, line)))();
    runner.add(jobs);
    return success({
      started: jobs.map(({ executionId }, position) => ({
        executionId,
        questionId: ready[position]?.item.questionId ?? '',
      })),
      refused: recalled.value.lines.flatMap(describeRefusal),
    });
  };

  /** Stores an execution as the pre-flight showed it. */
  const enqueue = (preflight: Preflight, line: ReadyLine): RunJob => {
    const { item, analysis, connector, connectorFingerprint = '' } = line;
    if (line.resolution === 'only-one-of-type') keepAsChoice(preflight, analysis, connector);
    const { id: connectorId, connectorName, connectorType: toolType, environment, target } = connector;
    const shared = { questionId: item.questionId, connectorId, connectorName, toolType, environment };
    const executionId = insertExecution(db, {
      ...shared,
      applicationId: preflight.application.id,
      questionNumber: analysis.questionNumber,
      question: analysis.originalQuestion,
      connectorFingerprint,
      evidenceName: newEvidenceName(),
      target,
      preflightHash: preflight.hash,
      query: item.query,
      expectedFingerprint: connector.fingerprint,
      guard: guardReport(line.guardReason),
    });
    record(context, 'execution.queued', `execution/${executionId}`, {
      ...shared,
      executionId,
      applicationId: preflight.application.id,
      ciId: preflight.application.ciId,
      query: item.query,
      preflightHash: preflight.hash,
    });
    return { executionId, connectorId };
  };

  /** The only connector of its type was offered; the person who starts with it has chosen it. */
  const keepAsChoice = (
    { application }: Preflight,
    { applicationId, questionId }: AnalysisRecord,
    connector: ConnectorRecord,
  ): void => {
    // Read again: its texts may have been edited since the pre-flight.
    const analysis = findAnalysis(db, applicationId, questionId);
    if (!analysis) return;
    saveAnalysis(db, {
      ...analysis,
      connectorId: connector.id,
      connectorToUse: connector.connectorName,
      chosenBy: 'person',
    });
    record(context, 'analysis.saved', `question/${applicationId}/${questionId}`, {
      applicationId,
      ciId: application.ciId,
      questionId,
      connectorId: connector.id,
      changes: { connectorId: { from: null, to: connector.id } },
      because: 'only one of its type',
    });
  };

  const cancel = ({ executionId }: Input<'executions', 'cancel'>): Result<Execution> => {
    const execution = findExecution(db, executionId);
    if (!execution) return unknownExecution(executionId);
    runner.cancel(execution);
    return success(answer(findExecution(db, executionId) ?? execution));
  };

  const get = async ({ executionId }: Input<'executions', 'get'>): Promise<Result<Execution>> => {
    await recovered;
    const execution = findExecution(db, executionId);
    return execution ? success(answer(execution)) : unknownExecution(executionId);
  };

  const list = async ({ applicationId }: Input<'executions', 'list'>): Promise<Result<Execution[]>> => {
    await recovered;
    const found = requireApplication(context, applicationId);
    return found.ok ? success(listExecutions(db, applicationId).map(answer)) : found;
  };

  // What waited over a restart

  const listHeld = (applicationId: number): ExecutionRecord[] =>
    listUnfinishedExecutions(db).filter(
      (execution) => execution.applicationId === applicationId && runner.isHeld(execution),
    );

  /** Puts what an earlier session left waiting back into the queue, but only what is still as its pre-flight showed it. */
  const resumeQueue = async ({
    applicationId,
  }: Input<'executions', 'resumeQueue'>): Promise<Result<Value<'executions', 'resumeQueue'>>> => {
    await recovered;
    if (stopping) return closing;
    const found = requireOpenApplication(context, applicationId);
    if (!found.ok) return found;
    const stale = new Map<number, TickmarkError>();
    for (const execution of listHeld(applicationId)) {
      const reason = await whyStale(context, guard, execution);
      if (reason !== undefined) stale.set(execution.id, notAsShown(reason));
    }
    if (stopping) return closing;
    // Read again: while the guard was asked, some may have been cancelled, or resumed by a second call.
    const held = listHeld(applicationId);
    const resumed = held.filter(({ id }) => !stale.has(id));
    db.transaction(() => {
      for (const execution of resumed) recordResumed(found.value, execution);
    })();
    runner.add(resumed.map(({ id, connectorId }) => ({ executionId: id, connectorId: connectorId ?? 0 })));
    return success({
      started: resumed.map(({ id, questionId }) => ({ executionId: id, questionId })),
      refused: held.flatMap((execution) => {
        const error = stale.get(execution.id);
        if (!error) return [];
        runner.refuse(execution, error);
        return [{ questionId: execution.questionId, code: error.code, message: error.message }];
      }),
    });
  };

  const recordResumed = ({ ciId }: ApplicationRecord, execution: ExecutionRecord): void => {
    const { id: executionId, applicationId, questionId, connectorId, connectorName, preflightHash } = execution;
    record(context, 'execution.resumed', `execution/${executionId}`, {
      executionId,
      applicationId,
      ciId,
      questionId,
      connectorId,
      connectorName,
      preflightHash,
    });
  };

  /** Cancels what runs, takes no more, and resolves when all of it has ended. */
  const stop = (): Promise<void> => {
    stopping = true;
    return runner.stop();
  };

  return { start, cancel, get, list, resumeQueue, stop };
};

const productionUnconfirmed = (production: readonly PreflightLine[]): Failure => {
  const names = [...new Set(production.map(({ item }) => item.connectorName))].join(', ');
  return failure('CONFIRMATION_REQUIRED', `This runs on production: ${names}. Nothing was started.`, {
    hint: 'Confirm that these production systems are meant.',
  });
};

const describeRefusal = ({ item }: PreflightLine): Value<'executions', 'start'>['refused'] =>
  item.verdict === 'ready'
    ? []
    : [{ questionId: item.questionId, code: item.code ?? 'INTERNAL', message: item.reasons.join(' ') }];
