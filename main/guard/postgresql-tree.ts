/**
 * The check of a PostgreSQL syntax tree: every node must be of a kind that is known to read, and every function, operator
 * and type it names must be known.
 */
import {
  allowedFunctions,
  allowedOperators,
  allowedTypes,
  functionColumns,
  refusedFunctions,
} from './postgresql-names';
import type { TableName } from './tables-named';
import { reasonAgainst, words } from './verdict';

/** A node as the parser writes it: `{ FuncCall: { funcname: [...], args: [...] } }`. */
export type SyntaxTree = Record<string, unknown>;
type Fields = Record<string, unknown>;

const readingNodes = words(`
  A_ArrayExpr A_Const A_Expr A_Indices A_Indirection A_Star Alias BitString Boolean BooleanTest BoolExpr CaseExpr CaseWhen
  CoalesceExpr CollateClause ColumnDef ColumnRef CommonTableExpr Float FuncCall GroupingFunc GroupingSet Integer JoinExpr
  JsonAggConstructor JsonArgument JsonArrayAgg JsonArrayConstructor JsonArrayQueryConstructor JsonFuncExpr
  JsonIsPredicate JsonKeyValue JsonObjectAgg JsonObjectConstructor JsonParseExpr JsonScalarExpr JsonSerializeExpr JsonTable
  JsonTableColumn JsonTablePathSpec JsonValueExpr List MinMaxExpr NamedArgExpr NullTest RangeFunction RangeSubselect
  RangeTableFunc RangeTableFuncCol RangeTableSample RangeVar ResTarget RowExpr SelectStmt SortBy SQLValueFunction String
  SubLink TypeCast TypeName WindowDef XmlExpr XmlSerialize
`);

// Fields that hold a node without naming its kind. `typeName` and `withClause` are looked into like any other.
const plainFields = words(`
  alias arg boolval bsval constructor context_item cycle_clause elemtype expr format fval ival join_using_alias larg
  on_empty on_error output over pathspec rarg returning search_clause sval typeName val value withClause
`);

const statementReasons: Readonly<Record<string, string>> = {
  InsertStmt: 'INSERT adds rows to a table; write a SELECT that shows them.',
  UpdateStmt: 'UPDATE changes rows of a table; write a SELECT that shows them.',
  DeleteStmt: 'DELETE removes rows of a table; write a SELECT that shows them.',
  MergeStmt: 'MERGE adds, changes or removes rows of a table; write a SELECT that shows them.',
  CopyStmt: 'COPY moves data in or out of the server; write the SELECT alone.',
  ExplainStmt: "EXPLAIN can't be captured as evidence; write the SELECT alone.",
  VariableShowStmt: "SHOW can't be captured as evidence; write SELECT name, setting FROM pg_settings.",
  VariableSetStmt: 'SET changes a setting of the session.',
  TransactionStmt: 'It controls transactions; the read-only transaction around the query must stay.',
  CallStmt: 'CALL runs a procedure, which may change data.',
  DoStmt: 'DO runs a block of code, which may change data.',
  ExecuteStmt: 'EXECUTE runs a statement that is not visible here.',
  LockingClause: 'FOR UPDATE and FOR SHARE lock rows; leave the clause out.',
  ParamRef: 'It has a parameter ($1), which nobody fills in; write the value.',
  SetToDefault: 'DEFAULT has a meaning only where rows are written.',
};

/** Why the statement may do more than read; undefined when it can't. */
export const findReasonInTree = (statement: SyntaxTree): string | undefined => {
  const [kind = ''] = Object.keys(statement);
  if (kind !== 'SelectStmt')
    return statementReasons[kind] ?? `${describeStatement(kind)} is not a reading statement; write a SELECT.`;
  const nodes = collectNodes(statement);
  if (typeof nodes === 'string') return nodes;
  const functionFields = collectFunctionFields(nodes);
  if (typeof functionFields === 'string') return functionFields;
  for (const { kind, fields } of nodes) {
    const reason = checks[kind]?.(fields, functionFields);
    if (reason) return reason;
  }
  return undefined;
};

