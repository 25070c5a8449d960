import type { Database } from '../open';

/** All preferences that were ever set, by name; values as they were stored. */
export const readPreferences = (db: Database): Record<string, unknown> => {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM preferences').all();
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
};

export const writePreferences = (db: Database, preferences: Record<string, unknown>): void => {
  const write = db.prepare(
    'INSERT INTO preferences (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  db.transaction(() => {
    for (const [key, value] of Object.entries(preferences)) write.run(key, JSON.stringify(value));
  })();
};
