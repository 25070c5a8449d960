import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import {
  type ColumnName,
  mysqlColumnsNamed,
  postgresqlColumnsNamed,
  sqliteColumnsNamed,
  sqlserverColumnsNamed,
} from '../../../main/guard';
import { readCorpus } from './corpus';

const dialects = {
  sqlite: sqliteColumnsNamed,
  mysql: mysqlColumnsNamed,
  sqlserver: sqlserverColumnsNamed,
  postgresql: postgresqlColumnsNamed,
};

const written = (names: readonly ColumnName[]) =>
  [...new Set(names.map(({ table, column }) => [...table, column].join('.')))].sort();

describe.each(Object.entries(dialects))('the columns that a query surely reads in %s', (_dialect, columnsNamed) => {
  const named = async (query: string) => written(await columnsNamed(query));

  it('are those behind the name of a table, wherever it is read', async () => {
    const query = `SELECT u.name, r.title FROM users u LEFT JOIN hr.roles AS r ON r.id = u.role_id
      WHERE EXISTS (SELECT 1 FROM logins WHERE logins.user_id = u.id)`;
    expect(await named(query)).toEqual([
      'hr.roles.id',
      'hr.roles.title',
      'logins.user_id',
      'users.id',
      'users.name',
      'users.role_id',
    ]);
  });

  it('are those of the only table that is read', async () => {
    const query = `SELECT name, lower(mail) AS address, count(*) AS times FROM users WHERE (status = 'x' OR left_on IS NULL)
      GROUP BY name, address ORDER BY times DESC, name`;
    expect(await named(query)).toEqual(['users.left_on', 'users.mail', 'users.name', 'users.status']);
  });

  it.each([
    ['an alias', 'SELECT count(*) n FROM users ORDER BY n'],
    ['what WITH names', 'WITH u AS (SELECT 1 AS one) SELECT u.one FROM u'],
    ['what a subquery names', 'SELECT u.one FROM (SELECT 1 AS one) u JOIN users ON 1 = 1'],
    ['two tables of one alias', 'SELECT (SELECT u.a FROM x u), (SELECT u.b FROM y u)'],
    ['a table here and a subquery there', 'SELECT (SELECT u.a FROM users u), u.b FROM (SELECT 1 AS b) u'],
    ['an outer table', 'SELECT 1 FROM x WHERE EXISTS (SELECT 1 FROM y WHERE name = title)'],
    ['words of the language', 'SELECT current_date, null FROM users WHERE 1 IS NOT NULL'],
    ['a call', 'SELECT left(1, 2), u.method(1) FROM users u'],
    ['text', "SELECT 'name' FROM users WHERE 'a.b' = 'users.c'"],
    ['no list of one table', 'SELECT name FROM users, roles'],
    ['in half a query', "SELECT name FROM users WHERE '"],
  ])('are none where a name is %s', async (_what, query) => {
    expect(await named(query)).toEqual([]);
  });
});

describe('the columns that a query surely reads', () => {
  it('are not units, types and results of T-SQL', async () => {
    const query = `SELECT TOP 5 total = count(*), datediff(day, made, getdate()), convert(varchar, paid) FROM bills
      GROUP BY made, paid OPTION (RECOMPILE, MAXDOP 1)`;
    expect(written(await sqlserverColumnsNamed(query))).toEqual(['bills.made', 'bills.paid']);
  });

  it('are not the columns that each row has without their being listed', async () => {
    expect(await sqliteColumnsNamed('SELECT rowid, u.oid, _rowid_ FROM users u')).toEqual([]);
    expect(await postgresqlColumnsNamed('SELECT ctid, u.xmin, tableoid::regclass FROM users u')).toEqual([]);
  });

  it('are told without their quotes; what SQLite may take for a text is none', async () => {
    expect(written(await sqlserverColumnsNamed('SELECT [a]]b], u."c d" FROM users u'))).toEqual([
      'users.a]b',
      'users.c d',
    ]);
    expect(written(await sqliteColumnsNamed('SELECT "name", `a``b`, u."c" FROM users u'))).toEqual([
      'users.a`b',
      'users.c',
    ]);
  });

  it('are missed by SQLite itself, whichever of them a table lacks', async () => {
    const corpora = Object.keys(dialects).flatMap((name) => readCorpus(`${name}.legitimate`));
    let missed = 0;
    for (const { query } of corpora) {
      for (const { table, column } of await sqliteColumnsNamed(query)) {
        const told = sqliteSays(query, table.at(-1) ?? '', column);
        if (told === undefined) continue;
        expect(told, `${table.join('.')}.${column} in ${query}`).toMatch(/no such column|cannot join using column/);
        missed += 1;
      }
    }
    expect(missed).toBeGreaterThan(100);
  });
});

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What SQLite says of the query where all of its tables have all of its words as columns, but for one; nothing if it fails so, too. */
const sqliteSays = (query: string, table: string, column: string): string | undefined => {
  const columns = new Set(query.match(/[\p{L}_][\p{L}\p{N}_$]*/gu)?.map((word) => word.toLowerCase()));
  const prepare = (lacking: boolean): string => {
    const database = new Database(':memory:');
    try {
      for (const name of tablesOf(query)) {
        const kept = [...columns].filter(
          (word) => !lacking || name !== table.toLowerCase() || word !== column.toLowerCase(),
        );
        database.exec(`CREATE TABLE ${quoted(name)} (${kept.map(quoted).join(', ')})`);
      }
      database.prepare(query);
      return '';
    } catch (error) {
      return String(error);
    } finally {
      database.close();
    }
  };
  return prepare(false) === '' ? prepare(true) : undefined;
};

const tablesOf = (query: string): string[] => [
  ...new Set([...query.matchAll(/\b(?:from|join)\s+([\p{L}_]\w*)/giu)].map(([, name = '']) => name.toLowerCase())),
];
