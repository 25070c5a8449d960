import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBatchedOutput } from '../../../main/evidence/batched-output';
import { clearOutput } from '../../../main/evidence/evidence-bytes';
import { recordText } from '../../../main/evidence/evidence-format';
import { readRows } from '../../../main/evidence/evidence-reader';
import { createEvidenceWriter } from '../../../main/evidence/evidence-writer';
import type { TickmarkError } from '../../../preload/contract';
import {
  expectSuccess,
  openWriter,
  randomRows,
  seededRandom,
  temporaryFolder,
  textColumns,
  unlimited,
  writeEvidence,
} from './support';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('createEvidenceWriter', () => {
  it('writes the header and the rows, and seals them with their hash', async () => {
    const folder = temporaryFolder();
    const rows = randomRows(1, 500, 4);
    const { file, sealed } = await writeEvidence(folder, rows);
    const expected = [['column 1', 'column 2', 'column 3', 'column 4'], ...rows].map(recordText).join('');
    expect(readFileSync(file, 'utf8')).toBe(expected);
    expect(sealed).toEqual({
      sha256: sha256(Buffer.from(expected)),
      bytes: Buffer.byteLength(expected),
      rowCount: 500,
      columns: textColumns(4),
      limitReached: undefined,
    });
  });

  it('leaves a read-only file, its index and nothing else', async () => {
    const folder = temporaryFolder();
    const { file } = await writeEvidence(folder, [['a']]);
    expect(readdirSync(folder).sort()).toEqual(['result.csv', 'result.csv.index']);
    expect(statSync(file).mode & 0o777).toBe(0o400);
  });

  it('hashes every batch, the last one too, with rows larger than a batch among them', async () => {
    const folder = temporaryFolder();
    const rows = [['x'.repeat(700_000)], ['small'], ['ü'.repeat(400_000)], ['y'.repeat(300_000)], ['last']];
    const { file, sealed } = await writeEvidence(folder, rows);
    expect(sealed.sha256).toBe(sha256(readFileSync(file)));
    expect(sealed.bytes).toBe(statSync(file).size);
    expect(expectSuccess(await readRows(file, { offset: 0, limit: 10 })).rows).toEqual(rows);
  });

  it('takes records that are CSV already, and copies them at once', async () => {
    const folder = temporaryFolder();
    const writer = await openWriter({ folder });
    writer.begin(textColumns(2));
    const memory = Buffer.from('1,"a\nb"\n');
    writer.writeRecord(memory);
    memory.fill('x');
    writer.writeRecord(Buffer.alloc(600_000, 'y').fill(',', 5, 6).fill('\n', 599_999));
    expect(await writer.seal()).toMatchObject({ rowCount: 2 });
    expect(readFileSync(join(folder, 'result.csv'), 'utf8')).toMatch(/^column 1,column 2\n1,"a\nb"\nyyyyy,y+\n$/);
  });

  it('puts the header on the disk before any row', async () => {
    const folder = temporaryFolder();
    const writer = await openWriter({ folder });
    writer.begin(textColumns(2));
    const partial = join(folder, 'result.csv.partial');
    await vi.waitFor(() => expect(readFileSync(partial, 'utf8')).toBe('column 1,column 2\n'));
    await writer.seal();
  });

  it('puts the rows of a slow result on the disk without waiting for a full batch', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = temporaryFolder();
    const writer = await openWriter({ folder });
    writer.begin(textColumns(1));
    writer.writeRow(['slow']);
    const partial = join(folder, 'result.csv.partial');
    await vi.waitFor(() => {
      vi.advanceTimersByTime(1_000);
      expect(readFileSync(partial, 'utf8')).toBe('column 1\nslow\n');
    });
    await writer.seal();
  });

  it('seals an empty result as its header', async () => {
    const folder = temporaryFolder();
    const writer = await openWriter({ folder });
    writer.begin(textColumns(3));
    expect(await writer.seal()).toMatchObject({ rowCount: 0, sha256: expect.any(String) });
    expect(readFileSync(join(folder, 'result.csv'), 'utf8')).toBe('column 1,column 2,column 3\n');
  });

  it('leaves no file where the run ended before its columns were known', async () => {
    const folder = temporaryFolder();
    const writer = await openWriter({ folder });
    expect(await writer.seal()).toMatchObject({ sha256: null, bytes: 0, rowCount: 0, columns: [] });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['result.csv', 'result.csv.partial'])('refuses to write where %s is already', async (existing) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, existing), 'kept');
    const result = await createEvidenceWriter({ folder, name: 'result', limits: unlimited });
    expect(result).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(readFileSync(join(folder, existing), 'utf8')).toBe('kept');
  });

  it('answers a failure where the folder is missing', async () => {
    const folder = join(temporaryFolder(), 'gone');
    const result = await createEvidenceWriter({ folder, name: 'result', limits: unlimited });
    expect(result).toMatchObject({ ok: false, error: { code: 'INTERNAL', message: expect.stringContaining(folder) } });
  });

  it('throws at a row of another width: that is a bug of a driver', async () => {
    const writer = await openWriter({ folder: temporaryFolder() });
    writer.begin(textColumns(2));
    expect(() => writer.writeRow(['only one'])).toThrow('1 cells for 2 columns');
    await writer.seal();
  });
});

