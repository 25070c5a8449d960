import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listBackups, type OpenedStore, openStore, restoreBackup } from '../../../db';
import { migrations } from '../../../db/migrations';
import type { Migration } from '../../../db/migrations/migration';
import { temporaryFolder } from '../../support/store';

const addsColumn: Migration = {
  version: 9000,
  name: 'adds a column',
  statements: 'ALTER TABLE applications ADD COLUMN colour TEXT',
};
const fails: Migration = {
  version: 9010,
  name: 'fails half-way',
  statements: 'CREATE TABLE half (id INTEGER) STRICT; DROP TABLE applications; SELECT no_such_function();',
};

const ready = (opened: OpenedStore) => {
  if (opened.state !== 'ready') throw new Error(opened.message);
  return opened.db;
};

const storeWithOneApplication = (): string => {
  const file = join(temporaryFolder(), 'tickmark.db');
  const db = ready(openStore(file));
  db.prepare(
    "INSERT INTO applications (audit_name, name, ci_id, created_at) VALUES ('Q2', 'Stark', 'CI1', 'now')",
  ).run();
  db.close();
  return file;
};

const applicationsOf = (file: string) => {
  const db = new SqliteDatabase(file, { readonly: true });
  const rows = db.prepare('SELECT audit_name, ci_id FROM applications').all();
  db.close();
  return rows;
};

describe('openStore', () => {
  it('makes a new store that survives a power cut and keeps its references', () => {
    const db = ready(openStore(join(temporaryFolder(), 'deep', 'er', 'tickmark.db')));
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  it('opens its own store again and makes no backup when nothing is to be migrated', () => {
    const file = storeWithOneApplication();
    ready(openStore(file)).close();
    expect(listBackups(file)).toEqual([]);
    expect(applicationsOf(file)).toEqual([{ audit_name: 'Q2', ci_id: 'CI1' }]);
  });

  it('backs up before a migration, and the migrated store keeps its rows', () => {
    const file = storeWithOneApplication();
    ready(openStore(file, [...migrations, addsColumn])).close();
    expect(applicationsOf(file)).toEqual([{ audit_name: 'Q2', ci_id: 'CI1' }]);
    const [backup] = listBackups(file);
    expect(backup?.fileName).toMatch(/^before-migration-/);
  });

  it('puts the store back when a migration fails, and says so', () => {
    const file = storeWithOneApplication();
    const opened = openStore(file, [...migrations, addsColumn, fails]);
    expect(opened.state).toBe('migration-failed');
    expect(applicationsOf(file)).toEqual([{ audit_name: 'Q2', ci_id: 'CI1' }]);
    const db = ready(openStore(file));
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined();
    expect(() => db.prepare('SELECT colour FROM applications')).toThrow();
    db.close();
  });

  it('refuses a store from a newer version and leaves its bytes alone', () => {
    const file = storeWithOneApplication();
    ready(openStore(file, [...migrations, addsColumn])).close();
    const before = readFileSync(file);
    expect(openStore(file).state).toBe('newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a store whose recorded step is another one than it knows', () => {
    const file = storeWithOneApplication();
    ready(openStore(file, [...migrations, addsColumn])).close();
    const altered = { ...addsColumn, statements: 'ALTER TABLE applications ADD COLUMN taste TEXT' };
    expect(openStore(file, [...migrations, altered]).state).toBe('damaged');
  });

  it('refuses a file that is no store, and one with a damaged page, and leaves both alone', () => {
    const file = join(temporaryFolder(), 'tickmark.db');
    writeFileSync(file, 'not a database, but long enough to be taken for one'.repeat(100));
    expect(openStore(file).state).toBe('damaged');
    expect(readFileSync(file, 'utf8')).toMatch(/^not a database/);

    const damaged = storeWithOneApplication();
    const bytes = readFileSync(damaged);
    bytes.fill(0xff, 4096, 4096 + 2048);
    writeFileSync(damaged, bytes);
    expect(openStore(damaged).state).toBe('damaged');
    expect(readFileSync(damaged).equals(bytes)).toBe(true);
  });

  it('refuses a database that is not a store of Tickmark, and leaves it alone', () => {
    const file = join(temporaryFolder(), 'tickmark.db');
    const foreign = new SqliteDatabase(file);
    foreign.exec("CREATE TABLE applications (name TEXT); INSERT INTO applications VALUES ('of somebody else')");
    foreign.close();
    const before = readFileSync(file);
    expect(openStore(file).state).toBe('damaged');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('answers a store that can not be opened instead of throwing', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(openStore(join(folder, 'file', 'tickmark.db')).state).toBe('unavailable');
  });
});

describe('restoreBackup', () => {
  it('brings the backup back and keeps what it replaces', () => {
    const file = storeWithOneApplication();
    ready(openStore(file, [...migrations, addsColumn])).close();
    const [backup] = listBackups(file);
    writeFileSync(file, 'damaged');
    expect(restoreBackup(file, backup?.fileName ?? '')).toBe(true);
    expect(applicationsOf(file)).toEqual([{ audit_name: 'Q2', ci_id: 'CI1' }]);
    expect(readdirSync(join(file, '..')).some((name) => name.startsWith('tickmark.db.replaced-'))).toBe(true);
  });

  it('leaves the store as it is when the backup is damaged', () => {
    const file = storeWithOneApplication();
    ready(openStore(file, [...migrations, addsColumn])).close();
    const [backup] = listBackups(file);
    writeFileSync(join(file, '../backups', backup?.fileName ?? ''), 'not a database'.repeat(500));
    expect(() => restoreBackup(file, backup?.fileName ?? '')).toThrow(/damaged/);
    expect(applicationsOf(file)).toEqual([{ audit_name: 'Q2', ci_id: 'CI1' }]);
  });

  it('refuses a name that is no backup, so that no other file is ever copied', () => {
    const file = storeWithOneApplication();
    expect(restoreBackup(file, '../tickmark.db')).toBe(false);
    expect(existsSync(file)).toBe(true);
  });
});
