import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openStore } from '../../../db';
import type { Random } from '../../../main/demo/random';
import { secretOfConnector, writeEarlierStore } from '../../servers/earlier-store';
import { buildPrograms } from '../../support/node-process';
import { runUntilKilled } from '../kills/kill';
import { createTally, inRound, randomOfRound, type SoakFigures, type SoakPart, type SoakRun } from '../part';
import { readKeychainFile } from './keychain-file';

interface Stage {
  dataFolder: string;
  storeFile: string;
  keychainFile: string;
  size: { connectors: number; analyses: number };
}

const expectTrue = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`Broken: ${what}`);
};

const count = (file: string, table: string): unknown => {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  } finally {
    db.close();
  }
};

const holdSecrets = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /canary-\d+-of-the-store/.test(readFileSync(file, 'latin1')));

const checkRows = ({ storeFile, size }: Stage): void => {
  expectTrue(count(storeFile, 'tool_connectors') === size.connectors, 'every connector is there');
  expectTrue(count(storeFile, 'question_analyses') === size.analyses, 'every analysis is there');
};

const checkKeychain = ({ storeFile, keychainFile, size }: Stage): void => {
  const db = new SqliteDatabase(storeFile, { readonly: true });
  const storeId = db.prepare("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get();
  db.close();
  const entries = readKeychainFile(keychainFile);
  for (let id = 1; id <= size.connectors; id += 1) {
    const kept = entries.get(`${storeId}/connector/${id}/password`);
    expectTrue(kept === secretOfConnector(id), `the keychain has the secret of connector ${id}`);
  }
  expectTrue(entries.size === size.connectors + 1, 'no try has left entries under another store id');
};

/** Whole, whichever of the two it is. Answers which. */
const checkAfterKill = (stage: Stage): 'old' | 'new' => {
  const secret = holdSecrets(stage.dataFolder).filter((file) => !file.startsWith(stage.storeFile));
  expectTrue(secret.length === 0, `no other file than the old store holds a secret (${secret})`);
  const opened = openStore(stage.storeFile);
  if (opened.state === 'ready') opened.db.close();
  expectTrue(opened.state === 'ready' || opened.state === 'earlier', `the store is old or new, not ${opened.state}`);
  checkRows(stage);
  if (opened.state === 'earlier') return 'old';
  checkKeychain(stage);
  expectTrue(holdSecrets(stage.dataFolder).length === 0, 'the new store holds no secret');
  return 'new';
};

const buildStage = (random: Random): Stage => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-soak-upgrade-'));
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const storeFile = join(dataFolder, 'tickmark.db');
  const size = { connectors: random.between(1, 60), analyses: random.between(1, 3_000) };
  writeEarlierStore(storeFile, size, { journalMode: random.between(0, 1) === 0 ? 'wal' : 'delete' });
  return { dataFolder, storeFile, keychainFile: join(folder, 'keychain'), size };
};

/**
 * What the child has said, and for at most how long it goes on: from its start, from the keychain's turn, from when it
 * writes, from the rename.
 */
const moments = [
  { name: 'starting or reading', afterStatements: 1, longest: 2_000 },
  { name: 'keeping secrets', afterStatements: 2, longest: 500 },
  { name: 'writing', afterStatements: 3, longest: 300 },
  { name: 'done', afterStatements: 4, longest: 50 },
];

const runRound = async (programsFolder: string, random: Random): Promise<string> => {
  const stage = buildStage(random);
  const orders = { programsFolder, dataFolder: stage.dataFolder, keychainFile: stage.keychainFile };
  const run = (afterStatements: number, afterMilliseconds: number) =>
    runUntilKilled(
      programsFolder,
      'child.js',
      orders,
      { afterStatements, afterMilliseconds, whole: true },
      process.env,
    );
  try {
    const { name, afterStatements, longest } = random.pick(moments);
    await run(afterStatements, random.between(0, longest));
    const found = checkAfterKill(stage);
    await run(Number.POSITIVE_INFINITY, 0);
    expectTrue(checkAfterKill(stage) === 'new', 'an undisturbed start ends with the new store');
    return `killed while ${name}: the ${found} store`;
  } finally {
    rmSync(join(stage.dataFolder, '..'), { recursive: true, force: true });
  }
};

/** Kills of one start on a store of before, each on a store of its own. */
export const runUpgradeKills = async ({ rounds, seed, roundDone }: SoakRun): Promise<SoakFigures> => {
  const programs = await buildPrograms(
    'tests/soak/upgrade/child.ts',
    'tests/soak/upgrade/keychain-process.ts',
    'main/legacy/legacy-process.ts',
  );
  const tally = createTally();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const found = await inRound('upgrade', seed, round, () => runRound(programs.folder, randomOfRound(seed, round)));
      tally.add(found);
      roundDone();
    }
  } finally {
    programs.remove();
  }
  return tally.figures;
};

export const upgrade: SoakPart = {
  what: 'kill -9 while a store of an earlier version is upgraded',
  rounds: 50,
  run: runUpgradeKills,
};
