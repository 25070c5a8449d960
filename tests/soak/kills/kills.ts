import { mkdirSync, rmSync } from 'node:fs';
import type { Random } from '../../../main/demo/random';
import { buildPrograms } from '../../support/node-process';
import { startProgram, type TestProgram, value } from '../../support/test-program';
import { createTally, inRound, randomOfRound, type SoakFigures, type SoakPart, type SoakRun } from '../part';
import { runUntilKilled } from './kill';
import type { Orders, Statement } from './orders';
import { checkAcknowledged, checkExecutions, checkLog, checkPacks, checkStoreIsWhole, expectTrue } from './promises';
import { buildStage, type Stage } from './stage';

/** For each kind of work, how many statements and milliseconds at most go by before the kill: some turns and one more. */
const longest: Record<Orders['work'], [statements: number, milliseconds: number]> = {
  capture: [4, 800],
  seal: [9, 150],
  log: [60, 10],
  pack: [3, 500],
};
const works = Object.keys(longest) as Orders['work'][];

/** A store grows with every round; a new one now and then keeps the rounds quick. */
const roundsOfStage = 25;

/** The programs beside main, and one that uses them until it is killed. */
export const buildKilledPrograms = (child: string, ...others: string[]) =>
  buildPrograms(
    child,
    ...others,
    'main/keychain/keychain-process.ts',
    'main/execution/execution-process.ts',
    'main/evidence/evidence-process.ts',
  );

const checkPreference = async ({ bridge }: TestProgram, said: readonly Statement[]): Promise<void> => {
  const preferred = said.flatMap((statement) => (statement.kind === 'preferred' ? [statement.maximumMinutes] : []));
  const last = preferred.at(-1);
  if (last === undefined) return;
  const { maximumMinutes } = await value(bridge.preferences.get());
  // The next one may have been stored before it could be acknowledged.
  expectTrue([last, last + 1].includes(maximumMinutes), `the preference ${last} is kept (${maximumMinutes})`);
};

const checkAll = async (stage: Stage, program: TestProgram, said: readonly Statement[]) => {
  const executions = await checkExecutions(program, stage);
  const acknowledged = said.flatMap((statement) => (statement.kind === 'ended' ? [statement.execution] : []));
  checkAcknowledged(executions, [stage.firstRun, ...acknowledged]);
  const logged = said.flatMap((statement) => (statement.kind === 'logged' ? [statement] : []));
  await checkLog(program, stage.dataFolder, logged);
  await checkPreference(program, said);
  checkStoreIsWhole(stage.dataFolder);
  return { executions, acknowledged, logged, packs: checkPacks(stage, said) };
};

const runRound = async (stage: Stage, programsFolder: string, random: Random, work: Orders['work']) => {
  const { dataFolder, packFolder, applicationId, questionIds } = stage;
  rmSync(packFolder, { recursive: true, force: true });
  mkdirSync(packFolder);
  const questionId = questionIds[work === 'capture' ? 'big' : 'small'];
  const orders: Orders = { work, programsFolder, dataFolder, packFolder, applicationId, questionId };
  const [statements, milliseconds] = longest[work];
  const kill = {
    afterStatements: random.between(1, statements),
    afterMilliseconds: random.between(0, milliseconds),
    whole: random.chance(0.5),
  };
  const said = await runUntilKilled<Statement>(programsFolder, 'child.js', orders, kill);
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder, env: process.env });
  try {
    return await checkAll(stage, program, said);
  } finally {
    await program.close();
  }
};

const run = async ({ rounds, seed, roundDone }: SoakRun): Promise<SoakFigures> => {
  const programs = await buildKilledPrograms('tests/soak/kills/child.ts');
  const { figures, add } = createTally();
  let stage: Stage | undefined;
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round % roundsOfStage === 0) {
        stage?.remove();
        stage = await buildStage(programs.folder);
      }
      const current = stage;
      if (!current) break;
      const work = works[(seed + round) % works.length] ?? 'capture';
      const random = randomOfRound(seed, round);
      const found = await inRound('kills', seed, round, () => runRound(current, programs.folder, random, work));
      add(`killed during ${work}`);
      add('executions acknowledged', found.acknowledged.length);
      add('log entries acknowledged', found.logged.length);
      add('packs verified', found.packs);
      if (round % roundsOfStage === roundsOfStage - 1 || round === rounds - 1) countEnds(found.executions, add);
      roundDone();
    }
    return figures;
  } finally {
    stage?.remove();
    programs.remove();
  }
};

const countEnds = (
  executions: readonly { status: string; rowCount: number }[],
  add: (name: string, count?: number) => void,
) => {
  for (const { status, rowCount } of executions) {
    add(`executions ${status}`);
    if (status === 'interrupted' && rowCount > 0) add('… of which with rows kept');
  }
};

export const kills: SoakPart = {
  what: 'kill -9 while evidence is captured and sealed, the log appended, a pack written',
  rounds: 200,
  run,
};
