/** Layer 1 of *Read-only, in layers*: one file per dialect, each says whether a query can only read. */
export { guardMysql, mysqlTablesNamed, singleMysqlStatement } from './mysql';
export { guardOracle, type OracleNamesUsed, oracleNamesUsed, singleOracleStatement } from './oracle';
export { guardPostgresql, postgresqlTablesNamed, singlePostgresqlStatement } from './postgresql';
export { guardSqlite, singleSqliteStatement, sqliteTablesNamed } from './sqlite';
export { guardSqlserver, singleSqlserverStatement, sqlserverTablesNamed } from './sqlserver';
export type { TableName } from './tables-named';
