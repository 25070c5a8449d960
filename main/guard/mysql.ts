/**
 * The guard for MySQL and MariaDB: a tokeniser that follows their lexers and an allow-list of statements and functions.
 *
 * Where the meaning of a text depends on the server (sql_mode, version comments, MySQL or MariaDB), it is refused. What
 * the text only names is the client's and not visible here: a view may call functions, and on a server that lacks a
 * built-in function its name may be a stored function's. Those run inside the server layer's read-only session.
 */
import type { GuardVerdict } from '../connectors/types';
import type { Result } from '../result';
import { type ColumnName, columnsNamed } from './columns-named';
import { functionsWithoutSpace, mysqlNames, showStatements } from './mysql-names';
import { type TableName, tablesNamed } from './tables-named';
import { describeOpening, findRefusedCall, findRefusedWord } from './token-checks';
import { findParenthesisProblem, type LexicalRule, readOneStatement, type Token, takeStatementText } from './tokens';
import { findUnfinished } from './unfinished';
import { verdictOf, words } from './verdict';

const executedComment =
  'Comments that begin with /*! or /*M! are executed by the server; write what they say, or leave it out.';
const unclearQuote =
  "A text is not closed, or has a backslash before a quote, which depends on the server's sql_mode. Double the quote instead.";

const rules: readonly LexicalRule[] = [
  { kind: 'skipped', pattern: /[ \t\n\v\f\r]+/y },
  { refusal: executedComment, pattern: /\/\*[mM]?!/y },
  { refusal: 'Optimizer hints (/*+ … */) can set variables; leave the hint out.', pattern: /\/\*\+/y },
  { kind: 'skipped', pattern: /\/\*[\s\S]*?\*\//y },
  { refusal: 'A comment is opened and not closed.', pattern: /\/\*/y },
  { kind: 'skipped', pattern: /(?:--(?=[ \t\n\v\f\r]|$)|#)[^\n]*/y },
  // No backslash directly before a quote (an even run of them aside): it ends the text or not, depending on sql_mode.
  { kind: 'string', pattern: /'(?:[^'\\]|''|\\[^'])*'(?!')|"(?:[^"\\]|""|\\[^"])*"(?!")/y },
  { refusal: unclearQuote, pattern: /['"]/y },
  { kind: 'quotedName', pattern: /`(?:[^`]|``)*`(?!`)/y },
  { refusal: 'A quoted name is not closed.', pattern: /`/y },
  // User variables and the host of an account take a quoted part; its text is the next token.
  { kind: 'variable', pattern: /@@?[\w$\u0080-\uffff]*/y },
  // A number with a point or an exponent ends where a letter begins: `1.5into @x`. Behind a name its point is a separator.
  {
    kind: 'number',
    pattern: /\d+(?:\.\d*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)|(?<![\w$\u0080-\uffff`])\.\d+(?:[eE][+-]?\d+)?/uy,
  },
  { refusal: 'A name that begins with $ may be a quote (MySQL 9); write it as `name`.', pattern: /\$/y },
  // Digits may begin a name, so whole numbers are words, too.
  { kind: 'word', pattern: /[\w$\u0080-\uffff]+/uy },
  { refusal: 'It assigns a variable (:=); leave the assignment out.', pattern: /:=/y },
  { refusal: 'It has a parameter (?), which nobody fills in; write the value.', pattern: /\?/y },
  { kind: 'symbol', pattern: /->>?|\|\||&&|<=>|<<|>>|<=|>=|<>|!=|[-+*/%=<>&|^~!,.();]/y },
];

const reservedOpen = words('CASE ELSE JOIN LIKE LIMIT THEN USING WHEN');

const readingWords: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'VALUES', 'TABLE']);
const reading = 'SELECT, WITH, VALUES, TABLE, SHOW, DESCRIBE or EXPLAIN';

/** Says whether the query is one statement that can only read. */
export const guardMysql = async (query: string): Promise<GuardVerdict> => {
  const statement = readOneStatement(query, rules);
  return verdictOf('reason' in statement ? statement.reason : findReason(statement.tokens));
};

/** The tables that the query names; DUAL stands for none. */
export const mysqlTablesNamed = async (query: string): Promise<TableName[]> =>
  tablesNamed(readOneStatement(query, rules)).filter((name) => name.join('').toLowerCase() !== 'dual');

/** The columns that the query surely reads. */
export const mysqlColumnsNamed = async (query: string): Promise<ColumnName[]> =>
  columnsNamed(readOneStatement(query, rules));

/** The one statement of the query without the semicolons and comments around it. Not judged: ask `guardMysql` first. */
export const singleMysqlStatement = async (query: string): Promise<Result<string>> => takeStatementText(query, rules);

