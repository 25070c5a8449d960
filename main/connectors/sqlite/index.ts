import { guardSqlite, sqliteColumnsNamed, sqliteTablesNamed } from '../../guard';
import { standardSql } from '../../recipes/quoting';
import { textOf } from '../configuration';
import { queryTimeoutField } from '../server-fields';
import type { ToolType } from '../types';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

export const sqlite: ToolType = {
  type: 'SQLite File',
  aliases: ['SQLite Database', 'SQLite DB', 'sqlite_file', 'sqlite_db', 'sqlite'],
  label: 'SQLite File',
  description: 'A SQLite database file, read where it lies and never changed.',
  queryLanguage: 'sqlite',
  queryHelp: 'One statement that reads: SELECT, WITH, VALUES, EXPLAIN or a reading PRAGMA.',
  fields: [
    {
      key: 'path',
      label: 'Database file',
      kind: 'path',
      required: true,
      help: 'Opened read-only. A file that a program has open is read through a private copy.',
      options: [{ value: 'sqlite', label: 'SQLite file' }],
      group: 'connection',
    },
    queryTimeoutField,
  ],
  olderKeys: { path: ['file', 'file_path', 'filename', 'database'] },
  describeAddress: (configuration) => textOf(configuration, 'path'),
  guardQuery: guardSqlite,
  tablesNamed: sqliteTablesNamed,
  columnsNamed: sqliteColumnsNamed,
  recipes: { text: recipes, quoting: standardSql },
  vocabulary,
  withoutLogin: true,
  removeLeftovers: async () => (await import('./database-file')).removeAbandonedCopies(),
  loadDriver: async () => (await import('./driver')).sqliteDriver,
};
