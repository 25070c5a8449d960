import { MSSQL, MySQL, PLSQL, PostgreSQL, type SQLDialect, SQLite, type SQLNamespace, sql } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import type { SchemaTable } from '../../../preload/contract';

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

/** Whether a query's tables are compared with those that were read: Oracle's list lacks the synonyms that queries use. */
export const comparesTables = (queryLanguage: string | undefined): boolean =>
  hasCompletion(queryLanguage) && queryLanguage !== 'plsql';

const groupBy = (tables: readonly SchemaTable[]): Map<string, SchemaTable[]> => {
  const groups = new Map<string, SchemaTable[]>();
  for (const table of tables) {
    const group = groups.get(table.schema);
    if (group) group.push(table);
    else groups.set(table.schema, [table]);
  }
  return groups;
};

/** Tables under their schemas. From entries, so that no name of a client's table can be one of JavaScript's own. */
export const toNamespace = (tables: readonly SchemaTable[]): { schema: SQLNamespace; defaultSchema?: string } => {
  const groups = [...groupBy(tables)];
  const columnsOf = (group: readonly SchemaTable[]) =>
    Object.fromEntries(group.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
  const schema = Object.fromEntries(groups.map(([name, group]) => [name, columnsOf(group)]));
  // Names are completed without their schema where most tables are in it.
  const [largest] = groups.toSorted(([, a], [, b]) => b.length - a.length);
  return { schema, ...(largest && { defaultSchema: largest[0] }) };
};

/**
 * Highlighting and completion for a tool type's `queryLanguage`, with the tables that are known; a language the editor does
 * not know is plain text.
 */
export const languageSupport = (queryLanguage: string | undefined, tables: readonly SchemaTable[]): Extension => {
  const dialect = dialectOf(queryLanguage);
  return dialect ? sql({ dialect, ...toNamespace(tables) }) : [];
};

export const queryColors: Extension = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--tick-accent-text)', fontWeight: '600' },
    { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'light-dark(#6a3fa0, #c9b3f0)' },
    { tag: tags.comment, color: 'var(--tick-text-dimmed)', fontStyle: 'italic' },
  ]),
);
