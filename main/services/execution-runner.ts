import {
  type ConnectorRecord,
  canonicalJson,
  type ExecutionRecord,
  expectFingerprint,
  findConnector,
  findExecution,
  listUnfinishedExecutions,
  updateConnector,
  updateExecution,
} from '../../db';
import type { ExecutionProgress, GuardLayer, GuardReport } from '../../preload/contract';
import { groupBy } from '../../preload/group-by';
import { findToolType } from '../connectors/registry';
import type { ConnectorAccess, SessionIdentity, ToolType } from '../connectors/types';
import type { ConnectionRetry, ExecutionProcess, RunOutcome } from '../execution/execution-process-client';
import { createRunQueue } from '../execution/run-queue';
import { type Failure, failure, type Result, success, type TickmarkError } from '../result';
import { requireApplication } from './application-service';
import { createConnectionFailures } from './connection-failures';
import { type ConnectionService, meetTarget } from './connection-service';
import { evidenceFolder } from './evidence-paths';
import type { EvidenceProcess } from './evidence-service';
import type { PreferenceService } from './preference-service';
import { fingerprintConnector } from './preflight-service';
import { record, type ServiceContext } from './service-context';

export interface ExecutionRunnerOptions {
  dataFolder: string;
  connections: ConnectionService;
  preferences: PreferenceService;
  executionProcess: ExecutionProcess;
  evidenceProcess: EvidenceProcess;
  sendProgress(progress: ExecutionProgress): void;
  connectorMet(connector: { id: number }): void;
}

/** One run that was started, and the connector it runs on. */
export interface RunJob {
  executionId: number;
  connectorId: number;
}

/** Different connectors side by side; more would only make each of them slower. */
const mostConnectorsAtOnce = 4;

/** Seconds before each further try where a system could not be reached; not again by the runs right behind. */
const retryPauses = [1, 3];

const cutOff = failure('INTERNAL', 'Tickmark stopped in the middle of this run. The rows it had received are kept.', {
  hint: 'Check and start the question again for the whole result.',
}).error;

const brokenRun = failure(
  'INTERNAL',
  'Something went wrong inside Tickmark during this run. What had arrived is kept.',
  {
    hint: 'Check and start the question again. If it happens again, report it with the query.',
  },
).error;

const cancelledBefore = failure('CANCELLED', 'Cancelled before the query was sent.').error;

const changedSince = ({ connectorName }: ExecutionRecord): Failure =>
  failure('PREFLIGHT_STALE', `“${connectorName}” was changed before its turn came. No query was sent.`, {
    hint: 'Check again, look at it, then start.',
  });

/** Whether a connector still is called, is and reaches what the pre-flight showed; a first meeting by a run of the same check is no change. */
export const isAsShown = (shown: ExecutionRecord, current: ConnectorRecord): boolean =>
  current.connectorName === shown.connectorName &&
  fingerprintConnector(current) === shown.connectorFingerprint &&
  current.environment === shown.environment &&
  current.metTarget === null &&
  canonicalJson(current.fingerprint) === canonicalJson(shown.expectedFingerprint);

/** The layers behind the guard, as the session that ran the query reported them. */
const withSession = (guard: unknown, session: SessionIdentity, toolType: ToolType | undefined): GuardReport => {
  const report = guard as GuardReport;
  const server: GuardLayer = { layer: 'server', verdict: 'allowed', reason: session.readOnlyMeasure };
  return { ...report, layers: [...report.layers, server, loginLayer(session, toolType)] };
};

const loginLayer = ({ canWrite }: SessionIdentity, toolType: ToolType | undefined): GuardLayer => {
  if (toolType?.withoutLogin)
    return { layer: 'login', verdict: 'allowed', reason: 'Files have no login: they were opened read-only.' };
  if (canWrite === false) return { layer: 'login', verdict: 'allowed', reason: 'The access can only read.' };
  const reason = canWrite
    ? 'The access could change data; the guard and the read-only session kept the query from it.'
    : 'The system does not tell what the access may do.';
  return { layer: 'login', verdict: 'unknown', reason };
};

