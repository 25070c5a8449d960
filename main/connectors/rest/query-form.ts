/** The form of queries to web systems: one `key: value` a line. Nothing of it reaches a system unread. */
import { findUnreadableText } from '../../guard/verdict';
import { type Failure, failure, type Result, success } from '../../result';
import type { GuardVerdict } from '../types';

export type QueryForm<Key extends string> = Partial<Record<Key, string>>;

export interface QueryShape<Key extends string> {
  keys: readonly Key[];
  required: readonly Key[];
  /** What lines without a key belong to; without one they are refused. */
  main?: Key;
}

/** A refusal of the query, in a sentence. */
export const rejected = (reason: string): Failure => failure('QUERY_REJECTED', reason);

/**
 * The values by key. `#` starts a line of comment, an indented line goes on with the value before it, letter case of keys
 * does not matter. QUERY_REJECTED for anything else.
 */
export const parseQueryForm = <Key extends string>(text: string, shape: QueryShape<Key>): Result<QueryForm<Key>> => {
  const unreadable = findUnreadableText(text);
  if (unreadable !== undefined) return rejected(unreadable);
  const lines = new Map<Key, string[]>();
  let current: Key | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const start = keyOf(line, shape.keys);
    if (start) {
      if (lines.has(start.key)) return rejected(`“${start.key}:” stands there twice.`);
      current = start.key;
      lines.set(current, [start.rest]);
    } else {
      const key: Key | undefined = /^\s/.test(line) ? (current ?? shape.main) : shape.main;
      if (key === undefined) return rejected(unknownLine(line, shape.keys));
      lines.set(key, [...(lines.get(key) ?? []), line.trim()]);
      current = key;
    }
  }
  const form = Object.fromEntries([...lines].map(([key, parts]) => [key, parts.join(' ').trim()])) as QueryForm<Key>;
  for (const key of shape.required) if (!form[key]) return rejected(`The line “${key}: …” is missing.`);
  return success(form);
};

const keyOf = <Key extends string>(line: string, keys: readonly Key[]): { key: Key; rest: string } | undefined => {
  const [, word = '', rest = ''] = /^([a-z_]+)\s*:(.*)$/i.exec(line) ?? [];
  const key = keys.find((known) => known === word.toLowerCase());
  return key && { key, rest: rest.trim() };
};

const unknownLine = (line: string, keys: readonly string[]): string =>
  `“${line.trim().slice(0, 80)}” is not understood. Lines start with ${keys.map((key) => `“${key}:”`).join(', ')}.`;

/** The items of a list with commas between them; commas within double quotes belong to the item. */
export const listItems = (value: string): string[] =>
  [...value.matchAll(/\s*"((?:[^"\\]|\\.)*)"\s*(?=,|$)|([^,]+)/g)]
    .map(([, quoted, plain]) => (quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll(/\\(.)/g, '$1')))
    .filter((item) => item !== '');

/** The guard of a query language is its parser: what does not parse is not sent. */
export const guardByParser =
  (parse: (query: string) => Result<unknown>) =>
  async (query: string): Promise<GuardVerdict> => {
    const parsed = parse(query);
    return parsed.ok ? { allowed: true } : { allowed: false, reason: parsed.error.message };
  };
