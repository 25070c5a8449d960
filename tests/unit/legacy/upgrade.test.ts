import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listBackups, openStore, restoreBackup } from '../../../db';
import { createUpgrader } from '../../../main/legacy/upgrade';
import { canaries, earlierTables, writeSqliteFile } from '../../servers/earlier-database';
import { secretOfConnector, writeEarlierStore } from '../../servers/earlier-store';
import { temporaryFolder } from '../../support/store';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const upgrade = async (storeFile: string) => {
  const upgrader = createUpgrader();
  const prepared = await upgrader.prepareUpgrade({ storeFile, actor: 'ada' });
  if (!prepared.ok) throw new Error(prepared.error.message);
  const report = await upgrader.commitUpgrade();
  if (!report.ok) throw new Error(report.error.message);
  return { ...prepared.value, report: report.value };
};

const read = (file: string, sql: string): unknown[] => {
  const opened = openStore(file);
  if (opened.state !== 'ready') throw new Error(opened.message);
  const found = opened.db.prepare(sql).all();
  opened.db.close();
  return found;
};

const connectorsQuery = `SELECT id, ci_id, connector_name, connector_type, configuration, secret_keys, name_generated
  FROM tool_connectors ORDER BY id`;

describe('the upgrade of a store of before', () => {
  it('recognises it, and opens it only afterwards', async () => {
    const file = join(temporaryFolder(), 'tickmark.db');
    writeEarlierStore(file, { connectors: 12, analyses: 30 });
    expect(openStore(file).state).toBe('earlier');
    await upgrade(file);
    expect(openStore(file).state).toBe('ready');
  });

  it('keeps ids, gives names, and takes every secret out for the keychain', async () => {
    const file = join(temporaryFolder(), 'tickmark.db');
    writeEarlierStore(file, { connectors: 12, analyses: 30 });
    const { secrets, storeId } = await upgrade(file);
    expect(secrets).toEqual(
      Array.from({ length: 12 }, (_none, index) => ({
        connectorId: index + 1,
        field: 'password',
        secret: secretOfConnector(index + 1),
      })),
    );
    expect(read(file, "SELECT value FROM store_facts WHERE key = 'store_id'")).toEqual([{ value: storeId }]);
    expect(read(file, connectorsQuery)[7]).toEqual({
      id: 8,
      ci_id: 'CI1',
      connector_name: 'Oracle DB - 8',
      connector_type: 'Oracle DB',
      configuration: expect.stringContaining('"server":"db-8"'),
      secret_keys: '["password"]',
      name_generated: 1,
    });
    expect(read(file, 'SELECT count(*) AS n FROM question_analyses')).toEqual([{ n: 30 }]);
    expect(read(file, "SELECT action FROM audit_log WHERE subject = 'store'")).toEqual([
      { action: 'legacy.imported' },
      { action: 'store.upgraded' },
    ]);
  });

  it('leaves no secret in the data folder, the backup and the archive included', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'tickmark.db');
    writeSqliteFile(file, earlierTables(), 'wal');
    const free = new SqliteDatabase(file);
    free.exec("CREATE TABLE gone (text TEXT); INSERT INTO gone VALUES ('canary-in-a-free-page'); DROP TABLE gone");
    free.close();
    await upgrade(file);
    expect(listBackups(file)).toHaveLength(1);
    const texts = filesBelow(folder).map((name) => [name, readFileSync(name, 'utf8')] as const);
    expect(texts).toHaveLength(3);
    for (const canary of [...Object.values(canaries), 'canary-in-a-free-page']) {
      const spellings = [canary, JSON.stringify(canary).slice(1, -1), encodeURIComponent(canary)];
      for (const spelling of spellings) {
        expect(texts.filter(([, text]) => text.includes(spelling)).map(([name]) => name)).toEqual([]);
      }
    }
  });

  it('keeps a backup that can be restored and finds the secrets in the keychain again', async () => {
    const file = join(temporaryFolder(), 'tickmark.db');
    writeSqliteFile(file, earlierTables());
    const first = await upgrade(file);
    const connectors = read(file, connectorsQuery);
    const [backup] = listBackups(file);
    expect(restoreBackup(file, backup?.fileName ?? '')).toBe(true);
    expect(openStore(file).state).toBe('earlier');
    const again = await upgrade(file);
    expect(again.storeId).toBe(first.storeId);
    expect(again.secrets).toEqual([]);
    const fields = ({ secret_keys, ...row }: Record<string, unknown>) => ({
      ...row,
      configuration: JSON.parse(String(row.configuration)),
      secrets: (JSON.parse(String(secret_keys)) as string[]).sort(),
    });
    expect((read(file, connectorsQuery) as Record<string, unknown>[]).map(fields)).toEqual(
      (connectors as Record<string, unknown>[]).map(fields),
    );
  });

  it('goes on under the same store id after a try that was cut off, with the old store as it was', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'tickmark.db');
    writeEarlierStore(file, { connectors: 3, analyses: 3 }, { journalMode: 'delete' });
    const before = readFileSync(file);
    const cutOff = createUpgrader();
    const prepared = await cutOff.prepareUpgrade({ storeFile: file, actor: 'ada' });
    if (!prepared.ok) throw new Error(prepared.error.message);
    writeFileSync(`${file}.upgraded`, 'half of a new store');
    expect(readFileSync(file).equals(before)).toBe(true);
    // Tried again: what the first one had open and prepared is forgotten.
    const again = await cutOff.prepareUpgrade({ storeFile: file, actor: 'ada' });
    expect(again).toMatchObject({ ok: true, value: { storeId: prepared.value.storeId } });
    expect((await cutOff.commitUpgrade()).ok).toBe(true);
    expect(openStore(file).state).toBe('ready');
    expect(existsSync(`${file}.upgrade`)).toBe(false);
  });

  it('leaves a damaged store of before alone and says so', async () => {
    const file = join(temporaryFolder(), 'tickmark.db');
    writeEarlierStore(file, { connectors: 300, analyses: 300 }, { journalMode: 'delete' });
    const bytes = readFileSync(file);
    bytes.fill(0xee, 8_192 + 50, 12_288 + 3_000);
    writeFileSync(file, bytes);
    expect(openStore(file).state).toBe('damaged');
    expect(await createUpgrader().prepareUpgrade({ storeFile: file, actor: 'ada' })).toMatchObject({
      ok: false,
      error: { code: 'STORE_UNAVAILABLE' },
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});
