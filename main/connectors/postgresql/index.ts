import type { Configuration } from '../../../preload/contract';
import { guardPostgresql, postgresqlColumnsNamed, postgresqlTablesNamed } from '../../guard';
import { standardSql } from '../../recipes/quoting';
import { numberOf, textOf } from '../configuration';
import { parseKeywords, parseServerUrl } from '../connection-url';
import { serverFields } from '../server-fields';
import type { ToolType } from '../types';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

const defaultPort = 5432;
const urls = { schemes: ['postgres', 'postgresql'], tlsParameters: ['sslmode', 'ssl'] };

export const postgresql: ToolType = {
  type: 'PostgreSQL DB',
  aliases: ['PostgreSQL Database', 'postgresql_db', 'postgresql', 'postgres'],
  label: 'PostgreSQL DB',
  description: 'A PostgreSQL database, from version 10 on.',
  queryLanguage: 'postgresql',
  queryHelp: 'One statement that reads: SELECT, WITH … SELECT, VALUES or TABLE.',
  fields: serverFields({ port: defaultPort, databaseRequired: true }),
  describeAddress: (configuration: Configuration) =>
    `${textOf(configuration, 'server')}:${numberOf(configuration, 'port', defaultPort)} / ${textOf(configuration, 'database')}`,
  guardQuery: guardPostgresql,
  tablesNamed: postgresqlTablesNamed,
  columnsNamed: postgresqlColumnsNamed,
  parseConnectionText: (text) => parseServerUrl(text, urls) ?? parseKeywords(text),
  recipes: { text: recipes, quoting: standardSql },
  vocabulary,
  loadDriver: async () => (await import('./driver')).postgresqlDriver,
};
