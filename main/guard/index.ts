/** Layer 1 of *Read-only, in layers*: one file per dialect, each says whether a query can only read. */
export { guardMysql, singleMysqlStatement } from './mysql';
export { guardOracle, type OracleNamesUsed, oracleNamesUsed, singleOracleStatement } from './oracle';
export { guardPostgresql, singlePostgresqlStatement } from './postgresql';
export { guardSqlite, singleSqliteStatement } from './sqlite';
export { guardSqlserver, singleSqlserverStatement } from './sqlserver';
