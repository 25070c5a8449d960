/** docs/adding-a-tool-type.md is true: its example, taken as it stands there, keeps the contract of every tool type. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const copied = [
  'main',
  'preload',
  'renderer',
  'db',
  'scripts',
  'tests',
  'package.json',
  'tsconfig.json',
  'vitest.config.mts',
];
const copy = mkdtempSync(join(tmpdir(), 'tickmark-documented-example-'));

/** Blocks of code behind a line that holds nothing but a path. */
const blocks = [
  ...readFileSync(join(project, 'docs/adding-a-tool-type.md'), 'utf8').matchAll(
    /^`([\w./-]+)`\n\n```(ts|diff)\n(.*?)^```$/gms,
  ),
].map(([, path = '', kind = '', text = '']) => ({ path, kind, text }));

/** Puts each line with a plus behind the line that stands before it. */
const applyAdditions = (text: string, diff: string): string => {
  const lines = diff.split('\n');
  return lines.reduce((changed, line, index) => {
    if (!line.startsWith('+')) return changed;
    const before = `${lines[index - 1]?.slice(1)}\n`;
    if (!changed.includes(before)) throw new Error(`The registry has no line “${before.trim()}”.`);
    return changed.replace(before, `${before}${line.slice(1)}\n`);
  }, text);
};

const runInCopy = (program: string, args: string[]): Promise<{ code: number; printed: string }> =>
  new Promise((settle) => {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
    const path = join(project, 'node_modules/.bin', program);
    const options = { cwd: copy, env: Object.fromEntries(own), maxBuffer: 10_000_000 };
    execFile(path, args, options, (error, stdout, stderr) =>
      settle({ code: Number(error?.code ?? 0), printed: `${stdout}${stderr}` }),
    );
  });

beforeAll(() => {
  for (const name of copied) cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  for (const { path, kind, text } of blocks) {
    const file = join(copy, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, kind === 'diff' ? applyAdditions(readFileSync(file, 'utf8'), text) : text);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the example of docs/adding-a-tool-type.md', () => {
  it('touches one folder, the registry and one harness', () => {
    expect(blocks.map(({ path }) => path)).toEqual([
      'main/connectors/logfile/index.ts',
      'main/connectors/logfile/driver.ts',
      'main/connectors/registry.ts',
      'tests/contract/types/log-file.test.ts',
    ]);
  });

  it('has no mistake in its types', async () => {
    const { printed } = await runInCopy('tsc', ['--noEmit']);
    expect(printed.split('\n').filter((line) => /log-?file|registry/.test(line))).toEqual([]);
  });

  it('keeps the contract', { timeout: 120_000 }, async () => {
    const { code, printed } = await runInCopy('vitest', [
      'run',
      '--project=contract',
      'tests/contract/types/log-file.test.ts',
    ]);
    expect([code, printed]).toEqual([0, expect.stringContaining('many rows')]);
  });
});
