import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '../../../preload/contract';
import { eventually } from '../../servers/server-process';
import { startKeyring } from '../../support/keyring';
import { startProgram, type TestProgram } from '../../support/test-program';
import { runUntilKilled } from '../kills/kill';
import { buildKilledPrograms } from '../kills/kills';
import { checkExecutions, checkLog, checkStoreIsWhole, expectTrue, readStore } from '../kills/promises';
import { buildStage, type Stage } from '../kills/stage';
import { createTally, inRound, randomOfRound, type SoakFigures, type SoakPart, type SoakRun } from '../part';
import type { Orders } from './child';
import { type Area, type AreaName, areaNames, type LogEntry, readArea, type Statement, type Touched } from './model';

/** A keychain, an audit on a store, and what both are known to hold. */
interface Scene {
  stage: Stage;
  keyring: Awaited<ReturnType<typeof startKeyring>>;
  areas: Record<AreaName, Area>;
  secrets: Map<string, string>;
}

/** Store and keychain grow with every round; new ones now and then keep the rounds quick. */
const roundsOfStage = 25;

/** Secrets in the keychain, by `connector/field`, as another program finds them. */
const readKeychain = async ({ keyring, stage }: Scene): Promise<Map<string, string>> => {
  const storeId = readStore(stage.dataFolder, (db) =>
    db.prepare<[], string>("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get(),
  );
  const prefix = `${storeId}/connector/`;
  const entries = [...(await keyring.entries('Tickmark test'))];
  return new Map(
    entries.flatMap(([account, secret]) =>
      account.startsWith(prefix) ? [[account.slice(prefix.length), secret] as const] : [],
    ),
  );
};

const countCutOffChanges = ({ dataFolder }: Stage): number =>
  readStore(dataFolder, (db) => db.prepare<[], number>('SELECT count(*) FROM keychain_journal').pluck().get() ?? 0);

const readAreas = async ({ bridge }: TestProgram): Promise<Record<AreaName, Area>> => {
  const areas: Partial<Record<AreaName, Area>> = {};
  for (const name of areaNames) areas[name] = await readArea(bridge, name);
  return areas as Record<AreaName, Area>;
};

/** What was answered last, and what the call under way may have changed. */
const foldStatements = (scene: Scene, said: readonly Statement[]) => {
  const areas = { ...scene.areas };
  const secrets = new Map(scene.secrets);
  let underWay: { call: string; touched: Touched } | undefined;
  const logged: LogEntry[] = [];
  for (const statement of said) {
    if (statement.kind === 'calling') underWay = statement;
    if (statement.kind !== 'answered') continue;
    Object.assign(areas, statement.areas);
    for (const [key, secret] of Object.entries(statement.secrets)) {
      if (secret === null) secrets.delete(key);
      else secrets.set(key, secret);
    }
    underWay = undefined;
    logged.push(statement.logged);
  }
  return { areas, secrets, underWay, logged };
};

const isTouched = (touched: readonly string[] | 'all' | undefined, key: string) =>
  touched === 'all' || (touched?.includes(key) ?? false);

const checkAreas = (before: Record<AreaName, Area>, after: Record<AreaName, Area>, touched: Touched): void => {
  for (const name of areaNames) {
    for (const [key, thing] of Object.entries(before[name])) {
      if (isTouched(touched[name], key)) continue;
      const same = JSON.stringify(after[name][key]) === JSON.stringify(thing);
      expectTrue(same, `${name} ${key} is as it was answered: ${JSON.stringify(thing)}`);
    }
    const added = Object.keys(after[name]).filter((key) => !(key in before[name]));
    expectTrue(added.length === 0 || touched[name] !== undefined, `no ${name} came from nowhere (${added})`);
  }
};

/** Every secret that a connector is said to have is there, and none that no connector has. */
const checkKeychain = async (
  scene: Scene,
  { bridge }: TestProgram,
  expected: Map<string, string>,
  touched: Touched,
) => {
  const readConnectors = async () => Object.values((await readArea(bridge, 'connectors')) as Record<string, Connector>);
  const known = new Set((await readConnectors()).map(({ id }) => String(id)));
  const whenSettled = async () => {
    if (countCutOffChanges(scene.stage) > 0) return undefined;
    const found = await readKeychain(scene);
    return [...found.keys()].every((key) => known.has(key.split('/')[0] ?? '')) ? found : undefined;
  };
  // Cut-off changes are settled and orphans swept right after the start, in the keychain's own time.
  const found = await eventually(whenSettled, 'a keychain without the secrets of connectors that are gone');
  // Settling says of a connector whose change was cut off what the keychain holds: what was read before may be out of date.
  for (const { id, secretKeys } of await readConnectors()) {
    for (const field of secretKeys) expectTrue(found.has(`${id}/${field}`), `the ${field} of connector ${id} is kept`);
  }
  for (const [key, secret] of expected) {
    if (isTouched(touched.secrets, key)) continue;
    expectTrue(found.get(key) === secret, `the secret ${key} is the one that was saved`);
  }
  return found;
};

const questionFile = ({ packFolder }: Stage): string => join(packFolder, 'questions.csv');

const writeQuestionFile = (stage: Stage): void => {
  const lines = Array.from({ length: 40 }, (_, at) => `${at + 1},Access,Who may log in to system ${at + 1}?`);
  writeFileSync(questionFile(stage), ['Number,Process,Question', ...lines].join('\n'));
};

const buildScene = async (programsFolder: string): Promise<Scene> => {
  const keyring = await startKeyring();
  const { env } = keyring;
  const stage = await buildStage(programsFolder, env);
  writeQuestionFile(stage);
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder: stage.dataFolder, env });
  try {
    return { stage, keyring, areas: await readAreas(program), secrets: new Map() };
  } finally {
    await program.close();
  }
};

