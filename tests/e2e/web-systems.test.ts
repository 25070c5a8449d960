import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HttpDouble, startHttpDouble } from '../servers/http';
import { freePort } from '../servers/server-process';
import { type ServicenowDouble, servicenowLogin, startServicenow } from '../servers/servicenow';
import { callBridge, tryBridge } from '../support/bridge-calls';
import { openTickmark, type TickmarkWindow } from '../support/window';

describe('a web system, reached from the real application', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-web-systems-'));
  let tickmark: TickmarkWindow;
  let plain: ServicenowDouble;
  let encrypted: ServicenowDouble;
  let elsewhere: HttpDouble;

  const test = (configuration: Record<string, unknown>) =>
    tryBridge(tickmark.page, 'connectors', 'testDraft', {
      ciId: 'CI1',
      connectorName: 'IT ServiceNow',
      connectorType: 'ServiceNow',
      configuration: { username: servicenowLogin.username, connect_timeout: 2, ...configuration },
      secrets: { password: servicenowLogin.password },
    });
  const chooseCa = async () => {
    await tickmark.choose({ open: encrypted.caPath });
    const picked = await callBridge(tickmark.page, 'files', 'pick', { purpose: 'ca' });
    return { fileToken: picked?.fileToken ?? '' };
  };
  /** Chromium's network stack says so in each request; Node's does not. */
  const isFromChromium = ({ requests }: HttpDouble) => requests.every(({ headers }) => 'sec-fetch-mode' in headers);

  beforeAll(async () => {
    [tickmark, plain, encrypted, elsewhere] = await Promise.all([
      openTickmark({ dataFolder }),
      startServicenow(),
      startServicenow({ tls: ['IP:127.0.0.1'] }),
      startHttpDouble({ answer: () => ({ json: {} }) }),
    ]);
  });
  afterEach(() => {
    for (const double of [plain, encrypted, elsewhere]) double.reset();
  });
  afterAll(async () => {
    await tickmark?.close();
    await Promise.all([plain, encrypted, elsewhere].map((double) => double?.stop()));
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it("is asked by the operating system's network stack, without cookies", async () => {
    plain.misbehave = () => undefined;
    expect(await test({ instance: plain.url, encrypt: false })).toMatchObject({ ok: true, value: { canWrite: false } });
    await test({ instance: plain.url, encrypt: false });
    expect(plain.requests.length).toBeGreaterThan(0);
    expect(isFromChromium(plain)).toBe(true);
    expect(plain.requests.some(({ headers }) => headers.cookie !== undefined)).toBe(false);
    expect(plain.requests[0]?.headers['user-agent']).toBe('Tickmark');
  });

  it('gets no credentials sent on by a redirect', async () => {
    plain.misbehave = () => ({ status: 302, headers: { location: `${elsewhere.url}/x` } });
    const answer = await test({ instance: plain.url, encrypt: false });
    expect(answer).toMatchObject({
      ok: false,
      error: { reason: 'PROTOCOL', message: expect.stringContaining(elsewhere.url) },
    });
    expect(elsewhere.requests).toEqual([]);
  });

  it.each([
    ['silence', 'TIMEOUT'],
    ['stall', 'TIMEOUT'],
    ['cut', 'PROTOCOL'],
    ['garbage', 'PROTOCOL'],
  ] as const)('may answer with %s', async (fault, reason) => {
    plain.misbehave = () => fault;
    expect(await test({ instance: plain.url, encrypt: false })).toMatchObject({ ok: false, error: { reason } });
  });

  it('may be unknown, closed, or refuse the login', async () => {
    expect(await test({ instance: 'https://no-such-host.invalid' })).toMatchObject({ error: { reason: 'DNS' } });
    expect(await test({ instance: `https://127.0.0.1:${await freePort()}` })).toMatchObject({
      error: { reason: 'REFUSED' },
    });
    expect(await test({ instance: plain.url, encrypt: false, username: 'nobody' })).toMatchObject({
      error: { reason: 'AUTH' },
    });
  });

  it("is trusted by the system's authorities, or by the connector's own", async () => {
    expect(await test({ instance: encrypted.url })).toMatchObject({ ok: false, error: { reason: 'TLS' } });
    expect(encrypted.requests).toEqual([]);
    expect(await test({ instance: encrypted.url, ca: await chooseCa() })).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
    expect(encrypted.requests.length).toBeGreaterThan(0);
  });
});
