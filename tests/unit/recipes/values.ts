import type { Recipe } from '../../../preload/contract';

const examples = { date: '2025-04-01', number: '30', text: 'example', list: 'one, two', identifier: 'example' };

/** A value for each parameter that has no default of its own. */
export const completeValues = ({ parameters }: Pick<Recipe, 'parameters'>): Record<string, string> =>
  Object.fromEntries(
    parameters
      .filter(({ default: given, defaultFrom }) => given === null && defaultFrom === null)
      .map(({ name, kind }) => [name, examples[kind]]),
  );
