import { describe, expect, it } from 'vitest';
import { jira } from '../../../main/connectors/jira';
import { cellText } from '../../../main/connectors/jira/cells';
import { parseJiraQuery, toJql } from '../../../main/connectors/jira/jql';

const jqlOf = (text: string, project = 'PAY') => {
  const parsed = parseJiraQuery(text);
  return parsed.ok ? toJql(parsed.value, project) : parsed.error.message;
};

describe('a question to Jira', () => {
  it.each([
    ['status = Done', 'project = "PAY" AND (status = Done) ORDER BY key ASC'],
    ['a = 1 OR b = 2 ORDER BY created DESC', 'project = "PAY" AND (a = 1 OR b = 2) ORDER BY created DESC, key ASC'],
    ['project = X ORDER BY key', 'project = X ORDER BY key'],
    ['(project in (X, Y))', '(project in (X, Y)) ORDER BY key ASC'],
    ['"project" = X', '"project" = X ORDER BY key ASC'],
    ['text ~ "project = X"', 'project = "PAY" AND (text ~ "project = X") ORDER BY key ASC'],
    ['text ~ "order by \\" ("', 'project = "PAY" AND (text ~ "order by \\" (") ORDER BY key ASC'],
    ['ORDER BY created', 'project = "PAY" ORDER BY created, key ASC'],
    ['jql: a = 1\n  AND b = 2\nfields: key', 'project = "PAY" AND (a = 1 AND b = 2) ORDER BY key ASC'],
    ['a = 1\nAND b = 2', 'project = "PAY" AND (a = 1 AND b = 2) ORDER BY key ASC'],
  ])('%s is sent as %s', (text, jql) => {
    expect(jqlOf(text)).toBe(jql);
  });

  it('is sent as it is where the connector has no project', () => {
    expect(jqlOf('a = 1', '')).toBe('a = 1 ORDER BY key ASC');
  });

  it('names fields, also with commas in them', () => {
    expect(parseJiraQuery('a = 1\nfields: key, "Risk, impact", Story Points')).toMatchObject({
      value: { fields: ['key', 'Risk, impact', 'Story Points'] },
    });
    expect(parseJiraQuery('a = 1')).toMatchObject({ value: { fields: expect.arrayContaining(['key', 'summary']) } });
  });

  it.each([
    '',
    'fields: key',
    'a = "x',
    'a = 1) OR (b = 2',
    '(a = 1',
    'a = 1; DROP',
    '(a = 1 ORDER BY b)',
    'a = 1 ORDER BY',
    'a = ',
    'a = 1 AND',
    'a = 1 AND ORDER BY b',
    'a = 1\nfields: key, KEY',
    'a = 1\nfields: ,',
    'a = 1\nfields: key\nfields: id',
    'a = \u200b1',
  ])('%j is refused', async (query) => {
    expect(await jira.guardQuery(query)).toMatchObject({ allowed: false, reason: expect.stringMatching(/\.$/) });
  });
});

describe('a value of Jira', () => {
  it.each([
    [null, null],
    ['text', 'text'],
    [3.5, '3.5'],
    [true, 'true'],
    [[], null],
    [['a', 'b'], 'a; b'],
    [[{ name: 'One' }, { name: 'Two' }], 'One; Two'],
    [{ displayName: 'Ada', accountId: '1' }, 'Ada [1]'],
    [{ value: 'Red', child: { value: 'Blue' } }, 'Red / Blue'],
    [{ progress: 1, total: 2 }, '{"progress":1,"total":2}'],
  ])('%j is %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});

describe("an address of Jira's pages", () => {
  it.each([
    [
      'https://acme.atlassian.net/browse/PAY-12?x=1',
      { base_url: 'https://acme.atlassian.net', api_version: '3', project_key: 'PAY' },
    ],
    [
      'https://acme.atlassian.net/jira/software/projects/PAY/boards/1',
      { base_url: 'https://acme.atlassian.net', api_version: '3', project_key: 'PAY' },
    ],
    [
      'https://tools.example.com/jira/browse/PAY-1',
      { base_url: 'https://tools.example.com/jira', api_version: '2', project_key: 'PAY' },
    ],
    ['https://jira.example.com/issues/?jql=x', { base_url: 'https://jira.example.com', api_version: '2' }],
    [
      'https://ada:secret@jira.example.com/secure/Dashboard.jspa',
      { base_url: 'https://jira.example.com', api_version: '2' },
    ],
    ['https://example.com/', undefined],
    ['Server=db;Database=x', undefined],
  ])('%s', (text, configuration) => {
    expect(jira.parseConnectionText?.(text)).toEqual(configuration);
  });
});