/** Runs executions that were started, and brings each of them to an end that is stored and logged. */
export const createExecutionRunner = (context: ServiceContext, options: ExecutionRunnerOptions) => {
  const { db } = context;
  const { connections, executionProcess, evidenceProcess } = options;
  const running = new Map<number, AbortController>();
  /** In the queue. What the store calls queued and is not in here waits for a person. */
  const waiting = new Set<number>();
  /** Runs whose system could not be reached yet. */
  const retrying = new Map<number, ExecutionProgress['retry']>();

  const connectionFailures = createConnectionFailures();

  const require = (id: number): ExecutionRecord => {
    const execution = findExecution(db, id);
    if (!execution) throw new Error(`Execution ${id} is missing.`);
    return execution;
  };

  const sendState = ({ id, status, rowCount, bytes, startedAt, finishedAt }: ExecutionRecord): void =>
    options.sendProgress({
      executionId: id,
      status,
      rowCount,
      bytes,
      elapsedMs: startedAt && finishedAt ? Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)) : 0,
    });

  const sendProgress = (id: number, progress: { rowCount: number; bytes: number; elapsedMs: number }): void => {
    const { rowCount, bytes, elapsedMs } = progress;
    const retry = retrying.get(id);
    options.sendProgress({ executionId: id, status: 'running', rowCount, bytes, elapsedMs, ...(retry && { retry }) });
  };

  /** The audit log's words for an execution: which question, on which connector. */
  const describe = (execution: ExecutionRecord): Record<string, unknown> => {
    const { id, applicationId, questionId, connectorId, connectorName, toolType, environment } = execution;
    const application = requireApplication(context, applicationId);
    const ciId = application.ok ? application.value.ciId : undefined;
    return { executionId: id, applicationId, ciId, questionId, connectorId, connectorName, toolType, environment };
  };

  /** Stores a new state with its entry in the audit log, and tells the window. */
  const save = (execution: ExecutionRecord, details: Record<string, unknown> = {}): void => {
    const { id, status, target } = execution;
    db.transaction(() => {
      updateExecution(db, execution);
      record(context, `execution.${status}`, `execution/${id}`, { ...describe(execution), target, ...details });
    })();
    sendState(execution);
  };

  const end = (execution: ExecutionRecord): void => {
    const ended = { ...execution, finishedAt: new Date().toISOString() };
    const { rowCount, bytes, sha256, complete, truncatedBy, incompleteBecause, preflightHash, identity } = ended;
    const error = ended.error as TickmarkError | null;
    save(ended, {
      rowCount,
      bytes,
      sha256,
      complete,
      truncatedBy,
      preflightHash,
      identity,
      ...(incompleteBecause && { incompleteBecause }),
      ...(error && { code: error.code, message: error.message }),
    });
  };

  const endWithError = (execution: ExecutionRecord, error: TickmarkError): void =>
    end({ ...execution, status: error.code === 'CANCELLED' ? 'cancelled' : 'failed', error });

  /** What the run's evidence file holds when nobody can answer for it any more, sealed as it is. */
  const endWithRecovered = async (execution: ExecutionRecord, error: TickmarkError): Promise<void> => {
    const recovered = await evidenceProcess.request('recover', {
      folder: evidenceFolder(options.dataFolder),
      name: execution.evidenceName,
    });
    if (!recovered.ok) return end({ ...execution, complete: false, error: recovered.error });
    const { columns, ...kept } = recovered.value;
    end({
      ...execution,
      ...kept,
      complete: false,
      columns: columns.map((name) => ({ name, type: '' })),
      truncatedBy: kept.sha256 ? (execution.status === 'interrupted' ? 'interrupted' : 'failed') : null,
      error,
    });
  };

  // One run

  /** The connector as the pre-flight showed it, with its secrets, or why the run must not happen. */
  const prepare = async (
    execution: ExecutionRecord,
  ): Promise<Result<{ connector: ConnectorRecord; access: ConnectorAccess }>> => {
    const read = await connections.accessTo(execution.connectorId ?? 0);
    if (!read.ok) return read;
    return isAsShown(execution, read.value.connector) ? success(read.value) : changedSince(execution);
  };

  const limits = () => {
    const { maximumRows, maximumMegabytes, maximumMinutes } = options.preferences.read();
    return { rows: maximumRows, bytes: maximumMegabytes * 1_000_000, milliseconds: maximumMinutes * 60_000 };
  };

  const runStarted = async (started: ExecutionRecord, controller: AbortController) => {
    const { id } = started;
    const prepared = await prepare(started);
    if (controller.signal.aborted) return endWithError(started, cancelledBefore);
    if (!prepared.ok) return endWithError(started, prepared.error);
    const { connector, access } = prepared.value;
    const loginRefused = connectionFailures.refusesLogin(connector);
    if (loginRefused) return endWithError(started, loginRefused.error);
    const input = {
      executionId: id,
      connectorType: started.toolType,
      access,
      query: started.query,
      pinnedFingerprint: connector.fingerprint,
      pinnedTarget: connector.target,
      evidenceFolder: evidenceFolder(options.dataFolder),
      evidenceName: started.evidenceName,
      limits: limits(),
      retryPauses: connectionFailures.hasWaited(connector) ? [] : retryPauses,
    };
    let meetingFailed: unknown;
    const outcome = await executionProcess.run(input, {
      signal: controller.signal,
      onSession: (session) => {
        try {
          meet(id, session);
        } catch (error) {
          // A run whose system can't be written down proves nothing.
          meetingFailed = error;
          controller.abort();
        }
      },
      onProgress: (progress) => sendProgress(id, progress),
      onRetry: (retry) => retried(started, retry),
    });
    if (meetingFailed) throw meetingFailed;
    await finish(id, outcome);
    const { identity, error } = require(id);
    connectionFailures.note(connector, id, identity === null ? (error as TickmarkError | null) : null);
  };

  /** Its system could not be reached, and is tried again. */
  const retried = (execution: ExecutionRecord, { attempt, attempts, pauseSeconds, error }: ConnectionRetry): void => {
    const { reason, message } = error;
    retrying.set(execution.id, { attempt, attempts, ...(reason && { reason }) });
    record(context, 'execution.retried', `execution/${execution.id}`, {
      ...describe(execution),
      attempt,
      attempts,
      pauseSeconds,
      reason,
      message,
    });
  };

  /** Brings one execution to its end, whatever happens. */
  const run = async ({ executionId }: RunJob): Promise<void> => {
    const controller = new AbortController();
    running.set(executionId, controller);
    waiting.delete(executionId);
    try {
      const started = { ...require(executionId), status: 'running' as const, startedAt: new Date().toISOString() };
      save(started);
      await runStarted(started, controller);
    } catch (error) {
      await endBroken(executionId, error);
    } finally {
      running.delete(executionId);
      retrying.delete(executionId);
    }
  };

  /** A bug, or a store that takes no more: what was captured is sealed, and the run has an end if the store lets it. */
  const endBroken = async (id: number, error: unknown): Promise<void> => {
    console.error(`Execution ${id} failed:`, error instanceof Error ? error.stack : error);
    try {
      await endWithRecovered({ ...require(id), status: 'failed' }, brokenRun);
    } catch (again) {
      // It stays *running* in the store and is settled at the next start.
      console.error(`Execution ${id} could not be ended:`, again instanceof Error ? again.stack : again);
    }
  };

  /** Which system answered, before its first row: kept at once, so that an interrupted run can tell too. */
  const meet = (id: number, session: SessionIdentity): void => {
    retrying.delete(id);
    const execution = require(id);
    const connector = execution.connectorId === null ? undefined : findConnector(db, execution.connectorId);
    db.transaction(() => {
      updateExecution(db, {
        ...execution,
        target: session.target,
        identity: session.identity,
        guard: withSession(execution.guard, session, findToolType(execution.toolType)),
      });
      // One that was changed since this run began may point elsewhere by now.
      if (connector && fingerprintConnector(connector) === execution.connectorFingerprint) {
        meetAs(execution, connector, session);
      }
    })();
  };

  const meetAs = (
    execution: ExecutionRecord,
    connector: ConnectorRecord,
    { target, fingerprint }: SessionIdentity,
  ): void => {
    const met = meetTarget(connector, target, fingerprint);
    if (!connector.fingerprint) expectFingerprint(db, execution, fingerprint);
    const isKnown =
      canonicalJson([met.fingerprint, met.metFingerprint]) ===
      canonicalJson([connector.fingerprint, connector.metFingerprint]);
    if (isKnown) return;
    updateConnector(db, met);
    record(context, met.metTarget ? 'connector.targetChanged' : 'connector.targetPinned', `connector/${met.id}`, {
      connectorId: met.id,
      ciId: met.ciId,
      connectorName: met.connectorName,
      target: met.target,
      metTarget: met.metTarget,
    });
    options.connectorMet({ id: met.id });
  };

  const finish = async (id: number, outcome: RunOutcome): Promise<void> => {
    const execution = require(id);
    if (outcome.kind === 'process-ended') return endWithRecovered({ ...execution, status: 'interrupted' }, cutOff);
    const { evidence, result } = outcome;
    const captured = { ...execution, ...(evidence ?? {}) };
    if (!result.ok) {
      const truncatedBy = result.error.code === 'CANCELLED' ? 'cancelled' : 'failed';
      return endWithError({ ...captured, truncatedBy: evidence?.sha256 ? truncatedBy : null }, result.error);
    }
    const { complete, truncatedBy = null, incompleteBecause = null } = result.value;
    end({ ...captured, status: 'succeeded', complete, truncatedBy, incompleteBecause });
  };

  // All runs

  const queue = createRunQueue<RunJob>({ run, mostAtOnce: mostConnectorsAtOnce });

  /** Writes down, audit by audit, what waits for a person to resume or cancel it. */
  const recordHeld = (held: readonly ExecutionRecord[]): void => {
    const byApplication = groupBy(held, ({ applicationId }) => applicationId);
    for (const [applicationId, executions] of byApplication) {
      const application = requireApplication(context, applicationId);
      record(context, 'executions.held', `application/${applicationId}`, {
        applicationId,
        ciId: application.ok ? application.value.ciId : undefined,
        executionIds: executions.map(({ id }) => id),
      });
    }
  };

  /**
   * Once, at start: what the last session left running is *interrupted*, what it left waiting is held. Neither is ever
   * run by itself.
   */
  const recover = async (): Promise<void> => {
    const unfinished = listUnfinishedExecutions(db);
    recordHeld(unfinished.filter(({ status }) => status === 'queued'));
    for (const execution of unfinished.filter(({ status }) => status === 'running')) {
      try {
        await endWithRecovered({ ...execution, status: 'interrupted' }, cutOff);
      } catch (error) {
        // It stays as it is for the next start; the others are not kept from their end.
        console.error(`Execution ${execution.id} could not be recovered:`, error);
      }
    }
  };

  /** Cancels one that waits or runs; nothing happens to one that has ended. */
  const cancel = (execution: ExecutionRecord): void => {
    if (execution.status === 'queued') {
      queue.removeWaiting(({ executionId }) => executionId === execution.id);
      waiting.delete(execution.id);
      endWithError(execution, cancelledBefore);
    } else running.get(execution.id)?.abort();
  };

  /** Cancels what runs and resolves when all of it has ended. What waits is held until a person resumes it. */
  const stop = async (): Promise<void> => {
    for (const controller of running.values()) controller.abort();
    queue.removeWaiting(() => true);
    await queue.whenIdle();
  };

  /** Puts runs into the queue, one lane for each connector. */
  const add = (jobs: readonly RunJob[]): void => {
    for (const { executionId } of jobs) waiting.add(executionId);
    const lanes = groupBy(jobs, ({ connectorId }) => connectorId);
    for (const [connectorId, ofConnector] of lanes) {
      connectionFailures.forget(connectorId);
      queue.add(String(connectorId), ofConnector);
    }
  };

  /** Whether it was left waiting by an earlier session, and waits for a person. */
  const isHeld = ({ id, status }: ExecutionRecord): boolean => status === 'queued' && !waiting.has(id);

  return { add, cancel, refuse: endWithError, recover, stop, isHeld };
};
