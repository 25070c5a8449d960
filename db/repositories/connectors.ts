import { ciKey, nameKey } from '../names';
import type { Database } from '../open';

export type StoredConfiguration = Record<string, string | number | boolean | string[]>;
export type StoredFingerprint = Record<string, string>;

export interface ConnectorRecord {
  id: number;
  applicationId: number | null;
  ciId: string;
  connectorName: string;
  connectorType: string;
  environment: 'production' | 'non-production' | 'unspecified';
  configuration: StoredConfiguration;
  notes: string;
  status: 'pending' | 'active' | 'failed';
  statusMessage: string | null;
  lastTestedAt: string | null;
  /** Fields whose secret is in the keychain. */
  secretKeys: string[];
  /** What the system said it is when it was first met or last confirmed, for people and for comparison. */
  target: string | null;
  fingerprint: StoredFingerprint | null;
  /** Another system that was met since, waiting for a person to confirm it. */
  metTarget: string | null;
  metFingerprint: StoredFingerprint | null;
  canWrite: boolean | null;
  nameGenerated: boolean;
  createdAt: string;
  updatedAt: string;
}

export type NewConnector = Omit<ConnectorRecord, 'createdAt' | 'updatedAt'>;

interface ConnectorRow
  extends Omit<
    ConnectorRecord,
    'configuration' | 'secretKeys' | 'fingerprint' | 'metFingerprint' | 'canWrite' | 'nameGenerated'
  > {
  configuration: string;
  secretKeys: string;
  fingerprint: string | null;
  metFingerprint: string | null;
  canWrite: number | null;
  nameGenerated: number;
}

const columns = `id, application_id AS applicationId, ci_id AS ciId, connector_name AS connectorName,
  connector_type AS connectorType, environment, configuration, notes, status, status_message AS statusMessage,
  last_tested_at AS lastTestedAt, secret_keys AS secretKeys, target, fingerprint, met_target AS metTarget,
  met_fingerprint AS metFingerprint, can_write AS canWrite, name_generated AS nameGenerated,
  created_at AS createdAt, updated_at AS updatedAt`;

const parseOrNull = <Value>(json: string | null): Value | null => (json === null ? null : (JSON.parse(json) as Value));

const toRecord = (row: ConnectorRow): ConnectorRecord => ({
  ...row,
  configuration: JSON.parse(row.configuration) as StoredConfiguration,
  secretKeys: JSON.parse(row.secretKeys) as string[],
  fingerprint: parseOrNull<StoredFingerprint>(row.fingerprint),
  metFingerprint: parseOrNull<StoredFingerprint>(row.metFingerprint),
  canWrite: row.canWrite === null ? null : row.canWrite === 1,
  nameGenerated: row.nameGenerated === 1,
});

const toParameters = (connector: NewConnector) => ({
  ...connector,
  nameKey: nameKey(connector.connectorName),
  configuration: JSON.stringify(connector.configuration),
  secretKeys: JSON.stringify(connector.secretKeys),
  fingerprint: connector.fingerprint && JSON.stringify(connector.fingerprint),
  metFingerprint: connector.metFingerprint && JSON.stringify(connector.metFingerprint),
  canWrite: connector.canWrite === null ? null : Number(connector.canWrite),
  nameGenerated: Number(connector.nameGenerated),
  now: new Date().toISOString(),
});

export const findConnector = (db: Database, id: number): ConnectorRecord | undefined => {
  const row = db.prepare<[number], ConnectorRow>(`SELECT ${columns} FROM tool_connectors WHERE id = ?`).get(id);
  return row && toRecord(row);
};

/** A CI's connectors, sorted by type and then by name. */
export const listConnectorsByCi = (db: Database, ciId: string): ConnectorRecord[] =>
  db
    .prepare<[string], ConnectorRow>(
      `SELECT ${columns} FROM tool_connectors WHERE ci_id = ? ORDER BY connector_type, name_key`,
    )
    .all(ciKey(ciId))
    .map(toRecord);

/** The connector of that CI whose name counts as the same. */
export const findConnectorByName = (db: Database, ciId: string, name: string): ConnectorRecord | undefined => {
  const row = db
    .prepare<[string, string], ConnectorRow>(`SELECT ${columns} FROM tool_connectors WHERE ci_id = ? AND name_key = ?`)
    .get(ciKey(ciId), nameKey(name));
  return row && toRecord(row);
};

export interface CiCounts {
  ciId: string;
  applications: number;
  connectors: number;
}

