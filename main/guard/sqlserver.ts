/**
 * The guard for SQL Server: a tokeniser that follows T-SQL's lexer and an allow-list of statements and functions.
 *
 * T-SQL needs no semicolon between statements, so what begins one is looked for everywhere, and each SELECT must stand
 * where a query of the one statement begins. The session sets QUOTED_IDENTIFIER ON: double quotes hold names. Functions of
 * the client's own can't be called; a view may call some, and T-SQL lets no function change data.
 */
import type { GuardVerdict } from '../connectors/types';
import type { Result } from '../result';
import { type ColumnName, columnsNamed } from './columns-named';
import {
  harmlessQueryHints,
  harmlessTableHints,
  plainMethods,
  sqlserverNames,
  systemFunctions,
  tableFunctions,
  xmlMethods,
} from './sqlserver-names';
import { type TableName, tablesNamed } from './tables-named';
import { describeOpening, findRefusedCall, findRefusedWord } from './token-checks';
import { findParenthesisProblem, type LexicalRule, readOneStatement, type Token, takeStatementText } from './tokens';
import { findUnfinished } from './unfinished';
import { verdictOf, words } from './verdict';

const wordCharacters = '[\\p{L}\\p{N}\\p{M}_@$#]';

const rules: readonly LexicalRule[] = [
  { kind: 'skipped', pattern: /(?:[ \t\n]|\r\n)+/y },
  { refusal: 'A line ends with a carriage return alone, which servers read in different ways.', pattern: /\r/y },
  { kind: 'skipped', pattern: /--[^\n\r]*/y },
  // T-SQL nests comments, most editors don't: nobody can tell by looking where such a one ends.
  { kind: 'skipped', pattern: /\/\*(?:(?!\/\*|\*\/)[\s\S])*\*\//y },
  { refusal: 'A comment is not closed, or holds another one.', pattern: /\/\*/y },
  { kind: 'string', pattern: /'(?:[^']|'')*'(?!')/y },
  { refusal: 'A text is not closed.', pattern: /'/y },
  { kind: 'quotedName', pattern: /"(?:[^"]|"")*"(?!")|\[(?:[^\]]|\]\])*\](?!\])/y },
  { refusal: 'A quoted name is not closed.', pattern: /["[]/y },
  { kind: 'variable', pattern: /@@\w+/y },
  { refusal: 'It has a variable (@…), which nobody fills in; write the value.', pattern: /@/y },
  { refusal: 'It names a temporary table (#…), which this session does not have.', pattern: /#/y },
  {
    kind: 'number',
    pattern: new RegExp(
      `(?:0x[0-9a-f]*|\\d+(?:\\.\\d*)?(?:e[-+]?\\d+)?|\\.\\d+(?:e[-+]?\\d+)?)(?!${wordCharacters}|\\.)`,
      'iuy',
    ),
  },
  { refusal: 'Put a space behind the number: T-SQL may end it where the next word begins.', pattern: /\.?\d/y },
  { kind: 'word', pattern: new RegExp(`[\\p{L}_]${wordCharacters}*`, 'uy') },
  { kind: 'symbol', pattern: /<>|<=|>=|!=|!<|!>|[-+*/%=<>&|^~,.();]/y },
];

const reservedOpen = words('CASE ELSE EXCEPT INTERSECT JOIN LIKE THEN WHEN');

const reading = 'SELECT or WITH';

/** Says whether the query is one statement that can only read. */
export const guardSqlserver = async (query: string): Promise<GuardVerdict> => {
  const statement = readOneStatement(query, rules);
  return verdictOf('reason' in statement ? statement.reason : findReason(statement.tokens));
};

/** The tables that the query names. */
export const sqlserverTablesNamed = async (query: string): Promise<TableName[]> =>
  tablesNamed(readOneStatement(query, rules));

/** The columns that the query surely reads. */
export const sqlserverColumnsNamed = async (query: string): Promise<ColumnName[]> =>
  columnsNamed(readOneStatement(query, rules));

/** The one statement of the query without the semicolons and comments around it. Not judged: ask `guardSqlserver` first. */
export const singleSqlserverStatement = async (query: string): Promise<Result<string>> =>
  takeStatementText(query, rules);

const findReason = (tokens: readonly Token[]): string | undefined => {
  const opening = tokens.find((token) => token.text !== '(');
  if (opening?.keyword !== 'SELECT' && opening?.keyword !== 'WITH') return describeOpening(opening, reading);
  return (
    findParenthesisProblem(tokens) ??
    findLookAlike(tokens) ??
    findRefusedWord(tokens.filter(standsForStatement), sqlserverNames) ??
    findSecondQuery(tokens) ??
    findRefusedPhrase(tokens) ??
    findLinkedServer(tokens) ??
    findClientTableFunction(tokens) ??
    findRefusedHint(tokens) ??
    findRefusedCall(tokens, sqlserverNames, (index) => judgeSqlserverCall(tokens, index)) ??
    findUnfinished(tokens, reservedOpen)
  );
};

// A server may take a letter for another (wide, dotless, with a mark) when it looks for keywords; nobody should rely on it.
const findLookAlike = (tokens: readonly Token[]): string | undefined => {
  const found = tokens.find(({ kind, keyword, text }) => {
    if (kind !== 'word' || keyword !== '') return false;
    const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i').toUpperCase();
    return sqlserverNames.refusedWords.has(plain) || plain === 'SELECT' || plain === 'UNION';
  });
  return found && `${found.text} looks like a word of the language. If it is a name, quote it: [name].`;
};

// MERGE JOIN and MERGE UNION are ways to join; USE HINT and FETCH belong to clauses that are looked at by themselves.
const standsForStatement = (token: Token, index: number, tokens: readonly Token[]): boolean => {
  const next = tokens[index + 1]?.keyword;
  if (token.keyword === 'MERGE') return next !== 'JOIN' && next !== 'UNION';
  if (token.keyword === 'USE') return next !== 'HINT';
  return true;
};

/** Behind a value no parenthesis belongs to the same statement: `where id in (1) (select 2)`. */
const endsValue = (token: Token | undefined): boolean =>
  token !== undefined && (token.text === ')' || !['word', 'symbol'].includes(token.kind));

const combining = new Set(['UNION', 'EXCEPT', 'INTERSECT']);

/** A SELECT that no clause of the one statement asks for is a statement of its own. */
const findSecondQuery = (tokens: readonly Token[]): string | undefined => {
  let depth = 0;
  let mainQueryMayFollow = tokens[0]?.keyword === 'WITH';
  for (const [index, { text, keyword }] of tokens.entries()) {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (keyword !== 'SELECT' || index === 0) continue;
    const previous = tokens[index - 1];
    const isPart =
      (previous?.text === '(' && (mainQueryMayFollow || !endsValue(tokens[index - 2]))) ||
      combining.has(previous?.keyword ?? '') ||
      (previous?.keyword === 'ALL' && tokens[index - 2]?.keyword === 'UNION');
    if (isPart) continue;
    if (depth !== 0 || !mainQueryMayFollow || previous?.text !== ')') {
      return 'There is more than one SELECT statement; send one at a time, or join them with UNION ALL.';
    }
    mainQueryMayFollow = false;
  }
  return undefined;
};

const findRefusedPhrase = (tokens: readonly Token[]): string | undefined => {
  for (const [index, { keyword }] of tokens.entries()) {
    const [previous, next] = [tokens[index - 1]?.keyword ?? '', tokens[index + 1]?.keyword ?? ''];
    if (keyword === 'NEXT' && next === 'VALUE') return 'NEXT VALUE FOR advances a sequence.';
    if (keyword === 'FETCH' && previous !== 'ROWS' && previous !== 'ROW')
      return 'FETCH reads a cursor; only OFFSET … ROWS FETCH … is known.';
  }
  return undefined;
};

const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quotedName';

/** Four parts, also with empty ones, name a table of another server: `server.database..table`. */
const findLinkedServer = (tokens: readonly Token[]): string | undefined => {
  let dots = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === '.') dots += 1;
    else if (!isName(token) || tokens[index - 1]?.text !== '.') dots = 0;
    if (dots >= 3) return 'A name of four parts reaches another server. For a column, write its table by an alias.';
  }
  return undefined;
};

