/**
 * The checks on tokens that SQL dialects without a parser share: which words a reading statement may not contain, and
 * which functions it may call.
 */
import type { Token } from './tokens';
import { reasonAgainst } from './verdict';

/** What the checks need to know of a dialect. Keywords in upper case, function names in lower case. */
export interface DialectNames {
  allowedFunctions: ReadonlySet<string>;
  /** Known and refused, with the reason in words: `reads files on the server`. */
  refusedFunctions: readonly (readonly [RegExp, string])[];
  /** Keywords that an opening parenthesis may follow without being called. */
  wordsBeforeParenthesis: ReadonlySet<string>;
  /** Words that have no place in a reading statement, with what they do. */
  refusedWords: ReadonlyMap<string, string>;
  /** How a name is quoted, for hints: `` `name` ``. */
  quotedNameExample: string;
}

const openings: Readonly<Record<string, string>> = {
  INSERT: 'inserts rows',
  UPDATE: 'changes rows',
  DELETE: 'deletes rows',
  REPLACE: 'replaces rows',
  MERGE: 'changes rows',
  CALL: 'runs a procedure, which may change data',
  DO: 'runs functions without reading anything',
  SET: 'changes settings',
  LOAD: 'loads a file',
  CREATE: 'creates objects',
  ALTER: 'changes objects',
  DROP: 'removes objects',
  TRUNCATE: 'deletes rows',
  GRANT: 'gives privileges',
  REVOKE: 'takes privileges away',
  PREPARE: 'prepares a statement that is not visible here',
  EXECUTE: 'runs a statement that is not visible here',
  HANDLER: 'opens a table outside of the read-only transaction',
  ATTACH: 'opens another file',
  VACUUM: 'rewrites the file',
  BEGIN: 'controls transactions or begins a block of code',
  START: 'controls transactions',
  COMMIT: 'ends the read-only transaction',
  ROLLBACK: 'ends the read-only transaction',
};

/** Why a statement may not begin like this, given the words that may. */
export const describeOpening = (token: Token | undefined, allowed: string): string => {
  const effect = Object.hasOwn(openings, token?.keyword ?? '') ? openings[token?.keyword ?? ''] : undefined;
  if (effect) return `${token?.keyword} ${effect}; only reading statements run (${allowed}).`;
  return `A statement that begins with ${token?.text.slice(0, 40)} is not known to read; begin with ${allowed}.`;
};

/** The reason against the first word that has no place in a reading statement. */
export const findRefusedWord = (tokens: readonly Token[], names: DialectNames): string | undefined => {
  for (const { keyword } of tokens) {
    const effect = names.refusedWords.get(keyword);
    if (effect) return `${keyword} ${effect}. If it is a name, quote it: ${names.quotedNameExample}.`;
  }
  return undefined;
};

/** The reason against the first function that is not known to read only. */
export const findRefusedCall = (
  tokens: readonly Token[],
  names: DialectNames,
  /** What only this dialect allows or refuses: a reason, `allowed`, or undefined for "as usual". */
  judge: (index: number) => string | undefined = () => undefined,
): string | undefined => {
  for (const [index, token] of tokens.entries()) {
    if (tokens[index + 1]?.text !== '(' || token.kind === 'symbol') continue;
    const own = judge(index);
    if (own === 'allowed') continue;
    const reason = own ?? judgeCall(tokens, index, names);
    if (reason) return reason;
  }
  return undefined;
};

const judgeCall = (tokens: readonly Token[], index: number, names: DialectNames): string | undefined => {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (!token) return undefined;
  if (previous?.text === '.') return unknownFunction(`${tokens[index - 2]?.text ?? ''}.${token.text}`);
  if (names.wordsBeforeParenthesis.has(token.keyword)) return undefined;
  if (followsOperand(previous) || isColumnListOfCte(tokens, index)) return undefined;
  if (token.kind !== 'word')
    return `Write the function ${token.text} without quotes; Tickmark can't judge it like this.`;
  const name = token.keyword.toLowerCase();
  const refusal = reasonAgainst(names.refusedFunctions, name);
  if (refusal) return `It calls ${name}, which ${refusal}.`;
  return names.allowedFunctions.has(name) ? undefined : unknownFunction(token.text);
};

const unknownFunction = (name: string): string =>
  `Tickmark doesn't know the function ${name}(); it can't tell that it only reads.`;

// Directly behind a value, a closed parenthesis or AS no call can begin: `AS DECIMAL(10, 2)`, `(…) AS t(a, b)`, `(…) t(a)`.
const followsOperand = (previous: Token | undefined): boolean =>
  previous?.kind === 'string' || previous?.text === ')' || previous?.keyword === 'AS';

/** `name (a, b) AS (` or SQLite's `name (a, b) AS MATERIALIZED (`: nothing else in SQL looks like it. */
const isColumnListOfCte = (tokens: readonly Token[], index: number): boolean => {
  let next = index + 2;
  while (tokens[next]?.kind === 'word' || tokens[next]?.kind === 'quotedName' || tokens[next]?.text === ',') next += 1;
  if (tokens[next]?.text !== ')' || tokens[next + 1]?.keyword !== 'AS') return false;
  next += 2;
  while (tokens[next]?.keyword === 'NOT' || tokens[next]?.keyword === 'MATERIALIZED') next += 1;
  return tokens[next]?.text === '(';
};
