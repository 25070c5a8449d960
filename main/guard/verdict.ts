/** What the guards of all dialects share: how a verdict is made, and what no query may contain. */

import type { GuardVerdict } from '../connectors/types';
import { failure, type Result, success } from '../result';

/** Longer queries aren't written by people; parsing them would only keep the program busy. In UTF-16 units. */
const maximumLength = 200_000;

// Characters that one program shows or skips and another reads: nobody can tell by looking what such a query does.
const hiddenCharacter =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2800\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}/u;

/** What a recipe leaves open for a person to fill in. */
const unfilledPlaceholder = /\{\{[a-z][a-z0-9_]*\}\}/;

/** Why the text can't be judged at all, whatever its language; undefined when it can. */
export const findUnreadableText = (query: string): string | undefined => {
  if (query.trim() === '') return 'The query is empty.';
  if (query.length > maximumLength) return `The query is longer than ${maximumLength} characters; shorten it.`;
  if (/\p{Surrogate}/u.test(query))
    return 'The query contains half a character (a lone surrogate); type that part again.';
  const [placeholder] = unfilledPlaceholder.exec(query) ?? [];
  if (placeholder) return `The query still has the placeholder ${placeholder}; write the value there.`;
  const hidden = hiddenCharacter.exec(query);
  if (!hidden) return undefined;
  const code = hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `The query contains the invisible character U+${code} at position ${hidden.index + 1}; remove it.`;
};

/** No reason against it: allowed. */
export const verdictOf = (reason: string | undefined): GuardVerdict =>
  reason === undefined ? { allowed: true } : { allowed: false, reason };

/** The text of a statement, or the reason why there isn't exactly one. */
export const statementOf = (found: { text: string } | { reason: string }): Result<string> =>
  'text' in found ? success(found.text) : failure('QUERY_REJECTED', found.reason);

/** The words of a list that is written as one text, for lists of hundreds of names. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** The first reason among functions that are known and not allowed; undefined for any other name. */
export const reasonAgainst = (refusals: readonly (readonly [RegExp, string])[], name: string): string | undefined =>
  refusals.find(([pattern]) => pattern.test(name))?.[1];