const clausesBehindFrom = new Set(['WHERE', 'GROUP', 'HAVING', 'ORDER', 'UNION', 'EXCEPT', 'INTERSECT', 'OPTION']);

/**
 * In FROM even the name of a built-in is the client's function, where that built-in answers no table: `FROM reverse('x')`.
 */
const findClientTableFunction = (tokens: readonly Token[]): string | undefined => {
  let level = { isQuery: false, isFrom: false };
  const enclosing: (typeof level)[] = [];
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    if (token.text === '(') {
      enclosing.push(level);
      level = { isQuery: false, isFrom: false };
    } else if (token.text === ')') level = enclosing.pop() ?? level;
    else if (token.keyword === 'SELECT') level = { isQuery: true, isFrom: false };
    else if (token.keyword === 'FROM' && previous?.keyword !== 'DISTINCT') level.isFrom = level.isQuery;
    else if (endsFrom(token, tokens[index + 1])) level.isFrom = false;
    else if (level.isFrom && beginsSource(previous) && isClientTableFunction(tokens, index))
      return `In FROM, ${token.text}() is a function of the client's; Tickmark can't tell that it only reads.`;
  }
  return undefined;
};

// FOR XML and FOR JSON stand behind all of it, FOR SYSTEM_TIME behind one table.
const endsFrom = ({ keyword }: Token, next: Token | undefined): boolean =>
  clausesBehindFrom.has(keyword) || (keyword === 'FOR' && next?.keyword !== 'SYSTEM_TIME');

