/** One run, from the guard's last look at the query to sealed evidence. */
import type {
  Column,
  ConnectionFailureReason,
  Identity,
  Result,
  TickmarkError,
  TruncationCause,
} from '../../preload/contract';
import { findToolType } from '../connectors/registry';
import { isSameTarget } from '../connectors/target-identity';
import type { ConnectorAccess, RunReport, SessionIdentity, ToolType } from '../connectors/types';
import { createEvidenceWriter, type EvidenceWriter } from '../evidence/evidence-writer';
import { waitFor } from '../http/retry';
import type { RequestContext } from '../processes/requests';
import { failure, success } from '../result';

export interface RunInput {
  executionId: number;
  connectorType: string;
  access: ConnectorAccess;
  query: string;
  /** The system this connector was seen to be, and its name for people; null when none was met yet. */
  pinnedFingerprint: Identity | null;
  pinnedTarget: string | null;
  evidenceFolder: string;
  /** File name without ending. */
  evidenceName: string;
  limits: { rows: number; bytes: number; milliseconds: number };
  /** Seconds to wait before each further try where the system could not be reached. */
  retryPauses: readonly number[];
}

export type RunNotice =
  /** Once, before the query is sent; also when it is another system than the pinned one and nothing will be sent. */
  | { kind: 'session'; session: SessionIdentity }
  /** The system could not be reached, no query was sent; the next try comes after `pauseSeconds`. */
  | { kind: 'retry'; attempt: number; attempts: number; pauseSeconds: number; error: TickmarkError }
  /** At most ten a second. */
  | { kind: 'progress'; rowCount: number; bytes: number; elapsedMs: number };

export interface RunEnd {
  complete: boolean;
  truncatedBy?: TruncationCause;
  /** Why the system itself showed less than was asked for. */
  incompleteBecause?: string;
}

export interface RunAnswer {
  /** `complete: false` where a limit ended the run or the system showed less. Cancelled by a person: CANCELLED. */
  result: Result<RunEnd>;
  /** What was sealed, whole or not; null where no result was ever begun. */
  evidence: { sha256: string | null; bytes: number; rowCount: number; columns: Column[] } | null;
}

const progressMilliseconds = 100;

/** Runs the query and captures its rows. Expected failures are in the answer's result, beside what had arrived. */
export const runQuery = async (input: RunInput, context: RequestContext): Promise<RunAnswer> => {
  const toolType = findToolType(input.connectorType);
  if (!toolType) return nothing(failure('UNSUPPORTED_TYPE', `The tool type “${input.connectorType}” can't run.`));
  // Main has asked the guard before. This process is the one that sends queries, so it takes nobody's word for it.
  const verdict = await toolType.guardQuery(input.query);
  if (!verdict.allowed) return nothing(failure('QUERY_REJECTED', verdict.reason));
  return captureRows(toolType, input, context);
};

const nothing = (result: RunAnswer['result']): RunAnswer => ({ result, evidence: null });

const captureRows = async (toolType: ToolType, input: RunInput, context: RequestContext): Promise<RunAnswer> => {
  const endings = collectEndings(context.signal, input.limits.milliseconds);
  try {
    const created = await createEvidenceWriter({
      folder: input.evidenceFolder,
      name: input.evidenceName,
      limits: input.limits,
      signal: endings.stop,
      onFailure: endings.diskFailed,
    });
    return created.ok ? await fillEvidence(created.value, toolType, input, context, endings) : nothing(created);
  } finally {
    endings.forget();
  }
};

