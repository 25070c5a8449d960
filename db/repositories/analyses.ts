import type { Database } from '../open';

/** What is stored of a question's analysis; how it resolves today is derived from the CI's connectors. */
export interface AnalysisRecord {
  applicationId: number;
  questionId: string;
  /** As the question has it; not stored with the analysis. */
  questionNumber: string;
  originalQuestion: string;
  category: string;
  subcategory: string;
  prompt: string;
  query: string;
  toolSuggestion: string | null;
  connectorReason: string;
  /** The chosen connector's name, kept in step when it is renamed. */
  connectorToUse: string | null;
  connectorId: number | null;
  /** The chosen connector was deleted and nobody has chosen since. */
  selectionLost: boolean;
  confidence: number | null;
  chosenBy: 'rule' | 'person' | null;
  /** Why no system answers the question, in a person's words; null while it is to be answered. */
  notAnswerable: string | null;
  updatedAt: string;
}

type AnalysisRow = Omit<AnalysisRecord, 'selectionLost'> & { selectionLost: number };

/** A question that was never analysed reads as an empty analysis. */
const selectAnalyses = `
  SELECT q.application_id AS applicationId, q.question_id AS questionId, q.question_number AS questionNumber,
    coalesce(a.original_question, q.question) AS originalQuestion, coalesce(a.category, q.process) AS category,
    coalesce(a.subcategory, q.sub_process) AS subcategory, coalesce(a.prompt, '') AS prompt,
    coalesce(a.query, '') AS query, a.tool_suggestion AS toolSuggestion,
    coalesce(a.connector_reason, '') AS connectorReason, a.connector_to_use AS connectorToUse,
    a.connector_id AS connectorId, coalesce(a.selection_lost, 0) AS selectionLost, a.confidence,
    a.chosen_by AS chosenBy, a.not_answerable AS notAnswerable, coalesce(a.updated_at, q.created_at) AS updatedAt
  FROM questions q
  LEFT JOIN question_analyses a ON a.application_id = q.application_id AND a.question_id = q.question_id
  WHERE q.application_id = ?`;

const toRecord = (row: AnalysisRow): AnalysisRecord => ({ ...row, selectionLost: row.selectionLost === 1 });

/** One analysis for each question of the application, in the order of the questions. */
export const listAnalyses = (db: Database, applicationId: number): AnalysisRecord[] =>
  db.prepare<[number], AnalysisRow>(`${selectAnalyses} ORDER BY q.id`).all(applicationId).map(toRecord);

export const findAnalysis = (db: Database, applicationId: number, questionId: string): AnalysisRecord | undefined => {
  const row = db
    .prepare<[number, string], AnalysisRow>(`${selectAnalyses} AND q.question_id = ?`)
    .get(applicationId, questionId);
  return row && toRecord(row);
};

/** Stores an analysis, new or changed. */
export const saveAnalysis = (db: Database, analysis: AnalysisRecord): void => saveAnalyses(db, [analysis]);

/** Stores analyses, new or changed; belongs in a transaction. */
export const saveAnalyses = (db: Database, analyses: readonly AnalysisRecord[]): void => {
  const save = db.prepare(
    `INSERT INTO question_analyses (application_id, question_id, original_question, category, subcategory, prompt,
       query, tool_suggestion, connector_reason, connector_to_use, connector_id, selection_lost, confidence, chosen_by,
       not_answerable, created_at, updated_at)
     VALUES (@applicationId, @questionId, @originalQuestion, @category, @subcategory, @prompt,
       @query, @toolSuggestion, @connectorReason, @connectorToUse, @connectorId, @selectionLost, @confidence, @chosenBy,
       @notAnswerable, @now, @now)
     ON CONFLICT (application_id, question_id) DO UPDATE SET
       original_question = excluded.original_question, category = excluded.category,
       subcategory = excluded.subcategory, prompt = excluded.prompt, query = excluded.query,
       tool_suggestion = excluded.tool_suggestion, connector_reason = excluded.connector_reason,
       connector_to_use = excluded.connector_to_use, connector_id = excluded.connector_id,
       selection_lost = excluded.selection_lost, confidence = excluded.confidence, chosen_by = excluded.chosen_by,
       not_answerable = excluded.not_answerable,
       updated_at = excluded.updated_at`,
  );
  const now = new Date().toISOString();
  for (const analysis of analyses) save.run({ ...analysis, selectionLost: Number(analysis.selectionLost), now });
};

/** Why no system answers a question, by the question's id; only those of which a person said so. */
export const listNotAnswerable = (db: Database, applicationId: number): Map<string, string> =>
  new Map(
    db
      .prepare<[number], [string, string]>(
        `SELECT question_id, not_answerable FROM question_analyses
         WHERE application_id = ? AND not_answerable IS NOT NULL`,
      )
      .raw()
      .all(applicationId),
  );

/** The analyses that point at a connector, across all applications. */
export const listAnalysesOfConnector = (
  db: Database,
  connectorId: number,
): Pick<AnalysisRecord, 'applicationId' | 'questionId'>[] =>
  db
    .prepare<[number], Pick<AnalysisRecord, 'applicationId' | 'questionId'>>(
      `SELECT application_id AS applicationId, question_id AS questionId FROM question_analyses
       WHERE connector_id = ? ORDER BY application_id, id`,
    )
    .all(connectorId);

/** A renamed connector keeps its analyses: the name they hold follows. */
export const renameConnectorInAnalyses = (db: Database, connectorId: number, connectorName: string): void => {
  db.prepare('UPDATE question_analyses SET connector_to_use = ? WHERE connector_id = ?').run(
    connectorName,
    connectorId,
  );
};

/** Before a connector is deleted: its analyses lose their choice and wait for a person. Answers how many. */
export const loseSelection = (db: Database, connectorId: number): number =>
  db
    .prepare(
      `UPDATE question_analyses SET connector_id = NULL, connector_to_use = NULL, selection_lost = 1, updated_at = ?
       WHERE connector_id = ?`,
    )
    .run(new Date().toISOString(), connectorId).changes;
