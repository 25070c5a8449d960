import { describe, expect, it } from 'vitest';
import { guardMysql, singleMysqlStatement } from '../../../main/guard';
import { readCorpus } from './corpus';

const reasonFor = async (query: string) => {
  const verdict = await guardMysql(query);
  return verdict.allowed ? undefined : verdict.reason;
};

describe('guardMysql', () => {
  it.each(readCorpus('mysql.hostile'))('refuses what $why: $query', async ({ query }) => {
    expect(await reasonFor(query)).toMatch(/^\S.{10,}\.$/s);
  });

  it.each(readCorpus('mysql.legitimate'))('allows $why', async ({ query }) => {
    expect(await guardMysql(query)).toEqual({ allowed: true });
  });

  it.each([
    ["select load_file('x')", 'It calls load_file, which reads files on the server.'],
    ['select 1; select 2', 'There is more than one statement; send one at a time.'],
    ['select app.do_it()', "Tickmark doesn't know the function app.do_it(); it can't tell that it only reads."],
    ['select * from t for update', 'UPDATE changes or locks rows. If it is a name, quote it: `name`.'],
    [
      'delete from t',
      'DELETE deletes rows; only reading statements run (SELECT, WITH, VALUES, TABLE, SHOW, DESCRIBE or EXPLAIN).',
    ],
    ['explain analyze select 1', 'EXPLAIN ANALYZE runs the statement; leave ANALYZE out.'],
    ['show everything', 'SHOW everything is not on the list of SHOW statements that only read.'],
  ])('says why it refuses %s', async (query, reason) => {
    expect(await reasonFor(query)).toBe(reason);
  });

  it.each([
    ['a NUL', 'select 1 \u0000; drop table t'],
    ['a control character that begins a comment', 'select 1 --\u0001 for update'],
    ['a character outside of the basic plane as a name', 'select 𝓼𝓵𝓮𝓮𝓹(1)'],
    ['an endless query', `select '${'x'.repeat(200_001)}'`],
    ['a look-alike of a keyword', 'ſelect 1'],
  ])('refuses %s', async (_what, query) => {
    expect(await reasonFor(query)).toBeDefined();
  });

  it('judges long texts and deep expressions', async () => {
    const text = 'it'.repeat(90_000);
    expect(await guardMysql(`select '${text}'`)).toEqual({ allowed: true });
    const deep = `${'('.repeat(1_000)}1${')'.repeat(1_000)}`;
    expect(await guardMysql(`select ${deep}`)).toEqual({ allowed: true });
    expect(await reasonFor(`select ${deep} + sleep(1)`)).toContain('sleep');
    expect(await reasonFor(`select (${deep})`)).toContain('nest deeper');
  });
});

describe('singleMysqlStatement', () => {
  it.each([
    ['select 1', 'select 1'],
    [' ;; /* ä */ select 1 ; -- end', 'select 1'],
    ["select 'ä;#' /* inside */ , 1\n;\n", "select 'ä;#' /* inside */ , 1"],
    ['select `a;` # end', 'select `a;`'],
  ])('takes the statement out of %j', async (query, statement) => {
    expect(await singleMysqlStatement(query)).toEqual({ ok: true, value: statement });
  });

  it.each(['', '# nothing', 'select 1; select 2', "select 'x"])('refuses %j', async (query) => {
    expect(await singleMysqlStatement(query)).toMatchObject({ ok: false, error: { code: 'QUERY_REJECTED' } });
  });
});
