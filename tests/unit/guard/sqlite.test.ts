import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { guardSqlite, singleSqliteStatement } from '../../../main/guard';
import { readCorpus } from './corpus';

const reasonFor = async (query: string) => {
  const verdict = await guardSqlite(query);
  return verdict.allowed ? undefined : verdict.reason;
};

describe('guardSqlite', () => {
  const database = new Database(':memory:');
  afterAll(() => database.close());

  it.each(readCorpus('sqlite.hostile'))('refuses what $why: $query', async ({ query }) => {
    expect(await reasonFor(query)).toMatch(/^\S.{10,}\.$/s);
  });

  it.each(readCorpus('sqlite.legitimate'))('allows $why', async ({ query }) => {
    expect(await guardSqlite(query)).toEqual({ allowed: true });
  });

  it.each(readCorpus('sqlite.legitimate'))('agrees with SQLite that this reads: $why', ({ query }) => {
    try {
      expect(database.prepare(query).readonly).toBe(true);
    } catch (error) {
      // SQLite has read the whole statement when it misses a table.
      expect(String(error)).toMatch(/no such (table|column)/);
    }
  });

  it.each([
    ["select load_extension('x')", 'It calls load_extension, which loads a program library.'],
    ['select 1; select 2', 'There is more than one statement; send one at a time.'],
    ['select do_it()', "Tickmark doesn't know the function do_it(); it can't tell that it only reads."],
    ['select * from pragma_optimize', 'pragma_optimize is not on the list of pragmas that only read.'],
    ['pragma query_only = off', 'PRAGMA query_only in this form is not on the list of pragmas that only read.'],
    [
      'drop table t',
      'DROP removes objects; only reading statements run (SELECT, WITH, VALUES, EXPLAIN or a reading PRAGMA).',
    ],
  ])('says why it refuses %s', async (query, reason) => {
    expect(await reasonFor(query)).toBe(reason);
  });

  it.each([
    ['a NUL', 'select 1 \u0000; drop table t'],
    ['a byte order mark', '\ufeffselect 1'],
    ['an endless query', `select '${'x'.repeat(200_001)}'`],
    ['a look-alike of a keyword', 'ſelect 1'],
  ])('refuses %s', async (_what, query) => {
    expect(await reasonFor(query)).toBeDefined();
  });
});

describe('singleSqliteStatement', () => {
  it.each([
    ['select 1', 'select 1'],
    [' ;; /* ä */ select 1 ; -- end', 'select 1'],
    ["select 'ä;--' /* inside */ , 1\n;\n", "select 'ä;--' /* inside */ , 1"],
    ['select [a;] from t -- end', 'select [a;] from t'],
  ])('takes the statement out of %j', async (query, statement) => {
    expect(await singleSqliteStatement(query)).toEqual({ ok: true, value: statement });
  });

  it.each(['', '-- nothing', 'select 1; select 2', "select 'x"])('refuses %j', async (query) => {
    expect(await singleSqliteStatement(query)).toMatchObject({ ok: false, error: { code: 'QUERY_REJECTED' } });
  });
});
