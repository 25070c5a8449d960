import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresqlServer, startPostgresql } from '../servers/postgresql';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

describe('kill -9 in the middle of an execution', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-killed-'));
  let server: PostgresqlServer;
  let tickmark: TickmarkWindow | undefined;

  beforeAll(async () => {
    server = await startPostgresql();
    await server.adminQuery("CREATE ROLE auditor LOGIN PASSWORD 'secret'");
  });

  afterAll(async () => {
    await tickmark?.close();
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('leaves it interrupted, its rows readable and hashed, and the log whole', async () => {
    tickmark = await openTickmark({ dataFolder });
    const { page, app, keychainService } = tickmark;
    const { id: applicationId } = await callBridge(page, 'applications', 'create', {
      auditName: 'Q2',
      name: 'Stark',
      ciId: 'CI1',
    });
    const { id: connectorId } = await callBridge(page, 'connectors', 'create', {
      ciId: 'CI1',
      connectorName: 'Ledger',
      connectorType: 'PostgreSQL DB',
      configuration: {
        server: '127.0.0.1',
        port: server.port,
        database: 'postgres',
        username: 'auditor',
        encrypt: false,
      },
      secrets: { password: 'secret' },
    });
    await callBridge(page, 'questions', 'add', {
      applicationId,
      items: [{ questionNumber: '1', question: 'All rows.' }],
    });
    const query = 'select n, repeat(\'row, "quoted"\', 20) as text from generate_series(1, 100000000) n';
    await callBridge(page, 'analyses', 'save', {
      applicationId,
      items: [{ questionId: '1', toolSuggestion: 'PostgreSQL DB', connectorId, query }],
    });
    const { preflightToken } = await callBridge(page, 'executions', 'preflight', { applicationId });

    // Killed once thousands of rows are on their way to the disk.
    const manyRows = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.tickmark.executions.onProgress(({ rowCount }) => {
            if (rowCount > 200_000) resolve();
          });
        }),
    );
    const { started } = await callBridge(page, 'executions', 'start', { preflightToken });
    await manyRows;
    const exited = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await exited;

    tickmark = await openTickmark({ dataFolder, keychainService });
    const executionId = started[0]?.executionId ?? 0;
    const execution = await callBridge(tickmark.page, 'executions', 'get', { executionId });
    expect(execution).toMatchObject({ status: 'interrupted', complete: false, truncatedBy: 'interrupted', query });
    expect(execution.target).toContain(String(server.port));
    expect(execution.rowCount).toBeGreaterThan(1000);

    const evidence = join(dataFolder, 'evidence');
    const [file = ''] = readdirSync(evidence).filter((name) => name.endsWith('.csv'));
    const bytes = readFileSync(join(evidence, file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(execution.sha256);
    const offset = execution.rowCount - 1;
    const page2 = await callBridge(tickmark.page, 'executions', 'rows', { executionId, offset, limit: 10 });
    expect(page2.total).toBe(execution.rowCount);
    expect(page2.rows).toEqual([[String(execution.rowCount), 'row, "quoted"'.repeat(20)]]);
    expect(await callBridge(tickmark.page, 'auditLog', 'verify')).toMatchObject({ valid: true });

    // The client's server was not left with a query that nobody waits for.
    await expect
      .poll(() => server.adminQuery("SELECT count(*) FROM pg_stat_activity WHERE usename = 'auditor'"), {
        timeout: 10_000,
      })
      .toBe('0');
  });
});
