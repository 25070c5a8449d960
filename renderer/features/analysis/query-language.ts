import type { CompletionContext, CompletionSource } from '@codemirror/autocomplete';
import {
  keywordCompletionSource,
  MSSQL,
  MySQL,
  PLSQL,
  PostgreSQL,
  type SQLDialect,
  SQLite,
  type SQLNamespace,
  schemaCompletionSource,
} from '@codemirror/lang-sql';
import { HighlightStyle, LanguageSupport, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { groupBy, type SchemaTable } from '../../../preload/contract';

const dialects: Record<string, SQLDialect> = {
  postgresql: PostgreSQL,
  mysql: MySQL,
  sqlite: SQLite,
  mssql: MSSQL,
  plsql: PLSQL,
};

const dialectOf = (queryLanguage: string | undefined): SQLDialect | undefined =>
  queryLanguage === undefined ? undefined : dialects[queryLanguage];

/** Whether the editor completes names of tables in a tool type's language. */
export const hasCompletion = (queryLanguage: string | undefined): boolean => dialectOf(queryLanguage) !== undefined;

interface Quoting {
  needsNone: RegExp;
  quote: (name: string) => string;
}

const anyCase = /^[a-z_]\w*$/i;
const quoteWith = (open: string, close: string) => (name: string) =>
  `${open}${name.replaceAll(close, close + close)}${close}`;

const standard: Quoting = { needsNone: anyCase, quote: quoteWith('"', '"') };

/** Where a name without quotes is folded to one case, those in another need quotes. */
const quotings: Record<string, Quoting> = {
  postgresql: { ...standard, needsNone: /^[a-z_][a-z\d_]*$/ },
  plsql: { ...standard, needsNone: /^[A-Z][A-Z\d_$#]*$/ },
  mysql: { needsNone: anyCase, quote: quoteWith('`', '`') },
  mssql: { needsNone: anyCase, quote: quoteWith('[', ']') },
};

/** The reserved words that tables and columns are called by most. */
const reserved =
  /^(all|and|as|asc|between|by|case|check|column|date|default|desc|distinct|end|from|grant|group|groups|having|in|index|is|join|key|keys|left|level|like|limit|not|null|number|of|on|option|or|order|primary|rank|right|row|rows|select|set|size|start|system|table|then|to|trigger|union|unique|user|values|view|when|where|with)$/i;

/** A table's or column's name as a query in that language has it: in quotes where it needs them. */
export const writeName = (name: string, queryLanguage: string | undefined): string => {
  const { needsNone, quote } = quotings[queryLanguage ?? ''] ?? standard;
  return needsNone.test(name) && !reserved.test(name) ? name : quote(name);
};

/** What databases keep of themselves: it may be all that a login sees, and is never what a plain name means. */
const ownSchemas = /^(information_schema|performance_schema|mysql|sys|pg_catalog)$/i;

/** Tables under their schemas. From entries, so that no name of a client's table can be one of JavaScript's own. */
export const toNamespace = (tables: readonly SchemaTable[]): { schema: SQLNamespace; defaultSchema?: string } => {
  const groups = [...groupBy(tables, (table) => table.schema)];
  const columnsOf = (group: readonly SchemaTable[]) =>
    Object.fromEntries(group.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
  const schema = Object.fromEntries(groups.map(([name, group]) => [name, columnsOf(group)]));
  // Names are completed without their schema where most tables are in it.
  const [largest] = groups.filter(([name]) => !ownSchemas.test(name)).toSorted(([, a], [, b]) => b.length - a.length);
  return { schema, ...(largest && { defaultSchema: largest[0] }) };
};

const isWrittenOut = async (sources: readonly CompletionSource[], context: CompletionContext): Promise<boolean> => {
  const results = await Promise.all(sources.map((source) => source(context)));
  return results.some((result) => {
    const text = result && context.state.sliceDoc(result.from, context.pos).toLowerCase();
    return result?.options.some(({ label }) => label.toLowerCase() === text);
  });
};

/**
 * A name or keyword that is written out is not completed any further unless a person asks for it: the list would lie over
 * the query, and Enter would choose from it instead of starting a line.
 */
const untilWrittenOut = (sources: readonly CompletionSource[]): CompletionSource[] =>
  sources.map((source) => async (context) => {
    if (!context.explicit && (await isWrittenOut(sources, context))) return null;
    const result = await source(context);
    // Asked anew at each letter, as with the next the word may be written out.
    return result && { ...result, validFor: undefined };
  });

/**
 * Highlighting and completion for a tool type's `queryLanguage`, with the tables that are known; a language the editor does
 * not know is plain text.
 */
export const languageSupport = (queryLanguage: string | undefined, tables: readonly SchemaTable[]): Extension => {
  const dialect = dialectOf(queryLanguage);
  if (!dialect) return [];
  const sources = [schemaCompletionSource({ dialect, ...toNamespace(tables) }), keywordCompletionSource(dialect)];
  return new LanguageSupport(
    dialect.language,
    untilWrittenOut(sources).map((autocomplete) => dialect.language.data.of({ autocomplete })),
  );
};

export const queryColors: Extension = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--tick-accent-text)', fontWeight: '600' },
    { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'light-dark(#6a3fa0, #c9b3f0)' },
    { tag: tags.comment, color: 'var(--tick-text-dimmed)', fontStyle: 'italic' },
  ]),
);