const findReason = (tokens: readonly Token[]): string | undefined => {
  const keyword = tokens[0]?.keyword ?? '';
  if (keyword === 'SHOW') return findReasonInShow(tokens);
  if (['EXPLAIN', 'DESCRIBE', 'DESC'].includes(keyword)) return findReasonInExplain(tokens.slice(1));
  return findReasonInRead(tokens);
};

const opensRead = (tokens: readonly Token[]): boolean =>
  readingWords.has(tokens.find((token) => token.text !== '(')?.keyword ?? '');

const findReasonInRead = (tokens: readonly Token[]): string | undefined =>
  opensRead(tokens)
    ? findReasonInParts(tokens)
    : describeOpening(
        tokens.find((token) => token.text !== '('),
        reading,
      );

const findReasonInParts = (tokens: readonly Token[]): string | undefined =>
  findParenthesisProblem(tokens) ??
  findRefusedWord(tokens.filter(standsForStatement), mysqlNames) ??
  findRefusedPhrase(tokens) ??
  findRefusedCall(tokens, mysqlNames, (index) => judgeMysqlCall(tokens, index)) ??
  findUnfinished(tokens, reservedOpen);

// INSERT(…) and REPLACE(…) are text functions; CHARACTER SET names a character set.
const standsForStatement = (token: Token, index: number, tokens: readonly Token[]): boolean => {
  if (token.keyword === 'INSERT' || token.keyword === 'REPLACE') return tokens[index + 1]?.text !== '(';
  if (token.keyword === 'SET') return !['CHARACTER', 'CHAR'].includes(tokens[index - 1]?.keyword ?? '');
  return true;
};

const findRefusedPhrase = (tokens: readonly Token[]): string | undefined => {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]?.keyword;
    if (token.keyword === 'FOR' && next === 'SHARE') return 'FOR SHARE locks rows; leave it out.';
    if (token.keyword === 'NEXT' && next === 'VALUE') return 'NEXT VALUE advances a sequence.';
    // Sequences in MariaDB's Oracle mode.
    if (token.text === '.' && next === 'NEXTVAL') return 'NEXTVAL advances a sequence.';
  }
  return undefined;
};

/** The words that are reserved in some versions only and a call or not depending on their neighbours, and the built-ins that a space turns into others. */
const judgeMysqlCall = (tokens: readonly Token[], index: number): string | undefined => {
  const [previous, token, parenthesis, next] = [tokens[index - 1], tokens[index], tokens[index + 1], tokens[index + 2]];
  const keyword = token?.keyword ?? '';
  if (keyword === 'OF' && previous?.keyword === 'MEMBER') return 'allowed';
  if ((keyword === 'ANY' || keyword === 'SOME') && /^(=|<|>|<=|>=|<>|!=)$/.test(previous?.text ?? '')) return 'allowed';
  if (keyword === 'OVER' && previous?.keyword === 'NULLS') return 'allowed';
  if (['LATERAL', 'EXCEPT', 'INTERSECT'].includes(keyword) && readingWords.has(next?.keyword ?? '')) return 'allowed';
  if (functionsWithoutSpace.has(keyword.toLowerCase()) && token?.end !== parenthesis?.start) {
    return `With a space before the parenthesis ${token?.text} may be a stored function; write ${token?.text}( without it.`;
  }
  return undefined;
};

const findReasonInShow = (tokens: readonly Token[]): string | undefined => {
  const text = tokens.map((token) => token.keyword || token.text).join(' ');
  const shown = showStatements.exec(text)?.[0];
  if (!shown) return `SHOW ${tokens[1]?.text ?? ''} is not on the list of SHOW statements that only read.`;
  // The words of the statement's name (CREATE, PROCEDURE) are refused anywhere behind it.
  return findReasonInParts(tokens.slice(shown.split(' ').length));
};

/** `EXPLAIN [options] SELECT …` shows a plan; `DESCRIBE table [column]` shows columns. */
const findReasonInExplain = (tokens: readonly Token[]): string | undefined => {
  if (tokens.some((token) => token.keyword === 'ANALYZE'))
    return 'EXPLAIN ANALYZE runs the statement; leave ANALYZE out.';
  const [option, equals] = tokens;
  if (option?.keyword === 'FORMAT' && equals?.text === '=') return findReasonInRead(tokens.slice(3));
  if (opensRead(tokens)) return findReasonInRead(tokens);
  if (option?.keyword === 'EXTENDED' || option?.keyword === 'PARTITIONS') return findReasonInRead(tokens.slice(1));
  return isTableAndColumn(tokens) ? undefined : describeOpening(option, reading);
};

const isTableAndColumn = (tokens: readonly Token[]): boolean => {
  const shape = tokens
    .map((token) => (token.text === '.' ? '.' : token.kind === 'symbol' ? '?' : token.kind[0]))
    .join('');
  return /^[wq](\.[wq])?[wqs]?$/.test(shape) && findRefusedWord(tokens, mysqlNames) === undefined;
};
