import type { Configuration } from '../../../preload/contract';
import { guardPostgresql } from '../../guard';
import { numberOf, textOf } from '../configuration';
import { serverFields } from '../server-fields';
import type { ToolType } from '../types';

const defaultPort = 5432;

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
  loadDriver: async () => (await import('./driver')).postgresqlDriver,
};