describe('limits', () => {
  it('keeps exactly the limit of rows and says so only when there was one more', async () => {
    const folder = temporaryFolder();
    const writer = await openWriter({ folder, limits: { rows: 3, bytes: unlimited.bytes } });
    writer.begin(textColumns(1));
    for (const cell of ['1', '2', '3']) expect(writer.writeRow([cell])).toBe(true);
    expect(writer.limitReached).toBeUndefined();
    expect(writer.writeRow(['4'])).toBe(false);
    expect(writer.limitReached).toBe('rows');
    await writer.drained();
    expect(await writer.seal()).toMatchObject({ rowCount: 3, limitReached: 'rows' });
  });

  it('keeps whole rows up to the limit of bytes, and no later row that would fit again', async () => {
    const folder = temporaryFolder();
    const header = Buffer.byteLength('column 1\n');
    const writer = await openWriter({ folder, limits: { rows: unlimited.rows, bytes: header + 7 } });
    writer.begin(textColumns(1));
    expect(writer.writeRow(['üü'])).toBe(true);
    expect(writer.writeRecord(Buffer.from('abc\n'))).toBe(false);
    expect(writer.writeRow(['a'])).toBe(false);
    expect(await writer.seal()).toMatchObject({ rowCount: 1, limitReached: 'bytes', bytes: header + 5 });
  });

  it('fills the limit of bytes to the last byte', async () => {
    const header = Buffer.byteLength('column 1\n');
    const writer = await openWriter({ folder: temporaryFolder(), limits: { rows: 9, bytes: header + 5 } });
    writer.begin(textColumns(1));
    expect(writer.writeRow(['üü'])).toBe(true);
    expect(await writer.seal()).toMatchObject({ rowCount: 1, limitReached: undefined, bytes: header + 5 });
  });
});

