import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookOf } from '../question-files/workbook';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

const ciId = 'CI21324354';

const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** As a client sends it: a title over all columns, two odd header names, processes merged over their questions. */
const clientWorkbook = () =>
  workbookOf({
    formats: ['General', '0.00'],
    sheets: [
      {
        name: 'Data request',
        rows: [
          `<row r="1">${cell('A1', 'IT audit 2025: data request for Stark G4')}</row>`,
          `<row r="3">${cell('A3', 'Prozess / area')}${cell('B3', 'Ref. #')}${cell('C3', 'Prüffrage (please answer)')}${cell('D3', 'Owner')}</row>`,
          `<row r="4">${cell('A4', 'Access')}<c r="B4" s="1"><v>1.1</v></c>${cell('C4', 'List all user accounts')}</row>`,
          `<row r="5"><c r="B5" s="1"><v>1.11</v></c>${cell('C5', 'List privileged accounts')}</row>`,
          `<row r="6"><c r="B6" s="1"><v>1.12</v></c>${cell('C6', 'List failed logins')}</row>`,
          `<row r="8">${cell('A8', 'Change')}<c r="B8" s="1"><v>2.1</v></c>${cell('C8', 'Approved change tickets')}</row>`,
          `<row r="9"><c r="B9" s="1"><v>2.2</v></c>${cell('C9', '')}${cell('D9', 'to be asked')}</row>`,
        ].join(''),
        after: '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A4:A6"/><mergeCell ref="A8:A9"/></mergeCells>',
      },
    ],
  });

/** How many of them are whole in the window, with nothing over their edges. */
const countInSight = (elements: Element[]): number =>
  elements.filter((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    return [top + 1, bottom - 2].every((y) => element.contains(document.elementFromPoint(left + 5, y)));
  }).length;

