import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTickmark, type TickmarkWindow } from '../support/window';

describe('the user guide in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-help-'));
  let tickmark: TickmarkWindow;

  beforeAll(async () => {
    tickmark = await openTickmark({ dataFolder: join(folder, 'data') });
    await tickmark.page.getByRole('button', { name: 'New audit' }).first().waitFor();
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens with F1, is searched and read by keyboard, and closes with Escape', async () => {
    const { page } = tickmark;
    await page.keyboard.press('F1');
    const guide = page.getByRole('dialog', { name: 'User guide' });
    await guide.getByRole('article', { name: 'First minutes' }).waitFor();
    await page.keyboard.type('grant mariadb');
    await guide.getByText('section found').or(guide.getByText('sections found')).waitFor();
    const result = guide.getByRole('button', { name: /^MySQL and MariaDB/ });
    await result.focus();
    await page.keyboard.press('Enter');
    await guide.getByText("GRANT SELECT ON audit.* TO 'auditor'@'%';").first().waitFor();
    await guide.getByRole('button', { name: 'Back to what was found for “grant mariadb”' }).click();
    await result.waitFor();
    await page.keyboard.press('Escape');
    await guide.waitFor({ state: 'hidden' });
    expect(tickmark.complaints).toEqual([]);
  });
});
