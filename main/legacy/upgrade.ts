/**
 * Brings a store of before (the tables of the web application in SQLite, secrets in clear text) to today's shape. The old
 * file is only ever read: a new one is made beside it and takes its name in one step, so that whenever the program dies
 * there is the old store or the new one, whole. The keychain has every secret before anything else is written, and under
 * the same store id at each try; what is written here never holds one.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { appendAuditEntry, type Database, openStore, syncFile, timeForFileName, writeFact } from '../../db';
import type { LegacyReport } from '../../preload/contract';
import type { NewSecret } from '../keychain/connector-secrets';
import { failure, type Result, success } from '../result';
import { type ArchiveFile, archivePath, createArchive, secretsOf } from './archive';
import { convertConnector, inKeychain } from './convert-connector';
import type { PlannedConnector } from './import-state';
import { type LegacyData, readSource } from './read-source';
import { type ScrubThread, startScrubbedCopy } from './scrub-thread';
import { createTextScrubber } from './secrets';
import { sourceOf } from './sqlite-source';
import { isKeptId, textOf } from './values';
import { writeImport } from './write-import';

export interface UpgradeTask {
  storeFile: string;
  actor: string;
}

export interface PreparedSecrets {
  storeId: string;
  secrets: NewSecret[];
}

interface Preparation extends UpgradeTask {
  storeId: string;
  old: Database;
  data: LegacyData;
  connectors: PlannedConnector[];
  archive: ArchiveFile;
  hasSecrets: boolean;
}

const pendingFile = (storeFile: string): string => `${storeFile}.upgrade`;
const newFile = (storeFile: string): string => `${storeFile}.upgraded`;

/** A backup without secrets tells under which id the keychain has them. */
const readBackupsStoreId = (old: Database): string | undefined => {
  const isBackup = old.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'tickmark_upgrade'").get();
  return isBackup ? old.prepare<[], string>('SELECT store_id FROM tickmark_upgrade').pluck().get() : undefined;
};

/** One id for all tries: what the keychain was told in one that was cut off is found again in the next. */
const settleStoreId = (storeFile: string, old: Database): string => {
  const known = readBackupsStoreId(old);
  if (known) return known;
  const pending = pendingFile(storeFile);
  if (existsSync(pending)) {
    const storeId = readFileSync(pending, 'utf8').trim();
    if (/^[0-9a-f-]{36}$/.test(storeId)) return storeId;
  }
  const storeId = randomUUID();
  writeFileSync(pending, storeId);
  syncFile(pending);
  return storeId;
};

/** Locks the old store against writers and works in what its log still holds. Throws what SQLite throws. */
const openOld = (storeFile: string): Database => {
  const old = new SqliteDatabase(storeFile, { fileMustExist: true });
  try {
    old.pragma('trusted_schema = OFF');
    old.pragma('wal_checkpoint(TRUNCATE)');
    old.pragma('journal_mode = DELETE');
    const verdict = old.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(String(verdict));
    old.exec('BEGIN IMMEDIATE');
    return old;
  } catch (error) {
    old.close();
    throw error;
  }
};

/** The old ids stay; rows whose id can't be one here get numbers behind all others. */
const giveIds = (data: LegacyData): PlannedConnector[] => {
  const rows = data.connectors.filter((row) => textOf(row, 'ci_id') !== '');
  let last = Math.max(
    0,
    ...data.connectors
      .map((row) => textOf(row, 'id'))
      .filter(isKeptId)
      .map(Number),
  );
  return rows.map((row) => {
    const key = textOf(row, 'id');
    if (!isKeptId(key)) last += 1;
    return { ...convertConnector(row), id: isKeptId(key) ? Number(key) : last };
  });
};

const notUpgraded = (error: unknown) =>
  failure(
    'STORE_UNAVAILABLE',
    `The store of an earlier version could not be brought to this one: ${error instanceof Error ? error.message : String(error)}.`,
    { hint: 'It is as it was before. Check that the disk is not full and that no other program has the file open.' },
  );

