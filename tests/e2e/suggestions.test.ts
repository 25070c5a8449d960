import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../preload/contract';
import { callBridge, tryBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

const ciId = 'CI21324354';
const toolType = 'PostgreSQL DB';

/** Nothing is contacted unasked: suggestions and recipes work offline, also for a connector that was never reached. */
describe('suggestions and recipes in Step 3', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-suggestions-'));
  let tickmark: TickmarkWindow;
  let page: Page;
  let applicationId: number;
  let connector: Connector;

  beforeAll(async () => {
    tickmark = await openTickmark({ dataFolder });
    page = tickmark.page;
    const application = await callBridge(page, 'applications', 'create', {
      auditName: 'Q2CA2025',
      name: 'Stark G4',
      ciId,
      startDate: '2025-04-01',
      endDate: '2026-03-31',
    });
    applicationId = application.id;
    connector = await callBridge(page, 'connectors', 'create', {
      ciId,
      connectorName: 'Ledger',
      connectorType: toolType,
      configuration: { server: '127.0.0.1', port: 1, database: 'audit', username: 'auditor' },
    });
    const item = { process: 'Access', subProcess: 'Users' };
    await callBridge(page, 'questions', 'add', {
      applicationId,
      items: [
        { ...item, questionNumber: '1.10', question: 'List all PostgreSQL database roles with superuser rights.' },
        { ...item, questionNumber: '1.20', question: 'Please tell us about the weather.' },
      ],
    });
    await page.reload();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Stark G4').click();
    await page.keyboard.press('Control+3');
    await page.getByRole('heading', { level: 1, name: 'Question analysis' }).waitFor();
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const analysisOf = async (position: number) =>
    (await callBridge(page, 'analyses', 'list', { applicationId }))[position];
  const isInWindow = async (item: Locator): Promise<boolean> =>
    (await item.count()) === 1 &&
    (await item.evaluate((element) => {
      const { left, bottom } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + 5, bottom - 2));
    }));
  const recipes = () => page.getByRole('dialog', { name: /^Recipes for PostgreSQL/ });
  const openRecipes = async () => {
    await page.getByRole('button', { name: 'Recipes' }).click();
    await recipes().waitFor();
  };

  it('suggests a tool type and a query for the question that is clear, and none for the other', async () => {
    await page.getByRole('button', { name: 'Suggest', exact: true }).click();
    await page.getByText('1 suggested · 1.20 unsure').waitFor();
    await page.getByRole('img', { name: 'suggested, sure of the tool type' }).waitFor();
    await page.getByRole('img', { name: 'Ready, not run yet' }).waitFor();
    await page.getByText('Not run on “Ledger” yet. It comes from a recipe').waitFor();
    expect(await analysisOf(0)).toMatchObject({ toolSuggestion: toolType, chosenBy: 'rule' });
    await page.getByRole('button', { name: 'Suggest', exact: true }).click();
    await page.getByText('Nothing new to suggest').waitFor();
    await page.getByText('1 already set · 1.20 unsure').waitFor();
    expect((await analysisOf(0))?.query).toMatch(/select/i);
    expect(await analysisOf(1)).toMatchObject({ toolSuggestion: null, query: '' });
  });

  it('shows at once what a test of a connector found that was not started here', async () => {
    await page.getByRole('row').getByRole('img', { name: 'not tested yet' }).waitFor();
    expect(await tryBridge(page, 'connectors', 'test', { id: connector.id })).toMatchObject({ ok: false });
    await page.getByRole('row').getByRole('img', { name: 'the last test failed' }).waitFor();
  });

  it('takes a question that no system answers as dealt with, with its reason, and out of what Step 4 would run', async () => {
    await page.getByText('Please tell us about the weather.').click();
    await page.getByRole('button', { name: 'Not answerable here…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Why can’t question 1.20 be answered here?' });
    await dialog.getByRole('button', { name: 'Not answerable here' }).click();
    await dialog.getByText('Give the reason: without one the question stays open.').waitFor();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('No system keeps the weather.');
    await dialog.getByRole('button', { name: 'Not answerable here' }).click();
    await page.getByRole('row').getByRole('img', { name: 'Not answerable here' }).waitFor();
    await page.getByText('unsure: choose').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^1 not answerable here/ }).waitFor();
    await page.getByRole('button', { name: /^Analysis.*2 of 2 dealt with, done/ }).waitFor();
    await expect.poll(async () => (await analysisOf(1))?.notAnswerable).toBe('No system keeps the weather.');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await analysisOf(1))?.notAnswerable).toBeUndefined();
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+4');
    await page.getByText('1 question is not answerable here and left out.').waitFor();
    await page.getByRole('gridcell', { name: 'Not answerable here: No system keeps the weather.' }).waitFor();
    await page.getByRole('checkbox', { name: 'Select question 1.20' }).click();
    await page.getByRole('button', { name: 'Check before running' }).click();
    await page.getByText('Take that back in Step 3 to run it.').first().waitFor();
    await page.keyboard.press('Control+3');
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(async () => (await analysisOf(1))?.notAnswerable).toBeUndefined();
    await page.getByText('List all PostgreSQL database roles').first().click();
    expect(tickmark.complaints).toEqual([]);
  });

  it('puts a recipe of a topic into the editor, with the dates of the audit, and Ctrl+Z takes it back', async () => {
    const suggested = (await analysisOf(0))?.query ?? '';
    await openRecipes();
    await recipes().getByLabel('Topic').selectOption('jobs');
    await recipes().getByRole('combobox', { name: 'Search recipes' }).fill('failed runs');
    await page.keyboard.press('Enter');
    const form = recipes().getByRole('form', { name: /^Failed runs/ });
    await form.getByText('Runs of the period that did not succeed').waitFor();
    expect(await form.getByLabel(/^First day/).inputValue()).toBe('2025-04-01');
    await form.getByLabel(/^First day/).fill('1 April');
    await form.getByRole('button', { name: 'Replace the query' }).click();
    await form.getByText('Write the date as YYYY-MM-DD.').waitFor();
    expect((await analysisOf(0))?.query).toBe(suggested);
    await form.getByLabel(/^First day/).fill('2025-05-01');
    await expect
      .poll(() => form.getByLabel('Query with these values').inputValue())
      .toMatch(/^[^{]*'2025-05-01'[^{]*$/);
    await form.getByRole('button', { name: 'Replace the query' }).click();
    await recipes().waitFor({ state: 'detached' });
    await expect.poll(async () => (await analysisOf(0))?.query).toContain("'2025-05-01'");
    await page.getByRole('textbox', { name: 'Query' }).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => (await analysisOf(0))?.query).toBe(suggested);
    expect(tickmark.complaints).toEqual([]);
  });

  it('says below a query what Step 4 would say of it, and counts it so, until it is corrected', async () => {
    const write = async (query: string) => {
      await page.getByRole('textbox', { name: 'Query' }).focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(query);
    };
    await write('DELETE FROM accounts');
    await page.getByText('DELETE removes rows of a table; write a SELECT that shows them.').waitFor();
    await page.getByRole('button', { name: /^1 with a query to correct/ }).click();
    await page.getByText('1 shown', { exact: true }).waitFor();
    await write('SELECT name FROM accounts');
    await page.getByRole('button', { name: /^1 ready/ }).waitFor();
    await page.getByText('Ready to run: nothing is left to do here').waitFor();
    await page.getByText('0 match, 1 no longer').waitFor();
    await page.getByRole('button', { name: 'Show all', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Select question 1.20' }).waitFor();
    await page.getByRole('region', { name: 'Question 1.10' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('Select question 1.10');
    expect(tickmark.complaints).toEqual([]);
  });

  it('offers to read the tables of a system that a test has reached, and finds the query that names others', async () => {
    const path = join(dataFolder, 'shop.db');
    const more = Array.from({ length: 12 }, (_, index) => `detail${index}`);
    new SqliteDatabase(path).exec(`CREATE TABLE customers (id, "Last Name", ${more.join()})`).close();
    await tickmark.choose({ open: path });
    const picked = await callBridge(page, 'files', 'pick', { purpose: 'sqlite' });
    const { id } = await callBridge(page, 'connectors', 'create', {
      ciId,
      connectorName: 'Shop',
      connectorType: 'SQLite File',
      configuration: { path: { fileToken: picked?.fileToken ?? '' } },
    });
    await callBridge(page, 'connectors', 'test', { id });
    const item = { questionNumber: '1.30', process: 'Access', subProcess: 'Users' };
    await callBridge(page, 'questions', 'add', {
      applicationId,
      items: [{ ...item, question: 'List the user accounts of the SQLite file.' }],
    });
    await page.reload();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Stark G4').click();
    await page.keyboard.press('Control+3');
    await page.getByRole('button', { name: 'Suggest', exact: true }).click();
    await page.getByRole('button', { name: 'Read the tables of 1 system and compare' }).click();
    await page.getByText('Tables read: 1 query is to be corrected').waitFor();
    await page.getByRole('button', { name: 'Show only these', exact: true }).click();
    await page.getByText('List the user accounts of the SQLite file.').first().click();
    await page.getByText('“Shop” lists no table users. Nearest there: customers.').waitFor();
    expect(tickmark.complaints).toEqual([]);
  });

  it('lists those tables and their columns, and writes the names that are chosen where the cursor stands', async () => {
    const editor = page.getByRole('textbox', { name: 'Query' });
    const tables = page.getByRole('tree', { name: 'Tables and their columns' });
    const query = async () => (await analysisOf(2))?.query;
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('SELECT  FROM customers');
    for (let times = 0; times < ' FROM customers'.length; times += 1) await page.keyboard.press('ArrowLeft');
    // What is said of the query once it is saved may move the pane, and the list with it.
    await expect.poll(query).toBe('SELECT  FROM customers');
    await page.getByText('To correct:').waitFor();
    await page.getByRole('button', { name: 'Tables (1)' }).click();
    const table = tables.getByRole('treeitem', { name: 'customers' });
    const top = async () => (await table.boundingBox())?.y;
    const before = await top();
    await page.keyboard.press('ArrowRight');
    await tables.getByRole('treeitem', { name: 'Last Name' }).waitFor();
    expect(await top(), 'a table that is opened stays under the pointer').toBe(before);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect.poll(() => isInWindow(tables.getByRole('treeitem', { name: 'detail11' }))).toBe(true);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Search tables and columns' }).fill('last');
    await tables.getByRole('treeitem', { name: 'Last Name' }).click();
    await page.keyboard.press('Escape');
    await tables.waitFor({ state: 'detached' });
    await expect.poll(query).toBe('SELECT id, "Last Name" FROM customers');
    await page.keyboard.insertText(', idd');
    await page.getByText('“Shop” lists no column customers.idd. Nearest there: id').waitFor();
    for (let times = 0; times < ', idd'.length; times += 1) await page.keyboard.press('Backspace');
    await page.getByText('“Shop” lists no column').waitFor({ state: 'detached' });
    expect(tickmark.complaints).toEqual([]);
  });

  it('forgets the tables of a connector that points to another file by now, and reads those of the file unasked', async () => {
    const other = join(dataFolder, 'other.db');
    new SqliteDatabase(other).exec('CREATE TABLE parcels (id)').close();
    await tickmark.choose({ open: other });
    const picked = await callBridge(page, 'files', 'pick', { purpose: 'sqlite' });
    const { groups } = await callBridge(page, 'connectors', 'listByCi', { ciId });
    const id = groups.find(({ connectorType }) => connectorType !== toolType)?.connectors[0]?.id ?? 0;
    const configuration = { path: { fileToken: picked?.fileToken ?? '' } };
    await callBridge(page, 'connectors', 'update', { id, configuration });
    const { target } = await callBridge(page, 'connectors', 'test', { id });
    await callBridge(page, 'connectors', 'confirmTarget', { id, target });
    await page.getByText('“Shop” lists no table customers. Nearest there: parcels.').waitFor();
    await page.getByRole('button', { name: 'Tables (1)' }).click();
    await page.getByRole('treeitem', { name: 'parcels' }).waitFor();
    await page.keyboard.press('Escape');
    const entries = await callBridge(page, 'auditLog', 'list', { connectorId: id });
    expect(entries.filter(({ action }) => action === 'connector.schemaRead')).toHaveLength(2);
    expect(tickmark.complaints).toEqual([]);
  });

  it('shows at once that a query has run, or has failed, though its run was not started here', async () => {
    const editor = page.getByRole('textbox', { name: 'Query' });
    const run = async (query: string) => {
      await editor.focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(query);
      await expect.poll(async () => (await analysisOf(2))?.query).toBe(query);
      const { questionId = '' } = (await analysisOf(2)) ?? {};
      const asked = { applicationId, questionIds: [questionId] };
      const { preflightToken } = await callBridge(page, 'executions', 'preflight', asked);
      await callBridge(page, 'executions', 'start', { preflightToken });
    };
    await run('SELECT id FROM parcels');
    await page.getByText('Has run: nothing is left to do here').waitFor();
    await run('SELECT abs(-9223372036854775807 - 1) FROM parcels UNION ALL SELECT abs(-9223372036854775807 - 1)');
    await page.getByText('Failed on “Shop”:').waitFor();
    await page.getByText('integer overflow').waitFor();
    expect(tickmark.complaints).toEqual([]);
  });
});