describe('from a client’s workbook to assigned questions, by keyboard alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-question-files-'));
  const file = join(folder, 'Datenanforderung.xlsx');
  let tickmark: TickmarkWindow;
  let page: Page;
  let applicationId: number;

  const createConnector = (connectorName: string, connectorType: string, configuration: Record<string, unknown>) =>
    callBridge(page, 'connectors', 'create', { ciId, connectorName, connectorType, configuration } as never);

  beforeAll(async () => {
    writeFileSync(file, clientWorkbook());
    tickmark = await openTickmark({ dataFolder: join(folder, 'data') });
    page = tickmark.page;
    const application = { auditName: 'Q2CA2025', name: 'Stark G4', ciId };
    applicationId = (await callBridge(page, 'applications', 'create', application)).id;
    const database = { server: '127.0.0.1', port: 1, database: 'audit', username: 'auditor', encrypt: false };
    await createConnector('Production ledger', 'PostgreSQL DB', database);
    await createConnector('Development ledger', 'PostgreSQL DB', database);
    await createConnector('Service desk', 'ServiceNow', { instance: 'https://example.invalid', username: 'auditor' });
    await page.reload();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Stark G4').waitFor();
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const focusedName = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') || element?.textContent?.trim() || '';
    });

  /** Presses Tab until the focus is on what is called so. */
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (name.test(await focusedName())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}; it is at ${await focusedName()}.`);
  };

  const analyses = () => callBridge(page, 'analyses', 'list', { applicationId });
  const focusIs = (name: RegExp) => expect.poll(focusedName).toMatch(name);

  it('finds the table under its title and proposes what its columns are', async () => {
    await tabTo(/^Stark G4/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(/^2Questions/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No questions yet' }).waitFor();
    await tickmark.choose({ open: file });
    await tabTo(/^Import file$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Import questions/ });
    await dialog.getByRole('table', { name: 'What the lines become' }).waitFor();
    expect(await dialog.getByLabel('Header in line').inputValue()).toBe('3');
    expect(await dialog.getByRole('cell', { name: '1.10', exact: true }).count()).toBe(1);
    expect(await dialog.getByRole('cell', { name: 'Access', exact: true }).count()).toBe(3);
    expect(await dialog.getByRole('row').last().innerText()).toMatch(/^9\s+Left out/);
  });

  it('imports with Enter, says which line was left out and why, and goes on', async () => {
    await focusIs(/^Import 4 questions$/);
    await page.keyboard.press('Enter');
    await page.getByText('There is no text in the question column.').waitFor();
    expect(await page.getByRole('dialog').getByRole('row').last().innerText()).toMatch(/^9\s/);
    await focusIs(/^Done$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await callBridge(page, 'questions', 'list', { applicationId })).toMatchObject([
      { questionId: '1.10', process: 'Access', question: 'List all user accounts' },
      { questionId: '1.11', process: 'Access' },
      { questionId: '1.12', process: 'Access' },
      { questionId: '2.10', process: 'Change' },
    ]);
  });

  it('chooses tool types by typing, Enter going to the next row', async () => {
    await tabTo(/^Next: analysis$/);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Tool type of question 1.10' }).waitFor();
    await tabTo(/^Tool type of question 1\.10$/);
    for (const [typed, next] of [
      ['postgre', /1\.11$/],
      ['postgre', /1\.12$/],
      ['postgre', /2\.10$/],
      ['service', /2\.10$/],
    ] as const) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await focusIs(next);
    }
    await expect
      .poll(async () => (await analyses()).map(({ toolSuggestion }) => toolSuggestion))
      .toEqual(['PostgreSQL DB', 'PostgreSQL DB', 'PostgreSQL DB', 'ServiceNow']);
  });

  it('chooses connectors the same way; the only one of its type is offered', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await focusIs(/^Connector of question 1\.10$/);
    for (const typed of ['prod', 'prod', 'dev', 'desk']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    }
    await expect
      .poll(async () => (await analyses()).map(({ connectorName, resolution }) => `${connectorName} ${resolution}`))
      .toEqual([
        'Production ledger selected',
        'Production ledger selected',
        'Development ledger selected',
        'Service desk selected',
      ]);
  });

  it('opens a dropdown at its button, which Tab leaves and closes', async () => {
    await page.keyboard.press('ArrowLeft');
    await focusIs(/^Tool type of question 2\.10$/);
    await page.keyboard.press('Alt+ArrowDown');
    const list = page.getByRole('listbox', { name: 'tool types' });
    const search = await page.getByRole('combobox', { name: 'Search tool types' }).boundingBox();
    const button = await page.getByRole('combobox', { name: 'Tool type of question 2.10' }).boundingBox();
    if (!search || !button) throw new Error('The dropdown is not shown.');
    expect(search.y - (button.y + button.height)).toBeLessThan(8);
    expect(search.y).toBeGreaterThanOrEqual(button.y + button.height);
    expect(Math.abs(search.x - button.x)).toBeLessThan(8);
    await page.keyboard.press('Tab');
    await list.waitFor({ state: 'detached' });
    await focusIs(/^Connector of question 2\.10$/);
  });

  it('takes a choice back and makes it again', async () => {
    const last = async () => (await analyses()).at(-1)?.resolution;
    await page.keyboard.press('Control+z');
    await expect.poll(last).toBe('only-one-of-type');
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(last).toBe('selected');
  });

  it('keeps the row that has the focus in sight, also where few rows are', async () => {
    const isInSight = () =>
      page.evaluate(() => {
        const { left, width, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        return document.activeElement?.contains(document.elementFromPoint(left + width / 2, bottom - 2));
      });
    await tickmark.zoom(1.6);
    await page.getByRole('combobox', { name: 'Tool type of question 1.10' }).focus();
    for (const next of [/1\.11$/, /1\.12$/, /2\.10$/]) {
      await page.keyboard.press('ArrowDown');
      await focusIs(next);
      await expect.poll(isInSight).toBe(true);
    }
    await tickmark.zoom(1);
  });

  it('shows the questions of one state by its count above them, as the filter does, and all again', async () => {
    for (const resolution of ['only-one-of-type', 'ambiguous']) {
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await analyses()).map((each) => each.resolution)).toContain(resolution);
    }
    const rows = page.getByRole('combobox', { name: /^Connector of question/ });
    const filter = page.getByRole('combobox', { name: 'Filter by state' });
    const count = page.getByRole('button', { name: '1 with a connector to choose: show only these' });
    await count.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.getAttribute('aria-label')).toBe('Connector of question 1.12');
    expect(await filter.inputValue()).toBe('ambiguous');
    expect(await count.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(4);
    expect(await filter.inputValue()).toBe('');
    await filter.selectOption('no-query');
    expect(await page.getByRole('button', { name: /^3 without query/, pressed: true }).count()).toBe(1);
    await filter.selectOption('query-problem');
    await page.getByText('None of the questions that the filters let through is “Query to correct” now.').waitFor();
    await page.getByRole('button', { name: 'Show all 4 questions' }).click();
    expect(await filter.inputValue()).toBe('');
    await expect.poll(() => rows.count()).toBe(4);
  });

  it('opens a list at a row far down with its options in sight, whether below its button or above', async () => {
    const items = Array.from({ length: 40 }, (_, index) => ({
      questionNumber: `9.${index + 10}`,
      process: 'Operations',
      subProcess: 'Jobs',
      question: `List the runs of job ${index + 1} that did not end as they should, and what was done about each of them.`,
    }));
    await callBridge(page, 'questions', 'add', { applicationId, items });
    await page.reload();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Stark G4').click();
    await page.keyboard.press('Control+3');
    await page.getByRole('combobox', { name: 'Tool type of question 1.10' }).focus();
    for (const [key, question] of [
      ['End', '9.49'],
      ['PageUp', '9.39'],
    ] as const) {
      await page.keyboard.press(key);
      await focusIs(new RegExp(`^Tool type of question ${question}$`));
      await page.keyboard.press('Alt+ArrowDown');
      const offered = page.getByRole('listbox', { name: 'tool types' }).getByRole('option');
      await expect.poll(() => offered.evaluateAll(countInSight), { message: question }).toBeGreaterThan(3);
      await page.keyboard.press('Escape');
    }
  });

  it('takes a dropped file, and says in the dialog where it can’t be read', async () => {
    const hostile = join(folder, 'secret.xlsx');
    writeFileSync(
      hostile,
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    );
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: /^Questions/ })
      .click();
    await page.getByRole('grid', { name: 'Questions' }).waitFor();
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [hostile], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    await page.getByRole('dialog').getByText('The file is protected by a password.').waitFor();
    await page.keyboard.press('Escape');
    expect(tickmark.complaints).toEqual([]);
  });
});
