import { mkdirSync } from 'node:fs';
import {
  type ConnectorRecord,
  type ExecutionRecord,
  findConnector,
  findExecution,
  insertExecution,
  listExecutions,
  listUnfinishedExecutions,
  saveAnalysis,
  updateConnector,
  updateExecution,
} from '../../db';
import type { Execution, ExecutionProgress, GuardLayer, GuardReport, Input, Value } from '../../preload/contract';
import type { ConnectorAccess, SessionIdentity } from '../connectors/types';
import type { ExecutionProcess, RunOutcome } from '../execution/execution-process-client';
import { createRunQueue } from '../execution/run-queue';
import { type Failure, failure, type Result, success, type TickmarkError } from '../result';
import { requireApplication } from './application-service';
import { type ConnectionService, meetTarget } from './connection-service';
import { evidenceFolder, newEvidenceName } from './evidence-paths';
import type { EvidenceProcess } from './evidence-service';
import { toExecution } from './execution-record';
import type { PreferenceService } from './preference-service';
import { fingerprintConnector, type Preflight, type PreflightLine, type PreflightService } from './preflight-service';
import { record, type ServiceContext } from './service-context';

interface ExecutionServiceOptions {
  dataFolder: string;
  preflights: PreflightService;
  connections: ConnectionService;
  preferences: PreferenceService;
  executionProcess: ExecutionProcess;
  evidenceProcess: EvidenceProcess;
  sendProgress(progress: ExecutionProgress): void;
}

/** Different connectors side by side; more would only make each of them slower. */
const mostConnectorsAtOnce = 4;

const unknownExecution = (id: number): Failure => failure('NOT_FOUND', `There is no execution with the number ${id}.`);

const guardReport = (guardReason: string): GuardReport => ({
  verdict: 'allowed',
  layers: [{ layer: 'guard', verdict: 'allowed', reason: guardReason }],
});

/** The layers behind the guard, as the session that ran the query reported them. */
const withSession = (guard: unknown, { readOnlyMeasure, canWrite }: SessionIdentity): GuardReport => {
  const report = guard as GuardReport;
  return {
    ...report,
    layers: [...report.layers, { layer: 'server', verdict: 'allowed', reason: readOnlyMeasure }, loginLayer(canWrite)],
  };
};

const loginLayer = (canWrite: boolean | null): GuardLayer => {
  if (canWrite === false) return { layer: 'login', verdict: 'allowed', reason: 'The login can only read.' };
  const reason = canWrite
    ? 'The login could change data, so this layer protects nothing.'
    : 'The system does not tell what the login may do.';
  return { layer: 'login', verdict: 'unknown', reason };
};