/** The tables that a reading statement names, but for what its WITH names itself. */
export const tablesInTree = (statement: SyntaxTree): TableName[] => {
  const nodes = collectNodes(statement);
  if (typeof nodes === 'string') return [];
  const ofKind = (wanted: string) => nodes.flatMap(({ kind, fields }) => (kind === wanted ? [fields] : []));
  const ownNames = new Set(ofKind('CommonTableExpr').map(({ ctename }) => ctename));
  return ofKind('RangeVar')
    .filter(({ schemaname, relname }) => schemaname !== undefined || !ownNames.has(relname))
    .map(({ schemaname, relname }) => [schemaname, relname].filter((part) => typeof part === 'string'));
};

/** `AlterTableStmt` → `ALTER TABLE`. */
const describeStatement = (kind: string): string =>
  kind
    .replace(/Stmt$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();

type Node = { kind: string; fields: Fields };

// A loop, not a recursion: a sum of thousands of terms is a tree as deep.
const collectNodes = (statement: SyntaxTree): Node[] | string => {
  const nodes: Node[] = [];
  const waiting: { field: string; value: object }[] = [{ field: '', value: statement }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { field, value } = next;
    if (Array.isArray(value)) {
      for (const item of value) waiting.push({ field: '', value: item });
      continue;
    }
    const node = readNode(field, value);
    if (typeof node === 'string') return node;
    nodes.push(node);
    for (const [key, child] of Object.entries(node.fields)) {
      if (typeof child === 'object' && child !== null) waiting.push({ field: key, value: child });
    }
  }
  return nodes;
};

/** A node with the kind it names, or that its field implies; the reason when it isn't known to read. */
const readNode = (field: string, value: object): Node | string => {
  const [[kind = '', fields] = [], ...others] = Object.entries(value);
  if (/^[A-Z]/.test(kind)) {
    const isKnown = others.length === 0 && readingNodes.has(kind);
    return isKnown ? { kind, fields: fields as Fields } : (statementReasons[kind] ?? unknownPart(kind));
  }
  if (field === 'intoClause') return 'SELECT … INTO creates a table; leave INTO out.';
  // An empty place in a list is an empty object.
  if (kind !== '' && !plainFields.has(field)) return unknownPart(field || kind);
  return { kind: field === 'typeName' ? 'TypeName' : '', fields: value as Fields };
};

const unknownPart = (part: string): string =>
  `It uses ${part}, which Tickmark does not know; it can't tell that the query only reads.`;

/**
 * What may follow `alias.` where the alias stands for a function in FROM. PostgreSQL takes `alias.name` as the call
 * `name(alias)` when there is no such column, and the value of such an alias may be a plain text:
 * `SELECT f.pg_read_file FROM unnest(ARRAY['/etc/passwd']) f` reads the file.
 */
type FunctionFields = ReadonlyMap<string, ReadonlySet<string>>;

const collectFunctionFields = (nodes: Node[]): FunctionFields | string => {
  const fieldsByAlias = new Map<string, ReadonlySet<string>>();
  for (const { kind, fields } of nodes) {
    if (kind !== 'RangeFunction') continue;
    const alias = fields.alias as { aliasname?: string; colnames?: unknown } | undefined;
    const name = alias?.aliasname ?? nameOfFunctionInFrom(fields.functions);
    if (name === undefined) return 'A function in FROM has no name; give it one with AS.';
    const named = [...texts(alias?.colnames), ...definedColumns(fields.coldeflist)];
    const columns = named.length > 0 ? named : [name];
    // The same alias in another subquery has other columns; what holds for one only is not known.
    const known = fieldsByAlias.get(name);
    fieldsByAlias.set(name, new Set(known ? columns.filter((column) => known.has(column)) : columns));
  }
  return fieldsByAlias;
};

// `functions` is a list of pairs: a call and its column definitions.
const nameOfFunctionInFrom = (functions: unknown): string | undefined => {
  const [first] = functions as { List?: { items?: SyntaxTree[] } }[];
  const call = first?.List?.items?.[0]?.FuncCall as Fields | undefined;
  return texts(call?.funcname).at(-1);
};

const definedColumns = (definitions: unknown): string[] =>
  ((definitions ?? []) as { ColumnDef?: { colname?: string } }[]).map((item) => item.ColumnDef?.colname ?? '');

/** The texts of a list of `String` nodes; other nodes of the list are left out. */
const texts = (list: unknown): string[] =>
  ((list ?? []) as { String?: { sval?: string } }[]).flatMap((item) => (item.String ? [item.String.sval ?? ''] : []));

const checkFunction = (fields: Fields): string | undefined => {
  const names = texts(fields.funcname);
  const name = names.at(-1) ?? '';
  const refusal = reasonAgainst(refusedFunctions, name);
  if (refusal) return `It calls ${names.join('.')}, which ${refusal}.`;
  const schema = names.length > 1 ? names.slice(0, -1).join('.') : 'pg_catalog';
  if (schema === 'pg_catalog' && allowedFunctions.has(name)) return undefined;
  if (schema === 'information_schema' && name.startsWith('_pg_')) return undefined;
  return `Tickmark doesn't know the function ${names.join('.')}(); it can't tell that it only reads.`;
};

const checkOperatorName = (list: unknown): string | undefined => {
  const names = texts(list);
  const builtIn = names.length <= 1 || (names.length === 2 && names[0] === 'pg_catalog');
  const known = names.length === 0 || allowedOperators.has(names.at(-1) ?? '');
  if (builtIn && known) return undefined;
  return `Tickmark doesn't know the operator ${names.join('.')}; it can't tell that its function only reads.`;
};

const checkOperator = (fields: Fields): string | undefined =>
  // In BETWEEN the name is the keyword.
  String(fields.kind).includes('BETWEEN') ? undefined : checkOperatorName(fields.name);

// A cast to a type of the client's runs that type's input function, a cast function, or a domain's check.
const checkType = (fields: Fields): string | undefined => {
  const names = texts(fields.names);
  const name = names.at(-1) ?? '';
  const schema = names.length > 1 ? names.slice(0, -1).join('.') : 'pg_catalog';
  if (schema === 'pg_catalog' && allowedTypes.has(name.replace(/^_/, '')) && !fields.pct_type) return undefined;
  if (schema === 'information_schema') return undefined;
  return `It casts to ${names.join('.')}, a type that may run functions of its own; cast to text or another built-in type.`;
};

const checkColumn = (fields: Fields, functionFields: FunctionFields): string | undefined => {
  const list = fields.fields as SyntaxTree[];
  const names = texts(list);
  if (names.length < 2 || names.length < list.length) return undefined;
  const name = names.at(-1) ?? '';
  const refusal = reasonAgainst(refusedFunctions, name);
  if (refusal)
    return `It reads ${names.join('.')}; written like this, ${name} may be called as a function, which ${refusal}.`;
  const known = functionFields.get(names.at(-2) ?? '');
  if (!known || known.has(name) || functionColumns.has(name)) return undefined;
  return `It reads ${names.join('.')}, but ${names.at(-2)} is a function, so that ${name} may be one, too. Name its columns: AS ${names.at(-2)}(${name}).`;
};

const checkField = (fields: Fields): string | undefined => {
  const unknown = texts(fields.indirection).find((name) => !functionColumns.has(name));
  if (unknown === undefined) return undefined;
  return `It reads (…).${unknown}; written like this, ${unknown} may be called as a function. Use a subquery with named columns.`;
};

const checkSample = (fields: Fields): string | undefined => {
  const method = texts(fields.method).join('.');
  if (/^(pg_catalog\.)?(bernoulli|system)$/.test(method)) return undefined;
  return `Tickmark doesn't know the sampling method ${method}; use BERNOULLI or SYSTEM.`;
};

const checks: Readonly<Record<string, (fields: Fields, functionFields: FunctionFields) => string | undefined>> = {
  FuncCall: checkFunction,
  A_Expr: checkOperator,
  SubLink: (fields) => checkOperatorName(fields.operName),
  SortBy: (fields) => checkOperatorName(fields.useOp),
  TypeName: checkType,
  ColumnRef: checkColumn,
  A_Indirection: checkField,
  RangeTableSample: checkSample,
};
