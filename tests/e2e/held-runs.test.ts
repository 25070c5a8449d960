import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresqlServer, startPostgresql } from '../servers/postgresql';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

const connectorType = 'PostgreSQL DB';
const endless = "select n, repeat('row', 50) as text from generate_series(1, 100000000) n";
const query = 'select n from generate_series(1, 7) n order by n';

/** Each test stands on the ones before. */
describe('runs that waited when Tickmark was killed', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-held-'));
  let server: PostgresqlServer;
  let tickmark: TickmarkWindow;
  let page: Page;
  let applicationId: number;

  beforeAll(async () => {
    server = await startPostgresql();
    await server.adminQuery("CREATE ROLE auditor LOGIN PASSWORD 'secret'");
    tickmark = await openTickmark({ dataFolder });
    page = tickmark.page;
  });

  afterAll(async () => {
    await tickmark?.close();
    await server?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const statuses = async () =>
    Object.fromEntries(
      (await callBridge(page, 'executions', 'list', { applicationId })).map(({ questionId, status }) => [
        questionId,
        status,
      ]),
    );
  const notice = () => page.getByRole('region', { name: /waiting when Tickmark stopped/ });

  it('are named after the restart, and none of them runs', async () => {
    applicationId = (
      await callBridge(page, 'applications', 'create', { auditName: 'Q2', name: 'Stark G4', ciId: 'CI1' })
    ).id;
    const { id: connectorId } = await callBridge(page, 'connectors', 'create', {
      ciId: 'CI1',
      connectorName: 'Ledger',
      connectorType,
      configuration: {
        server: '127.0.0.1',
        port: server.port,
        database: 'postgres',
        username: 'auditor',
        encrypt: false,
      },
      secrets: { password: 'secret' },
    });
    const questionIds = ['1', '2', '3'];
    await callBridge(page, 'questions', 'add', {
      applicationId,
      items: questionIds.map((questionNumber) => ({ questionNumber, question: `Question ${questionNumber}.` })),
    });
    await callBridge(page, 'analyses', 'save', {
      applicationId,
      items: questionIds.map((questionId) => ({
        questionId,
        toolSuggestion: connectorType,
        connectorId,
        query: questionId === '1' ? endless : query,
      })),
    });
    const { preflightToken } = await callBridge(page, 'executions', 'preflight', { applicationId });
    const rowsArrive = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.tickmark.executions.onProgress(({ rowCount }) => {
            if (rowCount > 1000) resolve();
          });
        }),
    );
    await callBridge(page, 'executions', 'start', { preflightToken });
    await rowsArrive;
    const exited = once(tickmark.app.process(), 'exit');
    tickmark.app.process().kill('SIGKILL');
    await exited;

    tickmark = await openTickmark({ dataFolder, keychainService: tickmark.keychainService });
    page = tickmark.page;
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await navigation.getByText('Stark G4').click();
    await navigation.getByRole('button', { name: /^Execution/ }).click();
    await notice().getByText('2 runs were waiting when Tickmark stopped').waitFor();
    expect(await statuses()).toEqual({ 1: 'interrupted', 2: 'queued', 3: 'queued' });
    expect(server.log()).not.toContain(query);
  });

  it('end cancelled where a person cancels one', async () => {
    await page.getByRole('button', { name: 'Cancel the run of question 3' }).click();
    await notice().getByText('1 run was waiting when Tickmark stopped').waitFor();
    expect(await statuses()).toEqual({ 1: 'interrupted', 2: 'queued', 3: 'cancelled' });
  });

  it('run once a person resumes them, and their evidence can be viewed without leaving the page', async () => {
    await notice().getByRole('button', { name: 'Resume 1 run' }).click();
    await page.getByRole('button', { name: 'View the evidence of question 2' }).click();
    const grid = page.getByRole('grid', { name: 'Evidence rows' });
    await grid.getByRole('gridcell', { name: '7', exact: true }).first().waitFor();
    expect(await notice().count()).toBe(0);
    expect(await statuses()).toEqual({ 1: 'interrupted', 2: 'succeeded', 3: 'cancelled' });
    expect(await callBridge(page, 'auditLog', 'verify')).toMatchObject({ valid: true });
    expect(tickmark.complaints).toEqual([]);
  });
});
