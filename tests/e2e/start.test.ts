import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTickmark, type TickmarkWindow } from '../support/window';

describe('the window', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-window-'));
  let tickmark: TickmarkWindow;

  beforeAll(async () => {
    tickmark = await openTickmark({ dataFolder });
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('offers the demo audit and a new audit on the first start', async () => {
    const { page } = tickmark;
    await page.getByRole('button', { name: 'Open the demo audit' }).waitFor();
    await page.getByRole('button', { name: 'New audit' }).first().waitFor();
    expect(tickmark.complaints).toEqual([]);
  });
});
