import type { Database } from '../open';

export interface ApplicationRecord {
  id: number;
  auditName: string;
  name: string;
  ciId: string;
  startDate: string | null;
  endDate: string | null;
  status: 'In Progress' | 'Complete';
  archivedAt: string | null;
  createdAt: string;
}

export type NewApplication = Pick<ApplicationRecord, 'auditName' | 'name' | 'ciId' | 'startDate' | 'endDate'>;

const columns = `id, audit_name AS auditName, name, ci_id AS ciId, start_date AS startDate, end_date AS endDate,
  status, archived_at AS archivedAt, created_at AS createdAt`;

export const listApplications = (db: Database, includeArchived: boolean): ApplicationRecord[] =>
  db
    .prepare<[], ApplicationRecord>(
      `SELECT ${columns} FROM applications ${includeArchived ? '' : 'WHERE archived_at IS NULL'} ORDER BY id`,
    )
    .all();

export const findApplication = (db: Database, id: number): ApplicationRecord | undefined =>
  db.prepare<[number], ApplicationRecord>(`SELECT ${columns} FROM applications WHERE id = ?`).get(id);

/** The other applications of the CI: open ones before archived ones, then the oldest first. */
export const listSiblingApplications = (db: Database, application: ApplicationRecord): ApplicationRecord[] =>
  db
    .prepare<[string, number], ApplicationRecord>(
      `SELECT ${columns} FROM applications WHERE ci_id = ? AND id <> ? ORDER BY archived_at IS NOT NULL, id`,
    )
    .all(application.ciId, application.id);

export const insertApplication = (db: Database, application: NewApplication): number => {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO applications (audit_name, name, ci_id, start_date, end_date, created_at)
       VALUES (@auditName, @name, @ciId, @startDate, @endDate, @createdAt)`,
    )
    .run({ ...application, createdAt: new Date().toISOString() });
  return Number(lastInsertRowid);
};

export const updateApplication = (db: Database, application: ApplicationRecord): void => {
  db.prepare(
    `UPDATE applications SET audit_name = @auditName, name = @name, ci_id = @ciId, start_date = @startDate,
       end_date = @endDate, status = @status, archived_at = @archivedAt WHERE id = @id`,
  ).run(application);
};

export const deleteApplication = (db: Database, id: number): void => {
  db.prepare('DELETE FROM applications WHERE id = ?').run(id);
};
