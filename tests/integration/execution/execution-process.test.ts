import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionIdentity } from '../../../main/connectors/types';
import type { RunInput, RunNotice } from '../../../main/execution/execution-process';
import { createExecutionProcess, type ExecutionProcess } from '../../../main/execution/execution-process-client';
import { eventually } from '../../servers/server-process';
import { type BuiltPrograms, buildPrograms, createNodeProcesses } from '../../support/node-process';
import { answerOf, errorOf } from '../connectors/capture';

let programs: BuiltPrograms;
let processes: ReturnType<typeof createNodeProcesses>;
let execution: ExecutionProcess;
let folder: string;
let database: string;
let runs = 0;

const counting = (rows: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i FROM n`;
/** Gives its first row after minutes, and none before. */
const neverEnding = `SELECT count(*) FROM (${counting(2_000_000_000)})`;

const input = (query: string, more: Partial<RunInput> = {}): RunInput => {
  runs += 1;
  return {
    executionId: runs,
    connectorType: 'SQLite File',
    access: { configuration: { path: database, query_timeout: 300 }, secrets: {} },
    query,
    pinnedFingerprint: null,
    pinnedTarget: null,
    evidenceFolder: folder,
    evidenceName: `execution-${runs}`,
    limits: { rows: 1_000_000, bytes: 1_000_000_000, milliseconds: 60_000 },
    retryPauses: [],
    ...more,
  };
};

const run = async (given: RunInput, signal = new AbortController().signal, onSession = () => {}) => {
  const sessions: SessionIdentity[] = [];
  const progress: Omit<Extract<RunNotice, { kind: 'progress' }>, 'kind'>[] = [];
  const outcome = await execution.run(given, {
    signal,
    onSession: (session) => {
      sessions.push(session);
      onSession();
    },
    onProgress: (state) => progress.push(state),
    onRetry: () => {},
  });
  if (outcome.kind !== 'ended') throw new Error('The process ended.');
  const path = join(folder, `${given.evidenceName}.csv`);
  return { ...outcome, sessions, progress, csv: existsSync(path) ? readFileSync(path, 'utf8') : '' };
};

beforeAll(async () => {
  programs = await buildPrograms('main/execution/execution-process.ts');
  processes = createNodeProcesses(programs.folder);
  execution = createExecutionProcess(processes.startProcess);
  folder = mkdtempSync(join(tmpdir(), 'tickmark-execution-test-'));
  database = join(folder, 'client.db');
  const db = new Database(database);
  db.exec(
    "CREATE TABLE accounts (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO accounts VALUES (1, 'root'), (2, NULL)",
  );
  db.close();
});
afterAll(() => {
  processes.killAll();
  programs.remove();
  rmSync(folder, { recursive: true });
});

describe('the execution process', () => {
  it('tells which system answered, then seals whole evidence', async () => {
    const { result, evidence, sessions, csv } = await run(input('SELECT * FROM accounts ORDER BY id'));
    expect(answerOf(result)).toEqual({ complete: true });
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.target).toContain(database);
    expect(csv).toBe('id,name\n1,root\n2,\n');
    expect(evidence).toMatchObject({
      rowCount: 2,
      bytes: csv.length,
      columns: [
        { name: 'id', type: 'INTEGER' },
        { name: 'name', type: 'TEXT' },
      ],
    });
  });

  it('asks the guard itself and sends nothing that can write', async () => {
    const { result, evidence, sessions } = await run(input('DELETE FROM accounts'));
    expect(errorOf(result).code).toBe('QUERY_REJECTED');
    expect(evidence).toBeNull();
    expect(sessions).toEqual([]);
  });

  it('stops before the query when another system answers than the pinned one, and names both', async () => {
    const met = (await run(input('SELECT 1'))).sessions[0];
    const same = await run(
      input('SELECT 1', { pinnedFingerprint: met?.fingerprint ?? {}, pinnedTarget: 'the old one' }),
    );
    expect(same.result.ok).toBe(true);
    const fingerprint = { ...met?.fingerprint, fileId: 'another' };
    const { result, evidence, sessions } = await run(
      input('SELECT 1', { pinnedFingerprint: fingerprint, pinnedTarget: 'the old one' }),
    );
    expect(errorOf(result).code).toBe('TARGET_CHANGED');
    expect(errorOf(result).message).toContain('the old one');
    expect(errorOf(result).message).toContain(met?.target ?? 'no target');
    expect(sessions).toHaveLength(1);
    expect(evidence).toBeNull();
  });

  it('refuses a tool type that it does not have', async () => {
    const { result } = await run(input('SELECT 1', { connectorType: 'Punch cards' }));
    expect(errorOf(result).code).toBe('UNSUPPORTED_TYPE');
    expect(errorOf(await execution.test({ connectorType: 'Punch cards', access: input('').access })).code).toBe(
      'UNSUPPORTED_TYPE',
    );
  });

  it('keeps what fits the limit of rows or bytes, as a success that is incomplete', async () => {
    const byRows = await run(input(counting(5_000), { limits: { rows: 100, bytes: 1e9, milliseconds: 60_000 } }));
    expect(answerOf(byRows.result)).toEqual({ complete: false, truncatedBy: 'rows' });
    expect(byRows.evidence?.rowCount).toBe(100);
    expect(byRows.csv.endsWith('\n100\n')).toBe(true);
    const byBytes = await run(input(counting(5_000), { limits: { rows: 1e9, bytes: 1_000, milliseconds: 60_000 } }));
    expect(answerOf(byBytes.result)).toEqual({ complete: false, truncatedBy: 'bytes' });
    expect(byBytes.evidence?.bytes).toBeLessThanOrEqual(1_000);
    const exactly = await run(input(counting(100), { limits: { rows: 100, bytes: 1e9, milliseconds: 60_000 } }));
    expect(answerOf(exactly.result)).toEqual({ complete: true });
  });

  it('keeps what arrived until the limit of time', async () => {
    const { result, evidence } = await run(
      input(counting(2_000_000_000), { limits: { rows: 1e12, bytes: 1e12, milliseconds: 2_000 } }),
    );
    expect(answerOf(result)).toEqual({ complete: false, truncatedBy: 'time' });
    expect(evidence?.rowCount).toBeGreaterThan(0);
  });

  it('keeps what arrived before a cancel, and reports progress on the way', async () => {
    const cancel = new AbortController();
    const progress: number[] = [];
    const given = input(counting(2_000_000_000), { limits: { rows: 1e12, bytes: 1e12, milliseconds: 60_000 } });
    const outcome = await execution.run(given, {
      signal: cancel.signal,
      onSession: () => {},
      onProgress: ({ rowCount }) => {
        progress.push(rowCount);
        if (rowCount > 0) cancel.abort();
      },
      onRetry: () => {},
    });
    if (outcome.kind !== 'ended') throw new Error('The process ended.');
    expect(errorOf(outcome.result).code).toBe('CANCELLED');
    expect(outcome.evidence?.rowCount).toBeGreaterThan(0);
    expect(outcome.evidence?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps the rows that came before the query failed', async () => {
    const query = `SELECT i, abs(CASE WHEN i = 5 THEN -9223372036854775807 - 1 ELSE i END) AS x FROM (${counting(10)})`;
    const { result, evidence, csv } = await run(input(query));
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED' });
    expect(evidence?.rowCount).toBe(4);
    expect(csv).toBe('i,x\n1,1\n2,2\n3,3\n4,4\n');
  });

  it('tests and describes a system', async () => {
    const { access } = input('');
    const report = answerOf(await execution.test({ connectorType: 'sqlite_file', access }));
    expect(report).toMatchObject({ readOnly: true, canWrite: true });
    const tables = answerOf(await execution.describeSchema({ connectorType: 'SQLite File', access }));
    expect(tables).toEqual([
      {
        schema: 'main',
        name: 'accounts',
        columns: [
          { name: 'id', type: 'INTEGER' },
          { name: 'name', type: 'TEXT' },
        ],
      },
    ]);
  });

  it('answers a cancel while SQLite computes, then makes place for a fresh process', async () => {
    const cancel = new AbortController();
    const running = run(input(neverEnding), cancel.signal, () => setTimeout(() => cancel.abort(), 300));
    const child = processes.started.at(-1);
    const { result, evidence } = await running;
    expect(errorOf(result).code).toBe('CANCELLED');
    expect(evidence).toMatchObject({ rowCount: 0 });
    await eventually(() => child?.signalCode === 'SIGKILL', 'the stuck process ends itself');
    expect((await run(input('SELECT 1 AS one'))).csv).toBe('one\n1\n');
  });

  it('takes nothing along that is sent while it makes place', async () => {
    const cancel = new AbortController();
    const stuck = run(input(neverEnding), cancel.signal, () => setTimeout(() => cancel.abort(), 300));
    const child = processes.started.at(-1);
    await stuck;
    // One run after the other, with a moment in between in which main writes to the store and hears nothing.
    while (child?.signalCode !== 'SIGKILL') {
      expect((await run(input('SELECT 1 AS one'))).csv).toBe('one\n1\n');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  });
});
