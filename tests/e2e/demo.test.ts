import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/store';
import { projectFolder } from '../support/window';

interface Summary {
  ok: boolean;
  steps: { name: string; ok: boolean; detail: string }[];
  complaints: string[];
}

it('walks the guided demo from the start page to a verified evidence pack', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  // A step that did not hold ends it with 1: which one, the summary tells.
  await promisify(execFile)(process.execPath, ['scripts/demo-walk.mjs', `--into=${folder}`], {
    cwd: projectFolder,
  }).catch(() => undefined);
  const summary: Summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
  expect(summary.steps.filter(({ ok }) => !ok)).toEqual([]);
  expect(summary.steps.length).toBeGreaterThan(15);
  expect(summary).toMatchObject({ ok: true, complaints: [] });
});
