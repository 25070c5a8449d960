import type { Migration } from './migration';

export const queueAndCompleteness: Migration = {
  version: 20,
  name: 'what a waiting run expects, and why a result is incomplete',
  statements: `
    -- The system that the connector was known to reach when the run was checked, as its fingerprint; null: none yet.
    ALTER TABLE agent_executions ADD COLUMN expected_fingerprint TEXT
      CHECK (expected_fingerprint IS NULL OR json_valid(expected_fingerprint));
    -- In a sentence: why the system itself showed less than was asked for.
    ALTER TABLE agent_executions ADD COLUMN incomplete_because TEXT;
  `,
};
