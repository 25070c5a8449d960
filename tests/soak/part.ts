import { createRandom, type Random } from '../../main/demo/random';

/** Some kind of trouble, met many times. */
export interface SoakPart {
  /** What one round is, for the table: `kill -9 while evidence is written`. */
  what: string;
  /** Rounds of `npm run test:soak` when no number is given. */
  rounds: number;
  /** Runs that many rounds. Rejects at the first broken promise, with what is needed to meet it again. */
  run(soak: SoakRun): Promise<SoakFigures>;
}

export interface SoakRun {
  rounds: number;
  seed: number;
  /** To be called when a round has ended. */
  roundDone(): void;
}

/** Numbers worth printing, by what they count: `executions cut off: 41`. */
export type SoakFigures = Record<string, number>;

/** The choices of one round. Round 0 of seed 8 makes those of round 1 of seed 7, so that one round can be met alone. */
export const randomOfRound = (seed: number, round: number): Random => createRandom(`soak ${seed + round}`);

/** Runs one round and says in its failure how to meet it again. */
export const inRound = async <Value>(part: string, seed: number, round: number, work: () => Promise<Value>) => {
  try {
    return await work();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${message}\nOnly this round: npm run test:soak -- ${part}=1 --seed ${seed + round}`, { cause });
  }
};

/** Counts what happened, by name. */
export const createTally = () => {
  const figures: SoakFigures = {};
  return {
    figures,
    add: (name: string, count = 1) => {
      figures[name] = (figures[name] ?? 0) + count;
    },
  };
};
