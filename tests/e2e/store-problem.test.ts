import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db';
import { tryBridge } from '../support/bridge-calls';
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
    const { mkdirSync, copyFileSync } = await import('node:fs');
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
