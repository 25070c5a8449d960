import { sha256 } from './hash';
import type { Migration } from './migrations/migration';
import type { Database } from './open';

interface AppliedMigration {
  version: number;
  name: string;
  checksum: string;
}

const checksumOf = (migration: Migration): string => sha256(migration.statements);

/** What was applied to this store so far, oldest first; empty for a new file. Writes nothing. */
const listApplied = (db: Database): AppliedMigration[] => {
  const recorded = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'").get();
  if (!recorded) return [];
  return db
    .prepare<[], AppliedMigration>('SELECT version, name, checksum FROM schema_migrations ORDER BY version')
    .all();
};

const createRecord = (db: Database): void => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS schema_migrations (
      version INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      checksum TEXT NOT NULL,
      applied_at TEXT NOT NULL
    ) STRICT
  `);
};

export type MigrationPlan =
  | { state: 'current' | 'behind'; pending: Migration[] }
  | { state: 'newer'; version: number }
  | { state: 'altered'; version: number };

/** Compares the store with the known steps. Writes nothing. */
export const planMigrations = (db: Database, known: readonly Migration[]): MigrationPlan => {
  const applied = listApplied(db);
  for (const step of applied) {
    const migration = known.find(({ version }) => version === step.version);
    if (!migration) return { state: 'newer', version: step.version };
    if (checksumOf(migration) !== step.checksum) return { state: 'altered', version: step.version };
  }
  const pending = known.filter(({ version }) => !applied.some((step) => step.version === version));
  return { state: pending.length > 0 ? 'behind' : 'current', pending };
};

const assertForeignKeys = (db: Database): void => {
  const violations = db.pragma('foreign_key_check') as unknown[];
  if (violations.length > 0) throw new Error(`The migration left ${violations.length} rows that refer to nothing.`);
};

/** Runs one step in one transaction. Throws what SQLite throws; the store is then as it was before the step. */
const applyMigration = (db: Database, migration: Migration): void => {
  // The pragma does nothing inside a transaction, so it has to stand before BEGIN.
  if (migration.rebuildsTables) db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      db.exec(migration.statements);
      assertForeignKeys(db);
      db.prepare('INSERT INTO schema_migrations (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)').run(
        migration.version,
        migration.name,
        checksumOf(migration),
        new Date().toISOString(),
      );
    }).exclusive();
  } finally {
    db.pragma('foreign_keys = ON');
  }
};

export const applyMigrations = (db: Database, pending: readonly Migration[]): void => {
  createRecord(db);
  for (const migration of pending) applyMigration(db, migration);
};
