import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { openStore } from '../../../db';
import type { Random } from '../../../main/demo/random';
import { openWaitingFile } from '../../../main/keychain/waiting-file';
import { mostWrittenAtOnce, waitingFilePath, waitingKeyAccount } from '../../../main/keychain/waiting-room';
import { unseal } from '../../../main/sealed';
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

const readStoreId = (storeFile: string): string => {
  const db = new SqliteDatabase(storeFile, { readonly: true });
  try {
    return String(db.prepare("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get());
  } finally {
    db.close();
  }
};

/** What waits for the keychain, opened with the key that it has. */
const readWaiting = ({ dataFolder, storeFile, keychainFile }: Stage): Map<string, string> => {
  const storeId = readStoreId(storeFile);
  const { sealed } = openWaitingFile(waitingFilePath(dataFolder, storeId));
  const key = Buffer.from(readKeychainFile(keychainFile).get(waitingKeyAccount(storeId)) ?? '', 'base64');
  return new Map(
    [...sealed].map(([account, bytes]) => {
      const secret = key.length === 32 ? unseal(bytes, key, account) : undefined;
      expectTrue(secret !== undefined, `what waits for ${account} can be opened`);
      return [account, String(secret)];
    }),
  );
};

/** Answers how many secrets wait. */
const checkKeychain = (stage: Stage): number => {
  const { storeFile, keychainFile, size } = stage;
  const storeId = readStoreId(storeFile);
  const entries = readKeychainFile(keychainFile);
  const waiting = readWaiting(stage);
  for (let id = 1; id <= size.connectors; id += 1) {
    const account = `${storeId}/connector/${id}/password`;
    const kept = entries.get(account) ?? waiting.get(account);
    expectTrue(kept === secretOfConnector(id), `keychain or waiting room have the secret of connector ${id}`);
  }
  const foreign = [...entries.keys()].filter((account) => !account.startsWith(`${storeId}/`));
  expectTrue(foreign.length === 0, 'no try has left entries under another store id');
  return waiting.size;
};

/** Nothing is on its way any more, and nothing of the way is left. */
const checkArrival = ({ dataFolder, keychainFile, size }: Stage): void => {
  const { size: kept } = readKeychainFile(keychainFile);
  expectTrue(kept === size.connectors + 1, `the keychain has each secret and its sentinel, not ${kept} entries`);
  const left = readdirSync(dataFolder).filter((name) => name.startsWith('secrets-under-way'));
  expectTrue(left.length === 0, `no file of what waited is left (${left})`);
};

/** Whole, whichever of the two it is. Answers which, and whether secrets wait. */
const checkAfterKill = (stage: Stage): 'old' | 'new' | 'new, with secrets that wait' => {
  const secret = holdSecrets(stage.dataFolder).filter((file) => !file.startsWith(stage.storeFile));
  expectTrue(secret.length === 0, `no other file than the old store holds a secret (${secret})`);
  const opened = openStore(stage.storeFile);
  if (opened.state === 'ready') opened.db.close();
  expectTrue(opened.state === 'ready' || opened.state === 'earlier', `the store is old or new, not ${opened.state}`);
  checkRows(stage);
  if (opened.state === 'earlier') return 'old';
  const waiting = checkKeychain(stage);
  expectTrue(holdSecrets(stage.dataFolder).length === 0, 'the new store holds no secret');
  return waiting > 0 ? 'new, with secrets that wait' : 'new';
};

const buildStage = (random: Random): Stage => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-soak-upgrade-'));
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const storeFile = join(dataFolder, 'tickmark.db');
  // Every second one has more secrets than are written one by one.
  const connectors = random.pick([random.between(1, 60), random.between(mostWrittenAtOnce + 1, 300)]);
  const size = { connectors, analyses: random.between(1, 3_000) };
  writeEarlierStore(storeFile, size, { journalMode: random.between(0, 1) === 0 ? 'wal' : 'delete' });
  return { dataFolder, storeFile, keychainFile: join(folder, 'keychain'), size };
};

/**
 * What the child has said, and for at most how long it goes on: from its start, from the keychain's turn, from when it
 * writes, from the rename, from when the store is open and secrets are moved.
 */
const moments = [
  { name: 'starting or reading', afterStatements: 1, longest: 2_000 },
  { name: 'keeping secrets', afterStatements: 2, longest: 500 },
  { name: 'writing', afterStatements: 3, longest: 300 },
  { name: 'done', afterStatements: 4, longest: 50 },
  { name: 'moving secrets', afterStatements: 5, longest: 1_500 },
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
    expectTrue(
      checkAfterKill(stage) === 'new',
      'an undisturbed start ends with the new store and no secret that waits',
    );
    checkArrival(stage);
    return `killed while ${name}: ${found}`;
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
