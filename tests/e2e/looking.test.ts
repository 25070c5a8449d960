import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

const ciId = 'CI21324354';
const connectorType = 'SQLite File';
const query = 'select id, name, department, balance, opened from accounts';

const createAccounts = (path: string, change: string) =>
  new SqliteDatabase(path)
    .exec(
      `CREATE TABLE accounts (id INTEGER, name TEXT, department TEXT, balance DECIMAL(12,2), opened DATE);
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO accounts SELECT i, 'Account ' || i,
         CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'Finance' WHEN 3 THEN 'Human resources' ELSE 'Sales' END,
         (i * 7919) % 10007 / 8.0, date('2024-01-01', (i * i % 700) || ' days') FROM n;
       ${change}`,
    )
    .close();

/** A poll with the patience that a busy computer needs. */
const eventually = <Value>(read: () => Promise<Value> | Value) => expect.poll(read, { timeout: 15_000 });

/** Evidence looked at by hand in the real window; each test stands on the ones before. */
describe('looking at evidence in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-looking-'));
  let tickmark: TickmarkWindow;
  let page: Page;
  let applicationId: number;

  const createConnector = async (connectorName: string, file: string, environment: 'production' | 'non-production') => {
    await tickmark.choose({ open: file });
    const picked = await callBridge(page, 'files', 'pick', { purpose: 'sqlite' });
    const configuration = { path: { fileToken: picked?.fileToken ?? '' } };
    const draft = { ciId, connectorName, connectorType, configuration, environment };
    return (await callBridge(page, 'connectors', 'create', draft)).id;
  };

  beforeAll(async () => {
    tickmark = await openTickmark({ dataFolder: join(folder, 'data') });
    page = tickmark.page;
    createAccounts(join(folder, 'production.db'), '');
    createAccounts(
      join(folder, 'development.db'),
      `DELETE FROM accounts WHERE id = 17; UPDATE accounts SET department = 'Board' WHERE id IN (3, 1000);
       INSERT INTO accounts VALUES (9001, 'New', 'Sales', 1, NULL);`,
    );
    const application = { auditName: 'Q2CA2025', name: 'Stark G4', ciId };
    applicationId = (await callBridge(page, 'applications', 'create', application)).id;
    const connectorId = await createConnector('Production ledger', join(folder, 'production.db'), 'production');
    await createConnector('Development ledger', join(folder, 'development.db'), 'non-production');
    const questions = [{ questionNumber: '1.10', question: 'List all accounts' }];
    await callBridge(page, 'questions', 'add', { applicationId, items: questions });
    const items = [{ questionId: '1.10', toolSuggestion: connectorType, connectorId, query }];
    await callBridge(page, 'analyses', 'save', { applicationId, items });
    const { preflightToken } = await callBridge(page, 'executions', 'preflight', { applicationId });
    await callBridge(page, 'executions', 'start', { preflightToken, confirmProduction: true });
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const grid = () => page.getByRole('grid', { name: 'Evidence rows' });
  /** The cells of a row that is in sight; its number in the evidence is last. */
  const cellsOf = (row: number) =>
    grid()
      .locator(`[aria-rowindex="${row + 2}"] [role="gridcell"]`)
      .allTextContents();
  const heading = (name: string) => grid().getByRole('columnheader', { name });
  const count = () =>
    page
      .getByRole('status')
      .filter({ hasText: /rows?$/ })
      .first();

  it('opens the evidence of a run', async () => {
    await eventually(async () => (await callBridge(page, 'executions', 'list', { applicationId }))[0]?.status).toBe(
      'succeeded',
    );
    await page.reload();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Stark G4').click();
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: /^Execution/ })
      .click();
    await page.getByRole('tab', { name: /^Runs/ }).click();
    await page.getByRole('button', { name: 'View the evidence of question 1.10' }).click();
    await grid().waitFor();
  });

  it('sorts by a heading, and by a further one with Shift', async () => {
    await eventually(() => cellsOf(0)).toContain('Account 1');
    await heading('balance').click();
    await eventually(async () => (await cellsOf(0))[3]).toBe('0.875');
    expect(await heading('balance').getAttribute('aria-sort')).toBe('ascending');
    await heading('balance').click();
    await eventually(async () => (await cellsOf(0))[3]).toBe('1250.75');
    await heading('department').click();
    await heading('id').click({ modifiers: ['Shift'] });
    await heading('id').click({ modifiers: ['Shift'] });
    await eventually(() => cellsOf(0)).toEqual([
      '2997',
      'Account 2997',
      '',
      expect.any(String),
      expect.any(String),
      '2,997',
    ]);
  });

  it('sorts, moves and leaves by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    await grid().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('s');
    await eventually(async () => await heading('name').getAttribute('aria-sort')).toBe('ascending');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+f');
    expect(
      await page
        .getByRole('textbox', { name: 'Find in all columns' })
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Show all' }).click();
  });

  it('is full of rows wherever it is scrolled to, by the wheel, by a key or at once', async () => {
    const place = await grid().boundingBox();
    const { x, y } = place ?? { x: 0, y: 0 };
    /** The last row in sight, if rows reach the lower edge and their cells are there. */
    const last = () =>
      grid().evaluate((element) => {
        const rows = [...element.querySelectorAll('[aria-rowindex]')];
        const bottom = element.getBoundingClientRect().top + element.clientTop + element.clientHeight;
        const reached = Math.max(...rows.map((row) => row.getBoundingClientRect().bottom)) >= bottom - 1;
        return reached && !element.textContent?.includes('…') ? rows.at(-1)?.getAttribute('aria-rowindex') : null;
      });
    await page.mouse.move(x + 200, y + 100);
    await page.mouse.wheel(0, 40_000);
    await eventually(last).toMatch(/^1[45]\d\d$/);
    await page.mouse.wheel(0, 400_000);
    await eventually(last).toBe('3001');
    await grid().evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await eventually(last).toMatch(/^15\d\d$/);
    await grid().focus();
    await page.keyboard.press('Control+End');
    await eventually(last).toBe('3001');
    await page.keyboard.press('Control+Home');
  });

  it('finds in all columns, counts, and goes from place to place, the columns keeping theirs', async () => {
    const columns = () =>
      grid()
        .getByRole('columnheader')
        .evaluateAll((all) => all.map(({ style }) => style.left));
    const before = await columns();
    const field = page.getByRole('textbox', { name: 'Find in all columns' });
    await field.fill('ACCOUNT 299');
    await eventually(() => count().textContent()).toBe('11 of 3,000 rows');
    await eventually(() => cellsOf(0)).toContain('Account 299');
    await field.press('Enter');
    await eventually(() => grid().getAttribute('aria-activedescendant')).toMatch(/-1-1$/);
    await field.press('Enter');
    await eventually(() => grid().getAttribute('aria-activedescendant')).toMatch(/-2-1$/);
    expect(await cellsOf(1)).toContain('2,990');
    expect(await columns()).toEqual(before);
    await field.press('Escape');
    await eventually(() => count().textContent()).toBe('3,000 rows');
  });

  it('filters a column, keeping NULL apart from the empty text', async () => {
    const filter = async (test: string, value?: string) => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      const form = page.getByRole('form', { name: 'Filter' });
      await form.getByLabel('Column').selectOption('department');
      await form.getByLabel('Condition').selectOption({ label: test });
      if (value !== undefined) await form.getByLabel('Value').fill(value);
      await form.getByRole('button', { name: 'Apply' }).click();
    };
    await filter('is NULL');
    await eventually(() => count().textContent()).toBe('428 of 3,000 rows');
    await page.getByRole('button', { name: 'Remove: department is NULL' }).click();
    await filter('equals', '');
    await eventually(() => count().textContent()).toBe('429 of 3,000 rows');
    await page.getByRole('button', { name: 'Show all' }).click();
  });

  it('tells what the columns hold, and shows the rows of a frequent value', async () => {
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    const panel = page.getByRole('complementary', { name: 'Columns' });
    await panel.getByRole('img', { name: /^Distribution of balance from/ }).waitFor();
    await panel.getByTitle('Show the rows whose department is “Finance”').click();
    await eventually(() => count().textContent()).toBe('429 of 3,000 rows');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
  });

  it('draws a sample, shows it and exports it', async () => {
    await page.getByRole('button', { name: 'Sample' }).click();
    const dialog = page.getByRole('dialog', { name: 'Random sample' });
    await dialog.getByLabel('Seed').fill('Q2CA2025');
    await dialog.getByRole('button', { name: 'Draw sample' }).click();
    await dialog.getByText('25 of 3,000 rows.').waitFor();
    const target = join(folder, 'sample.csv');
    await tickmark.choose({ save: target });
    await dialog.getByRole('button', { name: 'Export as CSV' }).click();
    await eventually(() => existsSync(target)).toBe(true);
    expect(readFileSync(target, 'utf8').trimEnd().split('\n')).toHaveLength(26);
    await dialog.getByRole('button', { name: 'How anyone can draw it again' }).click();
    const guide = page.getByRole('dialog', { name: 'User guide' });
    await guide.getByRole('heading', { name: 'Draw a random sample again' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await guide.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('runs the question on another connector, after showing what runs, and compares the two', async () => {
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('menuitem', { name: /Development ledger/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Run this question on “Development ledger”?' });
    await dialog.getByText(query).waitFor();
    await dialog.getByRole('button', { name: 'Run and compare' }).click();
    await page.getByText('2,997 rows are the same on both sides.').waitFor();
    const differences = page.getByRole('table', { name: 'Rows that differ' });
    await differences.getByText('Board').first().waitFor();
    await page.getByRole('tab', { name: 'Only left · 1' }).click();
    await differences.getByText('Account 17', { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Only right · 1' }).click();
    await differences.getByText('New', { exact: true }).waitFor();
    const saved = join(folder, 'comparison.csv');
    await tickmark.choose({ save: saved });
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    await page.getByText('The comparison was saved to comparison.csv').waitFor();
    expect(readFileSync(saved, 'utf8')).toMatch(/^only left,1,17,"",17,Account 17,/m);
    const runs = await callBridge(page, 'executions', 'list', { applicationId });
    expect(runs.map(({ connectorName }) => connectorName).sort()).toEqual(['Development ledger', 'Production ledger']);
    await page.getByRole('button', { name: 'Back to the evidence' }).click();
    await grid().waitFor();
  });

  it('compares two connectors from Step 3, each with a run and evidence of its own', async () => {
    await page.keyboard.press('Control+3');
    await page.getByRole('combobox', { name: 'Connector of question 1.10' }).focus();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const choice = page.getByRole('dialog', { name: 'Run this question on two connectors and compare' });
    expect(await choice.getByLabel('Left').locator('option:checked').textContent()).toContain('Production ledger');
    expect(await choice.getByLabel('Right').locator('option:checked').textContent()).toContain('Development ledger');
    await choice.getByRole('button', { name: 'Check what runs' }).click();
    const dialog = page.getByRole('dialog', { name: 'Run this question on 2 connectors?' });
    await dialog.getByText('Production ledger').waitFor();
    await dialog.getByText('Development ledger').waitFor();
    await dialog.getByText(query).waitFor();
    await dialog.getByRole('button', { name: 'Run and compare' }).click();
    await page.getByText('2,997 rows are the same on both sides.').waitFor();
    const runs = await callBridge(page, 'executions', 'list', { applicationId });
    expect(runs).toHaveLength(4);
    expect(new Set(runs.map(({ sha256 }) => sha256)).size).toBe(2);
    await page.getByRole('button', { name: 'Back to the analysis' }).click();
    await page.getByRole('heading', { level: 1, name: 'Question analysis' }).waitFor();
  });

  it('marks a result as final in its row, by keyboard, and finds it', async () => {
    await page.keyboard.press('Control+4');
    const list = page.getByRole('grid', { name: 'Runs' });
    const newest = list.locator('[data-index="0"]');
    await newest.getByRole('button', { name: 'Mark as final: evidence of question 1.10' }).press('Enter');
    const question = page.getByRole('dialog', { name: 'Mark the evidence of question 1.10 as final?' });
    await question.getByRole('button', { name: 'Mark as final' }).press('Enter');
    await newest.getByText('Final', { exact: true }).waitFor();
    await eventually(() => newest.evaluate((row) => row === document.activeElement)).toBe(true);
    expect(await newest.getByRole('button', { name: /^Mark as final/ }).count()).toBe(0);
    await page.getByRole('combobox', { name: 'Filter by status' }).selectOption('Final');
    await page.getByText('1 of 4 shown').waitFor();
    await page.getByRole('combobox', { name: 'Filter by status' }).selectOption('Complete, 0 rows');
    await page.getByText('0 of 4 shown').waitFor();
    await page.getByRole('combobox', { name: 'Filter by status' }).selectOption('All runs');
    const log = await callBridge(page, 'auditLog', 'list', { action: 'evidence.markedFinal' });
    expect(log.map(({ subject }) => subject)).toEqual(['execution/4']);
  });

  it('goes through the results in the order of the list, and back from any of them to its row', async () => {
    const shows = (run: number) => page.getByText(`Run ${run} ·`).waitFor();
    await page.getByRole('grid', { name: 'Runs' }).locator('[data-index="0"]').press('Enter');
    await shows(4);
    await page.getByRole('button', { name: 'Next result' }).click();
    await shows(3);
    await grid().press('Alt+ArrowDown');
    await shows(2);
    await grid().press('Alt+ArrowDown');
    await shows(1);
    expect(await page.getByRole('button', { name: 'Next result' }).isDisabled()).toBe(true);
    await grid().press('Alt+ArrowUp');
    await shows(2);
    await page.keyboard.press('Alt+ArrowLeft');
    const row = page.getByRole('grid', { name: 'Runs' }).locator('[data-index="2"]');
    await eventually(() => row.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Alt+ArrowRight');
    await shows(2);
  });

  it('had nothing to complain about', () => expect(tickmark.complaints).toEqual([]));
});
