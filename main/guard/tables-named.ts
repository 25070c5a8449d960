/**
 * Which tables a query names, to compare them with those that its system has. It judges nothing: what it overlooks (tables
 * of a list behind a comma, of another database) is told by the system when the query runs.
 */
import type { Token } from './tokens';

/** A table's name, or its schema and its name, without quotes. */
export type TableName = readonly string[];

export const isName = (token: Token | undefined): token is Token =>
  token?.kind === 'word' || token?.kind === 'quotedName';

export const withoutQuotes = ({ kind, text }: Token): string => {
  const quote = text.at(-1) ?? '';
  return kind === 'quotedName' ? text.slice(1, -1).replaceAll(quote + quote, quote) : text;
};

/**
 * The tables behind FROM, JOIN and APPLY; what a WITH names itself, and functions, are none. A query that can't be read
 * names none.
 */
export const tablesNamed = (statement: { tokens: Token[] } | { reason: string }): TableName[] => {
  if ('reason' in statement) return [];
  const { tokens } = statement;
  const ownNames = namesOfWith(tokens);
  const isOwn = (name: TableName) => name.length === 1 && ownNames.has(name.join('').toLowerCase());
  return placesOfTables(tokens)
    .map((place) => tableAt(tokens, place))
    .filter((name) => name !== undefined)
    .filter((name) => !isOwn(name));
};

/** Where a table's name may begin. The FROM of `EXTRACT(year FROM day)` and of `IS DISTINCT FROM` begins no list of tables. */
const placesOfTables = (tokens: readonly Token[]): number[] => {
  const openings = [tokens[0]];
  const places: number[] = [];
  for (const [index, { text, keyword }] of tokens.entries()) {
    if (text === '(') openings.push(tokens[index + 1]);
    if (text === ')') openings.pop();
    const inQuery = /^(SELECT|WITH)$/.test(openings.at(-1)?.keyword ?? '');
    const isFrom = keyword === 'FROM' && inQuery && tokens[index - 1]?.keyword !== 'DISTINCT';
    if (isFrom || keyword === 'JOIN' || keyword === 'APPLY') places.push(index + 1);
  }
  return places;
};

/** The name that begins there; none where a function is called. */
export const tableAt = (tokens: readonly Token[], start: number): TableName | undefined => {
  const parts: string[] = [];
  let at = start;
  for (let token = tokens[at]; isName(token); token = tokens[at]) {
    parts.push(withoutQuotes(token));
    at += 1;
    if (tokens[at]?.text !== '.') return tokens[at]?.text === '(' ? undefined : parts;
    at += 1;
  }
  return undefined;
};

/** `WITH a AS (…), b (c) AS (…)`: a and b, and at worst the name of a column that stands like them. */
export const namesOfWith = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(
    tokens.flatMap((token, index) => {
      const [before, after] = [tokens[index - 1], tokens[index + 1]];
      const begins = before?.text === ',' || before?.keyword === 'WITH' || before?.keyword === 'RECURSIVE';
      const goesOn = after?.keyword === 'AS' || after?.text === '(';
      return isName(token) && begins && goesOn ? [withoutQuotes(token).toLowerCase()] : [];
    }),
  );
