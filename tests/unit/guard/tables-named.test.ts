import { describe, expect, it } from 'vitest';
import {
  mysqlTablesNamed,
  postgresqlTablesNamed,
  sqliteTablesNamed,
  sqlserverTablesNamed,
  type TableName,
} from '../../../main/guard';

const dialects = {
  sqlite: sqliteTablesNamed,
  mysql: mysqlTablesNamed,
  sqlserver: sqlserverTablesNamed,
  postgresql: postgresqlTablesNamed,
};

const written = (names: readonly TableName[]) => names.map((name) => name.join('.')).sort();

describe.each(Object.entries(dialects))('the tables that a query names in %s', (_dialect, tablesNamed) => {
  const named = async (query: string) => written(await tablesNamed(query));

  it('are those behind FROM and JOIN, in subqueries too', async () => {
    expect(
      await named(
        `SELECT u.name FROM users u LEFT JOIN hr.roles AS r ON r.id = u.role_id
         WHERE EXISTS (SELECT 1 FROM logins WHERE logins.user_id = u.id) -- FROM comments`,
      ),
    ).toEqual(['hr.roles', 'logins', 'users']);
  });

  it('are not what WITH names, nor what stands in texts', async () => {
    expect(
      await named(
        "WITH recent AS (SELECT * FROM events) SELECT ' FROM nowhere ', r.* FROM recent r JOIN recent s ON 1 = 1",
      ),
    ).toEqual(['events']);
  });

  it('are none where the query can’t be read', async () => {
    expect(await named("SELECT * FROM users WHERE name = '")).toEqual([]);
    expect(await named('')).toEqual([]);
  });
});

describe('the tables that a query names', () => {
  it('are told without their quotes', async () => {
    expect(written(await sqlserverTablesNamed('SELECT * FROM [dbo].[Log Events] CROSS APPLY "Rights"'))).toEqual([
      'Rights',
      'dbo.Log Events',
    ]);
    expect(written(await mysqlTablesNamed('SELECT * FROM `hr`.`users`'))).toEqual(['hr.users']);
    expect(written(await sqliteTablesNamed('SELECT * FROM "users"'))).toEqual(['users']);
    expect(written(await postgresqlTablesNamed('SELECT * FROM "Users", accounts'))).toEqual(['Users', 'accounts']);
  });

  it('are not the FROM of a function, a comparison or a call', async () => {
    expect(await mysqlTablesNamed('SELECT EXTRACT(YEAR FROM created_at), TRIM(LEADING x FROM name) FROM dual')).toEqual(
      [],
    );
    expect(await sqliteTablesNamed('SELECT a IS DISTINCT FROM b FROM pragma_table_list JOIN json_each(x)')).toEqual([]);
    expect(await postgresqlTablesNamed('SELECT extract(year FROM now()) FROM generate_series(1, 2) AS n')).toEqual([]);
  });
});
