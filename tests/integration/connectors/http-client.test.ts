import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from '../../../main/http/http-client';
import { openTransport } from '../../../main/http/open-transport';
import { createRedaction } from '../../../main/http/redaction';
import { retryDelay } from '../../../main/http/retry';
import { type HttpDouble, startHttpDouble } from '../../servers/http';
import { freePort } from '../../servers/server-process';
import { answerOf, errorOf } from './capture';

const never = new AbortController().signal;
const hosts = ['IP:127.0.0.1', 'DNS:web.example.com'];

describe('the HTTP client', () => {
  let plain: HttpDouble;
  let other: HttpDouble;
  let encrypted: HttpDouble;
  const clients: HttpClient[] = [];

  const clientFor = async (url: string, configuration = {}, more = {}): Promise<HttpClient> => {
    const client = createHttpClient({
      baseUrl: new URL(url),
      transport: answerOf(await openTransport(configuration)),
      allowed: [
        { method: 'GET', path: /^\/data(\/[^/]+)?$/ },
        { method: 'POST', path: /^\/search$/ },
      ],
      answerSeconds: 1,
      ...more,
    });
    client.authorize({ authorization: 'Bearer secret-token' });
    clients.push(client);
    return client;
  };
  const get = async (configuration = {}, url = plain.url) =>
    (await clientFor(url, configuration)).json({ path: '/data' }, never);

  beforeAll(async () => {
    const answer = () => ({ json: { rows: ['Ünï'] } });
    [plain, other, encrypted] = await Promise.all([
      startHttpDouble({ answer }),
      startHttpDouble({ answer }),
      startHttpDouble({ answer, tls: hosts }),
    ]);
  });
  afterEach(() => {
    for (const double of [plain, other, encrypted]) double.reset();
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => Promise.all([plain, other, encrypted].map((double) => double?.stop())));

  it('asks and reads, compressed or not', async () => {
    expect(answerOf(await get()).body).toEqual({ rows: ['Ünï'] });
    plain.misbehave = () => ({ json: { text: 'x'.repeat(100_000) } });
    expect(answerOf(await get()).body).toEqual({ text: 'x'.repeat(100_000) });
    expect(plain.requests[0]).toMatchObject({
      method: 'GET',
      path: '/data',
      headers: { authorization: 'Bearer secret-token' },
    });
  });

  it('keeps to the list of allowed requests', async () => {
    const client = await clientFor(plain.url);
    for (const [method, path] of [
      ['POST', '/data'],
      ['GET', '/other'],
      ['GET', '/data/../other'],
      ['GET', '/data/%2e%2e/other'],
      ['GET', '/data/a%2fb'],
      ['GET', '@evil.example/data'],
      ['GET', '//evil.example/data'],
    ] as const) {
      await expect(client.json({ method, path }, never)).rejects.toThrow('not on the list');
    }
    expect(plain.requests).toEqual([]);
    answerOf(await client.json({ method: 'POST', path: '/search', json: { a: 1 } }, never));
    expect(plain.requests[0]).toMatchObject({ body: '{"a":1}', headers: { 'content-type': 'application/json' } });
  });

  it('stays below the base address', async () => {
    const client = await clientFor(`${plain.url}/jira/`);
    answerOf(await client.json({ path: '/data', query: { q: 'a&b=c', none: undefined } }, never));
    expect(plain.requests[0]).toMatchObject({ path: '/jira/data', query: { q: 'a&b=c' } });
    expect(client.pathOf(`${plain.url}/jira/data/1?x=2`)).toBe('/data/1?x=2');
    expect(client.pathOf('data/1')).toBe('/data/1');
    for (const link of [
      `${other.url}/jira/data/1`,
      '//evil.example/jira/data',
      '/elsewhere',
      'ftp://127.0.0.1/jira/x',
      'http://',
      'data/a%2Fb',
    ]) {
      expect(client.pathOf(link)).toBeUndefined();
    }
  });

  it.each([301, 302, 307, 308])('follows no redirect (%i), so that no credentials go elsewhere', async (status) => {
    plain.misbehave = () => ({ status, headers: { location: `${other.url}/data?token=x` } });
    const error = errorOf(await get());
    expect(error).toMatchObject({ reason: 'PROTOCOL', message: expect.stringContaining(other.url) });
    expect(error.message).not.toContain('token=x');
    expect(other.requests).toEqual([]);
  });

  it.each([
    [401, 'CONNECTION_FAILED', 'AUTH'],
    [403, 'CONNECTION_FAILED', 'PERMISSION'],
    [404, 'CONNECTION_FAILED', 'NO_DATABASE'],
    [500, 'CONNECTION_FAILED', 'REFUSED'],
    [400, 'QUERY_FAILED', undefined],
  ])('tells status %i with what the system says', async (status, code, reason) => {
    plain.misbehave = () => ({ status, json: { error: { message: 'Because of\n this' } } });
    const result = await get();
    expect(errorOf(result)).toMatchObject({ code, message: expect.stringContaining('Because of this') });
    expect(errorOf(result).reason).toBe(reason);
    expect(result).toMatchObject({ status });
  });

  it.each([
    ['silence', 'TIMEOUT'],
    ['stall', 'TIMEOUT'],
    ['cut', 'PROTOCOL'],
    ['garbage', 'PROTOCOL'],
    ['web page', 'PROTOCOL'],
  ] as const)('tells a server that answers with %s', async (fault, reason) => {
    plain.misbehave = () => fault;
    expect(errorOf(await get())).toMatchObject({ code: 'CONNECTION_FAILED', reason });
  });

  it('reads no more than the largest answer, however small it was on the way', async () => {
    plain.misbehave = () => 'bomb';
    const client = await clientFor(plain.url, {}, { maximumAnswerBytes: 50_000_000 });
    expect(errorOf(await client.json({ path: '/data' }, never))).toMatchObject({ code: 'QUERY_FAILED' });
  });

  it('tells a damaged compressed answer', async () => {
    plain.misbehave = () => ({ text: 'not gzip at all', headers: { 'content-encoding': 'gzip' } });
    expect(errorOf(await get())).toMatchObject({ reason: 'PROTOCOL' });
  });

  it.each([429, 503])('waits as long as it is told (%i), then goes on', async (status) => {
    plain.misbehave = () => (plain.requests.length < 3 ? { status, headers: { 'retry-after': '0' } } : undefined);
    expect(answerOf(await get()).body).toEqual({ rows: ['Ünï'] });
    expect(plain.requests).toHaveLength(3);
  });

  it('gives up waiting after some attempts, or at once when the wait is long', async () => {
    plain.misbehave = () => ({ status: 429, headers: { 'retry-after': '0' } });
    expect(errorOf(await get()).code).toBe('RATE_LIMITED');
    expect(plain.requests).toHaveLength(5);
    plain.reset();
    plain.misbehave = () => ({ status: 429, headers: { 'retry-after': '3600' } });
    expect(errorOf(await get())).toMatchObject({ code: 'RATE_LIMITED', hint: 'Try again in 3600 s.' });
    expect(plain.requests).toHaveLength(1);
  });

  it('stops waiting when cancelled', async () => {
    const cancel = new AbortController();
    plain.misbehave = () => {
      setImmediate(() => cancel.abort());
      return { status: 429, headers: { 'retry-after': '50' } };
    };
    const client = await clientFor(plain.url);
    expect(errorOf(await client.json({ path: '/data' }, cancel.signal)).code).toBe('CANCELLED');
  });

  it('ends a request when cancelled, also before it began', async () => {
    const cancel = new AbortController();
    plain.misbehave = () => {
      setImmediate(() => cancel.abort());
      return 'silence';
    };
    const client = await clientFor(plain.url, {}, { answerSeconds: 60 });
    expect(errorOf(await client.json({ path: '/data' }, cancel.signal)).code).toBe('CANCELLED');
    expect(errorOf(await client.json({ path: '/data' }, cancel.signal)).code).toBe('CANCELLED');
  });

  it('tells an unknown host, a closed port and something that is no web server', async () => {
    expect(errorOf(await get({}, 'http://no-such-host.invalid'))).toMatchObject({ reason: 'DNS' });
    expect(errorOf(await get({}, `http://127.0.0.1:${await freePort()}`))).toMatchObject({ reason: 'REFUSED' });
    expect(errorOf(await get({}, `https://127.0.0.1:${plain.port}`))).toMatchObject({ reason: 'TLS' });
    expect(errorOf(await get({}, `http://127.0.0.1:${encrypted.port}`)).reason).toMatch(/PROTOCOL|REFUSED/);
  });

  it("verifies by the connector's own authority", async () => {
    expect(answerOf(await get({ ca: encrypted.caPath }, encrypted.url)).body).toEqual({ rows: ['Ünï'] });
    const untrusted = errorOf(await get({}, encrypted.url));
    expect(untrusted).toMatchObject({ reason: 'TLS', message: expect.stringContaining('not trusted') });
    expect(untrusted.hint).toContain("the system's administrators");
    const otherName = errorOf(await get({ ca: encrypted.caPath }, `https://localhost:${encrypted.port}`));
    expect(otherName).toMatchObject({ reason: 'TLS', message: expect.stringContaining('web.example.com') });
    answerOf(await get({ trust_server_certificate: true }, encrypted.url));
  });
});

describe('redaction', () => {
  it('finds a secret however it was written', () => {
    const secret = 'pä ss"w/+rd';
    const { clean, add } = createRedaction([secret, '']);
    add('token-1');
    const text = [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      JSON.stringify(secret),
      'token-1',
    ];
    const cleaned = clean({ error: { message: text.join(' '), list: text } });
    expect(JSON.stringify(cleaned)).not.toMatch(/pä|p%C3|token-1|cMOk/);
    expect(cleaned.error.list).toHaveLength(5);
  });
});

describe('Retry-After', () => {
  it.each([
    ['7', 7],
    ['Thu, 01 Jan 1970 00:00:30 GMT', 30],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s means %s', (header, seconds) => {
    expect(retryDelay(header, 500)).toBe(seconds);
  });
});
