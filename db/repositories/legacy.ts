/** Rows that come from a database of the earlier application, many at a time, and where each came from. */
import { nameKey } from '../names';
import type { Database } from '../open';
import type { ApplicationRecord } from './applications';
import type { ConnectorRecord } from './connectors';
import { type ExecutionRecord, prepareExecutionInsert } from './executions';
import type { QuestionRecord } from './questions';

export type LegacyKind = 'application' | 'connector' | 'question' | 'analysis' | 'execution';

export interface LegacyMapping {
  kind: LegacyKind;
  /** The row's id in its source. */
  sourceKey: string;
  /** What it became here: an id, or a question's id. */
  localKey: string;
  /** SHA-256 of the source's row. */
  rowHash: string;
}

export interface LegacySourceRecord {
  identity: string;
  address: string;
  contentHash: string;
}

/** The source of that identity, or one that held exactly the same: a copy of a file that lies elsewhere now. */
export const findLegacySource = (db: Database, source: LegacySourceRecord): number | undefined =>
  db
    .prepare<LegacySourceRecord, number>(
      `SELECT id FROM legacy_sources WHERE identity = @identity OR content_hash = @contentHash
       ORDER BY identity = @identity DESC, id LIMIT 1`,
    )
    .pluck()
    .get(source);

/** Remembers the source as it was read now. */
export const rememberLegacySource = (db: Database, source: LegacySourceRecord): number => {
  const known = findLegacySource(db, source);
  const values = { ...source, importedAt: new Date().toISOString() };
  if (known !== undefined) {
    db.prepare(
      'UPDATE legacy_sources SET address = @address, content_hash = @contentHash, imported_at = @importedAt WHERE id = @id',
    ).run({ ...values, id: known });
    return known;
  }
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO legacy_sources (identity, address, content_hash, imported_at)
       VALUES (@identity, @address, @contentHash, @importedAt)`,
    )
    .run(values);
  return Number(lastInsertRowid);
};

export const listLegacyMappings = (db: Database, sourceId: number): LegacyMapping[] =>
  db
    .prepare<[number], LegacyMapping>(
      `SELECT kind, source_key AS sourceKey, local_key AS localKey, row_hash AS rowHash FROM legacy_rows
       WHERE source_id = ?`,
    )
    .all(sourceId);

export interface ImportedAnalysis {
  applicationId: number;
  questionId: string;
  originalQuestion: string;
  category: string;
  subcategory: string;
  prompt: string;
  toolSuggestion: string | null;
  connectorReason: string;
  connectorToUse: string | null;
  connectorId: number | null;
  selectionLost: boolean;
  createdAt: string;
}

export type ImportedExecution = Pick<
  ExecutionRecord,
  | 'applicationId'
  | 'questionId'
  | 'questionNumber'
  | 'question'
  | 'toolType'
  | 'connectorId'
  | 'connectorName'
  | 'environment'
  | 'evidenceName'
  | 'query'
  | 'guard'
  | 'status'
  | 'createdAt'
>;

export type ImportedApplication = Omit<ApplicationRecord, 'id' | 'archivedAt'> & {
  /** Given where an older store's own id is kept. */
  id: number | null;
  settings: string;
};

export type ImportedConnector = Pick<
  ConnectorRecord,
  | 'id'
  | 'applicationId'
  | 'ciId'
  | 'connectorName'
  | 'connectorType'
  | 'environment'
  | 'configuration'
  | 'notes'
  | 'statusMessage'
  | 'secretKeys'
  | 'nameGenerated'
  | 'createdAt'
  | 'updatedAt'
>;

export type ImportedQuestion = Omit<QuestionRecord, 'questionId'>;

/** An insert that takes its values in the order of the columns: by name, 100,000 rows take twice as long. */
const prepareInsert = (db: Database, table: string, columns: readonly string[], onConflict = '') =>
  db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ${onConflict}`,
  );

