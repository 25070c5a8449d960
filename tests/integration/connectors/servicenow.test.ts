import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { servicenowDriver as driver } from '../../../main/connectors/servicenow/driver';
import { parseRecord } from '../../../main/evidence/evidence-format';
import { runTool } from '../../servers/server-process';
import { type ServicenowDouble, servicenowLogin, startServicenow } from '../../servers/servicenow';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;
const { username, password, clientId, clientSecret } = servicenowLogin;

const isSecondPage = ({ sysparm_query = '' }: Record<string, string>) =>
  sysparm_query.includes(`sys_id>${'999'.padStart(32, '0')}`);

describe('ServiceNow', () => {
  let instance: ServicenowDouble;
  let encrypted: ServicenowDouble;

  const access = (configuration = {}, secrets: Record<string, string> = { password, client_secret: clientSecret }) => ({
    configuration: {
      instance: instance.url,
      authentication: 'basic',
      username,
      client_id: clientId,
      encrypt: false,
      connect_timeout: 2,
      query_timeout: 60,
      ...configuration,
    },
    secrets,
  });
  const ask = (query: string, configuration = {}) => capture(driver, access(configuration), query);
  const secretsIn = (value: unknown) =>
    [password, clientSecret].filter((secret) => JSON.stringify(value).includes(JSON.stringify(secret).slice(1, -1)));

  beforeAll(async () => {
    [instance, encrypted] = await Promise.all([startServicenow(), startServicenow({ tls: ['IP:127.0.0.1'] })]);
  });
  afterEach(() => {
    const asked = [...instance.requests, ...encrypted.requests].map(({ method, path }) => `${method} ${path}`);
    for (const request of asked)
      expect(request).toMatch(/^(GET \/api\/now\/(table|stats)\/\w+|POST \/oauth_token\.do)$/);
    instance.reset();
    encrypted.reset();
  });
  afterAll(() => Promise.all([instance?.stop(), encrypted?.stop()]));

  it('gives both values of each field, in a fixed order', async () => {
    const { result, csv } = await ask(
      'table: incident\nquery: active=true^priorityIN1,3\nfields: number,priority,caller_id.name',
    );
    expect(answerOf(result)).toEqual({ rowCount: 13, complete: true });
    const [header, first] = csv.toString().split('\n');
    expect(header).toBe('number,number (display),priority,priority (display),caller_id.name,caller_id.name (display)');
    expect(first).toBe('INC0000000,INC0000000,1,1 - Critical,Ada Auditor,Ada Auditor');
    const page = instance.requests.find(({ path }) => path === '/api/now/table/incident');
    expect(page?.query.sysparm_query).toBe('active=true^priorityIN1,3^ORDERBYsys_id');
  });

  it('gives stored or shown values alone', async () => {
    const stored = await ask('table: incident\nfields: priority\ndisplay: value');
    expect(stored.csv.toString().split('\n').slice(0, 2)).toEqual(['priority', '1']);
    const shown = await ask('table: incident\nfields: short_description,priority\ndisplay: display');
    expect(shown.csv.toString()).toContain('"Ünï, ""quoted""\nline 7",4 - Low\n');
  });

  it.each([
    ['a field', 'table: incident\nfields: number,no_such_field'],
    ['a condition', 'table: incident\nquery: no_such_field=1\nfields: number'],
    ['an order', 'table: incident\nquery: ORDERBYno_such_field\nfields: number'],
    ['a field behind a reference', 'table: incident\nfields: caller_id.no_such_field'],
  ])('refuses %s that the instance does not know, and asks for no rows', async (_what, query) => {
    expect(errorOf((await ask(query)).result)).toMatchObject({
      code: 'QUERY_REJECTED',
      message: expect.stringContaining('no_such_field'),
    });
    expect(instance.requests.some(({ path }) => path.endsWith('/incident'))).toBe(false);
  });

  it('refuses to follow a field that is no reference, and a table that does not exist', async () => {
    expect(errorOf((await ask('table: incident\nfields: number.name')).result).message).toContain('no reference');
    expect(errorOf((await ask('table: no_such_table\nfields: number')).result).message).toContain('no_such_table');
  });

  it.each([
    ['refused', 'sys_dictionary'],
    ['invisible', 'sys_dictionary'],
    ['refused', 'sys_db_object'],
    ['invisible', 'sys_db_object'],
  ] as const)('is unverified where the dictionary is %s (%s)', async (how, table) => {
    instance.settings[how] = [table];
    const { result, sealed } = await ask('table: incident\nfields: number');
    expect(answerOf(result)).toMatchObject({
      complete: false,
      incompleteBecause: expect.stringContaining('Unverified'),
    });
    expect(sealed.rowCount).toBe(25);
  });

  it('goes on behind pages whose rows are hidden, and says how many are', async () => {
    instance.settings.incidents = 3_500;
    instance.settings.isHidden = ({ number = '' }) => number >= 'INC0000500' && number < 'INC0002500';
    const { result } = await ask('table: incident\nfields: number\ndisplay: value');
    expect(answerOf(result)).toMatchObject({
      rowCount: 1_500,
      complete: false,
      incompleteBecause: expect.stringContaining('counts 3500 rows and gave 1500'),
    });
  });

  it.each([
    ['leaves', { leave: [3] }, 0],
    ['enters before', { enter: [-1] }, 0],
    ['enters behind', { enter: [2_500] }, 1],
    ['leaves while another enters', { leave: [3], enter: [2_500] }, 1],
  ])('gives every record once where one that was read %s', async (_what, change, more) => {
    instance.settings.incidents = 2_500;
    instance.settings.change = { afterPages: 1, ...change };
    const { result, csv } = await ask(
      'table: incident\nquery: active=true^NQactive=false\nfields: number\ndisplay: value',
    );
    expect(answerOf(result)).toEqual({ rowCount: 2_500 + more, complete: true });
    const numbers = csv.toString().trimEnd().split('\n').slice(1);
    expect(new Set(numbers).size).toBe(2_500 + more);
    expect(numbers).toContain('INC0001000');
  });

  it.each([
    ['leaves', { leave: [3] }, 'counted 2500 rows at first'],
    ['enters before', { enter: [-1] }, 'came twice'],
    ['enters behind', { enter: [2_500] }, 'counted 2500 rows at first'],
  ])('notices, in an order of the query, that a record %s between pages', async (_what, change, reason) => {
    instance.settings.incidents = 2_500;
    instance.settings.change = { afterPages: 1, ...change };
    const { result } = await ask('table: incident\nquery: ORDERBYopened_at\nfields: number');
    expect(answerOf(result)).toMatchObject({ complete: false, incompleteBecause: expect.stringContaining(reason) });
  });

  it('does not call many pages whole without a sys_id in them, and does not go round in circles', async () => {
    instance.settings.incidents = 2_500;
    instance.settings.hiddenFields = ['sys_id'];
    const query = 'table: incident\nfields: number';
    expect(answerOf((await ask(query)).result)).toMatchObject({
      rowCount: 2_500,
      incompleteBecause: expect.stringContaining('2500 rows came without an id'),
    });
    instance.reset();
    const records = Array.from({ length: 1_000 }, (_, index) => ({ number: '1', sys_id: `id${index}` }));
    instance.misbehave = ({ path }) =>
      path === '/api/now/table/incident'
        ? { json: { result: records }, headers: { 'x-total-count': '2500' } }
        : undefined;
    expect(errorOf((await ask(query)).result)).toMatchObject({
      reason: 'PROTOCOL',
      message: expect.stringContaining('again and again'),
    });
  });

  it('notices a hidden row also where another one entered', async () => {
    instance.settings.incidents = 2_500;
    instance.settings.isHidden = ({ number }) => number === 'INC0000005';
    instance.settings.change = { afterPages: 1, enter: [2_500] };
    expect(answerOf((await ask('table: incident\nfields: number')).result)).toMatchObject({
      rowCount: 2_500,
      complete: false,
      incompleteBecause: expect.stringContaining('hidden'),
    });
  });

  it('tells hidden fields from empty ones', async () => {
    instance.settings.hiddenFields = ['priority'];
    const { result, csv } = await ask('table: incident\nfields: number,priority\ndisplay: value');
    expect(answerOf(result).incompleteBecause).toContain('25 values are hidden');
    expect(parseRecord(Buffer.from(csv.toString().split('\n')[1] ?? ''))).toEqual(['INC0000000', null]);
  });

  it('says that hidden rows would not be noticed where it may not count', async () => {
    instance.settings.mayCount = false;
    expect(answerOf((await ask('table: incident\nfields: number')).result).incompleteBecause).toContain(
      'may not count',
    );
  });

  it('tells instance, account and roles', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report).toMatchObject({ canWrite: false, readOnly: true, serverVersion: 'ServiceNow Xanadu' });
    expect(report.warnings).toEqual([expect.stringContaining('not encrypted')]);
    expect(report.target).toContain(username);
    instance.settings.roles = ['itil', 'admin'];
    const writer = answerOf(await driver.test(access(), never));
    expect(writer).toMatchObject({
      canWrite: true,
      warnings: [expect.anything(), expect.stringContaining('itil, admin')],
    });
    expect(writer.fingerprint).toEqual(report.fingerprint);
    instance.settings.invisible = ['sys_user_has_role'];
    expect(answerOf(await driver.test(access(), never)).canWrite).toBeNull();
    instance.settings.instanceId = 'another';
    expect(answerOf(await driver.test(access(), never)).fingerprint).not.toEqual(report.fingerprint);
  });

  it.each([
    ['passes', 503, 'REFUSED'],
    ['is not a refusal', 401, 'AUTH'],
  ])('does not take a failure that %s for another target (%s)', async (_what, status, reason) => {
    instance.misbehave = ({ path }) => (path.endsWith('/sys_properties') ? { status, json: {} } : undefined);
    const { result, session } = await ask('table: incident\nfields: number');
    expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason });
    expect(session).toBeUndefined();
  });

  it.each([403, 404])('does without properties that the account may not see (%s)', async (status) => {
    instance.misbehave = ({ path }) => (path.endsWith('/sys_properties') ? { status, json: {} } : undefined);
    expect(answerOf(await driver.test(access(), never)).fingerprint).not.toHaveProperty('instanceId');
  });

  it('asks nothing of another instance than the pinned one', async () => {
    const { result, csv } = await capture(driver, access(), 'table: incident\nfields: number', { accept: false });
    expect(errorOf(result).code).toBe('TARGET_CHANGED');
    expect(csv.length).toBe(0);
    expect(instance.requests.some(({ path }) => path.endsWith('/incident'))).toBe(false);
  });

  it.each(['oauth_client_credentials', 'oauth_password'])(
    'logs in by %s, and again when the token has expired',
    async (authentication) => {
      instance.settings.incidents = 2_500;
      let expired = false;
      instance.misbehave = ({ path, query }) => {
        if (expired || !path.endsWith('/incident') || !isSecondPage(query)) return undefined;
        expired = true;
        return { status: 401, json: { error: { message: 'Expired' } } };
      };
      const { result } = await ask('table: incident\nfields: number', { authentication });
      expect(answerOf(result)).toEqual({ rowCount: 2_500, complete: true });
      expect(instance.requests.filter(({ path }) => path === '/oauth_token.do')).toHaveLength(2);
      expect(instance.requests.some(({ headers }) => headers.authorization?.includes('Basic'))).toBe(false);
    },
  );

  it.each([
    ['password', { authentication: 'basic' }, { password: 'wrong' }],
    ['missing password', { authentication: 'basic' }, {}],
    ['client secret', { authentication: 'oauth_client_credentials' }, { client_secret: 'wrong and secret' }],
  ])('tells a wrong login (%s) and shows no secret', async (_what, configuration, secrets) => {
    const error = errorOf(await driver.test(access(configuration, secrets as Record<string, string>), never));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', reason: 'AUTH' });
    expect(JSON.stringify(error)).not.toContain('wrong and secret');
  });

  it('shows no secret that the instance echoes', async () => {
    const login = Buffer.from(`${username}:${password}`).toString('base64');
    instance.misbehave = () => ({ status: 403, json: { error: { message: `No: ${password} ${login}` } } });
    const result = await driver.test(access(), never);
    expect(secretsIn(result)).toEqual([]);
    expect(JSON.stringify(result)).not.toContain(login);
  });

  it('refuses an address that is not encrypted while encryption is on', async () => {
    expect(errorOf(await driver.test(access({ encrypt: true }), never))).toMatchObject({ reason: 'TLS' });
    expect(instance.requests).toEqual([]);
  });

  it("verifies the certificate by the connector's own authority", async () => {
    const configuration = { instance: encrypted.url, encrypt: true };
    expect(errorOf(await driver.test(access(configuration), never))).toMatchObject({ reason: 'TLS' });
    const report = answerOf(await driver.test(access({ ...configuration, ca: encrypted.caPath }), never));
    expect(report.warnings).toEqual([]);
  });

  it.each([
    ['silence', 'TIMEOUT'],
    ['stall', 'TIMEOUT'],
    ['cut', 'PROTOCOL'],
    ['garbage', 'PROTOCOL'],
    ['web page', 'PROTOCOL'],
  ] as const)('keeps the rows before %s in the middle of a run', async (fault, reason) => {
    instance.settings.incidents = 2_500;
    instance.misbehave = ({ query }) => (isSecondPage(query) ? fault : undefined);
    const { result, sealed } = await ask('table: incident\nfields: number', { connect_timeout: 1 });
    expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason });
    expect(sealed.rowCount).toBe(1_000);
  });

  it('waits where the instance asks for it', async () => {
    instance.misbehave = () =>
      instance.requests.length % 2 === 1 ? { status: 429, headers: { 'retry-after': '0' } } : undefined;
    expect(answerOf((await ask('table: incident\nfields: number')).result)).toEqual({ rowCount: 25, complete: true });
  });

  it('stops when cancelled, and at the query timeout', async () => {
    instance.settings.incidents = 2_500;
    const cancel = new AbortController();
    instance.misbehave = ({ query }) => {
      if (!isSecondPage(query)) return undefined;
      setImmediate(() => cancel.abort());
      return 'silence';
    };
    const query = 'table: incident\nfields: number';
    const cancelled = await capture(driver, access({ connect_timeout: 60 }), query, { signal: cancel.signal });
    expect(answerOf(cancelled.result)).toEqual({ rowCount: 1_000, complete: false });
    const late = await ask(query, { connect_timeout: 60, query_timeout: 1 });
    expect(errorOf(late.result).code).toBe('QUERY_TIMEOUT');
    expect(late.sealed.rowCount).toBe(1_000);
  });

  it('holds a cell of 100 MB', async () => {
    const large = 'x'.repeat(100 * 1_048_576);
    instance.misbehave = ({ path }) =>
      path.endsWith('/table/incident')
        ? { json: { result: [{ number: large }] }, headers: { 'x-total-count': '1' } }
        : undefined;
    instance.settings.incidents = 1;
    // The double packs the cell before it answers, on the thread of the test.
    const patient = { connect_timeout: 50 };
    const { result, sealed } = await ask('table: incident\nfields: number\ndisplay: value', patient);
    expect(answerOf(result)).toEqual({ rowCount: 1, complete: true });
    expect(sealed.bytes).toBe('number\n'.length + large.length + 1);
  });

  it('tells that a question has too many fields for one request', async () => {
    const { result } = await ask(
      `table: incident\nfields: ${Array.from({ length: 2_000 }, (_, i) => `u_field_${i}`).join(',')}`,
    );
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED', hint: expect.stringContaining('fewer fields') });
  });

  it('describes the tables of the connector', async () => {
    const tables = answerOf(await driver.describeSchema(access({ tables: ['sys_user'] }), never));
    expect(tables.map(({ name, columns }) => [name, columns.length])).toEqual([['sys_user', 3]]);
  });

  it('has a double that curl and Python accept as well', async () => {
    const url = `${encrypted.url}/api/now/table/incident?sysparm_limit=1&sysparm_fields=number`;
    const expected = { result: [{ number: 'INC0000000' }] };
    const byCurl = await runTool('curl', [
      '-sS',
      '--fail',
      '--cacert',
      encrypted.caPath,
      '-u',
      `${username}:${password}`,
      url,
    ]);
    expect(JSON.parse(byCurl.toString())).toEqual(expected);
    const script = `import base64,ssl,sys,urllib.request as r
q=r.Request(sys.argv[1],headers={'Authorization':'Basic '+base64.b64encode(sys.argv[2].encode()).decode()})
print(r.urlopen(q,context=ssl.create_default_context(cafile=sys.argv[3])).read().decode())`;
    const byPython = await runTool('python3', ['-c', script, url, `${username}:${password}`, encrypted.caPath]);
    expect(JSON.parse(byPython.toString())).toEqual(expected);
  });
});
