import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordText } from '../../../main/evidence/evidence-format';
import { readRows } from '../../../main/evidence/evidence-reader';
import { recoverEvidence } from '../../../main/evidence/evidence-recovery';
import { expectSuccess, randomRows, temporaryFolder, writeEvidence } from './support';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const empty = { sha256: null, bytes: 0, rowCount: 0, columns: [] };

/** What a crash leaves: a partial of these bytes. */
const leavePartial = (bytes: Buffer | string, folder = temporaryFolder()) => {
  writeFileSync(join(folder, 'result.csv.partial'), bytes);
  return folder;
};

describe('recoverEvidence', () => {
  it('keeps exactly the whole rows at every byte where a crash may cut the file', async () => {
    const columns = ['id', 'na"me'];
    const rows = randomRows(11, 12, 2);
    const records = [columns, ...rows].map((row) => Buffer.from(recordText(row)));
    const whole = Buffer.concat(records);
    const parent = temporaryFolder();
    for (let length = 0; length <= whole.length; length += 1) {
      const folder = join(parent, String(length));
      mkdirSync(folder);
      leavePartial(whole.subarray(0, length), folder);
      const ends = records.map((_, index) => Buffer.concat(records.slice(0, index + 1)).length);
      const kept = ends.filter((end) => end <= length);
      const recovered = expectSuccess(await recoverEvidence(folder, 'result'));
      if (kept.length === 0) {
        expect(recovered).toEqual(empty);
        expect(readdirSync(folder)).toEqual([]);
        continue;
      }
      const bytes = whole.subarray(0, kept.at(-1));
      expect(recovered).toEqual({ sha256: sha256(bytes), bytes: bytes.length, rowCount: kept.length - 1, columns });
      expect(readFileSync(join(folder, 'result.csv')).equals(bytes)).toBe(true);
      const page = expectSuccess(await readRows(join(folder, 'result.csv'), { offset: 0, limit: 100 }));
      expect(page).toEqual({ columns, rows: rows.slice(0, kept.length - 1), total: kept.length - 1 });
    }
  });

  it('seals what it kept: final name, read-only, with its index', async () => {
    const folder = leavePartial('a\n1\n2');
    await recoverEvidence(folder, 'result');
    expect(readdirSync(folder).sort()).toEqual(['result.csv', 'result.csv.index']);
    expect(statSync(join(folder, 'result.csv')).mode & 0o777).toBe(0o400);
  });

  it('answers empty where nothing was written', async () => {
    expect(expectSuccess(await recoverEvidence(temporaryFolder(), 'result'))).toEqual(empty);
    expect(expectSuccess(await recoverEvidence(join(temporaryFolder(), 'no such folder'), 'result'))).toEqual(empty);
  });

  it('counts rows of one NULL, which are empty lines', async () => {
    expect(expectSuccess(await recoverEvidence(leavePartial('a\n\n\n\n'), 'result'))).toMatchObject({
      rowCount: 3,
      bytes: 5,
    });
  });

  it.each([
    ['a row of another width', 'a,b\n1,2\n1,2,3\n4,5\n'],
    ['a row that is no CSV', 'a,b\n1,2\n"x"y,3\n4,5\n'],
  ])('keeps nothing from %s on', async (_, content) => {
    expect(expectSuccess(await recoverEvidence(leavePartial(content), 'result'))).toMatchObject({
      rowCount: 1,
      bytes: 8,
    });
  });

  it('keeps nothing behind a block that a power cut left unwritten', async () => {
    const header = `a\n${'x'.repeat(4091)}\n`;
    const before = `${'y'.repeat(4093)}\n"`;
    const content = Buffer.concat([Buffer.from(header + before), Buffer.alloc(5000), Buffer.from('"\nlater\n')]);
    const recovered = expectSuccess(await recoverEvidence(leavePartial(content), 'result'));
    expect(recovered).toMatchObject({ rowCount: 2, bytes: header.length + before.length - 1 });
  });

  it('keeps zero bytes that are text', async () => {
    const recovered = expectSuccess(await recoverEvidence(leavePartial(`a\nx${'\0'.repeat(300)}y\n`), 'result'));
    expect(recovered).toMatchObject({ rowCount: 1 });
  });

  it('finishes a sealing that was cut short behind the final name', async () => {
    const folder = temporaryFolder();
    const { file, sealed } = await writeEvidence(folder, randomRows(3, 50, 3));
    chmodSync(file, 0o600);
    rmSync(`${file}.index`);
    const { sha256: hash, bytes, rowCount } = sealed;
    expect(expectSuccess(await recoverEvidence(folder, 'result'))).toMatchObject({ sha256: hash, bytes, rowCount });
    expect(statSync(file).mode & 0o777).toBe(0o400);
    expect(expectSuccess(await recoverEvidence(folder, 'result'))).toMatchObject({ sha256: hash });
  });

  it('does not cut a file that had its final name', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'result.csv'), 'a\n1\n2');
    const recovered = await recoverEvidence(folder, 'result');
    expect(recovered).toMatchObject({ ok: false, error: { code: 'EVIDENCE_DAMAGED' } });
    expect(readFileSync(join(folder, 'result.csv'), 'utf8')).toBe('a\n1\n2');
  });
});