const fillEvidence = async (
  writer: EvidenceWriter,
  toolType: ToolType,
  input: RunInput,
  { notify }: RequestContext,
  endings: Endings,
): Promise<RunAnswer> => {
  let metTarget: string | undefined;
  let hasMet = false;
  const confirmIdentity = (session: SessionIdentity): boolean => {
    hasMet = true;
    notify({ kind: 'session', session } satisfies RunNotice);
    if (!input.pinnedFingerprint || isSameTarget(input.pinnedFingerprint, session.fingerprint)) return true;
    metTarget = session.target;
    return false;
  };

  const reporting = reportProgress(writer, notify);
  try {
    const driver = await toolType.loadDriver();
    const ran = await retryUnreached(input.retryPauses, endings.stop, notify, {
      run: () => driver.run(input.access, input.query, writer, { signal: endings.stop, confirmIdentity }),
      mayHaveAsked: () => hasMet,
    });
    const { error, limitReached: _limit, ...sealed } = await writer.seal();
    const result = metTarget === undefined ? endings.judge(ran, error) : targetChanged(input.pinnedTarget, metTarget);
    return { result, evidence: sealed.sha256 === null ? null : sealed };
  } finally {
    clearInterval(reporting);
  }
};

/** What may be gone a moment later. A refused login or certificate is not, and asking again could lock an account. */
const passingReasons = new Set<ConnectionFailureReason | undefined>(['DNS', 'REFUSED', 'TIMEOUT']);

/** Tries again where the system could not even be reached; never once a session was open, for a query may have been sent. */
const retryUnreached = async (
  pauses: readonly number[],
  signal: AbortSignal,
  notify: RequestContext['notify'],
  { run, mayHaveAsked }: { run: () => Promise<Result<RunReport>>; mayHaveAsked: () => boolean },
): Promise<Result<RunReport>> => {
  let ran = await run();
  for (const [position, pauseSeconds] of pauses.entries()) {
    if (ran.ok || ran.error.code !== 'CONNECTION_FAILED' || !passingReasons.has(ran.error.reason)) return ran;
    if (mayHaveAsked() || signal.aborted) return ran;
    const attempts = pauses.length + 1;
    notify({ kind: 'retry', attempt: position + 2, attempts, pauseSeconds, error: ran.error } satisfies RunNotice);
    await waitFor(pauseSeconds, signal);
    if (signal.aborted) return failure('CANCELLED', 'Cancelled before the query was sent.');
    ran = await run();
  }
  return ran;
};

const targetChanged = (pinned: string | null, met: string) =>
  failure('TARGET_CHANGED', `Another system answered, so nothing was asked. Before: ${pinned}. Now: ${met}.`, {
    hint: 'If that is meant, confirm the new target in the connector.',
  });

const reportProgress = (writer: EvidenceWriter, notify: RequestContext['notify']): NodeJS.Timeout => {
  const startedAt = performance.now();
  return setInterval(() => {
    const elapsedMs = Math.round(performance.now() - startedAt);
    notify({ kind: 'progress', rowCount: writer.rowCount, bytes: writer.bytes, elapsedMs } satisfies RunNotice);
  }, progressMilliseconds);
};

type Endings = ReturnType<typeof collectEndings>;

/** Whatever may end a run early from here: a person, the time limit, the disk. */
const collectEndings = (cancel: AbortSignal, milliseconds: number) => {
  const time = new AbortController();
  const disk = new AbortController();
  const timer = setTimeout(() => time.abort(), milliseconds);

  /** What the run comes to, given what the driver says and whether rows were lost to the disk. */
  const judge = (ran: Result<RunReport>, diskError: TickmarkError | undefined): RunAnswer['result'] => {
    if (diskError) return { ok: false, error: diskError };
    if (ran.ok && (ran.value.complete || ran.value.truncatedBy)) return ended(ran.value);
    if (cancel.aborted) return failure('CANCELLED', 'Cancelled. The rows that had arrived are kept.');
    if (!time.signal.aborted) return ran.ok ? ended(ran.value) : ran;
    if (ran.ok) return success({ complete: false, truncatedBy: 'time' as const });
    return ran.error.code === 'CANCELLED'
      ? failure('QUERY_TIMEOUT', 'The time limit of a run passed before the query was sent.')
      : ran;
  };

  return {
    stop: AbortSignal.any([cancel, time.signal, disk.signal]),
    diskFailed: () => disk.abort(),
    judge,
    forget: () => clearTimeout(timer),
  };
};

const ended = ({ rowCount: _counted, ...end }: RunReport): Result<RunEnd> => success(end);