export const createExecutionService = (context: ServiceContext, options: ExecutionServiceOptions) => {
  const { db } = context;
  const { preflights, connections, executionProcess } = options;
  const running = new Map<number, AbortController>();
  mkdirSync(evidenceFolder(options.dataFolder), { recursive: true });

  const require = (id: number): ExecutionRecord => {
    const execution = findExecution(db, id);
    if (!execution) throw new Error(`Execution ${id} is missing.`);
    return execution;
  };

  /** Stores a new state with its entry in the audit log, and tells the window. */
  const save = (execution: ExecutionRecord, details: Record<string, unknown> = {}): void => {
    const { id, applicationId, questionId, connectorId, connectorName, toolType, environment, target } = execution;
    const application = requireApplication(context, applicationId);
    db.transaction(() => {
      updateExecution(db, execution);
      record(context, `execution.${execution.status}`, `execution/${id}`, {
        executionId: id,
        applicationId,
        ciId: application.ok ? application.value.ciId : undefined,
        questionId,
        connectorId,
        connectorName,
        toolType,
        environment,
        target,
        ...details,
      });
    })();
    sendState(execution);
  };

  const sendState = ({ id, status, rowCount, bytes, startedAt, finishedAt }: ExecutionRecord): void =>
    options.sendProgress({
      executionId: id,
      status,
      rowCount,
      bytes,
      elapsedMs: startedAt && finishedAt ? Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)) : 0,
    });

  const end = (execution: ExecutionRecord): void => {
    const ended = { ...execution, finishedAt: new Date().toISOString() };
    const { rowCount, bytes, sha256, complete, truncatedBy, preflightHash } = ended;
    const error = ended.error as TickmarkError | null;
    save(ended, {
      rowCount,
      bytes,
      sha256,
      complete,
      truncatedBy,
      preflightHash,
      ...(error && { code: error.code, message: error.message }),
    });
  };

  const endWithError = (execution: ExecutionRecord, error: TickmarkError): void =>
    end({ ...execution, status: error.code === 'CANCELLED' ? 'cancelled' : 'failed', error });

  // Running

  /** The connector as the pre-flight showed it, with its secrets, or why the run must not happen. */
  const prepare = async (
    execution: ExecutionRecord,
  ): Promise<Result<{ connector: ConnectorRecord; access: ConnectorAccess }>> => {
    const connector = execution.connectorId === null ? undefined : findConnector(db, execution.connectorId);
    if (!connector) {
      return failure('NOT_FOUND', `The connector “${execution.connectorName}” was deleted before its turn came.`);
    }
    if (fingerprintConnector(connector) !== execution.connectorFingerprint) {
      return failure('PREFLIGHT_STALE', `“${connector.connectorName}” was changed before its turn came.`, {
        hint: 'Check again, look at it, then start.',
      });
    }
    const access = await connections.accessTo(connector);
    return access.ok ? success({ connector, access: access.value }) : access;
  };

  const limits = () => {
    const { maximumRows, maximumMegabytes, maximumMinutes } = options.preferences.read();
    return { rows: maximumRows, bytes: maximumMegabytes * 1_000_000, milliseconds: maximumMinutes * 60_000 };
  };

  const run = async (id: number): Promise<void> => {
    const execution = require(id);
    if (execution.status !== 'queued') return;
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const started = { ...execution, status: 'running' as const, startedAt: new Date().toISOString() };
      save(started);
      const prepared = await prepare(started);
      if (!prepared.ok) return endWithError(started, prepared.error);
      const outcome = await executionProcess.run(
        {
          executionId: id,
          connectorType: started.toolType,
          access: prepared.value.access,
          query: started.query,
          pinnedFingerprint: prepared.value.connector.fingerprint,
          pinnedTarget: prepared.value.connector.target,
          evidenceFolder: evidenceFolder(options.dataFolder),
          evidenceName: started.evidenceName,
          limits: limits(),
        },
        {
          signal: controller.signal,
          onSession: (session) => meet(id, session),
          onProgress: (progress) => options.sendProgress({ executionId: id, status: 'running', ...progress }),
        },
      );
      await finish(id, outcome);
    } finally {
      running.delete(id);
    }
  };

  /** Which system answered, before its first row: kept at once, so that an interrupted run can tell too. */
  const meet = (id: number, session: SessionIdentity): void => {
    const execution = require(id);
    const connector = execution.connectorId === null ? undefined : findConnector(db, execution.connectorId);
    db.transaction(() => {
      updateExecution(db, {
        ...execution,
        target: session.target,
        identity: session.identity,
        guard: withSession(execution.guard, session),
      });
      if (connector) meetAs(connector, session);
    })();
  };

  const meetAs = (connector: ConnectorRecord, { target, fingerprint }: SessionIdentity): void => {
    const met = meetTarget(connector, target, fingerprint);
    if (met.target === connector.target && met.metTarget === connector.metTarget) return;
    updateConnector(db, met);
    record(context, met.metTarget ? 'connector.targetChanged' : 'connector.targetPinned', `connector/${met.id}`, {
      connectorId: met.id,
      ciId: met.ciId,
      connectorName: met.connectorName,
      target: met.target,
      metTarget: met.metTarget,
    });
  };

  const finish = async (id: number, outcome: RunOutcome): Promise<void> => {
    const execution = require(id);
    if (outcome.kind === 'process-ended') return interrupt(execution);
    const { evidence, result } = outcome;
    const captured = { ...execution, ...(evidence ?? {}) };
    if (!result.ok) {
      const truncatedBy = result.error.code === 'CANCELLED' ? 'cancelled' : 'failed';
      return endWithError({ ...captured, truncatedBy: evidence?.sha256 ? truncatedBy : null }, result.error);
    }
    const { complete, truncatedBy = null } = result.value;
    end({ ...captured, status: 'succeeded', complete, truncatedBy });
  };

  /** The run was cut off, by a crash or a power cut: what it had kept is sealed as it is. */
  const interrupt = async (execution: ExecutionRecord): Promise<void> => {
    const recovered = await options.evidenceProcess.request('recover', {
      folder: evidenceFolder(options.dataFolder),
      name: execution.evidenceName,
    });
    const interrupted = { ...execution, status: 'interrupted' as const, complete: false };
    if (!recovered.ok) return end({ ...interrupted, error: recovered.error });
    const { columns, ...kept } = recovered.value;
    end({
      ...interrupted,
      ...kept,
      columns: columns.map((name) => ({ name, type: '' })),
      truncatedBy: kept.sha256 ? 'interrupted' : null,
      error: failure('INTERNAL', 'Tickmark stopped in the middle of this run. The rows it had received are kept.', {
        hint: 'Check and start the question again for the whole result.',
      }).error,
    });
  };

  const queue = createRunQueue<number>({
    laneOf: (id) => String(require(id).connectorId),
    run,
    mostAtOnce: mostConnectorsAtOnce,
  });

  /** Once, at start: what the last session left waiting or running is *interrupted*. Never run again by itself. */
  const recover = async (): Promise<void> => {
    for (const execution of listUnfinishedExecutions(db)) {
      if (execution.status === 'running') await interrupt(execution);
      else end({ ...execution, status: 'interrupted', error: neverStarted });
    }
  };
  const recovered = recover();

  // Starting

  const start = async ({
    preflightToken,
    confirmProduction,
  }: Input<'executions', 'start'>): Promise<Result<Value<'executions', 'start'>>> => {
    await recovered;
    const recalled = preflights.recall(preflightToken);
    if (!recalled.ok) return recalled;
    const ready = recalled.value.lines.filter(({ item }) => item.verdict === 'ready');
    const production = ready.filter(({ item }) => item.environment === 'production');
    if (production.length > 0 && !confirmProduction) return productionUnconfirmed(production);
    preflights.forget(preflightToken);
    const started = db.transaction(() => ready.map((line) => enqueue(recalled.value, line)))();
    for (const { executionId } of started) queue.add(executionId);
    return success({ started, refused: recalled.value.lines.flatMap(describeRefusal) });
  };

  const enqueue = (preflight: Preflight, line: PreflightLine): { executionId: number; questionId: string } => {
    const { item, analysis, connector, connectorFingerprint = '' } = line;
    if (!connector) throw new Error('A ready line has a connector.');
    if (line.resolution === 'only-one-of-type') keepAsChoice(preflight, line, connector);
    const executionId = insertExecution(db, {
      applicationId: preflight.application.id,
      questionId: item.questionId,
      questionNumber: analysis.questionNumber,
      question: analysis.originalQuestion,
      toolType: connector.connectorType,
      connectorId: connector.id,
      connectorName: connector.connectorName,
      environment: connector.environment,
      connectorFingerprint,
      evidenceName: newEvidenceName(),
      target: connector.target,
      preflightHash: preflight.hash,
      query: item.query,
      guard: guardReport(line.guardReason),
    });
    record(context, 'execution.queued', `execution/${executionId}`, {
      executionId,
      applicationId: preflight.application.id,
      ciId: preflight.application.ciId,
      questionId: item.questionId,
      connectorId: connector.id,
      connectorName: connector.connectorName,
      toolType: connector.connectorType,
      environment: connector.environment,
      query: item.query,
      preflightHash: preflight.hash,
    });
    return { executionId, questionId: item.questionId };
  };

  /** The only connector of its type was offered; the person who starts with it has chosen it. */
  const keepAsChoice = (preflight: Preflight, { analysis }: PreflightLine, connector: ConnectorRecord): void => {
    saveAnalysis(db, {
      ...analysis,
      connectorId: connector.id,
      connectorToUse: connector.connectorName,
      chosenBy: 'person',
    });
    record(context, 'analysis.saved', `question/${analysis.applicationId}/${analysis.questionId}`, {
      applicationId: analysis.applicationId,
      ciId: preflight.application.ciId,
      questionId: analysis.questionId,
      connectorId: connector.id,
      changes: { connectorId: { from: null, to: connector.id } },
      because: 'only one of its type',
    });
  };

  const cancel = async ({ executionId }: Input<'executions', 'cancel'>): Promise<Result<Execution>> => {
    const execution = findExecution(db, executionId);
    if (!execution) return unknownExecution(executionId);
    if (queue.removeWaiting((id) => id === executionId).length > 0) {
      endWithError(execution, failure('CANCELLED', 'Cancelled before it started.').error);
    } else {
      running.get(executionId)?.abort();
    }
    return success(toExecution(require(executionId)));
  };

  const get = async ({ executionId }: Input<'executions', 'get'>): Promise<Result<Execution>> => {
    await recovered;
    const execution = findExecution(db, executionId);
    return execution ? success(toExecution(execution)) : unknownExecution(executionId);
  };

  const list = async ({ applicationId }: Input<'executions', 'list'>): Promise<Result<Execution[]>> => {
    await recovered;
    const found = requireApplication(context, applicationId);
    return found.ok ? success(listExecutions(db, applicationId).map(toExecution)) : found;
  };

  /** Cancels what runs and resolves when all of it has ended. */
  const stop = async (): Promise<void> => {
    for (const id of queue.removeWaiting(() => true))
      end({ ...require(id), status: 'interrupted', error: neverStarted });
    for (const controller of running.values()) controller.abort();
    await queue.whenIdle();
  };

  return { start, cancel, get, list, recovered, stop };
};

const neverStarted = failure('INTERNAL', 'Tickmark stopped before this run had started. No query was sent.', {
  hint: 'Check and start the question again.',
}).error;

const productionUnconfirmed = (production: readonly PreflightLine[]): Failure => {
  const names = [...new Set(production.map(({ item }) => item.connectorName))].join(', ');
  return failure('CONFIRMATION_REQUIRED', `This runs on production: ${names}. Nothing was started.`, {
    hint: 'Confirm that these production systems are meant.',
  });
};

const describeRefusal = ({ item }: PreflightLine): { questionId: string; code: string; message: string }[] =>
  item.verdict === 'ready'
    ? []
    : [{ questionId: item.questionId, code: item.code ?? 'INTERNAL', message: item.reasons.join(' ') }];
