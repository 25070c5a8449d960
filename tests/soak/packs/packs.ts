import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Random } from '../../../main/demo/random';
import { readCheckpoint, verifyPack } from '../../../main/evidence/verification';
import { ownKey } from '../../support/evidence-pack';
import { createTally, inRound, randomOfRound, type SoakPart } from '../part';
import { generatePack } from './generated-pack';
import { type Mutation, mutate, unpack } from './mutations';

const verifier = resolve(import.meta.dirname, '../../../scripts/verify-pack.mjs');
/** The script is the same code; that it starts, prints and ends as it should is seen now and then. */
const roundsForEachScript = 25;

const fail = (what: string): never => {
  throw new Error(what);
};

const runScript = (folder: string, bytes: Buffer): { status: number | null; stdout: string } => {
  const file = join(folder, 'mutated.zip');
  writeFileSync(file, bytes);
  return spawnSync(process.execPath, [verifier, file, '--key', ownKey.keyId], { encoding: 'utf8' });
};

const sameContents = async (left: Buffer, right: Buffer): Promise<boolean> => {
  const [before, after] = await Promise.all([unpack(left), unpack(right)]);
  return JSON.stringify([...before]) === JSON.stringify([...after]);
};

/** A change must be found, and named by one of the places where it is seen. */
const checkMutation = async (pack: Buffer, { what, bytes, places }: Mutation): Promise<'found' | 'no change'> => {
  const { valid, problems } = await verifyPack(bytes, { key: ownKey.keyId });
  if (valid) {
    // Packed bytes may hold bits that say nothing: unpacked, not one byte differs.
    return what === 'a bit of the zip file' && (await sameContents(pack, bytes))
      ? 'no change'
      : fail(`Not found: ${what}`);
  }
  if (places.length > 0 && !problems.some(({ where }) => places.some((place) => where.startsWith(place)))) {
    fail(`Not named: ${what} in ${places.join(' or ')}. Said: ${JSON.stringify(problems.slice(0, 3))}`);
  }
  return 'found';
};

const checkClean = async (pack: Buffer): Promise<void> => {
  const { valid, problems } = await verifyPack(pack, { key: ownKey.keyId });
  if (!valid) fail(`A clean pack is not accepted: ${JSON.stringify(problems.slice(0, 3))}`);
  const { head } = await readCheckpoint(pack);
  const again = head && (await verifyPack(pack, { key: ownKey.keyId, checkpoint: head }));
  if (!again?.valid) fail('A pack does not fit its own checkpoint.');
};

const checkScript = (folder: string, pack: Buffer, { what, bytes }: Mutation): void => {
  const clean = runScript(folder, pack);
  if (clean.status !== 0 || !clean.stdout.includes('\nVALID')) fail(`The script refuses a clean pack: ${clean.stdout}`);
  const changed = runScript(folder, bytes);
  if (changed.status !== 1 || !changed.stdout.includes('PROBLEM')) fail(`The script does not find: ${what}`);
};

const round = async (folder: string, random: Random, withScript: boolean) => {
  mkdirSync(folder);
  const pack = readFileSync(await generatePack(folder, random));
  await checkClean(pack);
  const mutation = await mutate(pack, random);
  const outcome = await checkMutation(pack, mutation);
  if (withScript && outcome === 'found') checkScript(folder, pack, mutation);
  rmSync(folder, { recursive: true, force: true });
  return { outcome, kind: mutation.what };
};

/** A new pack each round, accepted as it is, and refused with one thing changed. */
export const packs: SoakPart = {
  what: 'a pack is accepted, and found out after one change of it',
  rounds: 1_000,
  run: async ({ rounds, seed, roundDone }) => {
    const tally = createTally();
    const folder = mkdtempSync(join(tmpdir(), 'tickmark-packs-'));
    try {
      for (let index = 0; index < rounds; index += 1) {
        const withScript = index % roundsForEachScript === 0;
        const { outcome, kind } = await inRound('packs', seed, index, () =>
          round(join(folder, String(index)), randomOfRound(seed, index), withScript),
        );
        tally.add('clean packs accepted');
        tally.add(outcome === 'found' ? 'changes found and named' : 'bits that change nothing');
        tally.add(`changed: ${kind}`);
        roundDone();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return tally.figures;
  },
};
