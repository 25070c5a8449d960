import type { Migration } from './migration';

/** What was imported from where: a second import of the same database finds its rows again. */
export const earlierDatabases: Migration = {
  version: 60,
  name: 'earlier databases',
  statements: `
    CREATE TABLE legacy_sources (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      identity TEXT NOT NULL UNIQUE,
      address TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      imported_at TEXT NOT NULL
    ) STRICT;

    -- local_key is an id or a question's id. It stays when the row here is deleted: what a person removed stays away.
    CREATE TABLE legacy_rows (
      source_id INTEGER NOT NULL REFERENCES legacy_sources (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('application', 'connector', 'question', 'analysis', 'execution')),
      source_key TEXT NOT NULL,
      local_key TEXT NOT NULL,
      row_hash TEXT NOT NULL,
      PRIMARY KEY (source_id, kind, source_key)
    ) STRICT, WITHOUT ROWID;
  `,
};
