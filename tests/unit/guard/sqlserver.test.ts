import { describe, expect, it } from 'vitest';
import { guardSqlserver, singleSqlserverStatement } from '../../../main/guard';
import { readCorpus } from './corpus';

const reasonFor = async (query: string) => {
  const verdict = await guardSqlserver(query);
  return verdict.allowed ? undefined : verdict.reason;
};

describe('guardSqlserver', () => {
  it.each(readCorpus('sqlserver.hostile'))('refuses what $why: $query', async ({ query }) => {
    expect(await reasonFor(query)).toMatch(/^\S.{10,}\.$/s);
  });

  it.each(readCorpus('sqlserver.legitimate'))('allows $why', async ({ query }) => {
    expect(await guardSqlserver(query)).toEqual({ allowed: true });
  });

  it.each([
    [
      "select * from openrowset('a', 'b', 'c')",
      'OPENROWSET reaches another server or a file. If it is a name, quote it: [name].',
    ],
    ['select 1; select 2', 'There is more than one statement; send one at a time.'],
    ['select 1 select 2', 'There is more than one SELECT statement; send one at a time, or join them with UNION ALL.'],
    ['select dbo.do_it()', "Tickmark doesn't know the function dbo.do_it(); it can't tell that it only reads."],
    ['select 1 into t', 'INTO writes the result to a table. If it is a name, quote it: [name].'],
    ['delete from t', 'DELETE deletes rows; only reading statements run (SELECT or WITH).'],
    ['select * from t with (updlock)', 'UPDLOCK locks what others work with. If it is a name, quote it: [name].'],
    [
      'select * from a.b.c.d',
      'A name of four parts reaches another server. For a column, write its table by an alias.',
    ],
    ['select @x', 'It has a variable (@…), which nobody fills in; write the value.'],
  ])('says why it refuses %s', async (query, reason) => {
    expect(await reasonFor(query)).toBe(reason);
  });

  it.each([
    ['a NUL', 'select 1 \u0000; drop table t'],
    ['a vertical tab', 'select 1 \u000b drop'],
    ['a line separator in a comment', 'select 1 --\u2028 drop table t'],
    ['letters outside of the basic plane that look like keywords', 'select 1 𝓭𝓻𝓸𝓹 table t'],
    ['an endless query', `select '${'x'.repeat(200_001)}'`],
  ])('refuses %s', async (_what, query) => {
    expect(await reasonFor(query)).toBeDefined();
  });

  it('judges long texts and deep expressions', async () => {
    expect(await guardSqlserver(`select '${'it'.repeat(90_000)}'`)).toEqual({ allowed: true });
    const deep = `${'('.repeat(1_000)}1${')'.repeat(1_000)}`;
    expect(await guardSqlserver(`select ${deep}`)).toEqual({ allowed: true });
    expect(await reasonFor(`select ${deep} + dbo.f(1)`)).toContain('dbo.f');
    expect(await reasonFor(`select (${deep})`)).toContain('nest deeper');
  });
});

describe('singleSqlserverStatement', () => {
  it.each([
    ['select 1', 'select 1'],
    [' ;; /* ä */ select 1 ; -- end', 'select 1'],
    ["select 'ä;--' /* inside */ , 1\r\n;\r\n", "select 'ä;--' /* inside */ , 1"],
    ['select [a;] -- end', 'select [a;]'],
  ])('takes the statement out of %j', async (query, statement) => {
    expect(await singleSqlserverStatement(query)).toEqual({ ok: true, value: statement });
  });

  it.each(['', '-- nothing', 'select 1; select 2', "select 'x"])('refuses %j', async (query) => {
    expect(await singleSqlserverStatement(query)).toMatchObject({ ok: false, error: { code: 'QUERY_REJECTED' } });
  });
});
