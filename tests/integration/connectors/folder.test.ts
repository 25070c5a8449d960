import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderDriver as driver } from '../../../main/connectors/folder/driver';
import { parseHeader, parseRecord } from '../../../main/evidence/evidence-format';
import { runTool } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;
const accessTo = (path: string, more = {}) => ({ configuration: { path, ...more }, secrets: {} });
const folders: string[] = [];

const newFolder = (files: Record<string, string> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-client-folder-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const rowsOf = (csv: Buffer) => {
  const [header = '', ...lines] = csv.toString().trimEnd().split('\n');
  const names = parseHeader(Buffer.from(header));
  return lines.map((line) => {
    const cells = parseRecord(Buffer.from(line));
    return Object.fromEntries(names.map((name, index) => [name, cells[index]]));
  });
};

const list = async (path: string, query = '', configuration = {}) => {
  const captured = await capture(driver, accessTo(path, configuration), query);
  return { ...captured, rows: rowsOf(captured.csv) };
};

describe('Document Folder evidence', () => {
  it('lists each file with size, dates, owner and the hash that sha256sum gives', async () => {
    const folder = newFolder({ 'b.txt': 'two', 'a/ü, "x".txt': 'Ünï', 'a/empty': '' });
    utimesSync(join(folder, 'b.txt'), 1_700_000_000, 1_700_000_000.5);
    const { result, rows } = await list(folder);
    expect(answerOf(result)).toEqual({ rowCount: 3, complete: true });
    expect(rows.map(({ path }) => path)).toEqual(['a/empty', 'a/ü, "x".txt', 'b.txt']);
    expect(rows[2]).toMatchObject({
      name: 'b.txt',
      kind: 'file',
      bytes: '3',
      modified: '2023-11-14T22:13:20.500Z',
      owner: userInfo().username,
      problem: null,
    });
    for (const { path, sha256 } of rows) {
      expect(sha256).toBe(
        execFileSync('sha256sum', [join(folder, path ?? '')])
          .toString()
          .replace(/^\\/, '')
          .slice(0, 64),
      );
    }
  });

  it('gives the same bytes on each run', async () => {
    const folder = newFolder({ 'z/1': 'a', 'Z/2': 'b', 'a b/3': 'c', 'ä/4': 'd' });
    const [first, second] = [await list(folder), await list(folder)];
    expect(first.csv.equals(second.csv)).toBe(true);
  });

  it('takes what the connector and the query both ask for', async () => {
    const folder = newFolder({ 'a.pdf': '', 'b.txt': '', 'old/c.pdf': '', 'old/d.txt': '' });
    const { rows } = await list(folder, 'old/**', { patterns: ['*.pdf'] });
    expect(rows.map(({ path }) => path)).toEqual(['old/c.pdf']);
  });

  it('lists links, also broken and circular ones, and follows none', async () => {
    const outside = newFolder({ secret: 'outside' });
    const folder = newFolder({ 'a.txt': 'a' });
    symlinkSync(outside, join(folder, 'away'));
    symlinkSync(folder, join(folder, 'circle'));
    symlinkSync('/nowhere', join(folder, 'broken'));
    const { result, rows } = await list(folder);
    expect(answerOf(result).complete).toBe(true);
    expect(rows.map(({ path, kind, sha256 }) => [path, kind, sha256 !== null])).toEqual([
      ['a.txt', 'file', true],
      ['away', 'link', false],
      ['broken', 'link', false],
      ['circle', 'link', false],
    ]);
  });

  it('lists pipes without waiting for them', async () => {
    const folder = newFolder();
    await runTool('mkfifo', [join(folder, 'pipe')]);
    const { rows } = await list(folder);
    expect(rows).toMatchObject([
      { path: 'pipe', kind: 'other', sha256: null, problem: expect.stringContaining('not opened') },
    ]);
  });

  it('keeps the times of the files as they were', async () => {
    const folder = newFolder({ 'a.txt': 'a' });
    const path = join(folder, 'a.txt');
    utimesSync(path, 1_000_000_000, 1_700_000_000);
    await list(folder);
    const { atimeMs, mtimeMs } = statSync(path);
    expect([atimeMs, mtimeMs]).toEqual([1_000_000_000_000, 1_700_000_000_000]);
  });

  it('holds a file larger than its memory for one piece', async () => {
    const text = 'x'.repeat(5_000_001);
    const { rows } = await list(newFolder({ large: text }));
    expect(rows[0]?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('stops at a limit and says so', async () => {
    const folder = newFolder({ 1: '', 2: '', 3: '' });
    const { result, sealed } = await capture(driver, accessTo(folder), '', { limits: { rows: 2, bytes: 1e9 } });
    expect(answerOf(result)).toEqual({ rowCount: 2, complete: false, truncatedBy: 'rows' });
    expect(sealed.rowCount).toBe(2);
  });

  it('stops when cancelled', async () => {
    const folder = newFolder(Object.fromEntries(Array.from({ length: 2_000 }, (_, number) => [`f${number}`, 'x'])));
    const cancel = new AbortController();
    const { result } = await capture(driver, accessTo(folder), '', {
      signal: cancel.signal,
      watch: (writer) => {
        const { writeRecord } = writer;
        writer.writeRecord = (record) => {
          if (writer.rowCount === 10) cancel.abort();
          return writeRecord(record);
        };
      },
    });
    expect(answerOf(result).complete).toBe(false);
  });
});

/** Runs as an account that may not read everything: the superuser may. */
describe.skipIf(process.getuid?.() !== 0)('Document Folder without permission', () => {
  const nobody = 65_534;
  const asNobody = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    process.seteuid?.(nobody);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  };

  it('lists unreadable files and folders with the reason, whatever the patterns, and is incomplete', async () => {
    const folder = newFolder({ 'a.txt': 'a', 'closed.txt': 'b', 'hidden/c.txt': 'c' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed.txt'), 0o600);
    chmodSync(join(folder, 'hidden'), 0o700);
    const evidence = newFolder();
    chownSync(evidence, nobody, nobody);
    const { result, rows } = await asNobody(() => list(folder, '*.txt'));
    expect(answerOf(result)).toMatchObject({
      rowCount: 3,
      complete: false,
      incompleteBecause: expect.stringContaining('2 files or folders could not be read'),
    });
    expect(rows.map(({ path, kind, sha256, problem }) => [path, kind, sha256 !== null, problem])).toEqual([
      ['a.txt', 'file', true, null],
      ['closed.txt', 'file', false, 'no permission to read it'],
      ['hidden', 'folder', false, 'no permission to read it'],
    ]);
  });

  it('says that the folder itself may not be read', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o700);
    expect(errorOf(await asNobody(() => driver.test(accessTo(folder), never)))).toMatchObject({
      code: 'CONNECTION_FAILED',
      reason: 'PERMISSION',
      message: expect.stringContaining(folder),
    });
  });
});

describe('Document Folder connection', () => {
  it('tells what it is, and whether it could be written', async () => {
    const folder = newFolder();
    const report = answerOf(await driver.test(accessTo(folder), never));
    expect(report).toMatchObject({ canWrite: true, readOnly: true, fingerprint: { path: folder } });
    expect(report.target).toContain(folder);
  });

  it.each([
    ['a missing folder', (folder: string) => join(folder, 'missing'), 'NO_DATABASE'],
    ['a file', (folder: string) => join(folder, 'a.txt'), 'PROTOCOL'],
  ])('refuses %s', async (_what, pathIn, reason) => {
    const path = pathIn(newFolder({ 'a.txt': '' }));
    const error = errorOf(await driver.test(accessTo(path), never));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', reason, message: expect.stringContaining(path) });
    expect(error.hint).toBeTruthy();
  });

  it('notices another folder at the same path, and reads nothing there', async () => {
    const folder = newFolder({ 'a.txt': '' });
    const before = answerOf(await driver.test(accessTo(folder), never));
    renameSync(folder, `${folder}-old`);
    folders.push(`${folder}-old`);
    mkdirSync(folder);
    const after = answerOf(await driver.test(accessTo(folder), never));
    expect(after.fingerprint).not.toEqual(before.fingerprint);
    const { result, csv } = await capture(driver, accessTo(folder), '', { accept: false });
    expect(errorOf(result).code).toBe('TARGET_CHANGED');
    expect(csv.length).toBe(0);
    expect(existsSync(join(folder, 'a.txt'))).toBe(false);
  });

  it('describes the columns', async () => {
    const tables = answerOf(await driver.describeSchema(accessTo(newFolder()), never));
    expect(tables[0]?.columns.map(({ name }) => name)).toContain('sha256');
  });

  it('writes nothing beside the files', async () => {
    const folder = newFolder({ 'a.txt': 'a' });
    await list(folder);
    expect(execFileSync('ls', ['-A', folder]).toString()).toBe('a.txt\n');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('a');
  });
});
