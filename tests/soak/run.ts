import { randomInt } from 'node:crypto';
import { parts } from './parts';

interface Wish {
  name: string;
  rounds: number;
}

const usage = () =>
  [
    'Use: npm run test:soak -- [part[=rounds] …] [--seed number]',
    ...Object.entries(parts).map(([name, { what, rounds }]) => `  ${name.padEnd(14)} ${what} (${rounds} rounds)`),
  ].join('\n');

/** Which parts, how many rounds of each, and the seed; undefined where the words can't be understood. */
const readWords = (words: readonly string[]): { wishes: Wish[]; seed: number } | undefined => {
  const wishes: Wish[] = [];
  let seed = randomInt(1, 1_000_000);
  for (let position = 0; position < words.length; position += 1) {
    const word = words[position] ?? '';
    if (word === '--seed') {
      position += 1;
      seed = Number(words[position]);
      continue;
    }
    const [name = '', rounds] = word.split('=');
    wishes.push({ name, rounds: rounds === undefined ? (parts[name]?.rounds ?? 0) : Number(rounds) });
  }
  const isUnderstood =
    Number.isSafeInteger(seed) &&
    wishes.every(({ name, rounds }) => name in parts && Number.isSafeInteger(rounds) && rounds > 0);
  if (!isUnderstood) return undefined;
  const all = Object.entries(parts).map(([name, { rounds }]) => ({ name, rounds }));
  return { wishes: wishes.length > 0 ? wishes : all, seed };
};

const showRounds = (name: string, rounds: number) => {
  let done = 0;
  return () => {
    done += 1;
    if (done === rounds || done % Math.ceil(rounds / 10) === 0) console.log(`${name}: ${done} of ${rounds}`);
  };
};

/** Runs one part and answers whether its promises held. */
const runPart = async ({ name, rounds }: Wish, seed: number): Promise<boolean> => {
  const part = parts[name];
  if (!part) return false;
  console.log(`\n── ${name}: ${part.what}, ${rounds} rounds, seed ${seed}`);
  const startedAt = performance.now();
  try {
    const figures = await part.run({ rounds, seed, roundDone: showRounds(name, rounds) });
    for (const [what, figure] of Object.entries(figures)) console.log(`  ${what}: ${figure}`);
    console.log(`  held in ${rounds} rounds, ${Math.round((performance.now() - startedAt) / 1000)} s`);
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.stack : error);
    return false;
  }
};

/** `npm run test:soak`; answers the exit code. */
export const runSoak = async (words: readonly string[]): Promise<number> => {
  const understood = readWords(words);
  if (!understood) {
    console.log(usage());
    return 2;
  }
  const { wishes, seed } = understood;
  const failed: string[] = [];
  for (const wish of wishes) if (!(await runPart(wish, seed))) failed.push(wish.name);
  console.log(`\n${wishes.length - failed.length} parts held, ${failed.length} failed, seed ${seed}`);
  for (const name of failed) console.log(`Failed: ${name}`);
  return failed.length > 0 ? 1 : 0;
};
