import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

const insertMany = (db, statement, rows) => {
  const insert = db.prepare(statement);
  db.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
};

const range = (count) => Array.from({ length: count }, (_, position) => position + 1);

/**
 * Fills the store that Tickmark has made in that folder: one CI with so many connectors (four of five of one type) and
 * one audit with so many questions, every second one chosen.
 */
export const fillStore = (dataFolder, { ciId, connectors, questions, types: [manyType, otherType] }) => {
  const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'));
  const now = new Date().toISOString();
  const typeOf = (number) => (number % 5 === 0 ? otherType : manyType);
  insertMany(
    db,
    `INSERT INTO tool_connectors (id, ci_id, connector_name, name_key, connector_type, environment, configuration, status,
       created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?)`,
    range(connectors).map((number) => [
      number,
      ciId,
      `System ${number}`,
      `system ${number}`,
      typeOf(number),
      number % 3 === 0 ? 'production' : 'non-production',
      JSON.stringify({ server: `db-${number}.example`, port: 5432, database: 'audit', username: 'auditor' }),
      now,
      now,
    ]),
  );
  const { lastInsertRowid: applicationId } = db
    .prepare('INSERT INTO applications (audit_name, name, ci_id, created_at) VALUES (?, ?, ?, ?)')
    .run('Big audit', 'Everything', ciId, now);
  insertMany(
    db,
    `INSERT INTO questions (application_id, question_id, file_type, question_number, process, sub_process, question,
       created_at) VALUES (?, ?, 'primary', ?, ?, ?, ?, ?)`,
    range(questions).map((number) => [
      applicationId,
      `1.${number}`,
      `1.${number}`,
      `Process ${number % 12}`,
      `Part ${number % 40}`,
      `List all accounts of system ${number} with their last sign-in and the person who approved them.`,
      now,
    ]),
  );
  insertMany(
    db,
    `INSERT INTO question_analyses (application_id, question_id, original_question, category, subcategory, query,
       tool_suggestion, connector_to_use, connector_id, chosen_by, created_at, updated_at)
     VALUES (?, ?, '', '', '', 'select 1', ?, ?, ?, 'person', ?, ?)`,
    range(Math.floor(questions / 2)).map((position) => {
      const number = position * 2;
      const connectorId = number <= connectors ? number : null;
      const connectorName = connectorId && `System ${number}`;
      return [applicationId, `1.${number}`, typeOf(number), connectorName, connectorId, now, now];
    }),
  );
  db.close();
};
