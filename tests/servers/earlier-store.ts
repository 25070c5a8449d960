/** A store of the version before schema steps were recorded, of any size, with a secret in each connector. */
import SqliteDatabase from 'better-sqlite3';

export const secretOfConnector = (id: number): string => `canary-${id}-of-the-store`;

export interface EarlierStoreSize {
  connectors: number;
  analyses: number;
}

const types = ['SQL Server DB', 'Oracle DB', 'Jira', 'ServiceNow', 'QTest', 'Gnosis Document Repository'];

const tables = `
  CREATE TABLE applications (
    id INTEGER PRIMARY KEY, audit_name TEXT, name TEXT, ci_id TEXT, start_date TEXT, end_date TEXT, settings TEXT,
    status TEXT, created_at TEXT);
  CREATE TABLE data_requests (
    id INTEGER PRIMARY KEY, application_id INTEGER, file_name TEXT, file_size INTEGER, file_type TEXT, questions TEXT,
    total_questions INTEGER, categories TEXT, subcategories TEXT, column_mappings TEXT, uploaded_at TEXT);
  CREATE TABLE tool_connectors (
    id INTEGER PRIMARY KEY, application_id INTEGER, ci_id TEXT NOT NULL, connector_type TEXT NOT NULL,
    configuration TEXT, status TEXT, created_at TEXT, UNIQUE (ci_id, connector_type));
  CREATE TABLE question_analyses (
    id INTEGER PRIMARY KEY, application_id INTEGER, question_id TEXT, original_question TEXT, category TEXT,
    subcategory TEXT, ai_prompt TEXT, tool_suggestion TEXT, connector_reason TEXT, connector_to_use TEXT, created_at TEXT);
  CREATE TABLE agent_executions (
    id INTEGER PRIMARY KEY, application_id INTEGER, question_id TEXT, tool_type TEXT, connector_id INTEGER, prompt TEXT,
    result TEXT, status TEXT, created_at TEXT, tool_used TEXT, execution_details TEXT);`;

const questionsPerAudit = 1_000;

/** Six connectors to a CI, one audit for each thousand analyses. `withSecrets` false: as if nobody had entered any. */
export const writeEarlierStore = (
  file: string,
  { connectors, analyses }: EarlierStoreSize,
  { journalMode = 'wal', withSecrets = true } = {},
): void => {
  const db = new SqliteDatabase(file);
  db.pragma(`journal_mode = ${journalMode}`);
  db.exec(tables);
  const connector = db.prepare('INSERT INTO tool_connectors VALUES (?, ?, ?, ?, ?, ?, ?)');
  const application = db.prepare('INSERT INTO applications VALUES (?, ?, ?, ?, NULL, NULL, NULL, ?, ?)');
  const analysis = db.prepare('INSERT INTO question_analyses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const time = '2025-01-01 10:00:00';
  db.transaction(() => {
    for (let id = 1; id <= connectors; id += 1) {
      const ci = `CI${Math.floor((id - 1) / types.length)}`;
      const secret = withSecrets ? { password: secretOfConnector(id) } : {};
      const configuration = {
        server: `db-${id}`,
        database: 'Audit',
        base_url: `https://s${id}.example.com`,
        ...secret,
      };
      connector.run(id, null, ci, types[(id - 1) % types.length], JSON.stringify(configuration), 'active', time);
    }
    for (let id = 1; id <= analyses; id += 1) {
      const application_ = Math.ceil(id / questionsPerAudit);
      if ((id - 1) % questionsPerAudit === 0) {
        application.run(application_, `Audit ${application_}`, 'Stark', `CI${application_ - 1}`, 'In Progress', time);
      }
      const type = types[id % types.length];
      const prompt = `Ask for ${secretOfConnector(1)}`;
      analysis.run(id, application_, `Q${id}`, `Question ${id}?`, 'Access', '', prompt, type, '', type, time);
    }
  })();
  db.close();
};
