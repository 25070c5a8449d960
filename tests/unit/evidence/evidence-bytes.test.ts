import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createOutput,
  cutText,
  DamagedEvidence,
  LockedEvidence,
  readBytes,
  readBytesUntilTorn,
  recode,
  setEvidenceKey,
  textLength,
} from '../../../main/evidence/evidence-bytes';
import { temporaryFolder } from '../../support/store';

const key = Buffer.alloc(32, 5);

const collect = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString('latin1');
};

const write = async (file: string, ...parts: string[]) => {
  const output = await createOutput(file);
  for (const part of parts) await output.write(Buffer.from(part, 'latin1'));
  await output.sync();
  await output.close();
};

/** Changes one byte on the disk. */
const alter = (file: string, offset: number) => {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

describe.each([true, false])('evidence bytes, encrypted: %s', (encrypted) => {
  let file: string;

  beforeEach(() => {
    setEvidenceKey(key, encrypted);
    file = join(temporaryFolder(), 'evidence.csv');
  });
  afterEach(() => setEvidenceKey(undefined, false));

  it('are read as they were written, from any place and in any chunks', async () => {
    const text = Array.from({ length: 300_000 }, (_, at) => `${at},`).join('');
    await write(file, text.slice(0, 10), text.slice(10, 1_700_000), text.slice(1_700_000));
    expect(await textLength(file)).toBe(text.length);
    expect(await collect(readBytes(file))).toBe(text);
    for (const start of [0, 1, 10, 1_048_586, 1_699_999, text.length - 1, text.length, text.length + 5]) {
      expect(await collect(readBytes(file, start, 70_001))).toBe(text.slice(start));
    }
    expect(readFileSync(file).includes(text.slice(0, 10))).toBe(!encrypted);
  });

  it('can be cut anywhere, and changed to the other form and back', async () => {
    await write(file, 'first,', 'second,', 'third');
    await cutText(file, 10);
    expect(await collect(readBytes(file))).toBe('first,seco');
    expect(await recode(file, encrypted ? 'clear' : 'encrypted')).toBe(true);
    expect(readFileSync(file).includes('first')).toBe(encrypted);
    expect(await collect(readBytes(file))).toBe('first,seco');
    expect(await recode(file, encrypted ? 'encrypted' : 'clear')).toBe(true);
    expect(await recode(file, encrypted ? 'encrypted' : 'clear')).toBe(false);
    expect(await collect(readBytes(file))).toBe('first,seco');
  });

  it('never take the place of a file that is there', async () => {
    await write(file, 'old');
    await expect(createOutput(file)).rejects.toMatchObject({ code: 'EEXIST' });
  });
});

describe('encrypted evidence', () => {
  let file: string;

  beforeEach(async () => {
    setEvidenceKey(key, true);
    file = join(temporaryFolder(), 'evidence.csv');
    await write(file, 'a'.repeat(1000), 'b'.repeat(1000), 'c'.repeat(1000));
  });
  afterEach(() => setEvidenceKey(undefined, false));

  it('tells an altered byte wherever it is', async () => {
    const { length } = readFileSync(file);
    for (const offset of [8, 23, 24, 28, 45, 1060, length - 1]) {
      alter(file, offset);
      await expect(collect(readBytes(file))).rejects.toThrow(DamagedEvidence);
      alter(file, offset);
    }
    expect(await collect(readBytes(file))).toHaveLength(3000);
  });

  it('takes each nonce and each file’s key once, also where the same text is written again', async () => {
    const other = join(temporaryFolder(), 'other.csv');
    await write(other, 'a'.repeat(1000), 'b'.repeat(1000), 'c'.repeat(1000));
    const files = [readFileSync(file), readFileSync(other)];
    const frame = ((files[0]?.length ?? 0) - 24) / 3;
    const nonces = files.flatMap((bytes) =>
      [0, 1, 2].map((number) => bytes.subarray(24 + number * frame + 4, 24 + number * frame + 16).toString('hex')),
    );
    expect(new Set(nonces).size).toBe(6);
    expect(new Set(files.map((bytes) => bytes.subarray(8, 24).toString('hex'))).size).toBe(2);
  });

  it('tells frames that changed places', async () => {
    const bytes = readFileSync(file);
    const frame = (bytes.length - 24) / 3;
    const swapped = [bytes.subarray(0, 24), bytes.subarray(24 + frame, 24 + 2 * frame), bytes.subarray(24, 24 + frame)];
    writeFileSync(file, Buffer.concat([...swapped, bytes.subarray(24 + 2 * frame)]));
    await expect(collect(readBytes(file))).rejects.toThrow(DamagedEvidence);
  });

  it('is damaged where it ends in a frame, and after a crash is read as far as it is whole', async () => {
    truncateSync(file, readFileSync(file).length - 1);
    await expect(collect(readBytes(file))).rejects.toThrow(DamagedEvidence);
    expect(await collect(readBytesUntilTorn(file))).toBe('a'.repeat(1000) + 'b'.repeat(1000));
    appendFileSync(file, Buffer.alloc(5000));
    expect(await collect(readBytesUntilTorn(file))).toBe('a'.repeat(1000) + 'b'.repeat(1000));
    await cutText(file, 1500);
    expect(await collect(readBytes(file))).toBe('a'.repeat(1000) + 'b'.repeat(500));
  });

  it('is not read without its key, nor with another one', async () => {
    setEvidenceKey(undefined, false);
    // A copy: frame tables of known files are kept.
    const copy = join(temporaryFolder(), 'copy.csv');
    writeFileSync(copy, readFileSync(file));
    await expect(collect(readBytes(copy))).rejects.toThrow(LockedEvidence);
    setEvidenceKey(Buffer.alloc(32, 6), true);
    await expect(collect(readBytes(copy))).rejects.toThrow(DamagedEvidence);
  });
});