describe('back-pressure', () => {
  /** A real file whose writes wait until they are let through, one by one. */
  const slowFile = async (folder: string) => {
    const handle = await open(join(folder, 'slow'), 'wx');
    const held: (() => void)[] = [];
    const write = handle.write.bind(handle);
    handle.write = (async (bytes: Buffer, offset: number, length: number) => {
      await new Promise<void>((resolve) => held.push(resolve));
      // Half of it, as a disk may: the rest has to be asked for again.
      return write(bytes, offset, Math.ceil(length / 2));
    }) as typeof handle.write;
    return { handle, letOneThrough: () => vi.waitFor(() => expect(held.shift()?.()).toBe(undefined)), held };
  };

  /** Appends until the output is full, chunks that all differ; answers their bytes. */
  const fill = (output: ReturnType<typeof createBatchedOutput>, seed = 1): Buffer => {
    const random = seededRandom(seed);
    const chunks: Buffer[] = [];
    while (!output.full) {
      const chunk = Buffer.alloc(100_000, String(random()));
      output.appendBytes(chunk);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };

  it('is full while the disk is slow and has room again once it has caught up', async () => {
    const folder = temporaryFolder();
    const { handle, held } = await slowFile(folder);
    const output = createBatchedOutput(clearOutput(handle), { onFailure: () => {} });
    const first = fill(output);
    expect(first.length).toBeGreaterThan(4_000_000);
    expect(first.length).toBeLessThan(5_000_000);
    let room = false;
    const drained = output.drained().then(() => {
      room = true;
    });
    await vi.waitFor(() => expect(held).toHaveLength(1));
    expect(room).toBe(false);
    const pump = setInterval(() => held.shift()?.(), 0);
    onTestFinished(() => clearInterval(pump));
    await drained;
    expect(output.full).toBe(false);
    const second = fill(output, 2);
    const hash = await output.finish();
    const written = readFileSync(join(folder, 'slow'));
    expect(written.equals(Buffer.concat([first, second]))).toBe(true);
    expect(hash).toBe(sha256(written));
  });

  it('lets nobody wait for the disk once the run is aborted', async () => {
    const { handle, held } = await slowFile(temporaryFolder());
    const abort = new AbortController();
    const output = createBatchedOutput(clearOutput(handle), { onFailure: () => {}, signal: abort.signal });
    fill(output);
    const drained = output.drained();
    abort.abort();
    await drained;
    expect(output.full).toBe(false);
    const pump = setInterval(() => held.shift()?.(), 0);
    onTestFinished(() => clearInterval(pump));
    await output.finish();
  });

  it('lets nobody wait for a disk that failed', async () => {
    const handle = await open('/dev/full', 'w');
    const failures: unknown[] = [];
    const output = createBatchedOutput(clearOutput(handle), { onFailure: (error) => failures.push(error) });
    fill(output);
    await output.drained();
    expect(await output.finish()).toBeUndefined();
    expect(failures).toMatchObject([{ code: 'ENOSPC' }]);
  });
});

describe('a full disk', () => {
  /** A disk of one megabyte; undefined where this user may not mount one. */
  const mountSmallDisk = (): string | undefined => {
    const folder = join(temporaryFolder(), 'disk');
    mkdirSync(folder);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      return undefined;
    }
    onTestFinished(() => void execFileSync('umount', [folder]));
    return folder;
  };

  it('keeps and seals the whole rows that fitted, and says DISK_FULL', async ({ skip }) => {
    const folder = mountSmallDisk();
    if (!folder) return skip('needs the right to mount a small disk');
    const failures: TickmarkError[] = [];
    const writer = await openWriter({ folder, onFailure: (error) => failures.push(error) });
    writer.begin(textColumns(2));
    const row = ['some, quoted text', 'more text'];
    while (failures.length === 0) if (!writer.writeRow(row)) await writer.drained();
    const taken = writer.rowCount;
    writer.writeRow(row);
    expect(writer.rowCount).toBe(taken);
    const sealed = await writer.seal();
    expect(failures).toMatchObject([{ code: 'DISK_FULL' }]);
    expect(sealed.error).toEqual(failures[0]);
    const bytes = readFileSync(join(folder, 'result.csv'));
    expect(sealed).toMatchObject({ sha256: sha256(bytes), bytes: bytes.length, columns: textColumns(2) });
    expect(bytes.length).toBeGreaterThan(900_000);
    expect(sealed.rowCount).toBeLessThan(taken);
    expect(bytes.toString()).toBe(`column 1,column 2\n${recordText(row).repeat(sealed.rowCount)}`);
    const page = expectSuccess(await readRows(join(folder, 'result.csv'), { offset: sealed.rowCount - 1, limit: 5 }));
    expect(page).toMatchObject({ rows: [row], total: sealed.rowCount });
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
