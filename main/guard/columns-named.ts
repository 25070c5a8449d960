/**
 * Which columns a query surely reads from which table, to compare them with those that its system has. Silent wherever a
 * name may be anything else: an alias, a keyword, what a subquery or a function answers. The system tells the rest.
 */
import { isName, namesOfWith, type TableName, tableAt, withoutQuotes } from './tables-named';
import type { Token } from './tokens';
import { words } from './verdict';

export interface ColumnName {
  table: TableName;
  column: string;
}

/** A table that FROM or JOIN names, and under what name the query speaks of it. */
interface Source {
  table: TableName;
  calledAs: string;
  /** The token that gives it that name. */
  calledAt: number;
  start: number;
  /** Behind its last token. */
  end: number;
}

/** What of a query has columns that no table has, or other names for them. */
const reshaping = /^(PIVOT|UNPIVOT|MATCH_RECOGNIZE|MODEL)$/;

const clausesBehindTable = words(`
  APPLY AS CROSS EXCEPT FETCH FINAL FOR FORCE FULL GROUP HAVING IGNORE INDEXED INNER INTERSECT JOIN LEFT LIMIT MINUS NATURAL NOT
  OFFSET ON OPTION ORDER OUTER PARTITION QUALIFY RIGHT STRAIGHT_JOIN TABLESAMPLE UNION USE USING WHERE WINDOW WITH
`);

/** Columns that tables have without their being listed, and words that stand like one. In lower case. */
const noColumns = words(`
  _rowid_ all any case cmax cmin ctid current_catalog current_date current_role current_schema current_time current_timestamp
  current_user default distinct end exists false level localtime localtimestamp not null oid off on ora_rowscn rowguidcol rowid
  rownum session_user some sysdate system_user systimestamp tableoid top true uid unknown user utc_date utc_time utc_timestamp
  xmax xmin
`);

/** The columns that a query surely reads; none of a query that can't be read. */
export const columnsNamed = (statement: { tokens: Token[] } | { reason: string }): ColumnName[] => {
  if ('reason' in statement) return [];
  const { tokens } = statement;
  if (tokens.some(({ keyword }) => reshaping.test(keyword))) return [];
  const sources = sourcesOf(tokens);
  return [...qualifiedColumns(tokens, sources), ...plainColumns(tokens, sources)].filter(
    ({ column }) => !noColumns.has(column.toLowerCase()),
  );
};

const textAt = (tokens: readonly Token[], index: number): string | undefined => tokens[index]?.text;

const lowerName = (token: Token): string => withoutQuotes(token).toLowerCase();

const sourcesOf = (tokens: readonly Token[]): Source[] => {
  const ownNames = namesOfWith(tokens);
  return tokens.flatMap((token, index) => {
    const source = /^(FROM|JOIN|APPLY)$/.test(token.keyword) ? sourceAt(tokens, index + 1) : undefined;
    const isOwn = source?.table.length === 1 && ownNames.has(source.table.join('').toLowerCase());
    return source && !isOwn ? [source] : [];
  });
};

const sourceAt = (tokens: readonly Token[], start: number): Source | undefined => {
  const table = tableAt(tokens, start);
  if (!table) return undefined;
  const endOfName = start + table.length * 2 - 1;
  const aliasAt = tokens[endOfName]?.keyword === 'AS' ? endOfName + 1 : endOfName;
  const alias = tokens[aliasAt];
  const hasAlias = isName(alias) && !clausesBehindTable.has(alias.keyword);
  const calledAt = hasAlias ? aliasAt : endOfName - 1;
  // `users AS u (a, b)` gives its columns other names.
  if (textAt(tokens, calledAt + 1) === '(') return undefined;
  const called = tokens[calledAt];
  return called && { table, calledAs: lowerName(called), calledAt, start, end: calledAt + 1 };
};

