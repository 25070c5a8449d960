/** Tickmark at work until it is killed. What it was told to do comes as JSON; what it was answered goes out line by line. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram, type TestProgram, value, whenEnded } from '../../support/test-program';
import type { Orders, Statement } from './orders';

const orders = JSON.parse(process.argv[2] ?? '') as Orders;

/** At once and in order: what was said before the kill is heard. */
const say = (statement: Statement): void => {
  writeSync(1, `${JSON.stringify(statement)}\n`);
};

const runOnce = async ({ bridge }: TestProgram): Promise<void> => {
  const { applicationId, questionId } = orders;
  const { preflightToken } = await value(bridge.executions.preflight({ applicationId, questionIds: [questionId] }));
  const { started } = await value(bridge.executions.start({ preflightToken }));
  say({ kind: 'begun' });
  const [ended] = await whenEnded(
    bridge,
    started.map(({ executionId }) => executionId),
  );
  if (!ended) throw new Error('Nothing was started.');
  say({ kind: 'ended', execution: ended });
};

const appendToLog = async ({ bridge }: TestProgram, turn: number): Promise<void> => {
  const maximumMinutes = 1 + (turn % 1000);
  await value(bridge.preferences.set({ maximumMinutes }));
  say({ kind: 'preferred', maximumMinutes });
  const [entry] = await value(bridge.auditLog.list({ limit: 1 }));
  if (entry) say({ kind: 'logged', seq: entry.seq, hash: entry.hash });
};

const exportPack = async ({ bridge, chooses }: TestProgram, turn: number): Promise<void> => {
  const target = join(orders.packFolder, `pack-${turn}.zip`);
  chooses.savePath = target;
  const pack = await value(bridge.evidence.exportPack({ applicationId: orders.applicationId }));
  if (pack) say({ kind: 'packed', target, sha256: pack.sha256 });
};

const works: Record<Orders['work'], (program: TestProgram, turn: number) => Promise<void>> = {
  capture: runOnce,
  seal: runOnce,
  log: appendToLog,
  pack: exportPack,
};

const work = async (): Promise<void> => {
  const { programsFolder, dataFolder } = orders;
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder, env: process.env });
  await value(program.bridge.executions.list({ applicationId: orders.applicationId }));
  say({ kind: 'begun' });
  for (let turn = 1; ; turn += 1) await works[orders.work](program, turn);
};

work().catch((error: unknown) => {
  say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exit(1);
});
