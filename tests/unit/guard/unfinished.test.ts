import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { guardSqlite } from '../../../main/guard';
import { languages } from '../../soak/guard/languages';
import { readCorpus } from './corpus';

const unfinished = [
  'SELECT * FROM',
  'SELECT a,',
  'SELECT a, FROM users',
  'SELECT FROM WHERE a = 1',
  'SELECT a FROM users WHERE',
  'SELECT a FROM users WHERE a =',
  'SELECT a FROM users WHERE (a = 1 AND)',
  'SELECT a FROM users u JOIN roles r ON',
  'SELECT a FROM users ORDER BY',
  'SELECT a FROM users UNION',
  'SELECT a FROM users WHERE a IN (1, 2',
  "SELECT a FROM users WHERE a = 'x",
  'WITH recent AS (SELECT 1)',
  '-- SELECT * FROM users',
];

/** The query cut off behind each of its words and signs. */
const beginnings = (query: string): string[] =>
  [...query.matchAll(/\w+|[^\w\s]/g)].map(({ index, 0: { length } }) => query.slice(0, index + length));

describe.each(Object.entries(languages))('the guard for %s', (_name, { guard }) => {
  it.each(unfinished)('does not call ready what is not written to its end: %s', async (query) => {
    expect(await guard(query)).toEqual({ allowed: false, reason: expect.stringMatching(/^\S.{10,}\.$/s) });
  });

  it('says behind what the query ends, also with a comment or a semicolon there', async () => {
    const expected = { allowed: false, reason: 'The query ends after “FROM”; write what is missing there.' };
    expect(await guard('SELECT * FROM')).toEqual(expected);
    expect(await guard('SELECT * FROM -- users\n ;')).toEqual(expected);
  });
});

describe('what the guard calls unfinished', () => {
  const database = new Database(':memory:');
  afterAll(() => database.close());

  const isTaken = (query: string): boolean => {
    try {
      return Boolean(database.prepare(query));
    } catch (error) {
      return !/incomplete input|syntax error|no tables specified|unknown join type/.test(String(error));
    }
  };

  it('SQLite’s own parser does not take either, wherever a query is cut off', async () => {
    const corpora = [...readCorpus('sqlite.legitimate'), ...readCorpus('sqlserver.legitimate')];
    const queries = corpora.flatMap(({ query }) => beginnings(query));
    const taken: string[] = [];
    let told = 0;
    for (const query of queries) {
      const verdict = await guardSqlite(query);
      if (verdict.allowed || !/^(The query ends|Something is missing)/.test(verdict.reason)) continue;
      told += 1;
      if (isTaken(query)) taken.push(query);
    }
    expect(taken).toEqual([]);
    expect(told).toBeGreaterThan(500);
  });
});
