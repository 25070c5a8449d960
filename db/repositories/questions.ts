import type { Database } from '../open';

export interface QuestionRecord {
  questionId: string;
  fileType: 'primary' | 'followup';
  questionNumber: string;
  process: string;
  subProcess: string;
  question: string;
}

const columns = `question_id AS questionId, file_type AS fileType, question_number AS questionNumber, process,
  sub_process AS subProcess, question`;

/** An application's questions in the order in which they came. */
export const listQuestions = (db: Database, applicationId: number): QuestionRecord[] =>
  db
    .prepare<[number], QuestionRecord>(`SELECT ${columns} FROM questions WHERE application_id = ? ORDER BY id`)
    .all(applicationId);

export const insertQuestions = (db: Database, applicationId: number, questions: readonly QuestionRecord[]): void => {
  const insert = db.prepare(
    `INSERT INTO questions (application_id, question_id, file_type, question_number, process, sub_process, question,
       created_at)
     VALUES (@applicationId, @questionId, @fileType, @questionNumber, @process, @subProcess, @question, @createdAt)`,
  );
  const createdAt = new Date().toISOString();
  for (const question of questions) insert.run({ ...question, applicationId, createdAt });
};

/** Writes what changed in a question's number, text and place; its analysis keeps what was chosen and follows the text. */
export const updateQuestions = (db: Database, applicationId: number, questions: readonly QuestionRecord[]): void => {
  const update = db.prepare(
    `UPDATE questions SET question_number = @questionNumber, process = @process,
       sub_process = @subProcess, question = @question
     WHERE application_id = @applicationId AND question_id = @questionId`,
  );
  const follow = db.prepare(
    `UPDATE question_analyses SET original_question = @question, category = @process, subcategory = @subProcess
     WHERE application_id = @applicationId AND question_id = @questionId`,
  );
  for (const question of questions) {
    update.run({ ...question, applicationId });
    follow.run({ ...question, applicationId });
  }
};

/** Deletes questions and, with them, their analyses. */
export const deleteQuestions = (db: Database, applicationId: number, questionIds: readonly string[]): void => {
  const remove = db.prepare('DELETE FROM questions WHERE application_id = ? AND question_id = ?');
  for (const questionId of questionIds) remove.run(applicationId, questionId);
};
