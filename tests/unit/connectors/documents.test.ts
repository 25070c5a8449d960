import { describe, expect, it } from 'vitest';
import { gnosis } from '../../../main/connectors/gnosis';
import { valueAt } from '../../../main/connectors/gnosis/json-pointer';
import { parseDocumentQuery } from '../../../main/connectors/gnosis/query';
import { qtest } from '../../../main/connectors/qtest';

describe('a JSON pointer', () => {
  const document = { a: { 'b/c': [10, { '~': 'x' }] }, '': 'empty name' };
  it.each([
    ['', document],
    ['/a/b~1c/0', 10],
    ['/a/b~1c/1/~0', 'x'],
    ['/', 'empty name'],
    ['/a/none', undefined],
    ['/a/b~1c/length', 2],
    ['/constructor', undefined],
    ['a', undefined],
  ])('%j', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value);
  });
});

describe('a question to a document repository', () => {
  it('is words, filters and whether documents are hashed', () => {
    expect(parseDocumentQuery('access policy\nfilters: type=policy, "owner=Ada, IT"\ndownload: Yes')).toMatchObject({
      value: { search: 'access policy', filters: { type: 'policy', owner: 'Ada, IT' }, download: true },
    });
  });

  it.each([
    '',
    'filters: a=b',
    'x\nfilters: q=other',
    'x\nfilters: offset=5',
    'x\nfilters: a',
    'x\nfilters: a=1, a=2',
    'x\ndownload: maybe',
  ])('%j is refused', async (query) => {
    expect(await gnosis.guardQuery(query)).toMatchObject({ allowed: false });
  });
});

describe('a question to qTest', () => {
  it.each(['', 'object: users', 'query: x', 'object: test-cases\nfields: a, A', 'DELETE FROM x'])(
    '%j is refused',
    async (query) => {
      expect(await qtest.guardQuery(query)).toMatchObject({ allowed: false });
    },
  );

  it('is found in an address of the browser', () => {
    expect(qtest.parseConnectionText?.('https://acme.qtestnet.com/p/1234/portal/project#id=1')).toEqual({
      base_url: 'https://acme.qtestnet.com',
      project_id: '1234',
    });
    expect(qtest.parseConnectionText?.('https://example.com/p/x')).toBeUndefined();
  });
});
