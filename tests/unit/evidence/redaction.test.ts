import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../main/evidence/evidence-format';
import { writeRedacted } from '../../../main/evidence/redaction';
import { temporaryFolder, writeEvidence } from './support';

const columns = [
  { name: 'id', type: 'int' },
  { name: 'na"me,', type: 'text' },
  { name: 'id', type: 'int' },
];

const redact = async (rows: Cell[][], names: string[], width = columns) => {
  const folder = temporaryFolder();
  const { file, sealed } = await writeEvidence(folder, rows, width);
  const target = join(folder, 'redacted.csv');
  const order = { executionId: 1, file, sha256: sealed.sha256 ?? '', columns: names };
  return { order, target, written: await writeRedacted(order, target), text: readFileSync(target, 'utf8') };
};

describe('writeRedacted', () => {
  it('replaces each cell of the chosen columns, NULL and empty ones too, and nothing else', async () => {
    const { text, written } = await redact(
      [
        ['1', 'Ada, "A"\nLovelace', null],
        [null, null, ''],
        ['3', '', 'x'],
      ],
      ['na"me,'],
    );
    expect(text).toBe('id,"na""me,",id\n1,[redacted],\n,[redacted],""\n3,[redacted],x\n');
    expect(written).toEqual({
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });

  it('takes out every column of that name', async () => {
    expect((await redact([['1', 'a', '2']], ['id'])).text).toBe('id,"na""me,",id\n[redacted],a,[redacted]\n');
  });

  it('leaves evidence without rows as it is', async () => {
    expect((await redact([], ['id'])).text).toBe('id,"na""me,",id\n');
  });

  it('keeps the number of rows of a large result', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row): Cell[] => [String(row), `name ${row}`, 'x'.repeat(20)]);
    const { text } = await redact(rows, ['na"me,']);
    expect(text.split('\n')).toHaveLength(30_002);
    expect(text).not.toContain('name ');
  });

  it('writes nothing from evidence that is not what was sealed', async () => {
    const { order, target } = await redact([['1', 'a', '2']], ['id']);
    chmodSync(order.file, 0o600);
    writeFileSync(order.file, 'id,name,id\n1,b,2\n');
    await expect(writeRedacted(order, `${target}.again`)).rejects.toThrow('not the one that was sealed');
  });
});
