import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePack } from '../../../main/evidence/pack';
import { verifyPack } from '../../../scripts/verify-pack.mjs';
import { packInput, writeGoodPack } from './pack-support';
import { expectSuccess, temporaryFolder } from './support';

const filesBeside = (target: string) => readdirSync(dirname(target)).filter((name) => name.includes('pack'));

describe('writePack', () => {
  it('writes a zip that unzip and sha256sum accept', async () => {
    const { input, report } = await writeGoodPack();
    const folder = join(dirname(input.target), 'unpacked');
    mkdirSync(folder);
    execFileSync('unzip', ['-t', input.target]);
    execFileSync('unzip', ['-q', input.target, '-d', folder]);
    execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, stdio: 'pipe' });
    expect(report).toEqual({
      fileName: 'pack.zip',
      files: 10,
      sha256: createHash('sha256').update(readFileSync(input.target)).digest('hex'),
    });
    for (const { name, file } of input.evidence) {
      expect(readFileSync(join(folder, 'evidence', name)).equals(readFileSync(file))).toBe(true);
    }
  });

  it('writes a pack that verify-pack accepts, given as a path and as bytes', async () => {
    const { input } = await writeGoodPack();
    const verified = await verifyPack(input.target);
    expect(verified.problems).toEqual([]);
    expect(verified).toMatchObject({ valid: true, checked: { files: 10, executions: 3, rows: 400, entries: 7 } });
    expect(await verifyPack(readFileSync(input.target))).toEqual(verified);
  });

  it('gives the same bytes for the same input, in any time zone', async () => {
    const { input, report } = await writeGoodPack();
    const before = process.env.TZ;
    process.env.TZ = 'America/St_Johns';
    try {
      const again = expectSuccess(await writePack({ ...input, target: join(dirname(input.target), 'again.zip') }));
      expect(again.sha256).toBe(report.sha256);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('takes documents that arrive in pieces', async () => {
    const input = await packInput(temporaryFolder());
    const documents = input.documents.map(({ name, content }) => ({
      name,
      content: (async function* () {
        for (let start = 0; start < content.length; start += 100) yield content.slice(start, start + 100);
      })(),
    }));
    expectSuccess(await writePack({ ...input, documents }));
    expect((await verifyPack(input.target)).problems).toEqual([]);
  });

  it('reports progress up to the last byte', async () => {
    const input = await packInput(temporaryFolder());
    const seen: { bytes: number; totalBytes: number }[] = [];
    expectSuccess(await writePack({ ...input, onProgress: (progress) => seen.push(progress) }));
    const totalBytes = input.executions.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(seen.at(-1)).toEqual({ bytes: totalBytes, totalBytes });
  });

  it('refuses evidence that is not what was sealed and leaves no pack behind', async () => {
    const input = await packInput(temporaryFolder());
    const [, changed] = input.evidence;
    if (!changed) throw new Error('The pack needs a second evidence file.');
    chmodSync(changed.file, 0o600);
    writeFileSync(changed.file, Buffer.concat([readFileSync(changed.file), Buffer.from('x,y,z\n')]));
    const result = await writePack(input);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'EVIDENCE_DAMAGED', message: expect.stringContaining('2.csv') },
    });
    expect(filesBeside(input.target)).toEqual([]);
  });

  it('refuses a pack whose evidence is missing and leaves an older pack as it is', async () => {
    const { input } = await writeGoodPack();
    const older = readFileSync(input.target);
    rmSync(input.evidence[0]?.file ?? '');
    expect(await writePack(input)).toMatchObject({ ok: false, error: { code: 'EVIDENCE_DAMAGED' } });
    expect(readFileSync(input.target).equals(older)).toBe(true);
    expect(filesBeside(input.target)).toEqual(['pack.zip']);
  });

  it('ends when cancelled and leaves no pack behind', async () => {
    const input = await packInput(temporaryFolder());
    const abort = new AbortController();
    const result = await writePack({ ...input, signal: abort.signal, onProgress: () => abort.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(filesBeside(input.target)).toEqual([]);
  });

  it('answers a failure that names the folder it may not write to', async () => {
    const input = await packInput(temporaryFolder());
    const target = join(dirname(input.target), 'missing', 'pack.zip');
    const result = await writePack({ ...input, target });
    expect(result).toMatchObject({ ok: false, error: { code: 'INTERNAL', message: expect.stringContaining(target) } });
  });

  it('says DISK_FULL where the pack does not fit', async () => {
    const input = await packInput(temporaryFolder());
    const target = join(dirname(input.target), 'full.zip');
    execFileSync('ln', ['-s', '/dev/full', `${target}.partial`]);
    expect(await writePack({ ...input, target })).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
    expect(existsSync(target)).toBe(false);
  });
});
