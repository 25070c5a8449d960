import type { Configuration, FieldDefinition } from '../../../preload/contract';
import { guardSqlserver, sqlserverColumnsNamed, sqlserverTablesNamed } from '../../guard';
import { transactSql } from '../../recipes/quoting';
import { textOf } from '../configuration';
import { serverFields } from '../server-fields';
import type { ToolType } from '../types';
import { addressOf, defaultPort } from './address';
import { parseSqlServerText } from './connection-text';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

const instanceField: FieldDefinition = {
  key: 'instance_name',
  label: 'Instance name',
  kind: 'text',
  required: false,
  help: 'Only for a named instance whose port is not known: the SQL Server Browser is asked for it (UDP 1434).',
  group: 'connection',
};

const authenticationFields: FieldDefinition[] = [
  {
    key: 'authentication',
    label: 'Kind of login',
    kind: 'select',
    required: false,
    default: 'sql',
    options: [
      { value: 'sql', label: 'SQL Server login' },
      { value: 'windows', label: 'Windows login (NTLM)' },
    ],
    group: 'authentication',
  },
  {
    key: 'domain',
    label: 'Domain',
    kind: 'text',
    required: false,
    help: 'Of a Windows login: the NetBIOS name of its domain.',
    group: 'authentication',
  },
];

/** The fields of every server, without a default port: an instance name counts only where no port is given. */
const fields: FieldDefinition[] = serverFields({ port: defaultPort, databaseRequired: false }).flatMap((field) => {
  if (field.key === 'port') {
    const { default: _none, ...port } = field;
    return [
      { ...port, placeholder: String(defaultPort), help: 'Without port and instance name: 1433.' },
      instanceField,
    ];
  }
  if (field.key === 'database') return [{ ...field, help: "Without one, the login's default database." }];
  return field.key === 'username' ? [...authenticationFields, field] : [field];
});

const describeAddress = (configuration: Configuration): string =>
  [addressOf(configuration), textOf(configuration, 'database')].filter(Boolean).join(' / ');

export const sqlserver: ToolType = {
  type: 'SQL Server DB',
  aliases: ['SQL Server Database', 'sql_server', 'sqlserver', 'mssql'],
  label: 'SQL Server DB',
  description:
    'A SQL Server database, from version 2012 on. Not yet proven on a real server, only on a protocol double.',
  queryLanguage: 'mssql',
  queryHelp: 'One SELECT, or WITH … SELECT. Not yet proven on a real SQL Server: check the first results by hand.',
  fields,
  olderKeys: { instance_name: ['instance'] },
  parseConnectionText: parseSqlServerText,
  describeAddress,
  guardQuery: guardSqlserver,
  tablesNamed: sqlserverTablesNamed,
  columnsNamed: sqlserverColumnsNamed,
  recipes: { text: recipes, quoting: transactSql },
  vocabulary,
  loadDriver: async () => (await import('./driver')).sqlserverDriver,
};
