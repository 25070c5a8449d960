import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Cell } from '../../../main/evidence/evidence-format';
import { createEvidenceWriter, type EvidenceWriterOptions } from '../../../main/evidence/evidence-writer';
import type { Result } from '../../../main/result';

export const unlimited = { rows: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER };

/** A folder that is gone after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-evidence-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const textColumns = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `column ${index + 1}`, type: 'text' }));

/** The value of a success; a failure fails the test with its message. */
export const expectSuccess = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
};

export const openWriter = async (options: Partial<EvidenceWriterOptions> & { folder: string }) =>
  expectSuccess(await createEvidenceWriter({ name: 'result', limits: unlimited, ...options }));

/** Writes rows as a driver does and seals them. */
export const writeEvidence = async (folder: string, rows: Cell[][], columns = textColumns(rows[0]?.length ?? 1)) => {
  const writer = await openWriter({ folder });
  writer.begin(columns);
  for (const row of rows) if (!writer.writeRow(row)) await writer.drained();
  return { file: join(folder, 'result.csv'), sealed: await writer.seal() };
};

/** Changes a sealed file as a person could who does not mean it to be seen: it stays a whole CSV of the same length. */
export const changeCell = (file: string, from: string, to: string): void => {
  chmodSync(file, 0o600);
  writeFileSync(file, readFileSync(file, 'utf8').replace(`\n${from}`, `\n${to}`));
};

/** Random numbers below 1 that are the same in every run (mulberry32). */
export const seededRandom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
};

const pieces = [
  'a',
  'Zürich',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\\.',
  '\\',
  '\t',
  '𝔘',
  '😀',
  '\u0000',
  '0',
  'é',
  ';',
  "'",
];

const randomCell = (random: () => number): Cell => {
  const kind = random();
  if (kind < 0.15) return null;
  if (kind < 0.25) return '';
  const length = 1 + Math.floor(random() * 6);
  return Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
};

export const randomRows = (seed: number, rowCount: number, columnCount: number): Cell[][] => {
  const random = seededRandom(seed);
  return Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => randomCell(random)));
};
