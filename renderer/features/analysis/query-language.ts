import { MSSQL, MySQL, PLSQL, PostgreSQL, type SQLDialect, SQLite, sql } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

const dialects: Record<string, SQLDialect> = {
  postgresql: PostgreSQL,
  mysql: MySQL,
  sqlite: SQLite,
  mssql: MSSQL,
  plsql: PLSQL,
};

/** Highlighting for a tool type's `queryLanguage`; a language the editor does not know is plain text. */
export const languageSupport = (queryLanguage: string | undefined): Extension => {
  const dialect = queryLanguage === undefined ? undefined : dialects[queryLanguage];
  return dialect ? sql({ dialect }) : [];
};

export const queryColors: Extension = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--tick-accent-text)', fontWeight: '600' },
    { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'light-dark(#6a3fa0, #c9b3f0)' },
    { tag: tags.comment, color: 'var(--tick-text-dimmed)', fontStyle: 'italic' },
  ]),
);
