import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresqlServer, startPostgresql } from '../servers/postgresql';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

const ciId = 'CI21324354';
const toolType = 'PostgreSQL DB';
const canary = 'Fensterkanarie-93be-ß';
const query = 'select id, name from accounts order by id';
const names = ['Production ledger', 'Development ledger', 'Reporting ledger'];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The whole job by hand in the real window; each test stands on the ones before. Facts are asked from the bridge beside. */
describe('the main job in the window', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-window-job-'));
  let servers: PostgresqlServer[];
  let tickmark: TickmarkWindow;
  let page: Page;

  beforeAll(async () => {
    servers = await Promise.all([startPostgresql(), startPostgresql(), startPostgresql()]);
    for (const [position, server] of servers.entries()) {
      await server.adminQuery('CREATE DATABASE audit');
      await server.adminQuery(
        `CREATE ROLE auditor LOGIN PASSWORD '${canary}'; CREATE TABLE accounts (id int, name text);
         INSERT INTO accounts SELECT n, 'account ' || n || ' of server ${position}' FROM generate_series(1, 300) n;
         GRANT SELECT ON accounts TO auditor;`,
        'audit',
      );
    }
    tickmark = await openTickmark({ dataFolder });
    page = tickmark.page;
  });

  afterAll(async () => {
    await tickmark?.close();
    await Promise.all((servers ?? []).map((server) => server.stop()));
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const goTo = (name: string | RegExp) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).click();

  const pickOption = async (comboboxName: string, optionName: string | RegExp) => {
    await page.getByRole('combobox', { name: comboboxName }).click();
    await page.getByRole('option', { name: optionName }).first().click();
  };

  const connectors = async () => {
    const { groups } = await callBridge(page, 'connectors', 'listByCi', { ciId });
    return groups.flatMap((group) => group.connectors);
  };

  const firstApplication = async () => {
    const [application] = await callBridge(page, 'applications', 'list');
    if (!application) throw new Error('There is no audit.');
    return application.id;
  };

  /** Saves that query for question 1.10, on the development server. */
  const saveQuery = async (text: string) => {
    const applicationId = await firstApplication();
    const [development] = await connectors();
    const item = { questionId: '1.10', toolSuggestion: toolType, connectorId: development?.id ?? null, query: text };
    await callBridge(page, 'analyses', 'save', { applicationId, items: [item] });
  };

  const executions = async () => callBridge(page, 'executions', 'list', { applicationId: await firstApplication() });

  it('makes an audit', async () => {
    await page.getByRole('button', { name: 'New audit' }).first().click();
    const form = page.getByRole('form', { name: 'New audit' });
    await form.getByRole('textbox', { name: 'Audit name', exact: true }).fill('Q2CA2025');
    await form.getByRole('textbox', { name: 'Application name', exact: true }).fill('Stark G4');
    await form.getByLabel(/^CI/).fill(ciId);
    await form.getByRole('button', { name: /create/i }).click();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Stark G4').waitFor();
    expect(await callBridge(page, 'applications', 'list')).toMatchObject([{ auditName: 'Q2CA2025', ciId }]);
  });

  it('keeps three connectors of one type on one CI, each with its password in the keychain', async () => {
    await goTo(/^Connectors/);
    for (const [position, name] of names.entries()) {
      await page.getByRole('button', { name: 'New connector' }).first().click();
      const form = page.getByRole('dialog', { name: 'New connector' });
      await form.getByLabel('Tool type').click();
      await page.getByRole('option', { name: /PostgreSQL/ }).click();
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
      await form.getByRole('radio', { name: position === 0 ? 'Production' : 'Non-production', exact: true }).check();
      await form.getByRole('textbox', { name: 'Server', exact: true }).fill('127.0.0.1');
      await form.getByRole('textbox', { name: 'Port', exact: true }).fill(String(servers[position]?.port));
      await form.getByRole('textbox', { name: 'Database', exact: true }).fill('audit');
      await form.getByRole('textbox', { name: 'User name', exact: true }).fill('auditor');
      await form.getByLabel(/^Password/).fill(canary);
      await form.getByLabel('Encrypt the connection (TLS)').uncheck();
      await form.getByRole('button', { name: 'Create connector' }).click();
      await form.waitFor({ state: 'detached' });
    }
    expect(await connectors()).toMatchObject([
      { connectorName: 'Development ledger', secretKeys: ['password'] },
      { connectorName: 'Production ledger', environment: 'production' },
      { connectorName: 'Reporting ledger', environment: 'non-production' },
    ]);
  });

  it('fills the form from a pasted connection string, without the password in it', async () => {
    await page.getByRole('button', { name: 'New connector' }).first().click();
    const form = page.getByRole('dialog', { name: 'New connector' });
    const field = form.getByRole('textbox', { name: 'Connection string or address' });
    await field.fill('nothing that is known');
    await field.press('Enter');
    await form.getByText('No tool type knows this connection string or address.').waitFor();
    await field.fill('Server=tcp:sql-prod-01,1444;Database=AuditDB;User Id=auditor;Password=not-taken-over');
    await field.press('Tab');
    await expect
      .poll(() => form.getByRole('textbox', { name: 'Server', exact: true }).inputValue())
      .toBe('sql-prod-01');
    expect(await form.getByRole('textbox', { name: 'Port', exact: true }).inputValue()).toBe('1444');
    expect(await form.getByLabel(/^Password/).inputValue()).toBe('');
    expect(await field.inputValue()).toBe('');
  });

  it('asks before another page, another language or closing the window would lose what is in the form', async () => {
    const form = page.getByRole('dialog', { name: 'New connector' });
    const name = form.getByRole('textbox', { name: 'Name', exact: true });
    const keepEditing = () => page.getByRole('button', { name: 'Keep editing' }).click();
    await name.fill('Not saved');
    await page.keyboard.press('Control+3');
    await keepEditing();
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('deutsch');
    await page.keyboard.press('Enter');
    await keepEditing();
    expect(await name.inputValue()).toBe('Not saved');
    // Playwright lets the window go where nobody listens.
    page.on('dialog', () => {});
    await tickmark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await keepEditing();
    await tickmark.app.evaluate(({ app }) => app.quit());
    await keepEditing();
    expect(await name.inputValue()).toBe('Not saved');
    await name.fill('');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });
  });

  it('says at its field that a name is taken', async () => {
    await page.getByRole('button', { name: names[2], exact: true }).click();
    const form = page.getByRole('dialog', { name: /Reporting ledger/ });
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill(' production  LEDGER ');
    await form.getByRole('button', { name: /save/i }).click();
    await form.getByText('This name is taken.').waitFor();
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill(names[2] ?? '');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });
  });

  it('tests a connector and shows who answered', async () => {
    await page.getByRole('button', { name: `Test ${names[1]}` }).click();
    await page
      .getByText(/active · read-only access/)
      .first()
      .waitFor();
    expect((await connectors())[0]).toMatchObject({
      status: 'active',
      target: expect.stringContaining(String(servers[1]?.port)),
    });
  });

  it('takes a question typed in', async () => {
    await goTo(/^Questions/);
    await page.getByRole('button', { name: 'Add question' }).first().click();
    const form = page.getByRole('form', { name: 'Add a question' });
    await form.getByLabel('No.').fill('1.10');
    await form.getByLabel(/^Process/).fill('Access');
    await form.getByRole('textbox', { name: 'Question', exact: true }).fill('List all accounts of the ledger.');
    await form.getByRole('button', { name: /^add/i }).click();
    await page.getByRole('grid', { name: 'Questions' }).getByText('List all accounts of the ledger.').waitFor();
  });

  it('offers the three connectors, preselects none, and saves the pair that is chosen', async () => {
    await goTo(/^Analysis/);
    await pickOption('Tool type of question 1.10', /PostgreSQL/);
    const dropdown = page.getByRole('combobox', { name: 'Connector of question 1.10' });
    expect(await dropdown.innerText()).toContain('choose one of 3');
    await dropdown.click();
    const offered = page.getByRole('listbox', { name: 'connectors' }).getByRole('option');
    expect(await offered.allInnerTexts()).toHaveLength(3);
    await offered.filter({ hasText: 'Development ledger' }).click();
    await page.getByRole('textbox', { name: 'Query' }).click();
    await page.keyboard.insertText(query);
    const applicationId = await firstApplication();
    const saved = () => callBridge(page, 'analyses', 'list', { applicationId });
    await expect.poll(async () => (await saved())[0]?.query).toBe(query);
    const [development] = await connectors();
    expect(await saved()).toMatchObject([
      { toolSuggestion: toolType, connectorId: development?.id, connectorName: names[1], resolution: 'selected' },
    ]);
  });

  it('leads from a query that the guard refuses to what the guide says about it', async () => {
    await saveQuery('DELETE FROM accounts');
    await goTo(/^Execution/);
    await page.getByRole('button', { name: 'Check before running' }).click();
    await page.getByRole('button', { name: 'More about this error' }).click();
    const guide = page.getByRole('dialog', { name: 'User guide' });
    const heading = guide.getByRole('heading', { name: /^QUERY_REJECTED/ });
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await guide.waitFor({ state: 'hidden' });
    expect(await executions()).toEqual([]);
    await saveQuery(query);
  });

  it('runs the question on the second connector only, as the servers’ own logs show', async () => {
    await goTo(/^Execution/);
    const check = page.getByRole('button', { name: 'Check before running' });
    const place = await check.boundingBox();
    await check.click();
    const start = page.getByRole('button', { name: /^Start 1 run$/ });
    await start.waitFor();
    expect(await check.boundingBox(), 'a double click does not start').toEqual(place);
    await start.click();
    await expect
      .poll(async () => (await executions()).map(({ status }) => status), { timeout: 20_000 })
      .toEqual(['succeeded']);
    expect((await executions())[0]).toMatchObject({ connectorName: names[1], rowCount: 300, complete: true });
    expect(servers.map((server) => server.log().includes(query))).toEqual([false, true, false]);
    const entries = await callBridge(page, 'auditLog', 'list', { applicationId: await firstApplication() });
    expect(entries[0]).toMatchObject({
      action: 'execution.succeeded',
      details: { connectorName: names[1], rowCount: 300 },
    });
  });

  it('shows the evidence, down to its last row', async () => {
    await page.getByRole('button', { name: 'View the evidence of question 1.10' }).click();
    const grid = page.getByRole('grid', { name: 'Evidence rows' });
    await grid.getByText('account 1 of server 1', { exact: true }).waitFor();
    await grid.press('Control+End');
    await grid.getByText('account 300 of server 1', { exact: true }).waitFor();
  });

  it('leads from the evidence to the query, ready to be edited, and from the pack to its row, where no key writes into it', async () => {
    const isAt = async (where: Locator) => {
      await page.getByRole('region', { name: 'Question 1.10' }).waitFor();
      await expect.poll(() => where.evaluate((element) => element === document.activeElement)).toBe(true);
    };
    await page.getByRole('button', { name: 'Edit the query in Step 3' }).click();
    await isAt(page.getByRole('textbox', { name: 'Query' }));
    await goTo(/^Evidence/);
    const link = page.getByRole('button', { name: 'Question 1.10 in Step 3' });
    await link.focus();
    await page.keyboard.press('Enter');
    await isAt(page.getByRole('checkbox', { name: 'Select question 1.10' }));
  });

  it('leads from a run that failed to its query, though it was filtered away', async () => {
    await page.getByRole('textbox', { name: 'Search questions' }).fill('nothing like it');
    const applicationId = await firstApplication();
    await saveQuery('select id, nmae from accounts');
    await goTo(/^Execution/);
    await page.getByRole('button', { name: 'Check before running' }).click();
    await page.getByRole('button', { name: /^Start 1 run$/ }).click();
    const runs = page.getByRole('grid', { name: 'Runs' });
    await runs.getByText(/nmae/).waitFor();
    await runs.getByRole('button', { name: 'Edit the query in Step 3' }).click();
    const editor = page.getByRole('textbox', { name: 'Query' });
    await expect.poll(() => editor.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await editor.innerText()).toContain('nmae');
    await page.getByText(/^Failed on “Development ledger”:/).waitFor();
    await page.getByRole('button', { name: /^1 failed/ }).waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(query);
    const saved = async () => (await callBridge(page, 'analyses', 'list', { applicationId }))[0]?.query;
    await expect.poll(saved).toBe(query);
  });

  it('names the production connector before anything runs on it', async () => {
    await goTo(/^Analysis/);
    await pickOption('Connector of question 1.10', /Production ledger/);
    await goTo(/^Execution/);
    await page.getByRole('button', { name: 'Check before running' }).click();
    await page.getByRole('button', { name: /^Start 1 run$/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Run on a production system?' });
    await dialog
      .getByText(names[0] ?? '')
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: /cancel/i }).click();
    expect(await executions()).toHaveLength(2);
    expect(servers[0]?.log()).not.toContain(query);
    await goTo(/^Analysis/);
    await pickOption('Connector of question 1.10', /Development ledger/);
    const applicationId = await firstApplication();
    const chosen = async () => (await callBridge(page, 'analyses', 'list', { applicationId }))[0]?.connectorName;
    await expect.poll(chosen).toBe(names[1]);
  });

  it('says why an audit with runs can’t be removed, and does not remove it', async () => {
    await goTo(/^Application/);
    await page.getByText('It has 2 runs: archive it instead.').waitFor();
    await page.getByRole('button', { name: 'Remove audit', disabled: true }).focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('renames the connector: the analysis follows, the old execution does not', async () => {
    await goTo(/^Connectors/);
    await page.getByRole('button', { name: `More actions for ${names[1]}` }).click();
    await page.getByRole('menuitem', { name: /Rename/ }).click();
    const dialog = page.getByRole('dialog', { name: /Rename/ });
    await dialog.getByLabel('Name').fill('Renamed ledger');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Renamed ledger', { exact: true }).first().waitFor();
    const applicationId = await firstApplication();
    expect(await callBridge(page, 'analyses', 'list', { applicationId })).toMatchObject([
      { connectorName: 'Renamed ledger' },
    ]);
    expect(await executions()).toMatchObject([{ connectorName: names[1] }, { connectorName: names[1] }]);
  });

  it('deletes the connector after telling where it is used: the question needs a selection, the evidence stays', async () => {
    await page.getByRole('button', { name: 'More actions for Renamed ledger' }).click();
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    const dialog = page.getByRole('dialog', { name: /Delete/ });
    expect(await dialog.innerText()).toMatch(/1 question/);
    await dialog.getByRole('button', { name: 'Delete connector' }).click();
    await expect.poll(async () => (await connectors()).length).toBe(2);
    const applicationId = await firstApplication();
    expect(await callBridge(page, 'analyses', 'list', { applicationId })).toMatchObject([
      { resolution: 'needs-selection', connectorId: null },
    ]);
    const [execution] = await executions();
    const rows = await callBridge(page, 'executions', 'rows', { executionId: execution?.id ?? 0, offset: 0, limit: 1 });
    expect(rows).toMatchObject({ total: 300, rows: [['1', 'account 1 of server 1']] });
    await goTo(/^Analysis/);
    await page
      .getByText(/1 with a connector to choose/)
      .first()
      .waitFor();
  });

  it('has the password nowhere but in the keychain', async () => {
    const applicationId = await firstApplication();
    const answered = JSON.stringify([
      await connectors(),
      await executions(),
      await callBridge(page, 'auditLog', 'list', { limit: 1000 }),
      await callBridge(page, 'analyses', 'list', { applicationId }),
      await callBridge(page, 'app', 'info'),
    ]);
    expect(answered).not.toContain(canary);
    expect(await page.content()).not.toContain(canary);
    const bytes = Buffer.from(canary);
    expect(filesBelow(dataFolder).filter((file) => readFileSync(file).includes(bytes))).toEqual([]);
    expect(tickmark.complaints).toEqual([]);
  });
});
