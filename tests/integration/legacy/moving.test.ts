import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canaries, earlierTables, toSql, writeSqliteFile } from '../../servers/earlier-database';
import { secretOfConnector, writeEarlierStore } from '../../servers/earlier-store';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';
import { startKeyring, withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value } from '../../support/program';

const filesWith = (folder: string, canary: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      const spellings = [canary, JSON.stringify(canary).slice(1, -1), encodeURIComponent(canary)];
      return spellings.some((spelling) => text.includes(spelling));
    });

const rowsOf = (dataFolder: string) => {
  const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'), { readonly: true });
  const tables = ['applications', 'tool_connectors', 'questions', 'question_analyses', 'agent_executions'];
  const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all());
  db.close();
  return rows;
};

const settledStatus = async ({ bridge }: TestProgram) => {
  for (;;) {
    const status = await value(bridge.app.storeStatus());
    if (status.state !== 'upgrading') return status;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('moving from the earlier application', () => {
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let server: PostgresqlServer;
  let dataFolder: string;

  beforeAll(async () => {
    [keyring, programs, server] = await Promise.all([startKeyring(), buildTickmarkPrograms(), startPostgresql()]);
    await server.adminQuery('CREATE DATABASE audits');
    await server.adminQuery(toSql(earlierTables()), 'audits');
    await server.adminQuery(
      `CREATE ROLE reader LOGIN PASSWORD 'reads-only'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
       CREATE ROLE stranger LOGIN PASSWORD 'reads-nothing';`,
      'audits',
    );
  });

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-moving-'));
    return () => rmSync(dataFolder, { recursive: true, force: true });
  });

  afterAll(async () => {
    await server?.stop();
    await keyring?.stop();
    programs?.remove();
  });

  const withProgram = async <Value>(use: (program: TestProgram) => Promise<Value>, env = keyring.env) => {
    const program = startProgram({ programs, dataFolder, env });
    try {
      return await use(program);
    } finally {
      await program.close();
    }
  };

  const source = (login = { username: 'reader', password: 'reads-only' }) => ({
    ...{ kind: 'postgres' as const, server: '127.0.0.1', port: server.port, database: 'audits', encrypt: false },
    ...login,
  });

  const importAll = async ({ bridge }: TestProgram) => {
    const { previewToken } = await value(bridge.legacy.preview(source()));
    return value(bridge.legacy.import({ previewToken }));
  };

  it('imports a PostgreSQL database twice without doubling; secrets are in the keychain and nowhere else', async () => {
    const before = server.log().length;
    const { report, again, first } = await withProgram(async (program) => {
      const imported = await importAll(program);
      const stored = rowsOf(dataFolder);
      return { report: imported, first: stored, again: await importAll(program) };
    });
    expect(rowsOf(dataFolder)).toEqual(first);
    expect(report.counts.connectors.imported).toBe(10);
    expect(again.counts.connectors).toEqual({ imported: 0, present: 10, skipped: 1 });

    const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'), { readonly: true });
    const storeId = db.prepare("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get();
    db.close();
    const account = `${storeId}/connector/${report.connectors[0]?.id}/password`;
    expect(await keyring.lookup('Tickmark test', account)).toBe(canaries.password);
    for (const canary of Object.values(canaries)) expect(filesWith(dataFolder, canary)).toEqual([]);

    const statements = server.log().slice(before);
    expect(statements).toMatch(/START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY/);
    expect(statements).not.toMatch(/statement: (INSERT|UPDATE|DELETE|CREATE|ALTER|COMMIT)/i);
  });

  it('says why a source can’t be read, and imports nothing', async () => {
    await withProgram(async ({ bridge }) => {
      const wrong = await bridge.legacy.preview(source({ username: 'reader', password: 'wrong' }));
      expect(wrong).toMatchObject({ ok: false, error: { code: 'CONNECTION_FAILED', reason: 'AUTH' } });
      const nowhere = await bridge.legacy.preview({ ...source(), database: 'nowhere' });
      expect(nowhere).toMatchObject({ ok: false, error: { reason: 'NO_DATABASE' } });
      const empty = await bridge.legacy.preview({ ...source(), database: 'postgres' });
      expect(empty).toMatchObject({ ok: false, error: { reason: 'NO_DATABASE' } });
      const stranger = await bridge.legacy.preview(source({ username: 'stranger', password: 'reads-nothing' }));
      expect(stranger).toMatchObject({ ok: false, error: { code: 'QUERY_FAILED' } });
      const file = await bridge.legacy.preview({ kind: 'sqlite', fileToken: 'never given' });
      expect(file).toMatchObject({ ok: false, error: { code: 'TOKEN_EXPIRED' } });
      expect(await value(bridge.applications.list())).toEqual([]);
    });
  });

  it('refuses what changed since the preview, and a token that was used', async () => {
    await withProgram(async ({ bridge }) => {
      const { previewToken } = await value(bridge.legacy.preview(source()));
      await server.adminQuery("UPDATE question_analyses SET connector_reason = 'another' WHERE id = 1", 'audits');
      expect(await bridge.legacy.import({ previewToken })).toMatchObject({ error: { code: 'PREFLIGHT_STALE' } });
      expect(await bridge.legacy.import({ previewToken })).toMatchObject({ error: { code: 'TOKEN_EXPIRED' } });
      expect(await value(bridge.applications.list())).toEqual([]);
    });
  });

  it('imports nothing while there is no keychain, and says so', async () => {
    await withProgram(async ({ bridge }) => {
      const { previewToken } = await value(bridge.legacy.preview(source()));
      expect(await bridge.legacy.import({ previewToken })).toMatchObject({ error: { code: 'KEYCHAIN_UNAVAILABLE' } });
      expect(rowsOf(dataFolder).flat()).toEqual([]);
    }, withoutBus().env);
  });

  it('imports nothing while the keyring is locked, and all of it once it is unlocked', async () => {
    await withProgram(async ({ bridge }) => {
      const { previewToken } = await value(bridge.legacy.preview(source()));
      await keyring.lock();
      try {
        expect(await bridge.legacy.import({ previewToken })).toMatchObject({
          error: { code: 'KEYCHAIN_UNAVAILABLE', message: expect.stringMatching(/locked/i) },
        });
        expect(rowsOf(dataFolder).flat()).toEqual([]);
      } finally {
        await keyring.unlock();
      }
      expect((await value(bridge.legacy.import({ previewToken }))).counts.connectors.imported).toBe(10);
    });
    for (const canary of Object.values(canaries)) expect(filesWith(dataFolder, canary)).toEqual([]);
  });

  it('suggests names that can all be taken at once, and none once they are', async () => {
    await withProgram(async (program) => {
      const { bridge } = program;
      await importAll(program);
      const suggestions = await value(bridge.legacy.renameSuggestions());
      expect(suggestions).toHaveLength(10);
      expect(suggestions).toContainEqual({
        id: expect.any(Number),
        connectorName: 'SQL Server DB - 1',
        suggestion: 'Production SQL Server (AuditDB)',
        because: expect.stringContaining('sql-prod-01'),
      });
      for (const { id, connectorName, suggestion } of suggestions) {
        if (suggestion === connectorName) await value(bridge.connectors.keepName({ id }));
        else await value(bridge.connectors.update({ id, connectorName: suggestion }));
      }
      expect(await value(bridge.legacy.renameSuggestions())).toEqual([]);
    });
  });

  it('brings a store of before to this version at start', async () => {
    writeEarlierStore(join(dataFolder, 'tickmark.db'), { connectors: 6, analyses: 20 });
    await withProgram(async (program) => {
      expect(await settledStatus(program)).toMatchObject({ state: 'ready', backups: [{}] });
      const { groups } = await value(program.bridge.connectors.listByCi({ ciId: 'CI0' }));
      const names = groups.flatMap(({ connectors }) => connectors.map(({ connectorName }) => connectorName));
      expect(names).toContain('Oracle DB - 2');
    });
    expect(filesWith(dataFolder, secretOfConnector(2))).toEqual([]);
  });

  it('leaves a store of before as it is without a keychain, and goes on once there is one', async () => {
    const file = join(dataFolder, 'tickmark.db');
    writeSqliteFile(file, earlierTables());
    const before = readFileSync(file);
    await withProgram(async (program) => {
      const status = await settledStatus(program);
      expect(status).toMatchObject({ state: 'upgrade-stopped', message: expect.stringContaining('keychain') });
      expect((await value(program.bridge.app.reopenStore())).state).toBe('upgrading');
      expect((await settledStatus(program)).state).toBe('upgrade-stopped');
    }, withoutBus().env);
    expect(readFileSync(file).equals(before)).toBe(true);
    await withProgram(async (program) => {
      expect((await settledStatus(program)).state).toBe('ready');
    });
    for (const canary of Object.values(canaries)) expect(filesWith(dataFolder, canary)).toEqual([]);
  });
});
