import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callBridge } from '../support/bridge-calls';
import { openTickmark, projectFolder, type TickmarkWindow } from '../support/window';

const pictures = join(projectFolder, 'out/protection');

describe('encryption and lock in the window', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-protection-'));
  let tickmark: TickmarkWindow;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    tickmark = await openTickmark({ dataFolder });
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  let recoveryCode = '';

  it('is turned on with a passphrase, and shows the recovery code until it is written down', async () => {
    const { page } = tickmark;
    await page.evaluate(() => window.tickmark.applications.create({ auditName: 'Q2', name: 'Stark', ciId: 'CI1' }));
    await page.getByRole('button', { name: 'Preferences' }).click();
    await page.getByLabel('Passphrase (optional)').fill('correct horse');
    await page.screenshot({ path: join(pictures, 'off.png') });
    await page.getByRole('button', { name: 'Encrypt store and evidence' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your recovery code' });
    await dialog.waitFor();
    recoveryCode = (await dialog.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).textContent()) ?? '';
    await page.screenshot({ path: join(pictures, 'code.png') });
    expect(await dialog.getByRole('button', { name: 'Close' }).isDisabled()).toBe(true);
    await dialog.getByLabel('I have written it down').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Turn encryption off' }).waitFor();
    await page.screenshot({ path: join(pictures, 'on.png') });
  });

  it('locks: nothing of the audit is to be seen or asked, until the passphrase is given', async () => {
    const { page } = tickmark;
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByRole('heading', { name: 'Tickmark is locked' }).waitFor();
    await page.screenshot({ path: join(pictures, 'locked.png') });
    expect(await page.getByText('Stark').count()).toBe(0);
    expect(await page.evaluate(() => window.tickmark.applications.list())).toMatchObject({ error: { code: 'LOCKED' } });
    await page.getByLabel('Passphrase').fill('wrong horse');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the passphrase.').first().waitFor();
    await page.getByLabel('Passphrase').fill('correct horse');
    await page.keyboard.press('Enter');
    await page.getByText('Stark').first().waitFor();
  });

  it('is locked in the language and the theme that were chosen', async () => {
    const { page } = tickmark;
    await callBridge(page, 'preferences', 'set', { language: 'de', theme: 'dark' });
    // The tests' own idea of what the system asks for would win over what main sets.
    await page.emulateMedia({ colorScheme: null });
    await callBridge(page, 'app', 'lock');
    await page.getByRole('heading', { name: 'Tickmark ist gesperrt' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await callBridge(page, 'app', 'unlock', { passphrase: 'correct horse' });
  });

  it('speaks the chosen language from the start, and opens with the recovery code after a restart', async () => {
    const { keychainService } = tickmark;
    await tickmark.close();
    tickmark = await openTickmark({ dataFolder, keychainService });
    const { page } = tickmark;
    // Chromium writes the dates of its fields in this language.
    expect(await tickmark.app.evaluate(({ app }) => app.getLocale())).toBe('de');
    await page.getByRole('button', { name: 'Wiederherstellungscode verwenden' }).click();
    await page.getByLabel('Wiederherstellungscode').fill(recoveryCode);
    await page.keyboard.press('Enter');
    await page.getByText('Stark').first().waitFor();
    expect(tickmark.complaints).toEqual([]);
  });
});
