import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAuditEntry, openStore } from '../../db';
import { callBridge, tryBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

describe('a store that can’t be used', () => {
  let dataFolder: string;
  let file: string;
  let tickmark: TickmarkWindow | undefined;

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-problem-'));
    file = join(dataFolder, 'tickmark.db');
  });

  afterEach(async () => {
    await tickmark?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('from a newer version is explained in the window and left untouched', async () => {
    const opened = openStore(file);
    if (opened.state !== 'ready') throw new Error(opened.message);
    opened.db
      .prepare(
        "INSERT INTO schema_migrations (version, name, checksum, applied_at) VALUES (99990, 'future', 'x', 'now')",
      )
      .run();
    opened.db.close();
    const before = readFileSync(file);

    tickmark = await openTickmark({ dataFolder });
    await tickmark.page
      .getByText(/newer Tickmark/)
      .first()
      .waitFor();
    expect(await tryBridge(tickmark.page, 'applications', 'list')).toMatchObject({
      ok: false,
      error: { code: 'STORE_UNAVAILABLE' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  /** As if Tickmark had made an audit of that name and written it down. */
  const makeAudit = async (name: string) => {
    const opened = openStore(file);
    if (opened.state !== 'ready') throw new Error(opened.message);
    opened.db
      .prepare(
        "INSERT INTO applications (audit_name, name, ci_id, created_at) VALUES ('Q2', ?, 'CI1', '2025-01-01T00:00:00.000Z')",
      )
      .run(name);
    appendAuditEntry(opened.db, { actor: 'ada', action: 'application.created', subject: name, details: {} });
    // The head of the log is written once the caller's turn is over.
    await Promise.resolve();
    opened.db.close();
  };

  it('lacks changes that were acknowledged: it is said, one can go on without them, and the log tells so', async () => {
    await makeAudit('Kept');
    const older = readFileSync(file);
    await makeAudit('Lost');
    writeFileSync(file, older);

    tickmark = await openTickmark({ dataFolder });
    const { page } = tickmark;
    await page.getByRole('heading', { name: 'The audit log lacks entries that were acknowledged' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/lacks 1 entry at its end.*It was left as it is/);
    expect(await page.getByRole('main').innerText()).toContain('close Tickmark and put it back');
    expect(readFileSync(file).equals(older)).toBe(true);
    await page.getByRole('button', { name: 'Go on without them' }).click();
    const rail = page.getByRole('navigation', { name: 'Main' });
    await rail.getByText('Kept').waitFor();
    expect((await callBridge(page, 'applications', 'list')).map(({ name }) => name)).toEqual(['Kept']);
    await rail.getByRole('button', { name: 'Audit log' }).click();
    await page.getByText(/Went on although acknowledged entries before this one are missing/).waitFor();
  });

  it('that is damaged is explained in the window, left untouched, and can be replaced by a backup', async () => {
    const opened = openStore(file);
    if (opened.state !== 'ready') throw new Error(opened.message);
    opened.db
      .prepare(
        "INSERT INTO applications (audit_name, name, ci_id, created_at) VALUES ('Kept', 'n', 'CI1', '2025-01-01T00:00:00.000Z')",
      )
      .run();
    opened.db.close();
    const backups = join(dataFolder, 'backups');
    mkdirSync(backups);
    copyFileSync(file, join(backups, 'before-migration-2025.db'));
    writeFileSync(file, 'this was a store once '.repeat(500));

    tickmark = await openTickmark({ dataFolder });
    await tickmark.page
      .getByRole('button', { name: /restore/i })
      .first()
      .click();
    await tickmark.page
      .getByRole('dialog')
      .getByRole('button', { name: /restore/i })
      .click();
    await tickmark.page.getByText('Kept').first().waitFor();
    expect(new SqliteDatabase(file, { readonly: true }).pragma('quick_check', { simple: true })).toBe('ok');
  });
});
