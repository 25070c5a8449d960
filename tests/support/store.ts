import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openStore } from '../../db';

/** A folder of the test's own, gone when it ends. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A new store in a folder of its own, closed and gone when the test ends. */
export const openTestStore = (): { db: Database; file: string } => {
  const file = join(temporaryFolder(), 'tickmark.db');
  const opened = openStore(file);
  if (opened.state !== 'ready') throw new Error(opened.message);
  onTestFinished(() => {
    opened.db.close();
  });
  return { db: opened.db, file };
};
