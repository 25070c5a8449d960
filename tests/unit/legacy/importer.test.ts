import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db';
import { createImporter } from '../../../main/legacy/importer';
import type { LegacyReport } from '../../../preload/contract';
import { canaries, earlierTables, newerTables, writeSqliteFile } from '../../servers/earlier-database';
import { openTestStore, temporaryFolder } from '../../support/store';

const { signal } = new AbortController();

const setUp = (tables = earlierTables(), journalMode = 'delete') => {
  const { db, file } = openTestStore();
  const path = join(temporaryFolder(), 'earlier.db');
  writeSqliteFile(path, tables, journalMode);
  const task = { source: { kind: 'sqlite', path } as const, dataFolder: dirname(file), storeFile: file, actor: 'ada' };
  const importer = createImporter();

  const preview = async () => {
    const answer = await importer.preview(task, { signal });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const importAll = async (): Promise<{ report: LegacyReport; secrets: { field: string; secret: string }[] }> => {
    const { contentHash } = await preview();
    const secrets = await importer.prepare({ ...task, contentHash }, { signal });
    if (!secrets.ok) throw new Error(secrets.error.message);
    const report = await importer.commit();
    if (!report.ok) throw new Error(report.error.message);
    return { report: report.value, secrets: secrets.value };
  };
  return { db, file, path, task, importer, preview, importAll };
};

const rows = (db: Database, sql: string) => db.prepare(sql).all();

const everything = (db: Database) =>
  ['applications', 'tool_connectors', 'questions', 'question_analyses', 'agent_executions'].map((table) =>
    rows(db, `SELECT * FROM ${table} ORDER BY id`),
  );

describe('an import of the earlier application’s database', () => {
  it('gives every connector its name, today’s type, its fields and its notes', async () => {
    const { db, importAll } = setUp();
    await importAll();
    const connectors = rows(
      db,
      `SELECT id, application_id AS app, ci_id AS ci, connector_name AS name, connector_type AS type, name_generated AS made,
         configuration, notes, secret_keys AS secrets, status FROM tool_connectors ORDER BY id`,
    ) as { name: string; configuration: string; notes: string; secrets: string }[];
    expect(connectors.map(({ name }) => name)).toEqual([
      'SQL Server DB - 1',
      'Oracle DB - 2',
      'Jira - 3',
      'QTest - 4',
      'ServiceNow - 5',
      'Gnosis Document Repository - 6',
      'Document Folder - 7',
      'Punch Cards - 8',
      'SQL Server DB - 9',
      'Gnosis Document Repository - 10',
    ]);
    expect(connectors[0]).toMatchObject({ app: 1, ci: 'CI21324354', made: 1, status: 'pending' });
    expect(JSON.parse(connectors[0]?.configuration ?? '')).toMatchObject({
      server: 'sql-prod-01.corp.example.com',
      port: 1433,
      database: 'AuditDB',
      username: 'auditor',
      encrypt: true,
      connect_timeout: 30,
      authentication: 'sql',
    });
    expect(JSON.parse(connectors[0]?.secrets ?? '')).toEqual(['password', 'authentication.proxy_token']);
    expect(connectors[0]?.notes).toBe(
      'From the earlier application:\ndemo_mode: false\nauthentication.kind: forwarded',
    );
    expect(JSON.parse(connectors[2]?.configuration ?? '')).toMatchObject({
      base_url: 'https://acme.atlassian.net',
      username: 'ada',
    });
    expect(connectors[2]?.notes).toContain('project_keys: ["PAY","OPS"]');
    expect(JSON.parse(connectors[3]?.configuration ?? '')).toMatchObject({
      base_url: 'https://acme.qtestnet.com',
      project_id: '1234',
    });
    expect(JSON.parse(connectors[4]?.configuration ?? '')).toMatchObject({
      instance: 'https://acme.service-now.com',
      tables: ['incident', 'change_request'],
    });
    expect(JSON.parse(connectors[5]?.configuration ?? '')).toMatchObject({
      api_endpoint: '/find',
      repository: 'policies',
      authentication: 'api_key',
    });
    expect(JSON.parse(connectors[6]?.configuration ?? '')).toMatchObject({ path: '/mnt/audit/policies' });
    expect(connectors[7]).toMatchObject({ configuration: '{}', secrets: '["secret"]' });
    expect(connectors[7]?.notes).toContain('reader: IBM 2501');
    expect(connectors[8]).toMatchObject({ secrets: '["unread_configuration"]' });
    expect(JSON.parse(connectors[8]?.configuration ?? '')).not.toHaveProperty('server');
    // Its application is of another CI.
    expect(connectors[9]).toMatchObject({ app: null, ci: 'CI9' });
  });

  it('hands every secret to the keychain and leaves none in the data folder', async () => {
    const { db, file, importAll } = setUp();
    const { report, secrets } = await importAll();
    const handed = secrets.map(({ secret }) => secret).join('\n');
    const { settings: _settings, archive: _archive, named: _named, ...ofConnectors } = canaries;
    for (const canary of Object.values(ofConnectors)) expect(handed).toContain(canary);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const kept = [readFileSync(file, 'utf8'), readFileSync(report.archive?.path ?? '', 'utf8'), JSON.stringify(report)];
    for (const canary of Object.values(canaries)) {
      const spellings = [canary, JSON.stringify(canary).slice(1, -1), encodeURIComponent(canary)];
      for (const spelling of spellings) expect(kept.filter((text) => text.includes(spelling))).toEqual([]);
    }
  });

  it('keeps what is not imported as a file, row for row', async () => {
    const { importAll } = setUp();
    const { report } = await importAll();
    const lines = readFileSync(report.archive?.path ?? '', 'utf8')
      .trimEnd()
      .split('\n');
    expect(report.archive?.rows).toBe(lines.length);
    const tables = lines.map((line) => (JSON.parse(line) as { table: string }).table);
    expect(tables).toEqual([
      ...['agent_executions', 'agent_executions', 'agent_executions'],
      ...['data_collection_sessions', 'audit_results', 'context_documents', 'veritas_conversations'],
    ]);
    expect(lines[5]).toContain('größer');
    expect(lines[0]).toContain('42 accounts');
  });

  it('keeps question ids where they are unique, and gives a repeat the file type and a counter', async () => {
    const { db, importAll } = setUp();
    await importAll();
    expect(
      rows(
        db,
        'SELECT application_id AS app, question_id AS id, file_type AS type, question FROM questions ORDER BY questions.id',
      ),
    ).toEqual([
      { app: 1, id: '1.1', type: 'primary', question: 'List all user accounts' },
      { app: 1, id: '1.2', type: 'primary', question: 'Failed logins of the period' },
      { app: 1, id: '1.3', type: 'primary', question: 'Approved changes' },
      { app: 1, id: '1.4', type: 'primary', question: 'Incidents' },
      { app: 1, id: '1.5', type: 'primary', question: 'Policies' },
      { app: 1, id: '1.5-primary-2', type: 'primary', question: 'Policies of last year' },
      { app: 1, id: '1.6', type: 'primary', question: 'Anything on punch cards' },
      { app: 2, id: '1.1', type: 'primary', question: 'List all user accounts' },
      { app: 1, id: '1.1-followup-2', type: 'followup', question: 'And their roles?' },
      { app: 1, id: '8.8', type: 'primary', question: 'A question whose file is gone' },
    ]);
  });

  it('takes analyses over with their tool type alone, the newest of a question', async () => {
    const { db, importAll } = setUp();
    await importAll();
    expect(
      rows(
        db,
        `SELECT application_id AS app, question_id AS id, tool_suggestion AS type, connector_id AS connector
         FROM question_analyses ORDER BY app, question_id`,
      ),
    ).toEqual([
      { app: 1, id: '1.1', type: 'SQL Server DB', connector: null },
      { app: 1, id: '1.1-followup-2', type: 'Oracle DB', connector: null },
      { app: 1, id: '1.2', type: 'MySQL DB', connector: null },
      { app: 1, id: '1.3', type: 'Jira', connector: null },
      { app: 1, id: '1.6', type: 'Punch Cards', connector: null },
      { app: 1, id: '8.8', type: 'QTest', connector: null },
      { app: 2, id: '1.1', type: 'SQL Server DB', connector: null },
    ]);
  });

  it('follows a connector’s id or name in newer copies, and keeps clashing names apart', async () => {
    const { db, importAll } = setUp(newerTables());
    const { report } = await importAll();
    expect(report.connectors.map(({ from, to, why }) => [from, to, why])).toEqual([
      [null, 'SQL Server DB - 1 (2)', 'generated'],
      ['Production', 'Production', 'kept'],
      ['production', 'production (2)', 'clash'],
      ['SQL Server DB - 1', 'SQL Server DB - 1', 'kept'],
    ]);
    expect(
      rows(
        db,
        'SELECT question_id AS id, connector_id AS connector, connector_to_use AS name, selection_lost AS lost FROM question_analyses ORDER BY question_id',
      ),
    ).toEqual([
      { id: '1.1', connector: 3, name: 'production (2)', lost: 0 },
      { id: '1.2', connector: 2, name: 'Production', lost: 0 },
      { id: '1.3', connector: null, name: null, lost: 1 },
      { id: '1.4', connector: null, name: null, lost: 0 },
      { id: '1.5', connector: null, name: null, lost: 1 },
    ]);
  });

  it('shows executions as history that proves nothing', async () => {
    const { db, importAll } = setUp();
    await importAll();
    expect(
      rows(
        db,
        `SELECT question_id AS id, tool_type AS type, connector_name AS name, status, imported, complete, final, sha256
         FROM agent_executions ORDER BY id`,
      ),
    ).toEqual([
      { id: '1.1', type: 'SQL Server DB', name: 'SQL Server DB - 1', status: 'succeeded', ...historyOnly },
      { id: '1.3', type: 'Jira', name: 'Jira', status: 'failed', ...historyOnly },
      { id: '1.4', type: 'ServiceNow', name: 'ServiceNow - 5', status: 'interrupted', ...historyOnly },
    ]);
  });

  it('changes nothing when it is repeated, and leaves what a person has changed since', async () => {
    const { db, importAll } = setUp();
    await importAll();
    db.prepare(
      "UPDATE tool_connectors SET connector_name = 'Renamed', name_key = 'renamed', name_generated = 0 WHERE id = 1",
    ).run();
    db.prepare('DELETE FROM tool_connectors WHERE id = 7').run();
    db.prepare("DELETE FROM questions WHERE question_id = '1.2'").run();
    const before = everything(db);
    const { report, secrets } = await importAll();
    expect(everything(db)).toEqual(before);
    expect(secrets).toEqual([]);
    expect(report.connectors).toEqual([]);
    expect(report.counts.connectors).toEqual({ imported: 0, present: 10, skipped: 1 });
  });

  it('brings what is new in the source at a second import, and says what changed there', async () => {
    const { db, path, importAll } = setUp();
    await importAll();
    const source = new SqliteDatabase(path);
    source.exec("UPDATE applications SET name = 'Other' WHERE id = 1");
    source.exec("INSERT INTO tool_connectors (id, ci_id, connector_type) VALUES (20, 'CI9', 'Jira')");
    source.close();
    const { report } = await importAll();
    expect(report.counts.connectors.imported).toBe(1);
    expect(report.warnings.join()).toMatch(/Changed in the source since the last import.*1 × application/);
    expect(rows(db, 'SELECT name FROM applications WHERE id = 1')).toEqual([{ name: 'Stark G4' }]);
  });

  it('tells in the preview what the import does then, and writes nothing', async () => {
    const { db, file, preview, importAll } = setUp();
    db.pragma('wal_checkpoint(TRUNCATE)');
    const before = readFileSync(file);
    const { counts, warnings } = await preview();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect((await importAll()).report.counts).toEqual(counts);
    expect(counts).toEqual({
      applications: { imported: 3, present: 0, skipped: 0 },
      questions: { imported: 10, present: 0, skipped: 1 },
      connectors: { imported: 10, present: 0, skipped: 1 },
      analyses: { imported: 7, present: 0, skipped: 2 },
      executions: { imported: 3, present: 0, skipped: 0 },
    });
    expect(warnings.join('\n')).toMatch(/Punch Cards[\s\S]*clear text[\s\S]*not valid JSON[\s\S]*context_documents/);
  });

  it('refuses a source that changed since the preview, and imports nothing', async () => {
    const { db, path, task, importer, preview } = setUp();
    const { contentHash } = await preview();
    const source = new SqliteDatabase(path);
    source.exec("UPDATE tool_connectors SET status = 'x' WHERE id = 3");
    source.close();
    expect(await importer.prepare({ ...task, contentHash }, { signal })).toMatchObject({
      ok: false,
      error: { code: 'PREFLIGHT_STALE' },
    });
    expect(rows(db, 'SELECT count(*) AS n FROM tool_connectors')).toEqual([{ n: 0 }]);
    expect(rows(db, 'SELECT count(*) AS n FROM keychain_journal')).toEqual([{ n: 0 }]);
  });

  it('reads a file in WAL mode and writes nothing beside it', async () => {
    const { path, importAll } = setUp(earlierTables(), 'wal');
    const before = readFileSync(path);
    expect((await importAll()).report.counts.connectors.imported).toBe(10);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('does without tables and columns that a copy lacks, and says so', async () => {
    const [applications, , connectors] = earlierTables();
    if (!applications || !connectors) throw new Error('The fixture has changed.');
    const { id, ci_id, name } = applications.columns;
    const bare = { ...applications, columns: { id, ci_id, name } as Record<string, string> };
    const { preview, importAll } = setUp([bare, connectors]);
    expect((await preview()).warnings.join()).toMatch(/The table question_analyses is not there/);
    expect((await importAll()).report.counts.applications.imported).toBe(3);
  });

  it('refuses a damaged file, a file that is no database and a database of somebody else', async () => {
    const { path, task, importer } = setUp();
    const bytes = readFileSync(path);
    bytes.fill(0xee, 4_096 + 100, 8_192 + 2_000);
    writeFileSync(path, bytes);
    expect(await importer.preview(task, { signal })).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });

    writeFileSync(path, 'nothing of the kind');
    expect(await importer.preview(task, { signal })).toMatchObject({ ok: false, error: { code: 'CONNECTION_FAILED' } });

    writeFileSync(path, '');
    const other = new SqliteDatabase(path);
    other.exec('CREATE TABLE guests (id INTEGER)');
    other.close();
    expect(await importer.preview(task, { signal })).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });
  });
});

const historyOnly = { imported: 1, complete: 0, final: 0, sha256: null };
