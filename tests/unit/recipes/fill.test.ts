import { describe, expect, it } from 'vitest';
import { fillRecipe, placeholdersOf } from '../../../main/recipes/fill';
import {
  dataQuery,
  encodedQuery,
  jql,
  mysqlSql,
  plainWords,
  type Quoting,
  standardSql,
  transactSql,
} from '../../../main/recipes/quoting';
import type { RecipeParameter } from '../../../preload/contract';

const noPeriod = { startDate: null, endDate: null };

const fill = (kind: RecipeParameter['kind'], value: string, quoting: Quoting = standardSql) => {
  const parameters = [{ name: 'it', label: 'It', kind, default: null, defaultFrom: null }];
  const filled = fillRecipe({ query: '{{it}}', parameters }, quoting, noPeriod, { it: value });
  return filled.ok ? filled.value.query : filled.error.fieldErrors?.it;
};

const isRefused = (answer: string | undefined) => /^(Write|This text)/.test(answer ?? '');

describe('filling a recipe', () => {
  it.each([
    ['standard SQL', standardSql, "O'Neill; DROP TABLE x --", "'O''Neill; DROP TABLE x --'"],
    ['MySQL', mysqlSql, "it's", "'it''s'"],
    ['T-SQL', transactSql, "Käse's", "N'Käse''s'"],
    ['JQL', jql, 'say "done"', '"say \\"done\\""'],
    ['an encoded query', encodedQuery, 'access role', 'access role'],
    ['qTest', dataQuery, 'Approved', "'Approved'"],
    ['plain words', plainWords, 'access policy', 'access policy'],
  ])('writes a text of %s so that it stays one', (_, quoting, value, written) => {
    expect(fill('text', value, quoting)).toBe(written);
  });

  it.each([standardSql, mysqlSql, transactSql, jql, encodedQuery, dataQuery, plainWords])(
    'refuses characters that end a text early or hide in it',
    (quoting) => {
      for (const value of ['a\\', 'a\nb', 'a\u0000b', 'a\u202eb', 'a\u2028b'])
        expect(isRefused(fill('text', value, quoting))).toBe(true);
    },
  );

  it('refuses what would go on in an encoded query or run as a script', () => {
    for (const value of ['a^ORactive=true', 'javascript:gs.getUserID()', 'JavaScript:x']) {
      expect(isRefused(fill('text', value, encodedQuery))).toBe(true);
    }
    expect(isRefused(fill('text', "it's", dataQuery))).toBe(true);
  });

  it.each(["2025-02-30' OR '1'='1", '2025-02-30', '2025-13-01', '01.04.2025', '20250401', "2025-04-01'"])(
    'refuses %s as a date',
    (value) => expect(isRefused(fill('date', value))).toBe(true),
  );

  it.each(['-1', '1e9', '1;', '1 OR 1=1', '9999999999'])('refuses %s as a number', (value) =>
    expect(isRefused(fill('number', value))).toBe(true),
  );

  it('takes plain names as they are, and quotes others only where the language can', () => {
    expect(fill('identifier', 'hr.users')).toBe('hr.users');
    expect(fill('identifier', 'my "users"; --')).toBe('"my ""users""; --"');
    expect(isRefused(fill('identifier', 'users; DROP TABLE x', mysqlSql))).toBe(true);
    expect(isRefused(fill('identifier', 'users`', transactSql))).toBe(true);
  });

  it('quotes each item of a list', () => {
    expect(fill('list', `Story, "Risk, impact", it's`)).toBe("'Story', 'Risk, impact', 'it''s'");
    expect(isRefused(fill('list', ' , '))).toBe(true);
  });

  it('takes the dates of the period, then the default, and leaves what has neither', () => {
    const parameter = (name: string, more: object) => ({
      name,
      label: name,
      kind: 'date' as const,
      default: null,
      defaultFrom: null,
      ...more,
    });
    const parameters = [
      parameter('a', { defaultFrom: 'period-start' }),
      parameter('b', { defaultFrom: 'period-end' }),
      parameter('c', { default: '2024-01-01' }),
      parameter('d', {}),
    ];
    const template = { query: '{{a}} {{b}} {{c}} {{d}} {{a}}', parameters };
    const period = { startDate: '2025-04-01', endDate: null };
    expect(fillRecipe(template, standardSql, period)).toEqual({
      ok: true,
      value: { query: '2025-04-01 {{b}} 2024-01-01 {{d}} 2025-04-01', missing: ['b', 'd'] },
    });
    expect(placeholdersOf(template.query)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('never fills a value again', () => {
    const text = { label: '', kind: 'text' as const, default: null, defaultFrom: null };
    const template = {
      query: '{{a}} {{b}}',
      parameters: [
        { ...text, name: 'a' },
        { ...text, name: 'b' },
      ],
    };
    const filled = fillRecipe(template, standardSql, noPeriod, { a: '{{b}}', b: '$& $1' });
    expect(filled).toMatchObject({ value: { query: "'{{b}}' '$& $1'" } });
  });

  it('refuses a parameter that the recipe does not have', () => {
    const answer = fillRecipe({ query: 'x', parameters: [] }, standardSql, noPeriod, { constructor: 'x' });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fieldErrors: { constructor: expect.any(String) } },
    });
  });
});