/** `u.name`, where u is one and the same table in all of the query. */
const qualifiedColumns = (tokens: readonly Token[], sources: readonly Source[]): ColumnName[] => {
  const tables = tablesByName(tokens, sources);
  const isInSource = (index: number) => sources.some(({ start, end }) => index >= start && index < end);
  return tokens.flatMap((token, index) => {
    const column = tokens[index + 2];
    if (!isName(token) || textAt(tokens, index + 1) !== '.' || !isName(column)) return [];
    if (textAt(tokens, index - 1) === '.' || /^[.(]$/.test(textAt(tokens, index + 3) ?? '')) return [];
    const table = isInSource(index) ? undefined : tables.get(lowerName(token));
    return table ? [{ table, column: withoutQuotes(column) }] : [];
  });
};

/** Names that stand for one table only: nowhere else does the query give or use them without a dot behind. */
const tablesByName = (tokens: readonly Token[], sources: readonly Source[]): ReadonlyMap<string, TableName> => {
  const tables = new Map(sources.map(({ calledAs, table }) => [calledAs, table]));
  const given = new Set(sources.map(({ calledAt }) => calledAt));
  const isSame = (one: TableName, other: TableName | undefined) => one.join('.') === other?.join('.');
  for (const { calledAs, table } of sources) if (!isSame(table, tables.get(calledAs))) tables.delete(calledAs);
  for (const [index, token] of tokens.entries()) {
    if (isName(token) && textAt(tokens, index + 1) !== '.' && !given.has(index) && textAt(tokens, index - 1) !== '.')
      tables.delete(lowerName(token));
  }
  return tables;
};

const operandFollows = words('AND BETWEEN BY CASE DISTINCT ELSE HAVING NOT OR SELECT THEN WHEN WHERE');
const operandEnds = words(
  'AND AS ASC BETWEEN DESC ELSE END FETCH GROUP HAVING IN IS LIKE LIMIT NOT OFFSET OPTION OR ORDER THEN WHEN WHERE',
);
const simpleFunctions = words('ABS AVG COALESCE COUNT IFNULL ISNULL LENGTH LOWER MAX MIN NULLIF ROUND SUM TRIM UPPER');
const parenthesisFollows = words('AND BETWEEN BY CASE ELSE HAVING IN LIKE NOT ON OR SELECT THEN WHEN WHERE');

/** Behind these stand options of the statement. */
const tails = /^(FETCH|FOR|LIMIT|OFFSET|OPTION|WINDOW|WITH)$/;

/** Columns without their table's name, of a SELECT that reads one table and nothing else. */
const plainColumns = (tokens: readonly Token[], sources: readonly Source[]): ColumnName[] => {
  const [source, ...others] = sources;
  if (!source || others.length > 0 || !isSimple(tokens, source)) return [];
  const aliases = aliasesOf(tokens);
  return placesOfValues(tokens)
    .filter((index) => (index < source.start || index >= source.end) && isOperand(tokens, index))
    .flatMap((index) => tokens[index] ?? [])
    .filter((token) => lowerName(token) !== source.calledAs && !aliases.has(lowerName(token)))
    .map((token) => ({ table: source.table, column: withoutQuotes(token) }));
};

const isSimple = (tokens: readonly Token[], { end }: Source): boolean => {
  const next = tokens[end];
  const selects = tokens.filter(({ keyword }) => keyword === 'SELECT');
  return (
    tokens[0]?.keyword === 'SELECT' &&
    selects.length === 1 &&
    (next === undefined || /^(WHERE|GROUP|HAVING|ORDER|LIMIT|OFFSET|FETCH)$/.test(next.keyword))
  );
};

/** Tokens outside of calls whose arguments may be other than columns: units, types, options. */
const placesOfValues = (tokens: readonly Token[]): number[] => {
  const enclosing: boolean[] = [];
  const places: number[] = [];
  let isPlain = true;
  for (const [index, { text, keyword }] of tokens.entries()) {
    if (enclosing.length === 0 && tails.test(keyword)) break;
    if (text === '(') {
      const before = tokens[index - 1];
      enclosing.push(isPlain);
      const called = isName(before) && !parenthesisFollows.has(before.keyword);
      isPlain &&= !called || simpleFunctions.has(before.keyword);
    } else if (text === ')') isPlain = enclosing.pop() ?? true;
    else if (isPlain && (enclosing.length === 0 || tokens[index + 1]?.keyword !== 'FROM')) places.push(index);
  }
  return places;
};

/** Whether a name stands where a value has to stand, between what surrounds one. */
const isOperand = (tokens: readonly Token[], index: number): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  // SQLite takes "x" for a text where no column is called so; MySQL's numbers are words.
  if (!isName(token) || token.text.startsWith('"') || /^\d/.test(token.text)) return false;
  if (namesResult(tokens, index) || (before?.keyword === 'NOT' && tokens[index - 2]?.keyword === 'IS')) return false;
  const begins =
    before?.kind === 'symbol' ? !/^(\.|\)|::)$/.test(before.text) : operandFollows.has(before?.keyword ?? '');
  const ends =
    next === undefined ||
    (next.kind === 'symbol' ? !/^[.(]$/.test(next.text) : operandEnds.has(next.keyword) || next.keyword === 'FROM');
  return begins && ends;
};

/** T-SQL's `SELECT total = count(*)`. */
const namesResult = (tokens: readonly Token[], index: number): boolean =>
  textAt(tokens, index + 1) === '=' && (tokens[index - 1]?.keyword === 'SELECT' || textAt(tokens, index - 1) === ',');

/** Names that the query may have given itself: behind AS or another value. */
const aliasesOf = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(
    tokens.flatMap((token, index) => {
      const before = tokens[index - 1];
      if (token.kind === 'string') return [token.text.slice(1, -1).toLowerCase()];
      if (!before || !isName(token)) return [];
      const followsValue = before.kind === 'symbol' ? before.text === ')' : !operandFollows.has(before.keyword);
      return followsValue || namesResult(tokens, index) ? [lowerName(token)] : [];
    }),
  );
