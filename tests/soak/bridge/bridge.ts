import * as fc from 'fast-check';
import { z } from 'zod';
import { dispatch } from '../../../main/bridge/dispatch';
import { contractEntries, type Handlers, tickmarkError } from '../../../preload/contract';
import { createTally, type SoakPart } from '../part';
import { anyInput } from './inputs';
import { openStage, type Stage } from './stage';

const methods = contractEntries.flatMap(({ area, method, entry }) =>
  'input' in entry ? [{ area, method, entry }] : [],
);
type Method = (typeof methods)[number];

/** A call that is let in does what it says: a few times of each show that it answers, more would only be slow. */
const mostAnswered = 10;
/** These would leave the program when they are let in: connect to another system, or make a whole demo audit. */
const neverAnswered = new Set(['connectors.testDraft', 'legacy.preview', 'app.openDemo']);

const failed = z.strictObject({ ok: z.literal(false), error: tickmarkError });

/** The handlers, with a count of how often any of them was reached, and a stop before the costly ones. */
const watched = (handlers: Handlers, area: string, method: string, mayAnswer: boolean) => {
  let reached = 0;
  const handle = (handlers as unknown as Record<string, Record<string, (input: unknown) => unknown>>)[area]?.[method];
  const watching = (input: unknown) => {
    reached += 1;
    return mayAnswer
      ? handle?.(input)
      : { ok: false, error: { code: 'CANCELLED', message: 'Not answered by the test.' } };
  };
  return { handlers: { [area]: { [method]: watching } } as unknown as Handlers, wasReached: () => reached > 0 };
};

/** One channel of the bridge: what a call of it promises for any input. */
const createChannel = (stage: Stage, { area, method, entry }: Method, add: (what: string) => void) => {
  const name = `${area}.${method}`;
  const succeeded = z.strictObject({ ok: z.literal(true), value: entry.value });
  let answered = 0;

  const check = async (input: unknown): Promise<void> => {
    // What main gets is a copy; what can't be copied is stopped by the preload.
    const received = structuredClone(input);
    const isValid = entry.input.safeParse(received ?? undefined).success;
    const mayAnswer = isValid && !neverAnswered.has(name) && answered < mostAnswered;
    if (mayAnswer) answered += 1;
    const { handlers, wasReached } = watched(stage.program.handlers(), area, method, mayAnswer);
    const before = stage.storeMark();
    const bugs: unknown[] = [];
    const answer = await dispatch(handlers, area, method, received, (bug) => bugs.push(bug));
    if (bugs.length > 0) throw new Error(`${name} broke.`, { cause: bugs[0] });
    if (wasReached() !== isValid)
      throw new Error(`${name}: ${isValid ? 'refused a valid' : 'let in an invalid'} input.`);
    const hasShape = failed.safeParse(answer).success || (isValid && succeeded.safeParse(answer).success);
    if (!hasShape) throw new Error(`${name} answered something else than the contract says: ${JSON.stringify(answer)}`);
    structuredClone(answer);
    if (isValid) return add('valid inputs');
    if (!(answer.ok === false && answer.error.code === 'VALIDATION')) throw new Error(`${name}: not VALIDATION.`);
    if (stage.storeMark() !== before) throw new Error(`${name}: an invalid input changed the store.`);
    return add('invalid inputs refused without a trace');
  };
  return { name, property: fc.asyncProperty(anyInput(entry.input), check), wasLetIn: () => answered > 0 };
};

const inputsAtATime = 100;

/** Every channel of the bridge, fuzzed from its own schema. A round is one input for each channel. */
export const bridge: SoakPart = {
  what: 'an input of any shape for every channel of the bridge',
  rounds: 10_000,
  run: async ({ rounds, seed, roundDone }) => {
    const tally = createTally();
    const stage = await openStage();
    try {
      const channels = methods.map((method) => createChannel(stage, method, tally.add));
      for (let done = 0; done < rounds; done += inputsAtATime) {
        const numRuns = Math.min(inputsAtATime, rounds - done);
        for (const { property } of channels) await fc.assert(property, { seed: seed + done, numRuns });
        for (let round = 0; round < numRuns; round += 1) roundDone();
      }
      tally.add('channels', channels.length);
      const silent = channels.filter(({ name, wasLetIn }) => !wasLetIn() && !neverAnswered.has(name));
      if (silent.length > 0) throw new Error(`No input was valid for ${silent.map(({ name }) => name).join(', ')}`);
    } finally {
      await stage.close();
    }
    return tally.figures;
  },
};
