/** Puts values into a recipe's query. A value is checked by its kind and quoted by its language: it never becomes syntax. */
import { z } from 'zod';
import type { RecipeParameter } from '../../preload/contract';
import { listItems } from '../connectors/rest/query-form';
import { failure, type Result, success } from '../result';
import type { Quoting } from './quoting';

export interface Period {
  startDate: string | null;
  endDate: string | null;
}

interface Template {
  query: string;
  parameters: readonly RecipeParameter[];
}

export interface FilledQuery {
  query: string;
  /** Parameters without a value: their placeholders still stand in the query. */
  missing: string[];
}

const placeholder = /\{\{(\w+)\}\}/g;

/** Names of the placeholders in a query, each once. */
export const placeholdersOf = (query: string): string[] => [
  ...new Set([...query.matchAll(placeholder)].map(([, name = '']) => name)),
];

const plainName = /^[A-Za-z_][\w$#]*(\.[A-Za-z_][\w$#]*)*$/;
const calendarDate = z.iso.date();

const writers: Record<RecipeParameter['kind'], (value: string, quoting: Quoting) => string | undefined> = {
  date: (value) => (calendarDate.safeParse(value).success ? value : undefined),
  number: (value) => (/^\d{1,9}$/.test(value) ? value : undefined),
  identifier: (value, { name }) =>
    plainName.test(value) ? value : name && !/[\p{Cc}\p{Cf}]/u.test(value) ? name(value) : undefined,
  text: (value, { text }) => text(value),
  list: (value, { text }) => {
    const items = listItems(value).map((item) => text(item));
    return items.length > 0 && !items.includes(undefined) ? items.join(', ') : undefined;
  },
};

const expected: Record<RecipeParameter['kind'], string> = {
  date: 'Write the date as YYYY-MM-DD.',
  number: 'Write a whole number, digits only.',
  identifier: 'Write the name of a table or column, without quotation marks.',
  text: 'This text has a character that the query can’t hold.',
  list: 'Write the items with commas between them.',
};

const defaultOf = ({ default: given, defaultFrom }: RecipeParameter, period: Period): string | null => {
  if (defaultFrom === 'period-start') return period.startDate;
  return defaultFrom === 'period-end' ? period.endDate : given;
};

/**
 * The query with the values given, the defaults for the others, and the dates of the application's period. VALIDATION with
 * a message per parameter for unknown names and values of the wrong kind.
 */
export const fillRecipe = (
  { query, parameters }: Template,
  quoting: Quoting,
  period: Period,
  values: Readonly<Record<string, string>> = {},
): Result<FilledQuery> => {
  const fieldErrors: Record<string, string> = {};
  const written = new Map<string, string>();
  for (const name of Object.keys(values)) {
    if (!parameters.some((parameter) => parameter.name === name))
      fieldErrors[name] = 'This recipe has no such parameter.';
  }
  for (const parameter of parameters) {
    const given = Object.hasOwn(values, parameter.name) ? values[parameter.name]?.trim() : undefined;
    const value = given || defaultOf(parameter, period);
    if (value === null) continue;
    const text = writers[parameter.kind](value, quoting);
    if (text === undefined) fieldErrors[parameter.name] = expected[parameter.kind];
    else written.set(parameter.name, text);
  }
  if (Object.keys(fieldErrors).length > 0) {
    return failure('VALIDATION', 'Some values of the recipe need attention.', { fieldErrors });
  }
  // In one pass: a value that looks like a placeholder stays text.
  const filled = query.replaceAll(placeholder, (found, name: string) => written.get(name) ?? found);
  return success({ query: filled, missing: parameters.map(({ name }) => name).filter((name) => !written.has(name)) });
};
