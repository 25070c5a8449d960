import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealedLength } from '../../../../main/evidence/evidence-file';
import { type Cell, parseRecord } from '../../../../main/evidence/evidence-format';
import { loadIndex, saveIndex } from '../../../../main/evidence/evidence-index';
import { exportSample, sampleRowNumbers, sampleRows } from '../../../../main/evidence/views/sample';
import { changeCell, expectSuccess, randomRows, temporaryFolder, writeEvidence } from '../support';

const documented = () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../../docs/guide/06-evidence-pack.md'), 'utf8');
  const script = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const file = join(temporaryFolder(), 'draw.mjs');
  writeFileSync(file, script);
  return (...input: (string | number)[]) =>
    execFileSync(process.execPath, [file, ...input.map(String)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
};

const sealRows = async (rows: Cell[][]) => {
  const { file, sealed } = await writeEvidence(temporaryFolder(), rows);
  return { file, sha256: sealed.sha256 ?? '' };
};

describe('a sample', () => {
  it.each([
    ['random', 'Q2CA2025', 25, 1_000],
    ['random', 'Zürich, 30 June', 60, 61],
    ['random', '7', 1, 10_000_000],
    ['systematic', 'Q2CA2025', 25, 1_000],
    ['systematic', 'ß', 7, 100],
    ['systematic', '7', 9_999, 10_000],
  ] as const)(
    '%s with seed %s, %i of %i rows, is what the documented script draws',
    (method, seed, size, population) => {
      const drawn = sampleRowNumbers({ method, seed, size }, population);
      expect(drawn).toEqual(documented()(method, seed, size, population));
      expect(new Set(drawn).size).toBe(size);
      expect(drawn.every((row) => row >= 1 && row <= population)).toBe(true);
    },
  );

  it('takes every row equally often over many seeds', () => {
    const counts = { random: new Array(20).fill(0), systematic: new Array(20).fill(0) };
    for (const method of ['random', 'systematic'] as const) {
      for (let seed = 0; seed < 4_000; seed += 1) {
        for (const row of sampleRowNumbers({ method, seed: String(seed), size: 5 }, 20)) counts[method][row - 1] += 1;
      }
      // 1,000 expected, with a standard deviation of some 27.
      for (const count of counts[method]) expect(Math.abs(count - 1_000)).toBeLessThan(140);
    }
  });

  it('is all rows where it is as large as the evidence, and none of none', () => {
    expect(sampleRowNumbers({ method: 'random', seed: 'x', size: 9 }, 3)).toEqual([1, 2, 3]);
    expect(sampleRowNumbers({ method: 'systematic', seed: 'x', size: 9 }, 0)).toEqual([]);
  });

  it('reads the rows that were drawn, near each other or far apart', async () => {
    const rows = randomRows(5, 30_000, 6);
    const { file, sha256 } = await sealRows(rows);
    for (const size of [1, 3, 500, 29_000]) {
      const sample = expectSuccess(await sampleRows({ file, sha256, size, seed: 'a', method: 'random' }));
      expect(sample.population).toBe(30_000);
      expect(sample.rows.length).toBe(size);
      for (const { rowNumber, cells } of sample.rows) expect(cells).toEqual(rows[rowNumber - 1]);
    }
  });

  it('is exported with its rows’ numbers, as the hash tells, and leaves nothing else behind', async () => {
    const folder = temporaryFolder();
    const rows = [
      ['1', null],
      ['2', ''],
      ['3', 'a,b'],
    ];
    const { file, sha256 } = await sealRows(rows);
    const target = join(folder, 'sample.csv');
    const written = expectSuccess(await exportSample({ file, sha256, size: 3, seed: 'a', method: 'random', target }));
    const bytes = readFileSync(target);
    expect(bytes.toString()).toBe('row_number,column 1,column 2\n1,1,\n2,2,""\n3,3,"a,b"\n');
    expect(written).toEqual({ rows: 3, population: 3, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(readdirSync(folder)).toEqual(['sample.csv']);
    expect(parseRecord(Buffer.from('3,3,"a,b"'))).toEqual(['3', '3', 'a,b']);
  });

  it('is drawn only from the bytes that were sealed, also after it was drawn from them once', async () => {
    const { file, sha256 } = await sealRows([['1'], ['2'], ['3']]);
    const asked = { file, sha256, size: 2, seed: 'a', method: 'random' } as const;
    const target = join(temporaryFolder(), 'sample.csv');
    const sealed = expectSuccess(await sampleRows(asked));
    changeCell(file, '2', '7');
    expect(await sampleRows(asked)).toMatchObject({ ok: false, error: { code: 'EVIDENCE_DAMAGED' } });
    expect(await exportSample({ ...asked, target })).toMatchObject({ ok: false, error: { code: 'EVIDENCE_DAMAGED' } });
    expect(existsSync(target)).toBe(false);
    changeCell(file, '7', '2');
    expect(expectSuccess(await sampleRows(asked))).toEqual(sealed);
  });

  it('is drawn from all rows, whatever the index beside them says', async () => {
    const { file, sha256 } = await sealRows([['1'], ['2'], ['3']]);
    const shorter = await sealRows([['1']]);
    const index = await loadIndex(shorter.file, await sealedLength(shorter.file));
    if (index) await saveIndex(file, { ...index, bytes: await sealedLength(file) });
    const sample = expectSuccess(await sampleRows({ file, sha256, size: 9, seed: 'a', method: 'random' }));
    expect(sample.population).toBe(3);
  });

  it('says where it could not be written', async () => {
    const { file, sha256 } = await sealRows([['1']]);
    const target = join(temporaryFolder(), 'missing', 'sample.csv');
    expect(await exportSample({ file, sha256, size: 1, seed: 'a', method: 'random', target })).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL', message: expect.stringContaining('sample.csv') },
    });
  });
});
