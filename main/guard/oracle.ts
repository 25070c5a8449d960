/**
 * The guard for Oracle: a tokeniser that follows Oracle's lexical rules ("SQL Language Reference", chapter "Basic Elements")
 * and an allow-list of statements and functions.
 *
 * Oracle calls a function without arguments also without parentheses, so `app.purge` may be a column or a call. The text
 * can't tell; `oracleNamesUsed` lists what has to be looked up in the server's catalogue before the query is sent.
 */
import type { GuardVerdict } from '../connectors/types';
import { failure, type Result, success } from '../result';
import { oracleNames, reservedWords, suppliedNames, typeWords } from './oracle-names';
import { describeOpening, findRefusedCall, findRefusedWord } from './token-checks';
import { findParenthesisProblem, type LexicalRule, readOneStatement, type Token, takeStatementText } from './tokens';
import { findUnfinished } from './unfinished';
import { verdictOf, words } from './verdict';

/** Converted to the database's character set, these may become ' " * or / and so end a text, a name or a comment. */
const lookAlike = /[´ʹ-ʿ‘-‟′-‷⁄∕∗＂＇＊／]/;
const hint = 'Hints (/*+ … */) change how the server works; leave the hint out.';
const lineEnd = 'A comment holds a carriage return without a line feed; servers disagree whether it ends there.';

