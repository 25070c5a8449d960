import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

const ciId = 'CI21324354';
const connectorType = 'SQLite File';
const secretCell = 'salary-4711';

/** An evidence pack from its export to the end of its audit, in the real window; each test stands on the ones before. */
describe('an evidence pack in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-packs-'));
  const [redacted, tampered, whole] = ['redacted.zip', 'tampered.zip', 'whole.zip'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  let tickmark: TickmarkWindow;
  let page: Page;
  let applicationId: number;

  beforeAll(async () => {
    tickmark = await openTickmark({ dataFolder: join(folder, 'data') });
    page = tickmark.page;
    const client = new SqliteDatabase(join(folder, 'hr.db'));
    client.exec(`CREATE TABLE staff (id INTEGER, name TEXT, pay TEXT);
      INSERT INTO staff VALUES (1, 'Ada', '${secretCell}'), (2, 'Grace', NULL)`);
    client.close();
    const application = { auditName: 'Q2CA2025', name: 'Stark G4', ciId };
    applicationId = (await callBridge(page, 'applications', 'create', application)).id;
    await tickmark.choose({ open: join(folder, 'hr.db') });
    const picked = await callBridge(page, 'files', 'pick', { purpose: 'sqlite' });
    const connectorId = (
      await callBridge(page, 'connectors', 'create', {
        ciId,
        connectorName: 'HR file',
        connectorType,
        configuration: { path: { fileToken: picked?.fileToken ?? '' } },
      })
    ).id;
    await callBridge(page, 'questions', 'add', {
      applicationId,
      items: [{ questionNumber: '1.1', question: 'Who is paid?' }],
    });
    const query = 'select id, name, pay from staff order by id';
    const items = [{ questionId: '1.1', toolSuggestion: connectorType, connectorId, query }];
    await callBridge(page, 'analyses', 'save', { applicationId, items });
    const { preflightToken } = await callBridge(page, 'executions', 'preflight', { applicationId });
    await callBridge(page, 'executions', 'start', { preflightToken });
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const goTo = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name }).first().click();
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();

  const verify = async (file: string) => {
    await tickmark.choose({ open: file });
    await button('Verify a pack…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Checked').waitFor();
    return dialog;
  };

  const closeWithEscape = async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('has a run to hold', async () => {
    await expect
      .poll(async () => (await callBridge(page, 'executions', 'list', { applicationId }))[0]?.status, {
        timeout: 15_000,
      })
      .toBe('succeeded');
    await page.reload();
    await page.getByRole('navigation', { name: 'Main' }).getByText('Stark G4').click();
    await goTo(/^Evidence/);
  });

  it('opens the evidence of a run, where a notice lies upon nothing, moves nothing and ends with the page', async () => {
    await page.getByRole('grid', { name: 'What the pack holds' }).getByText('Complete', { exact: true }).click();
    const copyRow = await button('Copy row').boundingBox();
    await button('Mark as final').click();
    await page
      .getByRole('dialog', { name: /as final\?$/ })
      .getByRole('button', { name: 'Mark as final' })
      .click();
    const notice = page.getByRole('group', { name: /^Marked as final/ });
    await notice.waitFor();
    expect(await button('Copy row').boundingBox()).toEqual(copyRow);
    const [told, shown] = await Promise.all([notice.boundingBox(), page.getByRole('main').boundingBox()]);
    expect((told?.x ?? Number.NaN) + (told?.width ?? 0)).toBeLessThanOrEqual(shown?.x ?? 0);
    await button('Back to the pack').click();
    await goTo(/^Execution/);
    expect(await notice.count()).toBe(0);
    await goTo(/^Evidence/);
  });

  it('leaves out a column that was chosen', async () => {
    await tickmark.choose({ save: redacted });
    await button('Export redacted…').click();
    const dialog = page.getByRole('dialog', { name: 'Leave columns out of the pack' });
    await dialog.getByRole('combobox', { name: 'Result' }).click();
    await page.getByRole('option', { name: /HR file/ }).click();
    await dialog.getByRole('combobox', { name: /HR file/ }).click();
    await page.getByRole('option', { name: 'pay' }).click();
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: 'Export redacted pack…' }).click();
    const exported = page.getByRole('status', { name: 'Exported evidence pack' });
    await exported.getByText(redacted, { exact: true }).waitFor();
    await exported.getByRole('button', { name: 'Verify this pack' }).click();
    const verdict = page.getByRole('dialog', { name: basename(redacted) });
    await verdict.getByText('The pack is whole').waitFor();
    await verdict.getByText('1 question · 1 with a final result', { exact: true }).waitFor();
    const fingerprint = await exported.getByText('Fingerprint', { exact: true }).locator('+ span code').innerText();
    await verdict.getByText(fingerprint, { exact: true }).waitFor();
    await closeWithEscape();
    expect(readFileSync(redacted).includes(secretCell)).toBe(false);
  });

  it('ticks the step, and says afterwards where the last pack was saved', async () => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: /^Evidence pack\W+pack exported, done/ })
      .waitFor();
    await button('Close this message').click();
    await page.getByText(`Exported last: ${redacted}`).waitFor();
  });

  it('shows the pack in its folder', async () => {
    await tickmark.app.evaluate(({ shell }) => {
      const shown = new Promise<string>((resolve) => {
        shell.showItemInFolder = resolve;
      });
      Object.assign(globalThis, { shown });
    });
    await button('Show in folder').click();
    expect(await tickmark.app.evaluate(() => Reflect.get(globalThis, 'shown') as Promise<string>)).toBe(redacted);
  });

  it('says what came since the pack, and takes the tick away', async () => {
    const items = [{ questionNumber: '1.2', question: 'Who left?' }];
    await callBridge(page, 'questions', 'add', { applicationId, items });
    await goTo(/^Execution/);
    await goTo(/^Evidence/);
    await page.getByText('Came since, and not in it: 1 question added.').waitFor();
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: /^Evidence pack\W+the last pack lacks what came since/ })
      .waitFor();
  });

  it('is whole, and says what was left out of it and by whom it is signed', async () => {
    const dialog = await verify(redacted);
    const text = await dialog.innerText();
    expect(text).toContain('The pack is whole');
    expect(text).toContain('in 1 evidence file');
    expect(text).toContain('1 run, 2 rows of evidence');
    expect(text).toContain('this installation');
    expect(text).not.toMatch(/\d\d:\d\d\.\d{3}Z/);
  });

  it('closes the verdict with Escape, and not the dialog below it', async () => {
    await closeWithEscape();
    await button('Export redacted…').click();
    const below = page.getByRole('dialog', { name: 'Leave columns out of the pack' });
    await below.waitFor();
    // The button that verifies lies behind the dialog for a pointer; a pack opened from outside does not ask.
    await tickmark.choose({ open: redacted });
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].find((each) => each.textContent === 'Verify a pack…')?.click(),
    );
    await page.getByText('The pack is whole').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('The pack is whole').waitFor({ state: 'detached' });
    expect(await below.isVisible()).toBe(true);
    await closeWithEscape();
  });

  it('names what is wrong, and where, in a copy that somebody changed', async () => {
    copyFileSync(redacted, tampered);
    const bytes = readFileSync(tampered);
    bytes.write('Eve', bytes.indexOf('1,Ada,') + 2);
    writeFileSync(tampered, bytes);
    const dialog = await verify(tampered);
    expect(await dialog.innerText()).toContain('The pack was changed');
    const problems = await dialog.getByRole('list', { name: 'What is wrong' }).innerText();
    expect(problems).toMatch(/evidence\/1_1\.1_HR-file\.csv/);
    await closeWithEscape();
  });

  it('prints the signed head of the log on a sheet of its own', async () => {
    await goTo(/^Audit log/);
    await button('Head and checkpoints…').click();
    const { fingerprint } = await callBridge(page, 'auditLog', 'head');
    const dialog = page.getByRole('dialog', { name: 'Head of the audit log' });
    await dialog.getByText(fingerprint).waitFor();
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await dialog.getByRole('button', { name: 'Print…' }).click();
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    await page.emulateMedia({ media: null });
    expect(printed).toContain(fingerprint);
    // Of the moment it was signed, so another than the one that was asked for beside it.
    expect(printed).toMatch(/^[\w+/]{86}==$/m);
    expect(printed).toContain('Received by, date');
    expect(printed).not.toContain('Save checkpoint…');
    await closeWithEscape();
  });

  it('shows the log of one connector alone', async () => {
    await page.getByRole('combobox', { name: 'Connector' }).click();
    await page.getByRole('option', { name: 'HR file' }).click();
    const table = page.getByRole('table', { name: 'Audit log' });
    await expect.poll(() => table.innerText()).not.toContain('Preferences');
    await expect.poll(() => table.getByText('Q2CA2025').count()).toBe(0);
    expect(await table.innerText()).toContain('HR file');
  });

  const archived = () => page.getByRole('table', { name: 'Archived audits' });
  const askToPurge = async () => {
    await archived()
      .getByRole('button', { name: /^Purge audit/ })
      .click();
    const dialog = page.getByRole('dialog', { name: /^Purge/ });
    await dialog.waitFor();
    return dialog;
  };

  /** What each step offers until its audit is archived. */
  const changes: [step: RegExp, change: RegExp][] = [
    [/^Application/, /^Save$/],
    [/^Questions/, /^Import file/],
    [/^Analysis/, /^Suggest/],
    [/^Execution/, /^Check and start/],
  ];
  const changeOf = (name: RegExp) => page.getByRole('main').locator('button', { hasText: name });

  it('archives the audit, whose steps are then there to read', async () => {
    for (const [step, change] of changes) {
      await goTo(step);
      await changeOf(change).waitFor();
    }
    await callBridge(page, 'applications', 'archive', { id: applicationId });
    await page.reload();
    await archived()
      .getByRole('button', { name: /^Open evidence/ })
      .click();
    for (const [step, change] of changes) {
      await goTo(step);
      await page.getByText('Archived: read-only.').waitFor();
      expect(await changeOf(change).count(), String(change)).toBe(0);
    }
  });

  it('tells what failed above a dialog, and in a narrow window above the page; a tip waits under the dialog', async () => {
    const isUppermost = (notice: Locator) =>
      notice.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
    const isAboveDialog = async (notice: Locator) => {
      await notice.waitFor();
      // A dialog that was just answered is still fading.
      await expect.poll(() => isUppermost(notice)).toBe(true);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      const isAbove = await isUppermost(notice);
      await closeWithEscape();
      return isAbove;
    };
    await goTo(/^Audits$/);
    await page.keyboard.press('Control+3');
    expect(await isAboveDialog(page.getByRole('group', { name: 'Choose an audit first' }))).toBe(false);
    await (await askToPurge()).getByRole('button', { name: 'Purge audit' }).click();
    const told = page.getByRole('group', { name: 'The audit was not purged' });
    expect(await isAboveDialog(told)).toBe(true);

    await tickmark.zoom(2);
    await page.getByRole('button', { name: 'Menu' }).waitFor();
    const [line, shown] = await Promise.all([told.boundingBox(), page.getByRole('main').boundingBox()]);
    expect((line?.y ?? Number.NaN) + (line?.height ?? 0)).toBeLessThanOrEqual(shown?.y ?? 0);
    await tickmark.zoom(1);
  });

  it('purges the archived audit once a whole pack was verified', async () => {
    await archived()
      .getByRole('button', { name: /^Open evidence/ })
      .click();
    await tickmark.choose({ save: whole });
    await button('Export evidence pack').click();
    await page.getByRole('status', { name: /pack/i }).getByText('whole.zip').first().waitFor();
    expect(await (await verify(whole)).innerText()).toContain('The pack is whole');
    await closeWithEscape();
    await goTo(/^Audits$/);
    await (await askToPurge()).getByRole('button', { name: 'Purge audit' }).click();
    await archived().waitFor({ state: 'detached' });
    expect(await callBridge(page, 'applications', 'list', { includeArchived: true })).toEqual([]);
    expect(tickmark.complaints).toEqual([]);
  });
});
