import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const ciId = 'CI1';
const connectorType = 'SQLite File';
const accountCount = 5_000;
const query = 'select id, name, balance, opened from accounts';

const createAccounts = (path: string, change = '') => {
  const db = new SqliteDatabase(path);
  db.exec(`CREATE TABLE accounts (id INTEGER, name TEXT, balance DECIMAL(12,2), opened DATE);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${accountCount})
    INSERT INTO accounts SELECT i, CASE i % 50 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'Account ' || i END,
      (i * 7919) % 10007 / 8.0, date('2024-01-01', (i * 31 % 700) || ' days') FROM n;
    ${change}`);
  return db;
};

/** Each test stands on the two executions that are made first: one on production, one on development. */
describe('looking at evidence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-looking-'));
  const dataFolder = join(folder, 'data');
  const views = join(dataFolder, 'temporary', 'views');
  let programs: BuiltPrograms;
  let program: TestProgram;
  let accounts: SqliteDatabase.Database;
  let applicationId: number;
  let executionId: number;
  let otherId: number;

  const numbersOf = (sql: string) => accounts.prepare(`SELECT rowid - 1 FROM accounts ${sql}`).pluck().all();

  const createConnector = async (connectorName: string, path: string) => {
    const configuration = { path: await program.pick(path) };
    return value(program.bridge.connectors.create({ ciId, connectorName, connectorType, configuration }));
  };

  const runOn = async (connectorId: number) => {
    const { preflightToken } = await value(
      program.bridge.executions.preflight({ applicationId, overrides: [{ questionId: '1', connectorId }] }),
    );
    const { started } = await value(program.bridge.executions.start({ preflightToken }));
    const [execution] = await whenEnded(
      program.bridge,
      started.map((each) => each.executionId),
    );
    expect(execution).toMatchObject({ status: 'succeeded', connectorId });
    return execution?.id ?? 0;
  };

  const lastEntry = async () => (await value(program.bridge.auditLog.list({ limit: 1 })))[0];

  beforeAll(async () => {
    programs = await buildTickmarkPrograms();
    program = startProgram({ programs, dataFolder, env: withoutBus().env });
    accounts = createAccounts(join(folder, 'production.db'));
    createAccounts(
      join(folder, 'development.db'),
      `DELETE FROM accounts WHERE id = 17; UPDATE accounts SET name = 'Changed' WHERE id IN (3, 1000);
       INSERT INTO accounts VALUES (9001, 'New', 1, NULL)`,
    ).close();
    const application = await value(program.bridge.applications.create({ auditName: 'Q2', name: 'Stark', ciId }));
    applicationId = application.id;
    const production = await createConnector('Production', join(folder, 'production.db'));
    const development = await createConnector('Development', join(folder, 'development.db'));
    await value(
      program.bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: 'All accounts' }] }),
    );
    const items = [{ questionId: '1', toolSuggestion: connectorType, connectorId: production.id, query }];
    await value(program.bridge.analyses.save({ applicationId, items }));
    executionId = await runOn(production.id);
    otherId = await runOn(development.id);
  });

  afterAll(async () => {
    await program?.close();
    accounts?.close();
    programs?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sorts and filters rows by columns named or counted', async () => {
    const page = await value(
      program.bridge.executions.rows({
        executionId,
        offset: 0,
        limit: 10_000,
        sort: [
          { column: 'balance', direction: 'descending' },
          { column: 0, direction: 'ascending' },
        ],
        filter: { text: 'ACCOUNT', conditions: [{ column: 'opened', test: 'greater', value: '2025-01-01' }] },
      }),
    );
    const expected = numbersOf("WHERE name LIKE '%account%' AND opened > '2025-01-01' ORDER BY balance DESC, id");
    expect(page.rowNumbers).toEqual(expected);
    expect(page.total).toBe(expected.length);
    expect(page.columns).toMatchObject([{ name: 'id', type: 'INTEGER' }, {}, {}, { name: 'opened', type: 'DATE' }]);
  });

  it('keeps a whole and unsorted evidence as it is', async () => {
    const page = await value(program.bridge.executions.rows({ executionId, offset: 4_990, limit: 100, sort: [] }));
    expect(page.rows).toHaveLength(10);
    expect(page.total).toBe(accountCount);
    expect(page.rowNumbers).toBeUndefined();
  });

  it('refuses a column that is not there, and a value that can’t be compared', async () => {
    const range = { executionId, offset: 0, limit: 1 };
    const { rows } = program.bridge.executions;
    for (const column of ['salary', 4]) {
      expect(await rows({ ...range, sort: [{ column, direction: 'ascending' }] })).toMatchObject({
        error: { code: 'VALIDATION', fieldErrors: { sort: expect.any(String) } },
      });
    }
    const conditions = [{ column: 'balance', test: 'greater' as const, value: 'much' }];
    expect(await rows({ ...range, filter: { conditions } })).toMatchObject({
      error: { code: 'VALIDATION', message: expect.stringContaining('“much” is no number') },
    });
  });

  it('gives up one view when another is asked for', async () => {
    const ask = (text: string) =>
      program.bridge.executions.rows({
        executionId,
        offset: 0,
        limit: 1,
        filter: { text },
        sort: [{ column: 'name', direction: 'ascending' }],
      });
    const [first, second] = await Promise.all([ask('Account 1'), ask('Account 12')]);
    expect(first).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(second).toMatchObject({
      ok: true,
      value: { total: accounts.prepare("SELECT count(*) FROM accounts WHERE name LIKE '%account 12%'").pluck().get() },
    });
  });

  it('tells what the columns hold', async () => {
    const { columns, rowCount } = await value(program.bridge.executions.summary({ executionId }));
    expect(rowCount).toBe(accountCount);
    expect(columns[1]).toMatchObject({ nullCount: 100, emptyCount: 100, kind: 'text' });
    expect(columns[2]).toMatchObject({
      kind: 'number',
      distinctCount: accounts.prepare('SELECT count(DISTINCT balance) FROM accounts').pluck().get(),
    });
    expect(columns[3]).toMatchObject({
      kind: 'date',
      minimum: '2024-01-01',
      maximum: accounts.prepare('SELECT max(opened) FROM accounts').pluck().get(),
    });
  });

  it('draws a sample and writes down how', async () => {
    const asked = { executionId, size: 25, seed: 'Q2CA2025', method: 'random' as const };
    const sample = await value(program.bridge.executions.sample(asked));
    expect(sample).toMatchObject({ population: accountCount, seed: 'Q2CA2025', method: 'random' });
    expect(sample.rows).toHaveLength(25);
    for (const { rowNumber, cells } of sample.rows) expect(cells[0]).toBe(String(rowNumber));
    expect(await lastEntry()).toMatchObject({
      action: 'evidence.sampled',
      subject: `execution/${executionId}`,
      details: { ...asked, population: accountCount, applicationId, ciId, evidenceSha256: expect.any(String) },
    });
    expect(await value(program.bridge.executions.sample(asked))).toEqual(sample);
  });

  it('exports a sample where the person says, or not at all', async () => {
    const asked = { executionId, size: 3, seed: '7', method: 'systematic' as const };
    program.chooses.savePath = null;
    expect(await value(program.bridge.executions.exportSample(asked))).toBeNull();
    program.chooses.savePath = join(folder, 'sample.csv');
    const exported = await value(program.bridge.executions.exportSample(asked));
    const bytes = readFileSync(join(folder, 'sample.csv'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(exported).toEqual({ fileName: 'sample.csv', rows: 3, sha256 });
    expect(bytes.toString().split('\n')[0]).toBe('row_number,id,name,balance,opened');
    expect(await lastEntry()).toMatchObject({ action: 'evidence.sampleExported', details: { sha256, seed: '7' } });
  });

  it('compares the runs of one question on two connectors, and writes it down once', async () => {
    const asked = { leftId: executionId, rightId: otherId, key: ['id'] };
    const found = await value(program.bridge.executions.compare(asked));
    expect(found).toMatchObject({
      same: accountCount - 3,
      onlyLeft: { total: 1, rows: [{ rowNumber: 17 }] },
      onlyRight: { total: 1, rows: [{ cells: ['9001', 'New', '1', null] }] },
      changed: { total: 2, rows: [{ left: { rowNumber: 3 }, changedColumns: [1] }, { left: { rowNumber: 1000 } }] },
      columns: [{ name: 'id', type: 'INTEGER', side: 'both' }, {}, {}, {}],
    });
    expect(await value(program.bridge.executions.compare({ ...asked, offset: 1, limit: 1 }))).toMatchObject({
      changed: { total: 2, rows: [{ left: { rowNumber: 1000 } }] },
    });
    const compared = (await value(program.bridge.auditLog.list({ limit: 50 }))).filter(
      ({ action }) => action === 'evidence.compared',
    );
    expect(compared).toMatchObject([{ details: { leftId: executionId, rightId: otherId, changed: 2, same: 4_997 } }]);

    program.chooses.savePath = null;
    expect(await value(program.bridge.executions.exportComparison(asked))).toBeNull();
    program.chooses.savePath = join(folder, 'comparison.csv');
    const saved = await value(program.bridge.executions.exportComparison(asked));
    expect(readFileSync(program.chooses.savePath, 'utf8').trimEnd().split('\n')).toHaveLength(1 + 2 * 2 + 1 + 1);
    expect(await lastEntry()).toMatchObject({
      action: 'evidence.comparisonExported',
      details: { leftId: executionId, rightId: otherId, rows: 6, sha256: saved?.sha256 },
    });
  });

  it('knows no execution that is not there', async () => {
    const { executions } = program.bridge;
    const range = { offset: 0, limit: 1 };
    for (const answer of [
      executions.rows({ executionId: 99, ...range }),
      executions.summary({ executionId: 99 }),
      executions.sample({ executionId: 99, size: 1, seed: 'a', method: 'random' }),
      executions.exportSample({ executionId: 99, size: 1, seed: 'a', method: 'random' }),
      executions.compare({ leftId: executionId, rightId: 99, key: [] }),
      executions.exportComparison({ leftId: executionId, rightId: 99, key: [] }),
    ]) {
      expect(await answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
  });

  it('answers nothing of evidence whose bytes are not the sealed ones, and writes no drawing down', async () => {
    const evidence = join(dataFolder, 'evidence');
    const sealed = readdirSync(evidence).filter((name) => name.endsWith('.csv'));
    const rewrite = (from: string, to: string) => {
      for (const name of sealed) {
        const file = join(evidence, name);
        chmodSync(file, 0o600);
        writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
      }
    };
    const before = await lastEntry();
    const asked = { executionId, size: 5, seed: '7', method: 'random' as const };
    program.chooses.savePath = join(folder, 'damaged.csv');
    rewrite('Account 10,', 'Account 99,');
    const { executions } = program.bridge;
    for (const answer of [
      executions.sample(asked),
      executions.exportSample(asked),
      executions.summary({ executionId }),
      executions.compare({ leftId: executionId, rightId: otherId, key: ['id'] }),
      executions.exportComparison({ leftId: executionId, rightId: otherId, key: ['id'] }),
    ]) {
      expect(await answer).toMatchObject({ ok: false, error: { code: 'EVIDENCE_DAMAGED' } });
    }
    expect(await lastEntry()).toEqual(before);
    expect(existsSync(join(folder, 'damaged.csv'))).toBe(false);
    rewrite('Account 99,', 'Account 10,');
    expect(await executions.sample(asked)).toMatchObject({ ok: true });
  });

  it('leaves no scratch files when Tickmark closes', async () => {
    expect(readdirSync(views).length).toBeGreaterThan(0);
    await program.close();
    expect(existsSync(views)).toBe(false);
  });
});
