/** Layer 1 of *Read-only, in layers*: one file per dialect, each says whether a query can only read. */

export type { ColumnName } from './columns-named';
export { guardMysql, mysqlColumnsNamed, mysqlTablesNamed, singleMysqlStatement } from './mysql';
export { guardOracle, type OracleNamesUsed, oracleNamesUsed, singleOracleStatement } from './oracle';
export {
  guardPostgresql,
  postgresqlColumnsNamed,
  postgresqlTablesNamed,
  singlePostgresqlStatement,
} from './postgresql';
export { guardSqlite, singleSqliteStatement, sqliteColumnsNamed, sqliteTablesNamed } from './sqlite';
export { guardSqlserver, singleSqlserverStatement, sqlserverColumnsNamed, sqlserverTablesNamed } from './sqlserver';
export type { TableName } from './tables-named';
