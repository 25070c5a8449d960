import { appendAuditEntry, type Database } from '../../db';

/** What every service works on: the open store and who is at the keyboard. */
export interface ServiceContext {
  db: Database;
  /** The operating system's name of the person; it stands in the audit log. */
  actor: string;
}

/** Writes down what happened; belongs in the transaction of the change. */
export const record = (
  { db, actor }: ServiceContext,
  action: string,
  subject: string,
  details: Record<string, unknown>,
): void => appendAuditEntry(db, { actor, action, subject, details });
