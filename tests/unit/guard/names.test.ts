import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { mysqlNames } from '../../../main/guard/mysql-names';
import { oracleNames } from '../../../main/guard/oracle-names';
import * as postgresql from '../../../main/guard/postgresql-names';
import { pragmasWithArgument, sqliteNames } from '../../../main/guard/sqlite-names';
import { sqlserverNames } from '../../../main/guard/sqlserver-names';

describe('the names that the guards know', () => {
  it.each([
    ['PostgreSQL', postgresql],
    ['MySQL', mysqlNames],
    ['Oracle', oracleNames],
    ['SQLite', sqliteNames],
    ['SQL Server', sqlserverNames],
  ])('never hold a function of %s both allowed and refused', (_dialect, { allowedFunctions, refusedFunctions }) => {
    const both = [...allowedFunctions].filter((name) => refusedFunctions.some(([pattern]) => pattern.test(name)));
    expect(both).toEqual([]);
  });

  it.each([
    ['PostgreSQL', postgresql.allowedFunctions],
    ['MySQL', mysqlNames.allowedFunctions],
    ['Oracle', oracleNames.allowedFunctions],
    ['SQLite', sqliteNames.allowedFunctions],
    ['SQL Server', sqlserverNames.allowedFunctions],
  ])('of %s are written in lower case', (_dialect, names) => {
    expect([...names].filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
  });

  it('of SQLite exist in the SQLite that is built in', () => {
    const database = new Database(':memory:');
    const listed = new Set(database.prepare('SELECT DISTINCT name FROM pragma_function_list').pluck().all());
    database.close();
    const tableFunctions = /^(pragma_\w+|jsonb?_(each|tree))$/;
    const missing = [...sqliteNames.allowedFunctions].filter((name) => !listed.has(name) && !tableFunctions.test(name));
    expect(missing).toEqual([]);
  });

  it('of pragmas that look at something set nothing in a database that they are asked about', () => {
    const database = new Database(':memory:');
    database.exec('CREATE TABLE t (a PRIMARY KEY)');
    for (const name of pragmasWithArgument) expect(database.prepare(`PRAGMA ${name}(t)`).readonly).toBe(true);
    database.close();
  });
});
