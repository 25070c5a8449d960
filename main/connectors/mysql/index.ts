import type { Configuration } from '../../../preload/contract';
import { guardMysql, mysqlColumnsNamed, mysqlTablesNamed } from '../../guard';
import { mysqlSql } from '../../recipes/quoting';
import { numberOf, textOf } from '../configuration';
import { parseServerUrl } from '../connection-url';
import { serverFields } from '../server-fields';
import type { ToolType } from '../types';
import recipes from './recipes.md?raw';
import vocabulary from './vocabulary.json';

const defaultPort = 3306;
const urls = { schemes: ['mysql', 'mariadb'], tlsParameters: ['ssl-mode', 'sslmode', 'usessl', 'ssl'] };

const describeAddress = (configuration: Configuration): string => {
  const server = `${textOf(configuration, 'server')}:${numberOf(configuration, 'port', defaultPort)}`;
  const database = textOf(configuration, 'database');
  return database === '' ? server : `${server} / ${database}`;
};

export const mysql: ToolType = {
  type: 'MySQL DB',
  aliases: ['MySQL Database', 'mysql_db', 'mysql', 'MariaDB DB', 'MariaDB Database', 'mariadb_db', 'mariadb'],
  label: 'MySQL DB',
  description: 'A MySQL database from version 5.7 on, or a MariaDB database from 10.3 on.',
  queryLanguage: 'mysql',
  queryHelp: 'One statement that reads: SELECT, WITH, VALUES, TABLE, SHOW, DESCRIBE or EXPLAIN.',
  fields: serverFields({ port: defaultPort, databaseRequired: false }),
  describeAddress,
  guardQuery: guardMysql,
  tablesNamed: mysqlTablesNamed,
  columnsNamed: mysqlColumnsNamed,
  parseConnectionText: (text) => parseServerUrl(text, urls),
  recipes: { text: recipes, quoting: mysqlSql },
  vocabulary,
  loadDriver: async () => (await import('./driver')).mysqlDriver,
};