const removeScene = async ({ stage, keyring }: Scene): Promise<void> => {
  stage.remove();
  await keyring.stop();
};

/** Kills one program at work, starts another one and compares; the scene is then what was found. */
const runRound = async (scene: Scene, programsFolder: string, seed: number, round: number) => {
  const { stage, keyring } = scene;
  const { env } = keyring;
  const random = randomOfRound(seed, round);
  const orders: Orders = {
    programsFolder,
    dataFolder: stage.dataFolder,
    packFile: join(stage.packFolder, 'pack.zip'),
    questionFile: questionFile(stage),
    applicationId: stage.applicationId,
    questionId: stage.questionIds.small,
    seed: `calls ${seed + round}`,
  };
  const kill = {
    afterStatements: random.between(1, 12),
    afterMilliseconds: random.between(0, 60),
    whole: random.chance(0.5),
  };
  const said = await runUntilKilled<Statement>(programsFolder, 'child.js', orders, kill, env);
  const { areas, secrets, underWay, logged } = foldStatements(scene, said);
  const touched = underWay?.touched ?? {};
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder: stage.dataFolder, env });
  try {
    const found = await checkKeychain(scene, program, secrets, touched);
    scene.areas = await readAreas(program);
    checkAreas(areas, scene.areas, touched);
    await checkExecutions(program, stage);
    await checkLog(program, stage.dataFolder, logged);
    checkStoreIsWhole(stage.dataFolder);
    scene.secrets = found;
    rmSync(orders.packFile, { force: true });
    return { answered: logged.length, call: underWay?.call ?? 'nothing', secrets: found.size };
  } finally {
    await program.close();
  }
};

const runPart = async ({ rounds, seed, roundDone }: SoakRun): Promise<SoakFigures> => {
  const { figures, add } = createTally();
  const programs = await buildKilledPrograms('tests/soak/calls/child.ts', 'main/questions/question-file-process.ts');
  let scene: Scene | undefined;
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round % roundsOfStage === 0) {
        if (scene) await removeScene(scene);
        scene = await buildScene(programs.folder);
      }
      const current = scene;
      if (!current) break;
      const { answered, call, secrets } = await inRound('calls', seed, round, () =>
        runRound(current, programs.folder, seed, round),
      );
      add('calls acknowledged', answered);
      add('secrets compared', secrets);
      add(`killed during ${call}`);
      roundDone();
    }
    return figures;
  } finally {
    if (scene) await removeScene(scene);
    programs.remove();
  }
};

export const calls: SoakPart = {
  what: 'kill -9 during every call of the bridge that writes, keychain included',
  rounds: 1_000,
  run: runPart,
};
