/**
 * The guard for SQLite: a tokeniser that follows SQLite's own (tokenize.c) and an allow-list of statements, functions
 * and pragmas.
 *
 * A SQLite file can't bring functions along: those that exist are the ones of the SQLite that Tickmark is built with.
 * A view of the file may still call any of them, which the server layer has to forbid (trusted_schema off).
 */
import type { GuardVerdict } from '../connectors/types';
import type { Result } from '../result';
import { type ColumnName, columnsNamed } from './columns-named';
import { pragmas, pragmasWithArgument, sqliteNames } from './sqlite-names';
import { type TableName, tablesNamed } from './tables-named';
import { describeOpening, findRefusedCall, findRefusedWord } from './token-checks';
import { findParenthesisProblem, type LexicalRule, readOneStatement, type Token, takeStatementText } from './tokens';
import { findUnfinished } from './unfinished';
import { verdictOf, words } from './verdict';

const parameter = 'It has a parameter (?, :name, @name or $name), which nobody fills in; write the value.';

const rules: readonly LexicalRule[] = [
  { kind: 'skipped', pattern: /[ \t\n\f\r]+/y },
  { kind: 'skipped', pattern: /--[^\n]*/y },
  { kind: 'skipped', pattern: /\/\*[\s\S]*?\*\//y },
  { refusal: 'A comment is opened and not closed.', pattern: /\/\*/y },
  { kind: 'string', pattern: /[xX]?'(?:[^']|'')*'(?!')/y },
  { kind: 'quotedName', pattern: /"(?:[^"]|"")*"(?!")|`(?:[^`]|``)*`(?!`)|\[[^\]]*\]/y },
  { refusal: 'A quote is opened and not closed.', pattern: /['"`[]/y },
  {
    kind: 'number',
    pattern: /(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)(?![\w$\u0080-\u{10ffff}])/uy,
  },
  { kind: 'word', pattern: /[A-Za-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*/uy },
  { refusal: parameter, pattern: /[?:@$]/y },
  { kind: 'symbol', pattern: /->>?|\|\||<<|>>|<=|>=|<>|==|!=|[-+*/%=<>&|~,.();]/y },
];

const reservedOpen = words('CASE ELSE EXCEPT INTERSECT JOIN LIMIT THEN USING WHEN');

const reading = 'SELECT, WITH, VALUES, EXPLAIN or a reading PRAGMA';

/** Says whether the query is one statement that can only read. */
export const guardSqlite = async (query: string): Promise<GuardVerdict> => {
  const statement = readOneStatement(query, rules);
  return verdictOf('reason' in statement ? statement.reason : findReason(statement.tokens));
};

/** The tables that the query names; SQLite's own are in every file. */
export const sqliteTablesNamed = async (query: string): Promise<TableName[]> =>
  tablesNamed(readOneStatement(query, rules)).filter((name) => !/^(sqlite|pragma)_/i.test(name.at(-1) ?? ''));

/** The columns that the query surely reads. */
export const sqliteColumnsNamed = async (query: string): Promise<ColumnName[]> =>
  columnsNamed(readOneStatement(query, rules));

/** The one statement of the query without the semicolons and comments around it. Not judged: ask `guardSqlite` first. */
export const singleSqliteStatement = async (query: string): Promise<Result<string>> => takeStatementText(query, rules);

const findReason = (tokens: readonly Token[]): string | undefined => {
  const [first, second, third] = tokens;
  if (first?.keyword === 'PRAGMA') return findReasonInPragma(tokens);
  if (first?.keyword !== 'EXPLAIN') return findReasonInRead(tokens);
  const hasPlan = second?.keyword === 'QUERY' && third?.keyword === 'PLAN';
  return findReasonInRead(tokens.slice(hasPlan ? 3 : 1));
};

const findReasonInRead = (tokens: readonly Token[]): string | undefined => {
  const [first] = tokens;
  if (!['SELECT', 'WITH', 'VALUES'].includes(first?.keyword ?? '')) return describeOpening(first, reading);
  return (
    findParenthesisProblem(tokens) ??
    findRefusedWord(tokens, sqliteNames) ??
    findRefusedPragmaTable(tokens) ??
    findRefusedCall(tokens, sqliteNames) ??
    findUnfinished(tokens, reservedOpen)
  );
};

// `SELECT * FROM pragma_x` runs the pragma, also without parentheses, and in any kind of quotes.
const findRefusedPragmaTable = (tokens: readonly Token[]): string | undefined => {
  for (const [index, token] of tokens.entries()) {
    const [, name] = /^\W?pragma_(.*?)\W?$/is.exec(token.text) ?? [];
    if (name === undefined || token.kind === 'number') continue;
    const called = tokens[index + 1]?.text === '(';
    if (!isReadingPragma(name, called)) return `pragma_${name} is not on the list of pragmas that only read.`;
  }
  return undefined;
};

const isReadingPragma = (name: string, hasArgument: boolean): boolean => {
  const known = name.toLowerCase();
  return pragmasWithArgument.has(known) || (!hasArgument && pragmas.has(known));
};

/** `PRAGMA [schema.]name [(argument)]` with a name of the lists; never `= value`, which sets. */
const findReasonInPragma = (tokens: readonly Token[]): string | undefined => {
  const hasSchema = tokens[2]?.text === '.';
  const [name, ...rest] = tokens.slice(hasSchema ? 3 : 1);
  const [open, argument, close, ...more] = rest;
  const plain = rest.length === 0;
  const called =
    open?.text === '(' &&
    argument !== undefined &&
    argument.kind !== 'symbol' &&
    close?.text === ')' &&
    more.length === 0;
  if ((plain || called) && isReadingPragma(name?.keyword ?? '', called)) return undefined;
  return `PRAGMA ${name?.text ?? ''} in this form is not on the list of pragmas that only read.`;
};