const rules: readonly LexicalRule[] = [
  { kind: 'skipped', pattern: /[ \t\n\f\r]+/y },
  { refusal: hint, pattern: /(?:\/\*|--)\+/y },
  { kind: 'skipped', pattern: /\/\*[\s\S]*?\*\//y },
  { refusal: 'A comment is opened and not closed.', pattern: /\/\*/y },
  { refusal: lineEnd, pattern: /--[^\n]*\r(?!\n)/y },
  { kind: 'skipped', pattern: /--[^\n]*/y },
  {
    kind: 'string',
    // Each ends at the first closing delimiter before a quote, and nowhere later.
    pattern:
      /[nN]?[qQ]'(?:\[(?:(?!\]')[\s\S])*\]'|\{(?:(?!\}')[\s\S])*\}'|\((?:(?!\)')[\s\S])*\)'|<(?:(?!>')[\s\S])*>'|(?![[{(<'])([!-~])(?:(?!\1')[\s\S])*\1')(?!')|[nN]?'(?:[^']|'')*'(?!')/y,
  },
  { refusal: "A text is opened and not closed, or begins in a way that is not known (q'…').", pattern: /[nN]?[qQ]?'/y },
  { kind: 'quotedName', pattern: /"[^"]+"(?!")/y },
  { refusal: 'A quoted name is not closed, or holds a double quote.', pattern: /"/y },
  {
    kind: 'number',
    pattern: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?(?![\w$#\u0080-\u{10ffff}])/uy,
  },
  { kind: 'word', pattern: /[A-Za-z][\w$#]*(?![\u0080-\u{10ffff}])/uy },
  { refusal: 'Write names with other letters than A to Z in double quotes.', pattern: /[A-Za-z\u0080-\u{10ffff}]/uy },
  { refusal: 'It reads over a database link (@); connect to that database instead.', pattern: /@/y },
  { refusal: 'It has a parameter (:name, ? or &name), which nobody fills in; write the value.', pattern: /[:?&]/y },
  { kind: 'symbol', pattern: /\|\||<=|>=|<>|!=|\^=|=>|[-+*/%=<>,.();]/y },
];

const reservedOpen = words('ELSE INTERSECT LIKE MINUS THEN');

const reading = 'SELECT or WITH';

/** Says whether the query is one statement that can only read. */
export const guardOracle = async (query: string): Promise<GuardVerdict> => {
  const statement = readOneStatement(query, rules);
  return verdictOf('reason' in statement ? statement.reason : (findLookAlike(query) ?? findReason(statement.tokens)));
};

/** The one statement of the query without the semicolons and comments around it. Not judged: ask `guardOracle` first. */
export const singleOracleStatement = async (query: string): Promise<Result<string>> => takeStatementText(query, rules);

export interface OracleNamesUsed {
  /** Names that stand alone: a column, an alias, a keyword, or a function without arguments. */
  single: string[];
  /** Two names with a dot between: a column of a table, a table of a schema, or a function of a package or schema. */
  pairs: [string, string][];
}

/** The names of the query that could be calls without parentheses, spelt as the catalogue spells them, each once. */
export const oracleNamesUsed = (query: string): Result<OracleNamesUsed> => {
  const statement = readOneStatement(query, rules);
  if ('reason' in statement) return failure('QUERY_REJECTED', statement.reason);
  const single = new Set<string>();
  const pairs = new Map<string, [string, string]>();
  for (const [index, token] of statement.tokens.entries()) {
    if (!isName(token)) continue;
    const [previous, next] = [statement.tokens[index - 1], statement.tokens[index + 1]];
    const after = statement.tokens[index + 2];
    if (next?.text === '.' && after && isName(after)) {
      const pair: [string, string] = [catalogueName(token), catalogueName(after)];
      pairs.set(pair.join('.'), pair);
    } else if (previous?.text !== '.' && !reservedWords.has(token.keyword)) single.add(catalogueName(token));
  }
  return success({ single: [...single], pairs: [...pairs.values()] });
};

const isName = (token: Token): boolean => token.kind === 'word' || token.kind === 'quotedName';
const catalogueName = ({ kind, text }: Token): string => (kind === 'word' ? text.toUpperCase() : text.slice(1, -1));

const findLookAlike = (query: string): string | undefined => {
  const character = lookAlike.exec(query)?.[0];
  return (
    character &&
    `A database with a smaller character set may read ${character} as a quote or as the end of a comment; write the plain one.`
  );
};

const findReason = (tokens: readonly Token[]): string | undefined => {
  const first = tokens.find((token) => token.text !== '(');
  if (first?.keyword !== 'SELECT' && first?.keyword !== 'WITH') return describeOpening(first, reading);
  return (
    findParenthesisProblem(tokens) ??
    findRefusedWord(tokens, oracleNames) ??
    findRefusedPhrase(tokens) ??
    findRefusedCall(tokens, oracleNames, (index) => judgeOracleCall(tokens, index)) ??
    findUnfinished(tokens, reservedOpen)
  );
};

const findRefusedPhrase = (tokens: readonly Token[]): string | undefined => {
  if (tokens.at(-1)?.text === '/') return 'Leave out the / at the end; it belongs to SQL*Plus.';
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]?.keyword;
    if (token.keyword === 'WITH' && (next === 'FUNCTION' || next === 'PROCEDURE')) {
      return `WITH ${next} brings along code of its own.`;
    }
    if (!isName(token)) continue;
    if (token.keyword === 'AI' && tokens[index - 1]?.keyword === 'SELECT' && asksModel(tokens[index + 1]))
      return 'SELECT AI sends what follows to a language model. If AI is a column, write its table before it: t.ai.';
    const name = catalogueName(token);
    if (/^(NEXTVAL|CURRVAL)$/.test(name)) return `${name} uses a sequence, which it may advance.`;
    if (suppliedNames.test(name)) return `${name} belongs to the packages of the server, which do more than read.`;
  }
  return undefined;
};

// `SELECT AI prompt` (Autonomous Database), but not `SELECT ai FROM`, `SELECT ai AS`, `SELECT ai,`.
const asksModel = (next: Token | undefined): boolean =>
  next !== undefined && next.kind !== 'symbol' && next.keyword !== 'FROM' && next.keyword !== 'AS';

/** What depends on the neighbours: outer joins, types with a length, clauses whose keyword is not reserved, and XQuery. */
const judgeOracleCall = (tokens: readonly Token[], index: number): string | undefined => {
  const [previous, token, , inside, behind] = [-1, 0, 1, 2, 3].map((step) => tokens[index + step]);
  const keyword = token?.keyword ?? '';
  // The outer join `b.id (+)`: the sign alone can't be an argument.
  if (inside?.text === '+' && behind?.text === ')') return 'allowed';
  if (previous?.text === '.') return undefined;
  if (typeWords.has(keyword) && inside?.kind === 'number') return 'allowed';
  if (keyword === 'TIMESTAMP' && previous?.keyword === 'OF') return 'allowed';
  if (keyword === 'SCN' && previous?.keyword === 'OF') return 'allowed';
  if (keyword === 'SETS' && previous?.keyword === 'GROUPING') return 'allowed';
  if (keyword === 'BLOCK' && previous?.keyword === 'SAMPLE') return 'allowed';
  if (keyword === 'SECOND' && previous?.keyword === 'TO' && inside?.kind === 'number') return 'allowed';
  if (keyword === 'SOME' && /^(=|<|>|<=|>=|<>|!=|\^=)$/.test(previous?.text ?? '')) return 'allowed';
  if (/^(NULLS|XML)$/.test(keyword) && pivotBefore(tokens, index)) return 'allowed';
  if (/^(EXTRACT|EXTRACTVALUE|EXISTSNODE)$/.test(keyword))
    return judgePath(tokens, index) ?? judgeXquery(tokens, index);
  if (/^(XMLTABLE|XMLQUERY|XMLEXISTS)$/.test(keyword)) return judgeXquery(tokens, index);
  return undefined;
};

/** `PIVOT XML (`, `UNPIVOT INCLUDE NULLS (`. */
const pivotBefore = (tokens: readonly Token[], index: number): boolean =>
  [tokens[index - 1], tokens[index - 2]].some((token) => /^(UN)?PIVOT$/.test(token?.keyword ?? ''));

/** A path that is put together at run time can't be looked at, so it has to be one text: `extract(doc, '/a')`. */
const judgePath = (tokens: readonly Token[], index: number): string | undefined => {
  const given = argumentsOf(tokens, index);
  let open = 0;
  for (const [place, { text }] of given.entries()) {
    if (text === '(') open += 1;
    if (text === ')') open -= 1;
    if (open !== 0 || text !== ',') continue;
    const [path, behind] = given.slice(place + 1);
    if (path?.kind !== 'string' || (behind && behind.text !== ','))
      return `Write the path of ${tokens[index]?.text} as one text; a path that is put together can't be judged.`;
  }
  return undefined;
};

/** XQuery can open documents by URI (doc, collection), so only paths and a few functions are let through. */
const judgeXquery = (tokens: readonly Token[], index: number): string | undefined => {
  const calls = /\b(?:text|node|count|string|number|position|last|not|contains|starts-with|local-name)\s*\(/g;
  for (const { kind, text } of argumentsOf(tokens, index)) {
    if (kind !== 'string') continue;
    const rest = text.replace(/^[nNqQ]*'/, '').replaceAll(calls, '');
    if (/[({;#]/.test(rest))
      return 'Its XQuery text may open other documents; only paths, text(), count() and the like are let through.';
  }
  return undefined;
};

/** The tokens between the parenthesis behind `index` and the one that closes it. */
const argumentsOf = (tokens: readonly Token[], index: number): readonly Token[] => {
  let open = 0;
  for (let end = index + 1; end < tokens.length; end += 1) {
    open += tokens[end]?.text === '(' ? 1 : tokens[end]?.text === ')' ? -1 : 0;
    if (open === 0) return tokens.slice(index + 2, end);
  }
  return tokens.slice(index + 2);
};
