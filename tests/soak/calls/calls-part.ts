import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Connector } from '../../../preload/contract';
import { eventually } from '../../servers/server-process';
import { startKeyring } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { startProgram, type TestProgram } from '../../support/test-program';
import { runUntilKilled } from '../kills/kill';
import { buildKilledPrograms } from '../kills/kills';
import { checkExecutions, checkLog, checkStoreIsWhole, expectTrue, readStore } from '../kills/promises';
import { buildStage, type Stage } from '../kills/stage';
import { createTally, inRound, randomOfRound, type SoakFigures, type SoakPart, type SoakRun } from '../part';
import type { Orders } from './child';
import { type Area, type AreaName, areaNames, readArea, type Statement, type Touched } from './model';

/** A keychain, an audit on a store, and what both are known to hold. */
interface Scene {
  stage: Stage;
  env: NodeJS.ProcessEnv;
  areas: Record<AreaName, Area>;
  secrets: Map<string, string>;
}

const run = promisify(execFile);
const roundsOfStage = 50;

/** Secrets in the keychain, by `connector/field`, as another program finds them. */
const readKeychain = async ({ env, stage }: Pick<Scene, 'env' | 'stage'>): Promise<Map<string, string>> => {
  const storeId = readStore(stage.dataFolder, (db) =>
    db.prepare<[], string>("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get(),
  );
  const { stdout, stderr } = await run('secret-tool', ['search', '--all', 'service', 'Tickmark test'], { env });
  const accounts = [...`${stdout}\n${stderr}`.matchAll(/^attribute\.account = (.*)$/gm)].map(([, account]) => account);
  const found = new Map<string, string>();
  for (const account of accounts) {
    const key = account?.startsWith(`${storeId}/connector/`)
      ? account.slice(`${storeId}/connector/`.length)
      : undefined;
    if (!account || !key) continue;
    const secret = await lookUp(account, env);
    // One that was listed may be swept before it is looked up.
    if (secret !== undefined) found.set(key, secret);
  }
  return found;
};

/** Undefined where there is no such entry: secret-tool ends with 1 then, and says nothing. */
const lookUp = async (account: string, env: NodeJS.ProcessEnv): Promise<string | undefined> => {
  try {
    return (await run('secret-tool', ['lookup', 'service', 'Tickmark test', 'account', account], { env })).stdout;
  } catch (error) {
    if ((error as { code?: number; stderr?: string }).code === 1 && !(error as { stderr?: string }).stderr)
      return undefined;
    throw error;
  }
};

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
  let answered = 0;
  for (const statement of said) {
    if (statement.kind === 'calling') underWay = statement;
    if (statement.kind !== 'answered') continue;
    Object.assign(areas, statement.areas);
    for (const [key, secret] of Object.entries(statement.secrets)) {
      if (secret === null) secrets.delete(key);
      else secrets.set(key, secret);
    }
    underWay = undefined;
    answered += 1;
  }
  return { areas, secrets, underWay, answered };
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
const checkKeychain = async (scene: Scene, connectors: Area, expected: Map<string, string>, touched: Touched) => {
  const known = new Set(Object.values(connectors as Record<string, Connector>).map(({ id }) => String(id)));
  const withoutOrphans = async () => {
    const found = await readKeychain(scene);
    return [...found.keys()].every((key) => known.has(key.split('/')[0] ?? '')) ? found : undefined;
  };
  // Orphans are swept right after the start, in the keychain's own time.
  const found = await eventually(withoutOrphans, 'a keychain without the secrets of connectors that are gone');
  for (const { id, secretKeys } of Object.values(connectors as Record<string, Connector>)) {
    for (const field of secretKeys) expectTrue(found.has(`${id}/${field}`), `the ${field} of connector ${id} is kept`);
  }
  for (const [key, secret] of expected) {
    if (isTouched(touched.secrets, key)) continue;
    expectTrue(found.get(key) === secret, `the secret ${key} is the one that was saved`);
  }
  return found;
};

const buildScene = async (programsFolder: string, env: NodeJS.ProcessEnv): Promise<Scene> => {
  const stage = await buildStage(programsFolder, env);
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder: stage.dataFolder, env });
  try {
    return { stage, env, areas: await readAreas(program), secrets: new Map() };
  } finally {
    await program.close();
  }
};

/** Kills one program at work, starts another one and compares; the scene is then what was found. */
const runRound = async (scene: Scene, programsFolder: string, seed: number, round: number) => {
  const { stage, env } = scene;
  const random = randomOfRound(seed, round);
  const orders: Orders = {
    programsFolder,
    dataFolder: stage.dataFolder,
    packFile: join(stage.packFolder, 'pack.zip'),
    applicationId: stage.applicationId,
    questionId: stage.questionIds.small,
    seed: `calls ${seed + round}`,
  };
  const kill = {
    afterStatements: random.between(1, 24),
    afterMilliseconds: random.between(0, 60),
    whole: random.chance(0.5),
  };
  const said = await runUntilKilled<Statement>(programsFolder, 'child.js', orders, kill, env);
  const { areas, secrets, underWay, answered } = foldStatements(scene, said);
  const touched = underWay?.touched ?? {};
  const program = startProgram({ programs: { folder: programsFolder }, dataFolder: stage.dataFolder, env });
  try {
    const after = await readAreas(program);
    const found = await checkKeychain(scene, after.connectors, secrets, touched);
    // Settling the keychain may have marked a connector whose change was cut off: read again.
    scene.areas = await readAreas(program);
    checkAreas(areas, scene.areas, touched);
    await checkExecutions(program, stage);
    await checkLog(program, stage.dataFolder, []);
    checkStoreIsWhole(stage.dataFolder);
    scene.secrets = found;
    rmSync(orders.packFile, { force: true });
    return { answered, call: underWay?.call ?? 'nothing', secrets: found.size };
  } finally {
    await program.close();
  }
};

const runPart = async ({ rounds, seed, roundDone }: SoakRun): Promise<SoakFigures> => {
  const { figures, add } = createTally();
  let programs: BuiltPrograms | undefined;
  let keyring: Awaited<ReturnType<typeof startKeyring>> | undefined;
  let scene: Scene | undefined;
  try {
    programs = await buildKilledPrograms('tests/soak/calls/child.ts');
    keyring = await startKeyring();
    for (let round = 0; round < rounds; round += 1) {
      if (round % roundsOfStage === 0) {
        scene?.stage.remove();
        scene = await buildScene(programs.folder, keyring.env);
      }
      const current = scene;
      const { folder } = programs;
      if (!current) break;
      const { answered, call, secrets } = await inRound('calls', seed, round, () =>
        runRound(current, folder, seed, round),
      );
      add('calls acknowledged', answered);
      add('secrets compared', secrets);
      add(`killed during ${call}`);
      roundDone();
    }
    return figures;
  } finally {
    scene?.stage.remove();
    await keyring?.stop();
    programs?.remove();
  }
};

export const calls: SoakPart = {
  what: 'kill -9 during every call of the bridge that writes, keychain included',
  rounds: 1_000,
  run: runPart,
};
