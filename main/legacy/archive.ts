/** What is not imported is kept as a file: one JSON line a row, without secrets. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { convertConnector, inKeychain } from './convert-connector';
import type { BeginArchive } from './read-source';
import { createTextScrubber, hidden, isSecretKey, parseContainer, scrubValue } from './secrets';
import type { LegacyRow } from './source';

export interface ArchiveFile {
  begin: BeginArchive;
  /** How many rows it has so far. */
  rows(): number;
  /** Gives the file its name, once what belongs to it is imported. */
  keep(path: string): void;
  discard(): void;
}

/** Where the archive of a source with that content lies. */
export const archivePath = (dataFolder: string, contentHash: string): string =>
  join(dataFolder, 'archive', `earlier-${contentHash.slice(0, 16)}.ndjson`);

/** All secrets that connectors of the source hold. */
export const secretsOf = (connectors: readonly LegacyRow[]): string[] =>
  connectors.flatMap((row) => Object.values(convertConnector(row).secrets)).filter((secret) => secret !== inKeychain);

const scrubRow = (row: LegacyRow, clean: (text: string) => string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, text]) => {
      if (text === null) return [column, null];
      if (isSecretKey(column)) return [column, hidden];
      const parsed = parseContainer(text);
      return [column, clean(parsed ? JSON.stringify(scrubValue(parsed)) : text)];
    }),
  );

const bufferedCharacters = 1_000_000;

export const createArchive = (dataFolder: string): ArchiveFile => {
  const part = join(dataFolder, 'archive', 'earlier.part');
  let descriptor: number | undefined;
  let buffered = '';
  let rows = 0;

  const flush = () => {
    if (buffered === '') return;
    if (descriptor === undefined) {
      mkdirSync(dirname(part), { recursive: true });
      descriptor = openSync(part, 'w', 0o600);
    }
    writeSync(descriptor, buffered);
    buffered = '';
  };

  const close = () => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };

  return {
    begin: (connectors) => {
      const clean = createTextScrubber(secretsOf(connectors), true);
      return (table, row) => {
        buffered += `${JSON.stringify({ table, row: scrubRow(row, clean) })}\n`;
        rows += 1;
        if (buffered.length > bufferedCharacters) flush();
      };
    },
    rows: () => rows,
    keep: (path) => {
      flush();
      if (descriptor === undefined) return;
      fsyncSync(descriptor);
      close();
      renameSync(part, path);
    },
    discard: () => {
      close();
      if (existsSync(part)) rmSync(part);
    },
  };
};
