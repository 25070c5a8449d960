/** Where the cases of one tool type play: queries run as the execution process runs them, into real evidence. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ConnectorAccess, SessionIdentity, ToolType } from '../../main/connectors/types';
import { type RunAnswer, type RunInput, type RunNotice, runQuery } from '../../main/execution/run-query';
import type { Result, TickmarkError } from '../../main/result';
import type { Ask } from './needs';

export interface RunOptions {
  signal?: AbortSignal;
  pinned?: { fingerprint: RunInput['pinnedFingerprint']; target: string };
  /** Called once, when rows have arrived. */
  onRows?: () => void;
}

export interface Run extends RunAnswer {
  session: SessionIdentity | undefined;
  /** The evidence that was sealed; empty where there is none. */
  csv(): Buffer;
}

export interface Stage {
  toolType: ToolType;
  run(ask: Ask, options?: RunOptions): Promise<Run>;
  /** What the execution process is asked for a run without limits. */
  toInput(ask: Ask): RunInput;
  /** The error of what must have failed; checked to be fit for people and free of secrets. */
  errorOf(result: Result<unknown>, access: ConnectorAccess): TickmarkError;
  /** What people were told in the case so far. */
  heard: TickmarkError[];
  /** What the reader of the matrix should know of the case. */
  notes: string[];
  /** Removes the evidence of the case. */
  clear(): void;
}

const unlimited = {
  rows: Number.MAX_SAFE_INTEGER,
  bytes: Number.MAX_SAFE_INTEGER,
  milliseconds: 2 ** 31 - 1,
};

export const never = new AbortController().signal;

/** Every way in which a secret could stand in an answer. */
const writingsOf = (secret: string): string[] => [
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
];

export const expectNoSecret = (said: unknown, { secrets }: ConnectorAccess): void => {
  const text = JSON.stringify(said);
  for (const writing of Object.values(secrets).flatMap(writingsOf)) expect(text).not.toContain(writing);
};

export const createStage = (toolType: ToolType): Stage => {
  let folder: string | undefined;
  let runs = 0;
  const heard: TickmarkError[] = [];
  const notes: string[] = [];

  const toInput = ({ access, query }: Ask): RunInput => {
    folder ??= mkdtempSync(join(tmpdir(), 'tickmark-contract-'));
    runs += 1;
    return {
      executionId: runs,
      connectorType: toolType.type,
      access,
      query,
      pinnedFingerprint: null,
      pinnedTarget: null,
      evidenceFolder: folder,
      evidenceName: `evidence-${runs}`,
      limits: unlimited,
      retryPauses: [],
    };
  };

  const run = async (ask: Ask, options: RunOptions = {}): Promise<Run> => {
    let session: SessionIdentity | undefined;
    let tellRows = options.onRows;
    const notify = (notice: unknown) => {
      const told = notice as RunNotice;
      if (told.kind === 'session') session = told.session;
      if (told.kind !== 'progress' || told.rowCount === 0) return;
      tellRows?.();
      tellRows = undefined;
    };
    const pinned = options.pinned && {
      pinnedFingerprint: options.pinned.fingerprint,
      pinnedTarget: options.pinned.target,
    };
    const input = { ...toInput(ask), ...pinned };
    const answer = await runQuery(input, { signal: options.signal ?? never, notify });
    expectNoSecret([answer, session], ask.access);
    const path = join(input.evidenceFolder, `${input.evidenceName}.csv`);
    return { ...answer, session, csv: () => (answer.evidence ? readFileSync(path) : Buffer.alloc(0)) };
  };

  return {
    toolType,
    heard,
    notes,
    run,
    toInput,
    errorOf: (result, access) => {
      if (result.ok) throw new Error(`It went well although it must not: ${JSON.stringify(result.value)}`);
      expectNoSecret(result.error, access);
      expect(result.error.message).toMatch(/^[^\n\r\t]{15,}$/);
      heard.push(result.error);
      return result.error;
    },
    clear: () => {
      if (folder) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
      heard.length = 0;
      notes.length = 0;
    },
  };
};
