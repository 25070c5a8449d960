import type { Database } from '../open';
import type { StoredFingerprint } from './connectors';

export type ExecutionStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'interrupted';

export interface ExecutionRecord {
  id: number;
  applicationId: number;
  questionId: string;
  questionNumber: string;
  question: string;
  toolType: string;
  connectorId: number | null;
  connectorName: string;
  environment: string;
  connectorFingerprint: string;
  /** The evidence file in the evidence folder, without ending. */
  evidenceName: string;
  target: string | null;
  identity: Record<string, string> | null;
  preflightHash: string;
  query: string;
  /** The system that the connector was known to reach when the run was checked; null where none was met yet. */
  expectedFingerprint: StoredFingerprint | null;
  /** The layers' verdicts, as the bridge's `GuardReport`. */
  guard: unknown;
  status: ExecutionStatus;
  columns: { name: string; type: string }[];
  rowCount: number;
  complete: boolean;
  truncatedBy: string | null;
  /** In a sentence: why the system itself showed less than was asked for. */
  incompleteBecause: string | null;
  final: boolean;
  imported: boolean;
  bytes: number;
  sha256: string | null;
  /** Why it failed, as the bridge's error. */
  error: unknown;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export type NewExecution = Pick<
  ExecutionRecord,
  | 'applicationId'
  | 'questionId'
  | 'questionNumber'
  | 'question'
  | 'toolType'
  | 'connectorId'
  | 'connectorName'
  | 'environment'
  | 'connectorFingerprint'
  | 'evidenceName'
  | 'target'
  | 'preflightHash'
  | 'expectedFingerprint'
  | 'query'
  | 'guard'
>;

interface ExecutionRow
  extends Omit<
    ExecutionRecord,
    'identity' | 'expectedFingerprint' | 'guard' | 'columns' | 'error' | 'complete' | 'final' | 'imported'
  > {
  identity: string | null;
  expectedFingerprint: string | null;
  guard: string;
  columns: string;
  error: string | null;
  complete: number;
  final: number;
  imported: number;
}

const columns = `id, application_id AS applicationId, question_id AS questionId, question_number AS questionNumber,
  question, tool_type AS toolType, connector_id AS connectorId, connector_name AS connectorName, environment,
  connector_fingerprint AS connectorFingerprint, evidence_name AS evidenceName, target, identity, preflight_hash AS preflightHash, query,
  expected_fingerprint AS expectedFingerprint, guard,
  status, columns, row_count AS rowCount, complete, truncated_by AS truncatedBy,
  incomplete_because AS incompleteBecause, final, imported, bytes, sha256, error,
  created_at AS createdAt, started_at AS startedAt, finished_at AS finishedAt`;

const toRecord = (row: ExecutionRow): ExecutionRecord => ({
  ...row,
  identity: row.identity === null ? null : (JSON.parse(row.identity) as Record<string, string>),
  expectedFingerprint:
    row.expectedFingerprint === null ? null : (JSON.parse(row.expectedFingerprint) as StoredFingerprint),
  guard: JSON.parse(row.guard) as unknown,
  columns: JSON.parse(row.columns) as { name: string; type: string }[],
  error: row.error === null ? null : (JSON.parse(row.error) as unknown),
  complete: row.complete === 1,
  final: row.final === 1,
  imported: row.imported === 1,
});

type InsertedExecution = NewExecution &
  Pick<ExecutionRecord, 'status' | 'imported' | 'createdAt' | 'startedAt' | 'finishedAt'>;

/** The insert, prepared once for many rows; it answers the new row's id. */
export const prepareExecutionInsert = (db: Database): ((execution: InsertedExecution) => number) => {
  const insert = db.prepare(
    `INSERT INTO agent_executions (application_id, question_id, question_number, question, tool_type, connector_id,
       connector_name, environment, connector_fingerprint, evidence_name, target, preflight_hash, expected_fingerprint,
       query, guard, status, imported, created_at, started_at, finished_at)
     VALUES (@applicationId, @questionId, @questionNumber, @question, @toolType, @connectorId,
       @connectorName, @environment, @connectorFingerprint, @evidenceName, @target, @preflightHash, @expectedFingerprint,
       @query, @guard, @status, @imported, @createdAt, @startedAt, @finishedAt)`,
  );
  return (execution) => {
    const { lastInsertRowid } = insert.run({
      ...execution,
      expectedFingerprint: execution.expectedFingerprint && JSON.stringify(execution.expectedFingerprint),
      guard: JSON.stringify(execution.guard),
      imported: Number(execution.imported),
    });
    return Number(lastInsertRowid);
  };
};

export const insertExecution = (db: Database, execution: NewExecution): number => {
  const createdAt = new Date().toISOString();
  const notRunYet = { status: 'queued', imported: false, createdAt, startedAt: null, finishedAt: null } as const;
  return prepareExecutionInsert(db)({ ...execution, ...notRunYet });
};

export const findExecution = (db: Database, id: number): ExecutionRecord | undefined => {
  const row = db.prepare<[number], ExecutionRow>(`SELECT ${columns} FROM agent_executions WHERE id = ?`).get(id);
  return row && toRecord(row);
};

/** An application's executions, oldest first. */
export const listExecutions = (db: Database, applicationId: number): ExecutionRecord[] =>
  db
    .prepare<[number], ExecutionRow>(`SELECT ${columns} FROM agent_executions WHERE application_id = ? ORDER BY id`)
    .all(applicationId)
    .map(toRecord);

/** Executions that were waiting or running when the program stopped. */
export const listUnfinishedExecutions = (db: Database): ExecutionRecord[] =>
  db
    .prepare<[], ExecutionRow>(
      `SELECT ${columns} FROM agent_executions WHERE status IN ('queued', 'running') ORDER BY id`,
    )
    .all()
    .map(toRecord);

export const countExecutionsOfApplication = (db: Database, applicationId: number): number =>
  db
    .prepare<[number], number>('SELECT count(*) FROM agent_executions WHERE application_id = ?')
    .pluck()
    .get(applicationId) ?? 0;

export const countExecutionsOfConnector = (db: Database, connectorId: number): number =>
  db
    .prepare<[number], number>('SELECT count(*) FROM agent_executions WHERE connector_id = ?')
    .pluck()
    .get(connectorId) ?? 0;

/** Which of an application's questions were ever run. */
export const listExecutedQuestionIds = (db: Database, applicationId: number): string[] =>
  db
    .prepare<[number], string>('SELECT DISTINCT question_id FROM agent_executions WHERE application_id = ?')
    .pluck()
    .all(applicationId);

/** How the query that a question has now went on one connector. */
export interface QueryOutcome extends Pick<ExecutionRecord, 'questionId' | 'connectorId'> {
  /** Whether a run of it ever succeeded. */
  succeeded: boolean;
  /** The error of the last run that came to an end; null where that one succeeded. */
  error: unknown;
}

/** Of each question's query as it is now, how it went on the connectors where it was run to an end. */
export const listQueryOutcomes = (db: Database, applicationId: number): QueryOutcome[] =>
  db
    .prepare<[number], Pick<ExecutionRow, 'questionId' | 'connectorId' | 'error'> & { successes: number }>(
      // SQLite takes `error` from the row of the highest id: https://sqlite.org/lang_select.html#bareagg
      `SELECT e.question_id AS questionId, e.connector_id AS connectorId, MAX(e.id),
         SUM(e.status = 'succeeded') AS successes, IIF(e.status = 'failed', e.error, NULL) AS error
       FROM agent_executions e
       JOIN question_analyses a
         ON a.application_id = e.application_id AND a.question_id = e.question_id AND a.query = e.query
       WHERE e.application_id = ? AND e.status IN ('succeeded', 'failed')
       GROUP BY e.question_id, e.connector_id`,
    )
    .all(applicationId)
    .map(({ questionId, connectorId, successes, error }) => ({
      questionId,
      connectorId,
      succeeded: successes > 0,
      error: error === null ? null : (JSON.parse(error) as unknown),
    }));

/** Stores how an execution stands now. What it was started with is never changed. */
export const updateExecution = (db: Database, execution: ExecutionRecord): void => {
  db.prepare(
    `UPDATE agent_executions SET target = @target, identity = @identity, guard = @guard, status = @status,
       columns = @columns, row_count = @rowCount, complete = @complete, truncated_by = @truncatedBy,
       incomplete_because = @incompleteBecause, final = @final,
       bytes = @bytes, sha256 = @sha256, error = @error, started_at = @startedAt, finished_at = @finishedAt
     WHERE id = @id`,
  ).run({
    ...execution,
    identity: execution.identity && JSON.stringify(execution.identity),
    guard: JSON.stringify(execution.guard),
    columns: JSON.stringify(execution.columns),
    complete: Number(execution.complete),
    final: Number(execution.final),
    error: execution.error === null ? null : JSON.stringify(execution.error),
  });
};

/** One run of a check has met the connector's system first: those of the same check that still wait expect the same. */
export const expectFingerprint = (
  db: Database,
  { preflightHash, connectorId }: Pick<ExecutionRecord, 'preflightHash' | 'connectorId'>,
  fingerprint: StoredFingerprint,
): void => {
  db.prepare(
    `UPDATE agent_executions SET expected_fingerprint = ?
     WHERE preflight_hash = ? AND connector_id = ? AND status = 'queued' AND expected_fingerprint IS NULL`,
  ).run(JSON.stringify(fingerprint), preflightHash, connectorId);
};
