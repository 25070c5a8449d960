import { describe, expect, it } from 'vitest';
import { guardPostgresql, singlePostgresqlStatement } from '../../../main/guard';
import { readCorpus } from './corpus';

const reasonFor = async (query: string) => {
  const verdict = await guardPostgresql(query);
  return verdict.allowed ? undefined : verdict.reason;
};

describe('guardPostgresql', () => {
  it.each(readCorpus('postgresql.hostile'))('refuses what $why: $query', async ({ query }) => {
    expect(await reasonFor(query)).toMatch(/^\S.{10,}\.$/s);
  });

  it.each(readCorpus('postgresql.legitimate'))('allows $why', async ({ query }) => {
    expect(await guardPostgresql(query)).toEqual({ allowed: true });
  });

  it.each([
    ["select pg_read_file('x')", 'It calls pg_read_file, which reads files on the server.'],
    ['select 1; select 2', 'There are 2 statements; send one at a time.'],
    ['select app.do_it()', "Tickmark doesn't know the function app.do_it(); it can't tell that it only reads."],
    [
      'with x as (delete from t returning 1) table x',
      'DELETE removes rows of a table; write a SELECT that shows them.',
    ],
    ['show all', "SHOW can't be captured as evidence; write SELECT name, setting FROM pg_settings."],
    ['alter table t add c int', 'ALTER TABLE is not a reading statement; write a SELECT.'],
    ['select 1 frm t x', 'PostgreSQL\'s grammar does not accept the query: syntax error at or near "t".'],
    ['', 'The query is empty.'],
  ])('says why it refuses %s', async (query, reason) => {
    expect(await reasonFor(query)).toBe(reason);
  });

  it.each([
    ['a NUL, behind which the parser would see nothing', 'select 1 \u0000; drop table t'],
    ['a zero-width space', 'select\u200b 1'],
    ['a character that reverses the reading direction', 'select 1 /*\u202e*/'],
    ['half a character', 'select 1 as "\ud800"'],
    ['an endless query', `select '${'x'.repeat(200_001)}'`],
  ])('refuses %s', async (_what, query) => {
    expect(await reasonFor(query)).toBeDefined();
    expect(await guardPostgresql('select 1')).toEqual({ allowed: true });
  });

  it('judges long chains', async () => {
    const sum = Array.from({ length: 1_400 }, () => '1').join(' + ');
    expect(await guardPostgresql(`select ${sum}`)).toEqual({ allowed: true });
    expect(await reasonFor(`select ${sum} + pg_sleep(1)`)).toContain('pg_sleep');
    const list = Array.from({ length: 20_000 }, (_, index) => `'${index}'`).join(', ');
    expect(await guardPostgresql(`select * from t where a in (${list})`)).toEqual({ allowed: true });
  });

  it.each([
    ['parentheses', `select ${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
    ['terms', `select ${Array.from({ length: 10_000 }, () => '1').join(' + ')}`],
    ['UNIONs', Array.from({ length: 4_000 }, () => 'select 1, 2').join(' union ')],
    ['NOTs', `select ${'not '.repeat(9_000)} true`],
    ['signs', `select ${'- '.repeat(9_000)} 1`],
    ['casts', `select 1${'::int'.repeat(4_000)}`],
    ['CASEs', `select ${'case when true then '.repeat(2_000)} 1 ${'end '.repeat(2_000)}`],
    ['groups in a row', `select ${'(1 + '.repeat(500)}1${')'.repeat(500)}${' + (1 + 1)'.repeat(1_000)}`],
    ['open parentheses', `select ${'('.repeat(5_000)}`],
  ])('refuses too many %s before its parser breaks', async (_what, query) => {
    expect(await reasonFor(query)).toContain('make it simpler');
    expect(await guardPostgresql('select 1')).toEqual({ allowed: true });
  });
});

describe('singlePostgresqlStatement', () => {
  it.each([
    ['select 1', 'select 1'],
    [' ;; /* ä */ select 1 ; -- end', 'select 1'],
    ["select 'ä;--' /* inside */ , 1\n;\n", "select 'ä;--' /* inside */ , 1"],
    ['select $$;$$ -- end', 'select $$;$$'],
    ['select "名前" from t /* a /* nested */ comment */', 'select "名前" from t'],
  ])('takes the statement out of %j', async (query, statement) => {
    expect(await singlePostgresqlStatement(query)).toEqual({ ok: true, value: statement });
  });

  it.each(['', '-- nothing', 'select 1; select 2', 'select'.concat(' (')])('refuses %j', async (query) => {
    expect(await singlePostgresqlStatement(query)).toMatchObject({ ok: false, error: { code: 'QUERY_REJECTED' } });
  });
});
