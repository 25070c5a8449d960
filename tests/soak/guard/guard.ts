import { createTally, inRound, randomOfRound, type SoakPart } from '../part';
import { type Language, languages } from './languages';
import { createPair, createRubble } from './statements';

/** No verdict may take longer, in milliseconds, however busy the computer is. */
const patience = 20_000;

const fail = (name: string, what: string, query: string): never => {
  throw new Error(`${name}: ${what}: ${JSON.stringify(query)}`);
};

const judge = async (name: string, { guard }: Language, query: string): Promise<boolean> => {
  const startedAt = performance.now();
  const verdict = await guard(query);
  if (performance.now() - startedAt > patience) fail(name, 'took too long', query);
  if (!verdict.allowed && !/^\S.{10,}\.$/s.test(verdict.reason)) fail(name, `refused without words`, query);
  return verdict.allowed;
};

/** What is let through must be one statement that can be cut out of the text. */
const checkRubble = async (name: string, language: Language, query: string): Promise<boolean> => {
  const allowed = await judge(name, language, query);
  const statement = await language.singleStatement(query);
  if (allowed && !(statement.ok && query.includes(statement.value))) fail(name, 'no single statement', query);
  return allowed;
};

/** The guard against statements put together at random, one of each kind in every dialect a round. */
export const guard: SoakPart = {
  what: 'hostile statements in disguise, and text without a meaning, for the guard of every dialect',
  rounds: 20_000,
  run: async ({ rounds, seed, roundDone }) => {
    const tally = createTally();
    for (let round = 0; round < rounds; round += 1) {
      const random = randomOfRound(seed, round);
      await inRound('guard', seed, round, async () => {
        for (const [name, language] of Object.entries(languages)) {
          const { hostile, harmless } = createPair(language, random);
          if (await judge(name, language, hostile)) fail(name, 'let through', hostile);
          tally.add('hostile statements refused');
          if (!(await judge(name, language, harmless))) fail(name, 'refused although harmless', harmless);
          tally.add('harmless twins let through');
          const allowed = await checkRubble(name, language, createRubble(random));
          tally.add(allowed ? 'texts without a meaning let through' : 'texts without a meaning refused');
        }
      });
      roundDone();
    }
    return tally.figures;
  },
};
