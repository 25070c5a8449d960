import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gnosisDriver as driver } from '../../../main/connectors/gnosis/driver';
import { documentText, type GnosisDouble, gnosisSecret, startGnosis } from '../../servers/gnosis';
import { type HttpDouble, startHttpDouble } from '../../servers/http';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;

describe('Gnosis Document Repository', () => {
  let site: GnosisDouble;
  let elsewhere: HttpDouble;

  const access = (
    configuration = {},
    secrets: Record<string, string> = { api_token: gnosisSecret, api_key: gnosisSecret },
  ) => ({
    configuration: {
      base_url: `${site.url}/api`,
      repository: 'audit',
      encrypt: false,
      connect_timeout: 2,
      ...configuration,
    },
    secrets,
  });
  const ask = (text: string, configuration = {}) => capture(driver, access(configuration), text);

  beforeAll(async () => {
    [site, elsewhere] = await Promise.all([startGnosis(), startHttpDouble({ answer: () => ({ text: 'stolen' }) })]);
  });
  afterEach(() => {
    expect(site.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(elsewhere.requests).toEqual([]);
    site.reset();
  });
  afterAll(() => Promise.all([site?.stop(), elsewhere?.stop()]));

  it('searches with filters and gives the metadata', async () => {
    const { result, csv } = await ask('access policy\nfilters: type=policy, "owner=Ada, IT"');
    expect(answerOf(result)).toEqual({ rowCount: 25, complete: true });
    expect(csv.toString().split('\n').slice(0, 2)).toEqual([
      'id,title,type,modified,url',
      'D-0,"Ünï, ""quoted"" 0",policy,2025-01-31,/api/documents/0?version=1&version=2',
    ]);
    expect(site.requests.at(-1)?.query).toEqual({
      q: 'access policy',
      repository: 'audit',
      type: 'policy',
      owner: 'Ada, IT',
      offset: '0',
      limit: '100',
    });
  });

  it('reads answers of another shape by its pointers', async () => {
    const pointers = {
      items_pointer: '/result/hits',
      total_pointer: '/result/count',
      id_pointer: '/doc~1id',
      title_pointer: '/meta/name',
    };
    const { result, csv } = await ask('x', { api_endpoint: 'other', ...pointers });
    expect(answerOf(result).complete).toBe(true);
    expect(csv.toString().split('\n')[1]).toBe('0,Policy 0,,,');
    expect(errorOf((await ask('x', { api_endpoint: 'other' })).result)).toMatchObject({
      reason: 'PROTOCOL',
      message: expect.stringContaining('pointers'),
    });
  });

  it('fetches each document for its hash', async () => {
    const { result, csv } = await ask('x\ndownload: yes');
    expect(answerOf(result)).toEqual({ rowCount: 25, complete: true });
    const hash = createHash('sha256').update(documentText(24)).digest('hex');
    expect(csv.toString()).toContain(
      `D-24,Policy 24,policy,2025-01-31,/api/documents/24?version=1&version=2,${Buffer.byteLength(documentText(24))},${hash},\n`,
    );
  });

  it('gets what an independent client gets, that only read the description', async () => {
    const client = resolve(import.meta.dirname, '../../servers/gnosis-client.py');
    const asked = [client, `${site.url}/api`, '/search', 'audit', 'access policy', 'type=policy'];
    const { stdout } = await promisify(execFile)('python3', asked, { env: { ...process.env, TOKEN: gnosisSecret } });
    const { result, csv } = await ask('access policy\nfilters: type=policy\ndownload: yes');
    expect(answerOf(result)).toEqual({ rowCount: 25, complete: true });
    // The last column is Tickmark's own: why a document was not read.
    expect(csv.toString()).toBe(stdout.replace('\n', ',problem\n').replaceAll(/([0-9a-f]{64})\n/g, '$1,\n'));
    const wrongToken = promisify(execFile)('python3', asked, { env: { ...process.env, TOKEN: 'wrong' } });
    await expect(wrongToken).rejects.toThrow(/401/);
  });

  it('fetches nothing from elsewhere, and says which documents it did not read', async () => {
    site.settings.documents = 4;
    site.settings.link = (index) =>
      ['/api/documents/0', `${elsewhere.url}/api/documents/1`, '/api/missing', ''][index] ?? '';
    const { result, csv } = await ask('x\ndownload: yes');
    expect(answerOf(result)).toMatchObject({
      rowCount: 4,
      complete: false,
      incompleteBecause: expect.stringContaining('3 documents could not be fetched'),
    });
    const lines = csv.toString().split('\n');
    expect(lines[1]).toMatch(/,[0-9a-f]{64},$/);
    expect(lines[2]).toContain('leads away');
    expect(lines[3]).toContain('does not have what was asked for');
    expect(lines[4]).toContain('no link');
  });

  it('shows no secret that the repository echoes for a document', async () => {
    site.misbehave = ({ path, headers }) =>
      path.includes('/documents/') ? { status: 403, json: { message: `No ${headers.authorization}` } } : undefined;
    const { csv } = await ask('x\ndownload: yes');
    expect(csv.toString()).toContain('It says: No Bearer •••');
    expect(csv.toString()).not.toContain(gnosisSecret);
  });

  it('follows no redirect to a document', async () => {
    site.misbehave = ({ path }) =>
      path.includes('/documents/') ? { status: 302, headers: { location: `${elsewhere.url}/x` } } : undefined;
    expect(answerOf((await ask('x\ndownload: yes')).result).complete).toBe(false);
  });

  it('reads page after page and compares with the total', async () => {
    site.settings.documents = 250;
    expect(answerOf((await ask('x')).result)).toEqual({ rowCount: 250, complete: true });
    site.settings.missing = 1;
    expect(answerOf((await ask('x')).result).incompleteBecause).toContain('counts 251 documents and gave 250');
    site.settings.countsDocuments = false;
    expect(answerOf((await ask('x')).result)).toMatchObject({
      rowCount: 250,
      incompleteBecause: expect.stringContaining('does not say'),
    });
  });

  it.each([
    ['leaves', { leave: [3] }],
    ['enters behind', { enter: [250] }],
  ])('notices that a document %s between pages', async (_what, change) => {
    site.settings.documents = 250;
    site.settings.change = { afterPages: 1, ...change };
    expect(answerOf((await ask('x')).result)).toMatchObject({
      complete: false,
      incompleteBecause: expect.stringContaining('The repository counted 250 documents at first'),
    });
  });

  it('logs in by a key in a header of its own, and sends nothing else', async () => {
    const byKey = { authentication: 'api_key', key_header: 'X-Own-Key' };
    answerOf(await driver.test(access(byKey), never));
    expect(site.requests[0]?.headers.authorization).toBeUndefined();
    expect(errorOf(await driver.test(access({ ...byKey, key_header: 'Host' }), never)).reason).toBe('PROTOCOL');
  });

  it.each([
    ['a wrong token', {}, { api_token: 'wrong' }, 'AUTH'],
    ['no token', {}, {}, 'AUTH'],
    ['a search that is not there', { api_endpoint: '/nothing' }, undefined, 'NO_DATABASE'],
    ['a search outside of the address', { api_endpoint: '/../search' }, undefined, 'PROTOCOL'],
  ])('tells %s', async (_what, configuration, secrets, reason) => {
    expect(errorOf(await driver.test(access(configuration, secrets as Record<string, string>), never))).toMatchObject({
      reason,
    });
  });

  it('tells which search answers; rights are not told', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report).toMatchObject({
      canWrite: null,
      fingerprint: { endpoint: `${site.url}/api/search`, repository: 'audit' },
    });
  });

  it('stops when cancelled in the middle of a document', async () => {
    const cancel = new AbortController();
    site.misbehave = ({ path }) => {
      if (!path.endsWith('/documents/3')) return undefined;
      setImmediate(() => cancel.abort());
      return 'stall';
    };
    const { result } = await capture(driver, access({ connect_timeout: 60 }), 'x\ndownload: yes', {
      signal: cancel.signal,
    });
    expect(answerOf(result)).toEqual({ rowCount: 3, complete: false });
  });
});
