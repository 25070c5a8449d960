import type { Migration } from './migration';

export const firstSchema: Migration = {
  version: 10,
  name: 'first schema',
  statements: `
    CREATE TABLE store_facts (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE preferences (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT;

    CREATE TABLE applications (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      audit_name TEXT NOT NULL,
      name TEXT NOT NULL,
      ci_id TEXT NOT NULL,
      start_date TEXT,
      end_date TEXT,
      status TEXT NOT NULL DEFAULT 'In Progress' CHECK (status IN ('In Progress', 'Complete')),
      settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
      archived_at TEXT,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX applications_by_ci ON applications (ci_id);

    CREATE TABLE tool_connectors (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      application_id INTEGER REFERENCES applications (id) ON DELETE CASCADE,
      ci_id TEXT NOT NULL,
      connector_name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      connector_type TEXT NOT NULL,
      environment TEXT NOT NULL DEFAULT 'unspecified'
        CHECK (environment IN ('production', 'non-production', 'unspecified')),
      configuration TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(configuration)),
      notes TEXT NOT NULL DEFAULT '',
      status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'active', 'failed')),
      status_message TEXT,
      last_tested_at TEXT,
      secret_keys TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(secret_keys)),
      target TEXT,
      fingerprint TEXT CHECK (fingerprint IS NULL OR json_valid(fingerprint)),
      met_target TEXT,
      met_fingerprint TEXT CHECK (met_fingerprint IS NULL OR json_valid(met_fingerprint)),
      can_write INTEGER CHECK (can_write IN (0, 1)),
      name_generated INTEGER NOT NULL DEFAULT 0 CHECK (name_generated IN (0, 1)),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      UNIQUE (ci_id, connector_name),
      UNIQUE (ci_id, name_key)
    ) STRICT;
    CREATE INDEX tool_connectors_by_type ON tool_connectors (ci_id, connector_type, name_key);
    CREATE INDEX tool_connectors_by_application ON tool_connectors (application_id);

    -- What the keychain was about to be told when the program stopped: settled at the next start.
    CREATE TABLE keychain_journal (
      connector_id INTEGER NOT NULL,
      field TEXT NOT NULL,
      started_at TEXT NOT NULL,
      PRIMARY KEY (connector_id, field)
    ) STRICT;

    CREATE TABLE questions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
      question_id TEXT NOT NULL,
      file_type TEXT NOT NULL CHECK (file_type IN ('primary', 'followup')),
      question_number TEXT NOT NULL,
      process TEXT NOT NULL,
      sub_process TEXT NOT NULL,
      question TEXT NOT NULL,
      created_at TEXT NOT NULL,
      UNIQUE (application_id, question_id)
    ) STRICT;

    CREATE TABLE question_analyses (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      application_id INTEGER NOT NULL,
      question_id TEXT NOT NULL,
      original_question TEXT NOT NULL,
      category TEXT NOT NULL,
      subcategory TEXT NOT NULL,
      prompt TEXT NOT NULL DEFAULT '',
      query TEXT NOT NULL DEFAULT '',
      tool_suggestion TEXT,
      connector_reason TEXT NOT NULL DEFAULT '',
      connector_to_use TEXT,
      connector_id INTEGER REFERENCES tool_connectors (id) ON DELETE SET NULL,
      -- Set when the chosen connector was deleted: only a person's new choice clears it.
      selection_lost INTEGER NOT NULL DEFAULT 0 CHECK (selection_lost IN (0, 1)),
      confidence REAL,
      chosen_by TEXT CHECK (chosen_by IN ('rule', 'person')),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      UNIQUE (application_id, question_id),
      FOREIGN KEY (application_id, question_id) REFERENCES questions (application_id, question_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX question_analyses_by_connector ON question_analyses (connector_id);

    -- History: connector_id is a plain number, so that deleting the connector leaves the row as it was.
    CREATE TABLE agent_executions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      application_id INTEGER NOT NULL REFERENCES applications (id),
      question_id TEXT NOT NULL,
      question_number TEXT NOT NULL,
      question TEXT NOT NULL,
      tool_type TEXT NOT NULL,
      connector_id INTEGER,
      connector_name TEXT NOT NULL,
      environment TEXT NOT NULL,
      connector_fingerprint TEXT NOT NULL,
      -- The evidence file without ending. Random: ids come again after a backup is restored, files must not.
      evidence_name TEXT NOT NULL UNIQUE,
      target TEXT,
      identity TEXT CHECK (identity IS NULL OR json_valid(identity)),
      preflight_hash TEXT NOT NULL,
      query TEXT NOT NULL,
      guard TEXT NOT NULL CHECK (json_valid(guard)),
      status TEXT NOT NULL
        CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted')),
      columns TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(columns)),
      row_count INTEGER NOT NULL DEFAULT 0,
      complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
      truncated_by TEXT,
      final INTEGER NOT NULL DEFAULT 0 CHECK (final IN (0, 1)),
      imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1)),
      bytes INTEGER NOT NULL DEFAULT 0,
      sha256 TEXT,
      error TEXT CHECK (error IS NULL OR json_valid(error)),
      created_at TEXT NOT NULL,
      started_at TEXT,
      finished_at TEXT
    ) STRICT;
    CREATE INDEX agent_executions_by_application ON agent_executions (application_id, id);
    CREATE INDEX agent_executions_by_connector ON agent_executions (connector_id);
    CREATE INDEX agent_executions_unfinished ON agent_executions (status) WHERE status IN ('queued', 'running');

    CREATE TABLE audit_log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      details TEXT NOT NULL CHECK (json_valid(details)),
      salt TEXT NOT NULL,
      entry_hash TEXT NOT NULL,
      prev_hash TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX audit_log_by_application ON audit_log (json_extract(details, '$.applicationId'), seq);
    CREATE INDEX audit_log_by_connector ON audit_log (json_extract(details, '$.connectorId'), seq);
    CREATE INDEX audit_log_by_ci ON audit_log (json_extract(details, '$.ciId'), seq);
    CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    -- REPLACE deletes without asking the trigger below.
    CREATE TRIGGER audit_log_is_only_appended BEFORE INSERT ON audit_log
      WHEN NEW.seq <= (SELECT max(seq) FROM audit_log)
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_log_is_never_deleted BEFORE DELETE ON audit_log
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  `,
};
