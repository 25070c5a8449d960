import {
  copyStoreToMemory,
  type Database,
  endKeychainChange,
  openStoreBeside,
  reserveConnectorId,
  startKeychainChange,
} from '../../db';
import type { LegacyPreview, LegacyReport } from '../../preload/contract';
import type { NewSecret } from '../keychain/connector-secrets';
import { failure, type Result, success } from '../result';
import { type ArchiveFile, archivePath, createArchive } from './archive';
import { convertConnector } from './convert-connector';
import { type ImportPlan, listImportedConnectors, type PlannedConnector } from './import-state';
import { type BeginArchive, type LegacyData, readLegacy } from './read-source';
import { createTextScrubber } from './secrets';
import type { LegacyRow, SourceSettings } from './source';
import { textOf } from './values';
import { writeImport } from './write-import';

export interface ImportTask {
  source: SourceSettings;
  dataFolder: string;
  storeFile: string;
  /** Where the store is encrypted. */
  storeKey?: Uint8Array | undefined;
  actor: string;
}

/** What a person was shown: the content that they agreed to import. */
export type Previewed = Omit<LegacyPreview, 'previewToken'> & { contentHash: string };

const changedSince = () =>
  failure('PREFLIGHT_STALE', 'The earlier database was changed since it was looked at; nothing was imported.', {
    hint: 'Look at it again, then import. Best while nobody works with the earlier application.',
  });

const rowsToImport = (db: Database, data: LegacyData): LegacyRow[] => {
  const imported = listImportedConnectors(db, data);
  return data.connectors.filter((row) => textOf(row, 'ci_id') !== '' && !imported.has(textOf(row, 'id')));
};

const planOf = (data: LegacyData, connectors: PlannedConnector[], actor: string): ImportPlan => ({
  data,
  connectors,
  actor,
  archive: null,
  isOwnStore: false,
  clean: createTextScrubber(connectors.flatMap(({ secrets }) => Object.values(secrets))),
});

const secretsToKeep = (connectors: readonly PlannedConnector[]): NewSecret[] =>
  connectors.flatMap(({ id, secrets }) =>
    Object.entries(secrets).map(([field, secret]) => ({ connectorId: id, field, secret })),
  );

const withStore = <Value>(db: Database, work: (db: Database) => Value): Value => {
  try {
    return work(db);
  } finally {
    db.close();
  }
};

const keyOf = ({ storeKey }: ImportTask): Buffer | undefined => storeKey && Buffer.from(storeKey);

/** Ids that no other connector gets, and a journal of what the keychain is about to be told. */
const reserve = (task: ImportTask, data: LegacyData): PlannedConnector[] =>
  withStore(openStoreBeside(task.storeFile, keyOf(task)), (db) =>
    db
      .transaction(() => {
        const planned = rowsToImport(db, data).map((row) => ({ ...convertConnector(row), id: reserveConnectorId(db) }));
        for (const { id, secrets } of planned) startKeychainChange(db, id, Object.keys(secrets));
        return planned;
      })
      .immediate(),
  );

/** Tries the import out on a copy of the store in memory: what is shown before is what happens then. */
const tryOut = (task: ImportTask, data: LegacyData): LegacyReport =>
  withStore(copyStoreToMemory(task.storeFile, keyOf(task)), (db) => {
    const planned = rowsToImport(db, data).map((row) => ({ ...convertConnector(row), id: reserveConnectorId(db) }));
    return db.transaction(() => writeImport(db, planOf(data, planned, task.actor)))();
  });

const describeSkipped = ({ skipped }: LegacyReport): string[] =>
  skipped.map(({ table, reason, rows, examples }) => {
    const numbers = examples.slice(0, 5).join(', ');
    return rows === 1
      ? `${table}, 1 row (no. ${numbers}): ${reason}`
      : `${table}, ${rows} rows (no. ${numbers}): ${reason}`;
  });

const describeArchive = ({ archiveRows }: LegacyData): string[] => {
  const tables = Object.entries(archiveRows).map(([table, rows]) => `${table} (${rows})`);
  return tables.length > 0 ? [`Not imported, and kept as a file in the data folder: ${tables.join(', ')}.`] : [];
};

interface PreparedImport {
  task: ImportTask;
  plan: ImportPlan;
  archive: ArchiveFile;
}

export const createImporter = () => {
  let prepared: PreparedImport | undefined;

  /** What an import would do. Writes nothing anywhere. */
  const preview = async (task: ImportTask, { signal }: { signal: AbortSignal }): Promise<Result<Previewed>> => {
    const read = await readLegacy(task.source, signal);
    if (!read.ok) return read;
    const report = tryOut(task, read.value);
    const secrets = report.connectors.reduce((sum, { secretKeys }) => sum + secretKeys.length, 0);
    const warnings = [
      ...report.warnings,
      ...(secrets > 0 ? [`Secrets that stand in clear text there and move to the keychain: ${secrets}.`] : []),
      ...describeSkipped(report),
      ...describeArchive(read.value),
    ];
    return success({ contentHash: read.value.contentHash, counts: report.counts, warnings });
  };

  /** Reads again what was previewed and answers which secrets have to be in the keychain before `commit`. */
  const prepare = async (
    { contentHash, ...task }: ImportTask & { contentHash: string },
    { signal }: { signal: AbortSignal },
  ): Promise<Result<NewSecret[]>> => {
    const archive = createArchive(task.dataFolder);
    const begin: BeginArchive = (connectors) => archive.begin(connectors);
    const read = await readLegacy(task.source, signal, begin);
    if (!read.ok || read.value.contentHash !== contentHash) {
      archive.discard();
      return read.ok ? changedSince() : read;
    }
    const connectors = reserve(task, read.value);
    prepared = { task, archive, plan: planOf(read.value, connectors, task.actor) };
    return success(secretsToKeep(connectors));
  };

  /** One transaction: all that was prepared is in the store, or nothing. */
  const commit = async (): Promise<Result<LegacyReport>> => {
    if (!prepared)
      return failure('TOKEN_EXPIRED', 'Nothing is prepared to be imported.', { hint: 'Look at it again.' });
    const { task, plan, archive } = prepared;
    const path = archivePath(task.dataFolder, plan.data.contentHash);
    const rows = archive.rows();
    archive.keep(path);
    const report = withStore(openStoreBeside(task.storeFile, keyOf(task)), (db) =>
      db
        .transaction(() => {
          for (const { id } of plan.connectors) endKeychainChange(db, id);
          return writeImport(db, { ...plan, archive: rows > 0 ? { path, rows } : null });
        })
        .immediate(),
    );
    prepared = undefined;
    return success(report);
  };

  /** Forgets what was prepared. The journal stays, for the next start to settle what the keychain may hold. */
  const discard = async (): Promise<Result<undefined>> => {
    prepared?.archive.discard();
    prepared = undefined;
    return success(undefined);
  };

  return { preview, prepare, commit, discard };
};
