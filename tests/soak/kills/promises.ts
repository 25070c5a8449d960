/** What must hold after every kill, once Tickmark has been started again. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Execution } from '../../../preload/contract';
import { type TestProgram, value } from '../../support/test-program';
import type { Statement } from './orders';
import type { Stage } from './stage';
import { wholeRows } from './stage';

const verifier = resolve(import.meta.dirname, '../../../scripts/verify-pack.mjs');

export const expectTrue = (holds: boolean, promise: string): void => {
  if (!holds) throw new Error(`Broken: ${promise}.`);
};

/** Reads the store beside the program, as nobody but a test may. */
export const readStore = <Value>(dataFolder: string, read: (db: SqliteDatabase.Database) => Value): Value => {
  const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
};

export const checkStoreIsWhole = (dataFolder: string): void =>
  readStore(dataFolder, (db) => {
    const verdict = db.pragma('integrity_check', { simple: true });
    expectTrue(verdict === 'ok', `the store is whole (${String(verdict)})`);
    expectTrue((db.pragma('foreign_key_check') as unknown[]).length === 0, 'every row of the store refers to one');
  });

/** Every entry that was acknowledged still stands in the log, which verifies. */
export const checkLog = async (
  { bridge }: TestProgram,
  dataFolder: string,
  acknowledged: readonly { seq: number; hash: string }[],
): Promise<void> => {
  const verdict = await value(bridge.auditLog.verify());
  expectTrue(verdict.valid, `the log verifies (first bad entry ${verdict.firstBadSeq})`);
  readStore(dataFolder, (db) => {
    const hashOf = db.prepare<[number], string>('SELECT hash FROM audit_log WHERE seq = ?').pluck();
    for (const { seq, hash } of acknowledged) expectTrue(hashOf.get(seq) === hash, `entry ${seq} of the log is kept`);
  });
};

const evidenceNames = (dataFolder: string): Map<number, string> =>
  readStore(
    dataFolder,
    (db) =>
      new Map(
        db
          .prepare<[], { id: number; name: string }>('SELECT id, evidence_name AS name FROM agent_executions')
          .all()
          .map(({ id, name }) => [id, name]),
      ),
  );

const checkFile = (file: string, { id, sha256, bytes, rowCount }: Execution): void => {
  const content = readFileSync(file);
  expectTrue(content.length === bytes, `the evidence of execution ${id} has its ${bytes} bytes`);
  const found = createHash('sha256').update(content).digest('hex');
  expectTrue(found === sha256, `the evidence of execution ${id} has the hash it was sealed with`);
  let lines = 0;
  for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) lines += 1;
  expectTrue(lines === rowCount + 1, `the evidence of execution ${id} has its ${rowCount} rows`);
};

/** No run is left without an end, and each end is what its evidence is. Answers the executions. */
export const checkExecutions = async (
  { bridge }: TestProgram,
  { dataFolder, applicationId, questionIds }: Stage,
): Promise<Execution[]> => {
  const executions = await value(bridge.executions.list({ applicationId }));
  const names = evidenceNames(dataFolder);
  const files = new Set(readdirSync(join(dataFolder, 'evidence')).filter((name) => !name.endsWith('.index')));
  for (const execution of executions) {
    const { id, status, complete, sha256, questionId, rowCount } = execution;
    const file = `${names.get(id)}.csv`;
    expectTrue(status !== 'running', `execution ${id} has an end`);
    const whole = questionId === questionIds.big ? wholeRows.big : wholeRows.small;
    expectTrue(
      !complete || (status === 'succeeded' && rowCount === whole),
      `execution ${id} is called complete rightly`,
    );
    expectTrue(status !== 'succeeded' || complete, `execution ${id} succeeded with all of its rows`);
    if (sha256 !== null) checkFile(join(dataFolder, 'evidence', file), execution);
    else expectTrue(!files.has(file), `execution ${id} has no evidence that it does not know`);
    files.delete(file);
  }
  expectTrue(files.size === 0, `no file lies in the evidence folder that belongs to no execution (${[...files]})`);
  return executions;
};

/** What was answered stays as it was answered. */
export const checkAcknowledged = (executions: readonly Execution[], said: readonly Execution[]): void => {
  const kept = new Map(executions.map((execution) => [execution.id, execution]));
  for (const execution of said) {
    const same = JSON.stringify(kept.get(execution.id)) === JSON.stringify(execution);
    expectTrue(same, `execution ${execution.id} is as it was acknowledged`);
  }
};

/** A pack that was acknowledged is there and verifies; any other is either whole or not there. */
export const checkPacks = ({ packFolder }: Stage, said: readonly Statement[]): number => {
  for (const statement of said) {
    if (statement.kind !== 'packed') continue;
    expectTrue(existsSync(statement.target), `the pack ${statement.target} is there`);
    const found = createHash('sha256').update(readFileSync(statement.target)).digest('hex');
    expectTrue(found === statement.sha256, `the pack ${statement.target} has the hash that was answered`);
  }
  const last = readdirSync(packFolder)
    .filter((name) => name.endsWith('.zip'))
    .sort((left, right) => left.localeCompare(right, undefined, { numeric: true }))
    .at(-1);
  if (!last) return 0;
  // The last one is the one that may have been cut off.
  execFileSync(process.execPath, [verifier, join(packFolder, last)], { stdio: ['ignore', 'ignore', 'inherit'] });
  return 1;
};
