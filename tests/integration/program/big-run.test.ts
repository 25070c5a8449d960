import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Execution } from '../../../preload/contract';
import { type MariadbServer, startMariadb } from '../../servers/mariadb';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';
import { startKeyring } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const verifier = resolve(import.meta.dirname, '../../../scripts/verify-pack.mjs');
const ciId = 'CI200';
const processes = ['Access', 'Change', 'Operations', 'Backup', 'Documents'];

/** A whole audit: 200 questions over 8 connectors of 4 types, of which two can't answer and one run is cancelled. */
describe('a run of 200 questions over 8 connectors of 4 types', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-big-run-'));
  const clientFolder = mkdtempSync(join(tmpdir(), 'tickmark-big-client-'));
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let postgresql: PostgresqlServer;
  let mariadb: MariadbServer;
  let program: TestProgram;
  let applicationId: number;
  let ended: Execution[];

  beforeAll(async () => {
    [keyring, programs, postgresql, mariadb] = await Promise.all([
      startKeyring(),
      buildTickmarkPrograms(),
      startPostgresql(),
      startMariadb(),
    ]);
    await postgresql.adminQuery('CREATE DATABASE audit');
    await postgresql.adminQuery(
      `CREATE ROLE auditor LOGIN PASSWORD 'secret'; CREATE TABLE accounts (id int, name text);
       INSERT INTO accounts SELECT n, 'account ' || n FROM generate_series(1, 40) n; GRANT SELECT ON accounts TO auditor;`,
      'audit',
    );
    await mariadb.adminQuery(
      `CREATE DATABASE audit; CREATE TABLE audit.accounts (id int, name text); INSERT INTO audit.accounts VALUES (1, 'Ada'), (2, '=1+1');
       CREATE USER auditor@'%' IDENTIFIED BY 'secret'; GRANT SELECT ON audit.* TO auditor@'%';`,
    );
    const file = new SqliteDatabase(join(clientFolder, 'hr.db'));
    file.exec(`CREATE TABLE accounts (id INTEGER, name TEXT); INSERT INTO accounts VALUES (1, 'Grace'), (2, NULL)`);
    file.close();
    for (const name of ['policies', 'reports']) {
      mkdirSync(join(clientFolder, name));
      writeFileSync(join(clientFolder, name, `${name}.txt`), `The ${name} of the client.\n`);
    }
    program = startProgram({ programs, dataFolder, env: keyring.env });
  });

  afterAll(async () => {
    await program?.close();
    await Promise.all([postgresql?.stop(), mariadb?.stop(), keyring?.stop()]);
    programs?.remove();
    for (const folder of [dataFolder, clientFolder]) rmSync(folder, { recursive: true, force: true });
  });

  const sql = 'select id, name from accounts order by id';
  const onServer = (connectorName: string, connectorType: string, port: number, password = 'secret') => ({
    connectorName,
    connectorType,
    environment: connectorName.startsWith('Production') ? ('production' as const) : ('non-production' as const),
    configuration: { server: '127.0.0.1', port, database: 'audit', username: 'auditor', encrypt: false },
    secrets: { password },
    query: sql,
  });
  const onPath = async (connectorName: string, connectorType: string, path: string, query: string) => ({
    connectorName,
    connectorType,
    configuration: { path: await program.pick(path) },
    query,
  });

  it('ends, each run with its own outcome', async () => {
    const { bridge } = program;
    const created = await value(bridge.applications.create({ auditName: 'Q2', name: 'Payroll', ciId }));
    applicationId = created.id;
    const drafts = [
      onServer('Production PostgreSQL', 'PostgreSQL DB', postgresql.port),
      onServer('Development PostgreSQL', 'PostgreSQL DB', postgresql.port),
      onServer('Unknown password', 'PostgreSQL DB', postgresql.port, 'wrong'),
      onServer('Production MariaDB', 'MySQL DB', mariadb.port),
      onServer('Nobody there', 'MySQL DB', 1),
      await onPath('HR file', 'SQLite File', join(clientFolder, 'hr.db'), sql),
      await onPath('Policies', 'Document Folder', join(clientFolder, 'policies'), '**'),
      await onPath('Reports', 'Document Folder', join(clientFolder, 'reports'), '**'),
    ];
    const connectors: { id: number; type: string; query: string }[] = [];
    for (const { query, ...draft } of drafts) {
      const { id } = await value(bridge.connectors.create({ ...draft, ciId, applicationId }));
      connectors.push({ id, type: draft.connectorType, query });
    }
    const questions = await value(
      bridge.questions.add({
        applicationId,
        items: Array.from({ length: 200 }, (_, index) => ({
          questionNumber: `${1 + (index % 5)}.${1 + Math.floor(index / 5)}`,
          process: processes[index % 5] ?? '',
          subProcess: '',
          question: `Question ${index}: who has access, and since when?`,
        })),
      }),
    );
    const items = questions.map(({ questionId }, index) => {
      const { id, type, query } = connectors[index % 8] ?? { id: 0, type: '', query: '' };
      return { questionId, toolSuggestion: type, connectorId: id, query };
    });
    await value(bridge.analyses.save({ applicationId, items }));
    const { preflightToken, items: checked } = await value(bridge.executions.preflight({ applicationId }));
    expect(checked.filter(({ verdict }) => verdict === 'refused')).toEqual([]);
    const { started } = await value(bridge.executions.start({ preflightToken, confirmProduction: true }));
    // The last of the first connector: two dozen runs are before it.
    const last = started.find(({ questionId }) => questionId === questions[192]?.questionId)?.executionId ?? 0;
    await value(bridge.executions.cancel({ executionId: last }));
    ended = await whenEnded(
      bridge,
      started.map(({ executionId }) => executionId),
    );
    const count = (status: string) => ended.filter((execution) => execution.status === status).length;
    expect({ succeeded: count('succeeded'), failed: count('failed'), cancelled: count('cancelled') }).toEqual({
      succeeded: 149,
      failed: 50,
      cancelled: 1,
    });
    const errorsOn = (connectorName: string) =>
      ended.filter((execution) => execution.connectorName === connectorName).map(({ error }) => error);
    expect(errorsOn('Unknown password')).toHaveLength(25);
    expect(errorsOn('Unknown password').filter((error) => error?.message.includes('not tried again'))).toHaveLength(24);
    expect(errorsOn('Unknown password').every((error) => error?.reason === 'AUTH')).toBe(true);
    expect(errorsOn('Nobody there').every((error) => error?.reason === 'REFUSED')).toBe(true);
    const entries = await value(bridge.auditLog.list({ applicationId, action: 'execution.retried' }));
    expect(entries.map(({ details }) => (details as { connectorName: string }).connectorName)).toEqual([
      'Nobody there',
      'Nobody there',
    ]);
  }, 240_000);

  it('ends in a pack that is whole, with a report that names what is not complete', async () => {
    const file = join(dataFolder, 'pack.zip');
    program.chooses.savePath = file;
    await value(program.bridge.evidence.exportPack({ applicationId }));
    const { keyId } = await value(program.bridge.auditLog.head());
    const printed = execFileSync(process.execPath, [verifier, file, '--key', keyId], { encoding: 'utf8' });
    expect(printed).toContain('200 executions');
    expect(printed).toContain('\nVALID');
    const report = execFileSync('unzip', ['-p', file, 'report.html'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
    expect(report).toContain('<b>149 of 200 questions</b> have complete evidence');
    expect(report).toContain('50 failed, 1 cancelled');
    expect(report).toContain('51 runs without complete evidence');
    for (const { id, sha256 } of ended) {
      expect(report).toContain(`id="run-${id}"`);
      if (sha256) expect(report).toContain(sha256);
    }
    expect(report).not.toContain('secret');
  });
});