/** Every CI that an application or a connector names, sorted. */
export const listCis = (db: Database): CiCounts[] =>
  db
    .prepare<[], CiCounts>(
      `SELECT ci_id AS ciId,
         (SELECT count(*) FROM applications WHERE ci_id = known.ci_id AND archived_at IS NULL) AS applications,
         (SELECT count(*) FROM tool_connectors WHERE ci_id = known.ci_id) AS connectors
       FROM (SELECT ci_id FROM applications UNION SELECT ci_id FROM tool_connectors) AS known ORDER BY ci_id`,
    )
    .all();

/**
 * Takes the next id out of the sequence before the row exists: a secret is kept in the keychain under the connector's
 * id before the connector is stored, and an id is never given twice.
 */
export const reserveConnectorId = (db: Database): number => {
  db.prepare(
    `INSERT INTO sqlite_sequence (name, seq)
     SELECT 'tool_connectors', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'tool_connectors')`,
  ).run();
  const reserved = db
    .prepare<[], number>("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'tool_connectors' RETURNING seq")
    .pluck()
    .get();
  if (reserved === undefined) throw new Error('The sequence of connectors is missing.');
  return reserved;
};

export const insertConnector = (db: Database, connector: NewConnector): void => {
  db.prepare(
    `INSERT INTO tool_connectors (id, application_id, ci_id, connector_name, name_key, connector_type, environment,
       configuration, notes, status, status_message, last_tested_at, secret_keys, target, fingerprint, met_target,
       met_fingerprint, can_write, name_generated, created_at, updated_at)
     VALUES (@id, @applicationId, @ciId, @connectorName, @nameKey, @connectorType, @environment,
       @configuration, @notes, @status, @statusMessage, @lastTestedAt, @secretKeys, @target, @fingerprint, @metTarget,
       @metFingerprint, @canWrite, @nameGenerated, @now, @now)`,
  ).run(toParameters(connector));
};

export const updateConnector = (db: Database, connector: NewConnector): void => {
  db.prepare(
    `UPDATE tool_connectors SET application_id = @applicationId, ci_id = @ciId, connector_name = @connectorName,
       name_key = @nameKey, connector_type = @connectorType, environment = @environment,
       configuration = @configuration, notes = @notes, status = @status, status_message = @statusMessage,
       last_tested_at = @lastTestedAt, secret_keys = @secretKeys, target = @target, fingerprint = @fingerprint,
       met_target = @metTarget, met_fingerprint = @metFingerprint, can_write = @canWrite,
       name_generated = @nameGenerated, updated_at = @now WHERE id = @id`,
  ).run(toParameters(connector));
};

export const deleteConnector = (db: Database, id: number): void => {
  db.prepare('DELETE FROM tool_connectors WHERE id = ?').run(id);
};

/** Connectors that the removal of this application would take along. */
export const listConnectorsOfApplication = (db: Database, applicationId: number): ConnectorRecord[] =>
  db
    .prepare<[number], ConnectorRow>(`SELECT ${columns} FROM tool_connectors WHERE application_id = ?`)
    .all(applicationId)
    .map(toRecord);

export const moveConnectorsToApplication = (db: Database, fromId: number, toId: number): void => {
  db.prepare('UPDATE tool_connectors SET application_id = ? WHERE application_id = ?').run(toId, fromId);
};

// The keychain journal: which secrets were being changed

/** Secrets of all connectors that the keychain is to have. */
export const countStoredSecrets = (db: Database): number =>
  db
    .prepare<[], number>('SELECT coalesce(sum(json_array_length(secret_keys)), 0) FROM tool_connectors')
    .pluck()
    .get() ?? 0;

/** Each secret that the keychain has, or is to have. */
export const listStoredSecrets = (db: Database): { connectorId: number; field: string }[] =>
  db
    .prepare<[], { connectorId: number; field: string }>(
      'SELECT c.id AS connectorId, s.value AS field FROM tool_connectors c, json_each(c.secret_keys) s ORDER BY c.id',
    )
    .all();

export const startKeychainChange = (db: Database, connectorId: number, fields: readonly string[]): void => {
  const start = db.prepare(
    'INSERT OR REPLACE INTO keychain_journal (connector_id, field, started_at) VALUES (?, ?, ?)',
  );
  db.transaction(() => {
    for (const field of fields) start.run(connectorId, field, new Date().toISOString());
  })();
};

export const endKeychainChange = (db: Database, connectorId: number): void => {
  db.prepare('DELETE FROM keychain_journal WHERE connector_id = ?').run(connectorId);
};

export const listKeychainChanges = (db: Database): { connectorId: number; field: string }[] =>
  db
    .prepare<[], { connectorId: number; field: string }>(
      'SELECT connector_id AS connectorId, field FROM keychain_journal ORDER BY connector_id, field',
    )
    .all();