export const createUpgrader = () => {
  let prepared: Preparation | undefined;

  const forget = () => {
    prepared?.archive.discard();
    prepared?.old.close();
    prepared = undefined;
  };

  /** Reads the old store and answers what has to be in the keychain before `commitUpgrade`. */
  const prepareUpgrade = async ({ storeFile, actor }: UpgradeTask): Promise<Result<PreparedSecrets>> => {
    forget();
    const archive = createArchive(dirname(storeFile));
    let old: Database | undefined;
    try {
      old = openOld(storeFile);
      const data = await readSource(
        sourceOf(old, storeFile, async () => {}),
        archive.begin,
      );
      const connectors = giveIds(data);
      const storeId = settleStoreId(storeFile, old);
      const secrets = connectors.flatMap(({ id, secrets: ofConnector }) =>
        Object.entries(ofConnector)
          .filter(([, secret]) => secret !== inKeychain)
          .map(([field, secret]) => ({ connectorId: id, field, secret })),
      );
      const hasSecrets = connectors.some((connector) => Object.keys(connector.secrets).length > 0);
      prepared = { storeFile, actor, storeId, old, data, connectors, archive, hasSecrets };
      return success({ storeId, secrets });
    } catch (error) {
      archive.discard();
      old?.close();
      return notUpgraded(error);
    }
  };

  const writeNew = (preparation: Preparation, backup: string): LegacyReport => {
    const { storeFile, storeId, data, connectors, archive, actor, hasSecrets } = preparation;
    const file = newFile(storeFile);
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
    const opened = openStore(file);
    if (opened.state !== 'ready') throw new Error(opened.message);
    const { db } = opened;
    // Nobody knows this file yet: until it is complete it may be lost, and then it is on the disk as a whole.
    for (const setting of ['journal_mode = MEMORY', 'synchronous = OFF', 'secure_delete = OFF', 'cache_size = -131072'])
      db.pragma(setting);
    const path = archivePath(dirname(storeFile), data.contentHash);
    const kept = archive.rows() > 0 ? { path, rows: archive.rows() } : null;
    try {
      const report = db
        .transaction(() => {
          writeFact(db, 'store_id', storeId);
          if (hasSecrets) writeFact(db, 'keychain_sentinel_written', 'yes');
          const clean = createTextScrubber(secretsOf(data.connectors));
          const written = writeImport(db, { data, connectors, actor, archive: kept, isOwnStore: true, clean });
          appendAuditEntry(db, { actor, action: 'store.upgraded', subject: 'store', details: { backup } });
          return written;
        })
        .exclusive();
      archive.keep(path);
      return report;
    } finally {
      db.close();
    }
  };

  /** Makes the new store and the backup without secrets, and puts the new one in the old one's place. */
  const commitUpgrade = async (): Promise<Result<LegacyReport>> => {
    if (!prepared) return notUpgraded('nothing was prepared');
    const { storeFile, storeId, old, connectors, data } = prepared;
    const backup = join(dirname(storeFile), 'backups', `before-migration-${timeForFileName()}.db`);
    let copying: ScrubThread | undefined;
    try {
      mkdirSync(dirname(backup), { recursive: true });
      const secrets = secretsOf(data.connectors);
      copying = startScrubbedCopy(old, { file: backup, storeId, connectors, secrets });
      const report = writeNew(prepared, basename(backup));
      syncFile(newFile(storeFile));
      await copying.done;
      old.close();
      // A log that is not empty would be taken for the new store's.
      for (const suffix of ['-wal', '-journal']) {
        if (existsSync(`${storeFile}${suffix}`) && statSync(`${storeFile}${suffix}`).size > 0) {
          throw new Error('another program is writing to it');
        }
      }
      renameSync(newFile(storeFile), storeFile);
      rmSync(pendingFile(storeFile), { force: true });
      prepared = undefined;
      return success(report);
    } catch (error) {
      await copying?.stop();
      for (const file of [backup, `${backup}.part`]) rmSync(file, { force: true });
      forget();
      return notUpgraded(error);
    }
  };

  return { prepareUpgrade, commitUpgrade };
};
