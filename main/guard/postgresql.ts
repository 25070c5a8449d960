/**
 * The guard for PostgreSQL, on top of PostgreSQL's own parser (libpg_query, grammar of version 18).
 *
 * It judges the text of the query. What the text only names is the client's and not visible here: a view or a row-level
 * policy may call functions, a foreign table may reach another server, and a function or operator of the client's may
 * carry the name of a built-in with other argument types. Those run inside the server layer's read-only transaction.
 */
import type { GuardVerdict } from '../connectors/types';
import type { Result } from '../result';
import { type ColumnName, columnsNamed } from './columns-named';
import { estimateDepth } from './postgresql-depth';
import { findReasonInTree, type SyntaxTree, tablesInTree } from './postgresql-tree';
import type { TableName } from './tables-named';
import type { Token as PlainToken, TokenKind } from './tokens';
import { endsAfter } from './unfinished';
import { findUnreadableText, statementOf, verdictOf } from './verdict';

type Parser = typeof import('libpg-query');
type Token = { text: string; tokenName: string; start: number; end: number };
type Parsed = { statement: SyntaxTree; tokens: Token[] } | { reason: string };

let parserLoading: Promise<Parser> | undefined;
let parserBroke = false;

/** A tree of 7,000 levels still passed, one of 10,000 ended the parser's stack (Node 20, WebAssembly). */
const maximumDepth = 3_000;
const tooDeep = 'The query is too large or nested too deeply for the parser; make it simpler.';

/** Loads the parser (1.7 MB of WebAssembly) at the first query. */
const loadParser = (): Promise<Parser> => {
  parserLoading ??= import('libpg-query').then(async (parser) => {
    await parser.loadModule();
    return parser;
  });
  return parserLoading;
};

/** Says whether the query is one statement that can only read. */
export const guardPostgresql = async (query: string): Promise<GuardVerdict> => {
  const parsed = await parseStatement(query);
  return verdictOf('reason' in parsed ? parsed.reason : findReason(parsed));
};

/**
 * The one statement of the query without the semicolons and comments around it, to be wrapped as `COPY (…) TO STDOUT`.
 * It is not judged: ask `guardPostgresql` first.
 */
export const singlePostgresqlStatement = async (query: string): Promise<Result<string>> => {
  const parsed = await parseStatement(query);
  return statementOf('reason' in parsed ? parsed : { text: withoutSurroundings(query, parsed.tokens) });
};

/** The tables that the query names; none of a query that can't be read. */
export const postgresqlTablesNamed = async (query: string): Promise<TableName[]> => {
  const parsed = await parseStatement(query);
  return 'reason' in parsed ? [] : tablesInTree(parsed.statement);
};

/** The columns that the query surely reads; none of a query that can't be read. */
export const postgresqlColumnsNamed = async (query: string): Promise<ColumnName[]> => {
  const parsed = await parseStatement(query);
  return columnsNamed('reason' in parsed ? parsed : { tokens: plainTokens(parsed.tokens) });
};

const parseStatement = async (query: string): Promise<Parsed> => {
  const unreadable = findUnreadableText(query);
  if (unreadable) return { reason: unreadable };
  const parser = await loadParser();
  if (parserBroke) return { reason: 'The parser for PostgreSQL broke at an earlier query; restart Tickmark.' };
  try {
    const tokens = scanTokens(parser, query);
    if (estimateDepth(tokens) > maximumDepth) return { reason: tooDeep };
    const statements = parser.parseSync(query).stmts ?? [];
    const [only] = statements;
    if (!only?.stmt) return { reason: 'There is no statement in the query.' };
    if (statements.length > 1) return { reason: `There are ${statements.length} statements; send one at a time.` };
    if (tokens.length === 0) return { reason: 'The scanner for PostgreSQL does not accept the query.' };
    return { statement: only.stmt as SyntaxTree, tokens };
  } catch (error) {
    return { reason: describeError(query, error, parser) };
  }
};

// Where the scanner stops (an open quote, say) the parser does, too, and says it better, with nothing built by then.
const scanTokens = (parser: Parser, query: string): Token[] => {
  try {
    return parser.scanSync(query).tokens;
  } catch (error) {
    if (isBreakdown(error)) throw error;
    return [];
  }
};

const isBreakdown = (error: unknown): boolean =>
  error instanceof RangeError || error instanceof WebAssembly.RuntimeError;

const describeError = (query: string, error: unknown, parser: Parser): string => {
  if (isBreakdown(error)) {
    // WebAssembly stopped midway: its memory is in no known state, its answers can't be trusted any more.
    parserBroke = true;
    return tooDeep;
  }
  if (query.trimStart().startsWith('\\'))
    return 'Commands of psql (\\d, \\copy, …) are not SQL; write the query itself.';
  const { message } = error as Error;
  const stoppedAt = /at (end of input|or near ";")$/.test(message) && textBeforeEnd(scanTokens(parser, query));
  return stoppedAt ? endsAfter(stoppedAt) : `PostgreSQL's grammar does not accept the query: ${message}.`;
};

const findReason = ({ statement, tokens }: { statement: SyntaxTree; tokens: Token[] }): string | undefined =>
  findAmbiguousString(tokens) ?? findReasonInTree(statement);

// An odd run of backslashes before a quote ends the string or not, depending on standard_conforming_strings.
const findAmbiguousString = (tokens: Token[]): string | undefined => {
  const ambiguous = tokens.some(({ text }) => text.startsWith("'") && /(?<!\\)(\\\\)*\\'/.test(text));
  if (!ambiguous) return undefined;
  return "A text has a backslash before a quote; its meaning depends on the server's settings. Write it as E'…'.";
};

const surroundings = new Set(['SQL_COMMENT', 'C_COMMENT', 'ASCII_59']);

/** What stands last; undefined where there are several statements. */
const textBeforeEnd = (tokens: Token[]): string | undefined => {
  const last = lastToken(tokens);
  const isOne = last && !tokens.slice(0, tokens.indexOf(last)).some(({ tokenName }) => tokenName === 'ASCII_59');
  return isOne ? last.text : undefined;
};

const lastToken = (tokens: Token[]): Token | undefined =>
  tokens.findLast((token) => !surroundings.has(token.tokenName));

/** The parser's tokens as the other dialects have theirs. */
const plainTokens = (tokens: Token[]): PlainToken[] =>
  tokens
    .filter(({ tokenName }) => !surroundings.has(tokenName))
    .map(({ text, start, end }) => {
      const kind = kindOf(text);
      return { kind, text, keyword: kind === 'word' ? text.toUpperCase() : '', start, end };
    });

const kindOf = (text: string): TokenKind => {
  if (text.startsWith('"')) return 'quotedName';
  if (/^(\w{0,2}'|\$|U&')/i.test(text)) return 'string';
  if (/^\.?\d/.test(text)) return 'number';
  return /^[\p{L}_]/u.test(text) ? 'word' : 'symbol';
};

const withoutSurroundings = (query: string, tokens: Token[]): string => {
  const first = tokens.find((token) => !surroundings.has(token.tokenName));
  const last = lastToken(tokens);
  // The scanner counts bytes of UTF-8.
  return Buffer.from(query).subarray(first?.start, last?.end).toString();
};