/** Statements for many rows, prepared once. All of it belongs in one transaction. */
export const createLegacyWriter = (db: Database, sourceId: number) => {
  const application = db.prepare(
    `INSERT INTO applications (id, audit_name, name, ci_id, start_date, end_date, status, settings, created_at)
     VALUES (@id, @auditName, @name, @ciId, @startDate, @endDate, @status, @settings, @createdAt)`,
  );
  const connector = prepareInsert(db, 'tool_connectors', [
    ...['id', 'application_id', 'ci_id', 'connector_name', 'name_key', 'connector_type', 'environment'],
    ...['configuration', 'notes', 'status_message', 'secret_keys', 'name_generated', 'created_at', 'updated_at'],
  ]);
  const question = prepareInsert(db, 'questions', [
    ...['application_id', 'question_id', 'file_type', 'question_number', 'process', 'sub_process', 'question'],
    'created_at',
  ]);
  const analysis = prepareInsert(
    db,
    'question_analyses',
    [
      ...['application_id', 'question_id', 'original_question', 'category', 'subcategory', 'prompt', 'tool_suggestion'],
      ...['connector_reason', 'connector_to_use', 'connector_id', 'selection_lost', 'chosen_by', 'created_at'],
      'updated_at',
    ],
    'ON CONFLICT (application_id, question_id) DO NOTHING',
  );
  const insertExecution = prepareExecutionInsert(db);
  const mapping = prepareInsert(db, 'legacy_rows', ['source_id', 'kind', 'source_key', 'local_key', 'row_hash']);

  return {
    addApplication: (row: ImportedApplication): number => Number(application.run(row).lastInsertRowid),
    addConnector: (row: ImportedConnector): void => {
      const { configuration, secretKeys, nameGenerated } = row;
      // biome-ignore format: in the order of the columns
      connector.run(
        row.id, row.applicationId, row.ciId, row.connectorName, nameKey(row.connectorName), row.connectorType,
        row.environment, JSON.stringify(configuration), row.notes, row.statusMessage, JSON.stringify(secretKeys),
        Number(nameGenerated), row.createdAt, row.updatedAt,
      );
    },
    addQuestion: (applicationId: number, questionId: string, row: ImportedQuestion, createdAt: string): void => {
      // biome-ignore format: in the order of the columns
      question.run(
        applicationId, questionId, row.fileType, row.questionNumber, row.process, row.subProcess, row.question, createdAt,
      );
    },
    /** Whether it was added: a question has one analysis. */
    addAnalysis: (row: ImportedAnalysis): boolean =>
      // biome-ignore format: in the order of the columns
      analysis.run(
        row.applicationId, row.questionId, row.originalQuestion, row.category, row.subcategory, row.prompt,
        row.toolSuggestion, row.connectorReason, row.connectorToUse, row.connectorId, Number(row.selectionLost),
        row.toolSuggestion === null ? null : 'person', row.createdAt, row.createdAt,
      ).changes === 1,
    addExecution: (row: ImportedExecution): number => {
      const unknown = { connectorFingerprint: '', preflightHash: '', target: null, expectedFingerprint: null };
      const times = { startedAt: row.createdAt, finishedAt: row.createdAt };
      return insertExecution({ ...row, ...unknown, ...times, imported: true });
    },
    remember: ({ kind, sourceKey, localKey, rowHash }: LegacyMapping): void => {
      mapping.run(sourceId, kind, sourceKey, localKey, rowHash);
    },
  };
};

/** All connectors' names, to keep new ones apart from them. */
export const listConnectorNameKeys = (db: Database): { ciId: string; nameKey: string }[] =>
  db
    .prepare<[], { ciId: string; nameKey: string }>('SELECT ci_id AS ciId, name_key AS nameKey FROM tool_connectors')
    .all();

type NamedConnector = Pick<ConnectorRecord, 'id' | 'ciId' | 'connectorName' | 'connectorType' | 'configuration'>;

/** Connectors whose name the program made up, sorted by CI and name. */
export const listGeneratedNames = (db: Database): NamedConnector[] =>
  db
    .prepare<[], Omit<NamedConnector, 'configuration'> & { configuration: string }>(
      `SELECT id, ci_id AS ciId, connector_name AS connectorName, connector_type AS connectorType, configuration
       FROM tool_connectors WHERE name_generated = 1 ORDER BY ci_id, name_key`,
    )
    .all()
    .map((row) => ({ ...row, configuration: JSON.parse(row.configuration) as NamedConnector['configuration'] }));