const beginsSource = (previous: Token | undefined): boolean =>
  previous?.text === ',' || ['FROM', 'JOIN', 'APPLY'].includes(previous?.keyword ?? '');

const isClientTableFunction = (tokens: readonly Token[], index: number): boolean =>
  tokens[index + 1]?.text === '(' &&
  !tableFunctions.has(tokens[index]?.keyword.toLowerCase() ?? '') &&
  !holdsOldHints(inside(tokens, index + 1));

/** The tokens between a parenthesis and the one that closes it. */
const inside = (tokens: readonly Token[], opening: number): readonly Token[] => {
  let depth = 0;
  for (let index = opening; index < tokens.length; index += 1) {
    if (tokens[index]?.text === '(') depth += 1;
    if (tokens[index]?.text === ')') depth -= 1;
    if (depth === 0) return tokens.slice(opening + 1, index);
  }
  return tokens.slice(opening + 1);
};

const findRefusedHint = (tokens: readonly Token[]): string | undefined => {
  for (const [index, { keyword }] of tokens.entries()) {
    if (tokens[index + 1]?.text !== '(') continue;
    const words = inside(tokens, index + 1).filter((token) => token.kind === 'word');
    if (keyword === 'OPTION') {
      const unknown = words.find((word) => !harmlessQueryHints.has(word.keyword));
      if (unknown) return `The query hint ${unknown.text} is not known to be harmless; leave it out.`;
      if (words.some((word, at) => word.keyword === 'USE' && words[at + 1]?.keyword !== 'HINT'))
        return 'USE PLAN takes a plan from the text; leave it out.';
    }
    if (keyword === 'WITH' && !describesColumns(tokens, index)) {
      const unknown = hintNames(words).find((word) => !harmlessTableHints.has(word.keyword));
      if (unknown) return `The table hint ${unknown.text} is not known to lock nothing; leave it out.`;
    }
  }
  return undefined;
};

/** `INDEX(name)` holds the name of an index; other names have no place in a list of hints. */
const hintNames = (words: readonly Token[]): readonly Token[] =>
  words.filter((_word, index) => !['INDEX', 'FORCESEEK'].includes(words[index - 1]?.keyword ?? ''));

/** `OPENJSON(…) WITH (name type path, …)` */
const describesColumns = (tokens: readonly Token[], index: number): boolean => {
  if (tokens[index - 1]?.text !== ')') return false;
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    if (tokens[at]?.text === ')') depth += 1;
    if (tokens[at]?.text === '(') depth -= 1;
    if (depth === 0) return tokens[at - 1]?.keyword === 'OPENJSON';
  }
  return false;
};

/** What only T-SQL has: functions of `sys`, methods behind a dot, and hints in parentheses behind a table. */
const judgeSqlserverCall = (tokens: readonly Token[], index: number): string | undefined => {
  const token = tokens[index];
  if (!token) return undefined;
  const argumentTokens = inside(tokens, index + 1);
  if (holdsOldHints(argumentTokens) && followsFrom(tokens, index)) return 'allowed';
  return tokens[index - 1]?.text === '.' ? judgeQualified(tokens, index, argumentTokens) : undefined;
};

/** `FROM table (NOLOCK)`, as it was written before WITH. */
const holdsOldHints = (argumentTokens: readonly Token[]): boolean =>
  argumentTokens.length > 0 &&
  argumentTokens.every(({ keyword, text }) => text === ',' || harmlessTableHints.has(keyword));

const judgeQualified = (tokens: readonly Token[], index: number, args: readonly Token[]): string | undefined => {
  const [owner, token] = [tokens[index - 2], tokens[index]];
  if (token?.kind !== 'word') return undefined;
  const ownerName = owner?.text.toLowerCase() ?? '';
  if (ownerName === 'sys') return systemFunctions.has(token.keyword.toLowerCase()) ? 'allowed' : undefined;
  // `dbo.value(…)` is a function of the client's, `alias.value(…)` a method.
  if (ownerName === 'dbo' || ownerName === '[dbo]' || ownerName === '"dbo"') return undefined;
  if (plainMethods.has(token.text)) return args.length === 0 ? 'allowed' : undefined;
  const onlyTexts = args.length > 0 && args.every(({ kind, text }) => kind === 'string' || text === ',');
  return xmlMethods.has(token.text) && onlyTexts ? 'allowed' : undefined;
};

/** `FROM schema.table alias (NOLOCK)` */
const followsFrom = (tokens: readonly Token[], index: number): boolean => {
  let at = index;
  while (at >= 0 && (isName(tokens[at]) || tokens[at]?.text === '.')) {
    if (tokens[at]?.keyword === 'FROM' || tokens[at]?.keyword === 'JOIN') return true;
    if (tokens[at]?.keyword === 'SELECT' || tokens[at]?.keyword === 'WHERE') return false;
    at -= 1;
  }
  return false;
};
