import type { TickmarkError } from '../../preload/contract';
import { currentLanguage } from '.';
import { currentDictionary } from './dictionary';

/*
 * Main speaks English, and its words are the key of their translation. `{{1}}` stands for what main puts in: a name, a
 * number, what a server said. `$t({{1}})` is a reason or another part that is translated in its turn.
 */

interface Pattern {
  english: RegExp;
  german: string;
}

const placeholder = /\{\{(\d)\}\}/g;

const toPattern = ([english, german]: [string, string]): Pattern => {
  const literal = english.split(placeholder).filter((_part, index) => index % 2 === 0);
  const escaped = literal.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  // What stands directly behind what a server said is where in the query it means, in parentheses.
  const pattern = escaped.join('(.*?)').replace('(.*?)(.*?)', '(.*?)( \\([^()]*\\))?');
  return { english: new RegExp(`^${pattern}$`, 's'), german };
};

const literalLength = (english: string): number => english.replace(placeholder, '').length;

let patterns: Pattern[] | undefined;

/** Texts with something put in, the one that says most of its own first. */
const allPatterns = (): Pattern[] => {
  patterns ??= Object.entries(currentDictionary().mainWords)
    .filter(([english]) => english.includes('{{'))
    .sort(([one], [other]) => literalLength(other) - literalLength(one))
    .map(toPattern);
  return patterns;
};

const putIn = (german: string, found: RegExpExecArray): string =>
  german.replace(/\$t\(\{\{(\d)\}\}\)|\{\{(\d)\}\}/g, (_part, reason?: string, name?: string) => {
    const value = found[Number(reason ?? name)] ?? '';
    return reason === undefined ? value : (toGerman(value) ?? value);
  });

const toGerman = (english: string): string | undefined => {
  const exact = currentDictionary().mainWords[english];
  if (exact !== undefined) return exact;
  for (const pattern of allPatterns()) {
    const found = pattern.english.exec(english);
    if (found) return putIn(pattern.german, found);
  }
  return undefined;
};

/** Rows say the same again and again. */
const known = new Map<string, string | undefined>();
const mostKnown = 500;

/** What main said in the window's language; undefined where the window speaks English or nobody has translated it. */
export const translateMain = (english: string): string | undefined => {
  if (currentLanguage() === 'en') return undefined;
  if (known.has(english)) return known.get(english);
  if (known.size >= mostKnown) known.clear();
  // What main puts in last may have been left out, together with the space before it.
  const german = toGerman(english) ?? toGerman(`${english} `)?.trimEnd();
  known.set(english, german);
  return german;
};

/** The same for places that can't mark a text as English: a title, a field's error. */
export const fromMain = (english: string): string => translateMain(english) ?? english;

/** What is wrong with each field that main refused. */
export const fieldErrorsOf = (error: TickmarkError | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(error?.fieldErrors ?? {}).map(([field, message]) => [field, fromMain(message)]));
