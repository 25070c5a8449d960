import type { Statement } from 'better-sqlite3';
import type { Database } from './open';

const statements = new WeakMap<Database, Map<string, Statement<unknown[], unknown>>>();

/**
 * The statement of a text that is run over and over, prepared once for each open store. Not for `iterate` and `pluck`: a
 * statement that is shared keeps the state they leave.
 */
export const prepared = <Values extends unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<Values, Row> => {
  const ofStore = statements.get(db) ?? new Map<string, Statement<unknown[], unknown>>();
  statements.set(db, ofStore);
  const statement = ofStore.get(sql) ?? db.prepare<unknown[], unknown>(sql);
  ofStore.set(sql, statement);
  return statement as Statement<Values, Row>;
};
