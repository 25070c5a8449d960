import type { Migration } from './migration';

export const signingAndPurge: Migration = {
  version: 40,
  name: 'signing keys, evidence to destroy',
  statements: `
    -- The public halves. The newest one that is not retired signs; the earlier ones tell whose an old signature is.
    CREATE TABLE signing_keys (
      key_id TEXT PRIMARY KEY,
      public_key TEXT NOT NULL,
      created_at TEXT NOT NULL,
      retired_at TEXT
    ) STRICT;

    -- Evidence files whose audit was purged and that are not gone yet: destroyed at the next start.
    CREATE TABLE evidence_to_destroy (
      evidence_name TEXT PRIMARY KEY,
      purged_at TEXT NOT NULL
    ) STRICT;
  `,
};
