import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

const query = 'select id, name from accounts order by id';

/** More stops than any page has: who has not met it by then never will. */
const mostStops = 120;

/** Each look takes milliseconds; the longest transition of the window takes 100. */
const mostLooks = 200;

/** The main job with the keyboard alone: no test here clicks, and no element is focused but by its keys. */
describe('the main job without a mouse', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-keyboard-'));
  const packFile = join(folder, 'pack.zip');
  let tickmark: TickmarkWindow;
  let page: Page;

  beforeAll(async () => {
    const file = join(folder, 'ledger.db');
    const database = new Database(file);
    database.exec('create table accounts (id integer, name text)');
    database.exec("insert into accounts values (1, 'first'), (2, 'second')");
    database.close();
    tickmark = await openTickmark({ dataFolder: join(folder, 'data') });
    page = tickmark.page;
    await tickmark.choose({ open: file, save: packFile });
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const hasFocus = (locator: Locator): Promise<boolean> =>
    locator.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

  /** A ring, or for a field the edge in the accent's colour. */
  const focusIsVisible = (): Promise<boolean> =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return false;
      const isMarked = (candidate: Element): boolean => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      };
      const probe = document.createElement('div');
      probe.style.borderColor = 'var(--tick-accent)';
      document.body.append(probe);
      const accent = getComputedStyle(probe).borderTopColor;
      probe.remove();
      // An editor shows its focus at the frame around it.
      const frame = element.closest('.cm-editor');
      const parents = [element, element.parentElement, element.closest('label'), frame, frame?.parentElement];
      return parents.some(
        (candidate) => candidate && (isMarked(candidate) || getComputedStyle(candidate).borderTopColor === accent),
      );
    });

  /** Edges fade into the accent's colour. */
  const becomesVisible = async (): Promise<boolean> => {
    for (let look = 0; look < mostLooks; look += 1) if (await focusIsVisible()) return true;
    return false;
  };

  /** Presses Tab until the element has the focus; what takes the focus on the way has to show it. */
  const tabTo = async (locator: Locator): Promise<void> => {
    await locator.first().waitFor();
    const invisible: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await hasFocus(locator)) {
        expect(invisible).toEqual([]);
        return;
      }
      await page.keyboard.press('Tab');
      if (!(await becomesVisible())) {
        invisible.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? ''));
      }
    }
    throw new Error(`The keyboard never came to ${String(locator)}.`);
  };

  const press = async (locator: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(locator);
    await page.keyboard.press(key);
  };

  const write = async (locator: Locator, text: string): Promise<void> => {
    await tabTo(locator);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };

  const paletteField = () => page.getByRole('combobox', { name: 'Find an audit, a page, a question or an action' });

  /** Waits for nothing before it types: nor does a person. */
  const palette = async (search: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(search);
    await paletteField().waitFor();
    await page.keyboard.press('Enter');
    await paletteField().waitFor({ state: 'detached' });
  };

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  it('makes an audit', async () => {
    await page.getByRole('button', { name: 'Open the demo audit' }).waitFor();
    await page.keyboard.press('Control+n');
    await write(field('Audit name'), 'Q2CA2025');
    await write(field('Application name'), 'Stark G4');
    await write(page.getByLabel(/^CI/), 'CI21324354');
    await write(field('Start date'), '2026-01-03');
    await write(field('End date'), '30.6.2026');
    expect(await field('Start date').inputValue()).toBe('3 Jan 2026');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.insertText('2026-01-02');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Questions' }).waitFor();
    expect(await callBridge(page, 'applications', 'list')).toMatchObject([
      { startDate: '2026-01-02', endDate: '2026-06-30' },
    ]);
    await button('Connectors none yet').waitFor();
  });

  /** Whole, with nothing upon its end. */
  const isInSight = (locator: Locator): Promise<boolean> =>
    locator.evaluate((element) => {
      const { left, top, width, bottom } = element.getBoundingClientRect();
      return top >= 0 && element.contains(document.elementFromPoint(left + width / 2, bottom - 2));
    });

  it('makes and tests a connector, with text at 200 %', async () => {
    await tickmark.zoom(2);
    await palette('new connector');
    const form = page.getByRole('dialog', { name: 'New connector' });
    await form.waitFor();
    await tabTo(form.getByRole('combobox', { name: 'Tool type' }));
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => isInSight(page.getByRole('listbox'))).toBe(true);
    await page.keyboard.insertText('SQLite');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await write(form.getByRole('textbox', { name: 'Name', exact: true }), 'Ledger copy');
    await press(form.getByRole('button', { name: /^Choose / }));
    await form.getByText(/ledger\.db/).waitFor();
    await press(form.getByRole('button', { name: 'Test connection' }));
    await expect.poll(() => isInSight(form.getByText('Connected'))).toBe(true);
    expect(await form.getByText('SHA-256').isVisible()).toBe(false);
    await press(form.getByRole('button', { name: 'Details' }));
    await form.getByText('SHA-256').waitFor();
    await press(form.getByRole('button', { name: 'Create connector' }));
    await form.waitFor({ state: 'detached' });
    await expect
      .poll(
        async () => (await callBridge(page, 'connectors', 'listByCi', { ciId: 'CI21324354' })).groups[0]?.connectors,
      )
      .toMatchObject([{ connectorName: 'Ledger copy', status: 'active' }]);
    await tickmark.zoom(1);
  });

  it('adds a question', async () => {
    await press(button('Back to step 2: Questions'));
    await press(button('Add question').first());
    const form = page.getByRole('form', { name: 'Add a question' });
    await write(form.getByLabel('No.'), '1.10');
    await write(form.getByLabel(/^Process/), 'Access');
    await write(form.getByRole('textbox', { name: 'Question', exact: true }), 'List all accounts.');
    await press(form.getByRole('button', { name: /^add/i }));
    await page.getByRole('grid', { name: 'Questions' }).getByText('List all accounts.').waitFor();
  });

  it('points the question at its connector and writes its query', async () => {
    await page.keyboard.press('Control+3');
    await press(page.getByRole('main').getByRole('button', { name: 'What the marks mean' }));
    await page.getByRole('dialog', { name: 'What the marks mean' }).getByText('ready, not run yet').waitFor();
    await page.keyboard.press('Escape');
    await press(page.getByRole('combobox', { name: 'Tool type of question 1.10' }));
    await page.getByRole('listbox').waitFor();
    await page.keyboard.insertText('SQLite');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Tool type of question 1.10' }).innerText())
      .toContain('SQLite');
    await tabTo(page.getByRole('textbox', { name: 'Query' }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(query);
    const [application] = await callBridge(page, 'applications', 'list');
    const applicationId = application?.id ?? 0;
    const saved = async () => (await callBridge(page, 'analyses', 'list', { applicationId }))[0];
    await expect.poll(async () => (await saved())?.query).toBe(query);
    expect(await saved()).toMatchObject({ connectorName: 'Ledger copy' });
  });

  it('types into the palette, not into the query, from the first key on, and goes back to the query', async () => {
    const editor = page.getByRole('textbox', { name: 'Query' });
    await tabTo(editor);
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('audit');
    expect(await paletteField().inputValue()).toBe('audit');
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(editor)).toBe(true);
    expect(await editor.innerText()).toBe(query);
  });

  it('runs it', async () => {
    await page.keyboard.press('Control+4');
    await page.getByRole('heading', { level: 1, name: 'Execution' }).waitFor();
    await press(button('Check before running'));
    await press(button(/^Start 1 run$/));
    await button('View the evidence of question 1.10').waitFor({ timeout: 30_000 });
  });

  it('looks at the evidence', async () => {
    await press(button('View the evidence of question 1.10'));
    const grid = page.getByRole('grid', { name: 'Evidence rows' });
    await grid.getByText('first', { exact: true }).waitFor();
    await tabTo(grid.or(grid.locator('[tabindex="0"]')));
    await page.keyboard.press('Control+End');
    await grid.getByText('second', { exact: true }).waitFor();
  });

  it('leaves the evidence by Escape, once nothing on it takes it first, and opens it by Enter on its row', async () => {
    const evidence = page.getByRole('heading', { level: 1, name: 'Evidence of question 1.10' });
    await page.keyboard.press('/');
    await page.keyboard.type('sec');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('textbox', { name: 'Find in all columns' }).inputValue()).toBe('');
    await press(button('Filter'));
    await page.getByRole('form', { name: 'Filter' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('form', { name: 'Filter' }).waitFor({ state: 'detached' });
    await press(button('Compare'));
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await evidence.count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(page.getByRole('row').filter({ hasText: '1.10' }))).toBe(true);
    await page.keyboard.press('Enter');
    await evidence.waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => hasFocus(page.getByRole('row').filter({ hasText: '1.10' }))).toBe(true);
    await page.keyboard.press('Alt+ArrowRight');
    await evidence.waitFor();
  });

  it('exports the pack', async () => {
    await page.keyboard.press('Control+5');
    await press(button(/^Export evidence pack/));
    await page.getByRole('status', { name: 'Exported evidence pack' }).waitFor();
    expect(existsSync(packFile)).toBe(true);
    expect(tickmark.complaints).toEqual([]);
  });

  const menuLabels = () =>
    tickmark.app.evaluate(({ Menu }) => {
      const labelsOf = (menu: Electron.Menu | null | undefined): string[] =>
        (menu?.items ?? []).flatMap(({ label, submenu }) => [label, ...labelsOf(submenu)]);
      return labelsOf(Menu.getApplicationMenu()).filter((label) => label !== '' && label !== 'Tickmark');
    });

  it('goes back, lists its shortcuts, and changes the language there and back', async () => {
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { level: 1, name: 'Evidence of question 1.10' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { level: 1, name: 'Execution' }).waitFor();
    await page.getByRole('tab', { name: /^Runs/, selected: true }).waitFor();
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Ctrl+K').waitFor();
    await page.keyboard.press('Escape');
    const english = await menuLabels();
    await palette('preferences');
    await page.getByRole('heading', { level: 1, name: 'Preferences' }).waitFor();
    await palette('deutsch');
    await page.getByRole('heading', { level: 1, name: 'Voreinstellungen' }).waitFor();
    await button(/^Anwendung/).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { level: 1, name: 'Ausführung' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    expect((await menuLabels()).filter((label) => english.includes(label))).toEqual([]);
    await page.keyboard.press('Control+/');
    const shortcuts = page.getByRole('dialog', { name: 'Tastenkürzel' });
    await shortcuts.getByRole('row', { name: /Bild ?↑ Bild ?↓/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('english');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Execution' }).waitFor();
  });
});
