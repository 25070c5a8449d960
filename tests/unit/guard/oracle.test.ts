import { describe, expect, it } from 'vitest';
import { guardOracle, oracleNamesUsed, singleOracleStatement } from '../../../main/guard';
import { readCorpus } from './corpus';

const reasonFor = async (query: string) => {
  const verdict = await guardOracle(query);
  return verdict.allowed ? undefined : verdict.reason;
};

describe('guardOracle', () => {
  it.each(readCorpus('oracle.hostile'))('refuses what $why: $query', async ({ query }) => {
    expect(await reasonFor(query)).toMatch(/^\S.{10,}\.$/s);
  });

  it.each(readCorpus('oracle.legitimate'))('allows $why', async ({ query }) => {
    expect(await guardOracle(query)).toEqual({ allowed: true });
  });

  it.each([
    ["select bfilename('D', 'x') from dual", 'It calls bfilename, which opens files on the server.'],
    ['select 1 from dual; select 2 from dual', 'There is more than one statement; send one at a time.'],
    [
      'select app.do_it() from dual',
      "Tickmark doesn't know the function app.do_it(); it can't tell that it only reads.",
    ],
    ['select * from t for update', 'UPDATE changes or locks rows. If it is a name, quote it: "NAME".'],
    ['delete from t', 'DELETE deletes rows; only reading statements run (SELECT or WITH).'],
    ['select * from t@prod', 'It reads over a database link (@); connect to that database instead.'],
    ['select s.nextval from dual', 'NEXTVAL uses a sequence, which it may advance.'],
    [
      'select utl_inaddr.get_host_name from dual',
      'UTL_INADDR belongs to the packages of the server, which do more than read.',
    ],
    ['select 1 from dual\n/', 'Leave out the / at the end; it belongs to SQL*Plus.'],
    ['with function f return number is begin null', 'WITH FUNCTION brings along code of its own.'],
  ])('says why it refuses %s', async (query, reason) => {
    expect(await reasonFor(query)).toBe(reason);
  });

  it('judges long texts and deep expressions', async () => {
    expect(await guardOracle(`select '${'it'.repeat(90_000)}' from dual`)).toEqual({ allowed: true });
    expect(await guardOracle(`select q'[${'it'.repeat(90_000)}]' from dual`)).toEqual({ allowed: true });
    const deep = `${'('.repeat(1_000)}1${')'.repeat(1_000)}`;
    expect(await guardOracle(`select ${deep} from dual`)).toEqual({ allowed: true });
    expect(await reasonFor(`select ${deep} + do_it(1) from dual`)).toContain('do_it');
    expect(await reasonFor(`select (${deep}) from dual`)).toContain('nest deeper');
  });
});

describe('oracleNamesUsed', () => {
  it('lists what may be a call without parentheses, as the catalogue spells it', () => {
    const query = `select u.name, Purge_All, "Mixed", 'do_it', upper(x) from hr.users u where app.pkg.f = 1 -- hidden`;
    expect(oracleNamesUsed(query)).toEqual({
      ok: true,
      value: {
        single: ['PURGE_ALL', 'Mixed', 'UPPER', 'X', 'U'],
        pairs: [
          ['U', 'NAME'],
          ['HR', 'USERS'],
          ['APP', 'PKG'],
          ['PKG', 'F'],
        ],
      },
    });
  });

  it('refuses what it can’t read', () => {
    expect(oracleNamesUsed("select 'x")).toMatchObject({ ok: false, error: { code: 'QUERY_REJECTED' } });
  });
});

describe('singleOracleStatement', () => {
  it.each([
    ['select 1 from dual', 'select 1 from dual'],
    [' ;; /* ä */ select 1 from dual ; -- end', 'select 1 from dual'],
    ["select q'[;]' /* inside */ from dual\n;\n", "select q'[;]' /* inside */ from dual"],
  ])('takes the statement out of %j', async (query, statement) => {
    expect(await singleOracleStatement(query)).toEqual({ ok: true, value: statement });
  });

  it.each(['', '-- nothing', 'select 1 from dual; select 2 from dual', "select 'x"])('refuses %j', async (query) => {
    expect(await singleOracleStatement(query)).toMatchObject({ ok: false, error: { code: 'QUERY_REJECTED' } });
  });
});
