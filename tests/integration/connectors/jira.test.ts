import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { jiraDriver as driver } from '../../../main/connectors/jira/driver';
import { type JiraDouble, jiraLogin, startJira } from '../../servers/jira';
import { runTool } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;
const query = 'status = Done\nfields: key, summary';

describe.each(['Cloud', 'Data Center'] as const)('Jira %s', (product) => {
  let site: JiraDouble;
  let copy: JiraDouble;
  const isCloud = product === 'Cloud';

  const access = (configuration = {}, secrets: Record<string, string> = { api_token: jiraLogin.token }) => ({
    configuration: {
      base_url: site.url,
      api_version: isCloud ? '3' : '2',
      username: jiraLogin.email,
      encrypt: true,
      ca: site.caPath,
      connect_timeout: 2,
      query_timeout: 60,
      ...configuration,
    },
    secrets,
  });
  const ask = (text = query, configuration = {}) => capture(driver, access(configuration), text);
  const searches = () => site.requests.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));

  beforeAll(async () => {
    [site, copy] = await Promise.all([
      startJira(product, { tls: ['IP:127.0.0.1'] }),
      startJira(product, { tls: ['IP:127.0.0.1'] }),
    ]);
  });
  afterEach(() => {
    for (const { method, path } of site.requests) {
      const version = isCloud ? '3' : '2';
      const reading = `GET /rest/api/${version}/(myself|serverInfo|field|mypermissions|project/[A-Z]+)`;
      const searching = `POST /rest/api/${version}/search${isCloud ? '/jql' : ''}`;
      expect(`${method} ${path}`).toMatch(new RegExp(`^(${reading}|${searching})$`));
    }
    site.reset();
  });
  afterAll(() => Promise.all([site?.stop(), copy?.stop()]));

  it('gives fields by the names that people see', async () => {
    const { result, csv } = await ask(
      'status = Done\nfields: key, Summary, Status, assignee, labels, description, Story Points, customfield_10020',
    );
    expect(answerOf(result)).toEqual({ rowCount: 25, complete: true });
    const text = csv.toString();
    expect(text.split('\n')[0]).toBe('key,Summary,Status,assignee,labels,description,Story Points,customfield_10020');
    expect(text).toContain('PAY-2,Issue 1,Done,Ada [ada-1],audit; q2,"First\n@Ada",3.5,Red / Blue\n');
    expect(text).toContain('PAY-1,"Ünï, ""quoted""\nline 0",Done,,audit; q2,');
    expect(searches()[0].fields).toContain('customfield_10016');
  });

  it.each([
    ['Team', 'customfield_10020, customfield_10021'],
    ['Nothing', 'no field'],
    ['Summary, summary ', 'twice'],
    ['Story Points, customfield_10016', 'same field'],
  ])('refuses the fields %s and searches nothing', async (fields, reason) => {
    const { result, csv } = await ask(`status = Done\nfields: ${fields}`);
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_REJECTED', message: expect.stringContaining(reason) });
    expect([searches(), csv.length]).toEqual([[], 0]);
  });

  it('reads page after page', async () => {
    site.settings.issues = 250;
    const { result, sealed } = await ask();
    expect(answerOf(result)).toEqual({ rowCount: 250, complete: true });
    expect(sealed.rowCount).toBe(250);
    expect(searches()).toHaveLength(3);
  });

  it('gives a table without rows where nothing is found', async () => {
    site.settings.issues = 0;
    const { result, csv } = await ask();
    expect(answerOf(result)).toEqual({ rowCount: 0, complete: true });
    expect(csv.toString()).toBe('key,summary\n');
  });

  it('searches the default project of the connector', async () => {
    await ask(query, { project_key: 'PAY' });
    expect(searches()[0].jql).toBe('project = "PAY" AND (status = Done) ORDER BY key ASC');
    const missing = errorOf(await driver.test(access({ project_key: 'NOPE' }), never));
    expect(missing).toMatchObject({ reason: 'NO_DATABASE', message: expect.stringContaining('NOPE') });
  });

  it('tells what Jira says of the JQL, and leaves no evidence', async () => {
    const { result, csv } = await ask('no_such_field = 1');
    expect(errorOf(result)).toMatchObject({ code: 'QUERY_FAILED', message: expect.stringContaining('does not exist') });
    expect(csv.length).toBe(0);
  });

  it('notices issues that moved between pages', async () => {
    site.settings.issues = 250;
    site.settings.shifted = 1;
    expect(answerOf((await ask()).result)).toMatchObject({
      complete: false,
      incompleteBecause: expect.stringContaining('came twice'),
    });
  });

  // Jira Cloud tells no total that could be compared.
  if (!isCloud) {
    it.each([
      ['leaves', { leave: [3] }],
      ['enters behind', { enter: [250] }],
    ])('notices that an issue %s between pages', async (_what, change) => {
      site.settings.issues = 250;
      site.settings.change = { afterPages: 1, ...change };
      const { result } = await ask();
      expect(answerOf(result)).toMatchObject({
        complete: false,
        incompleteBecause: expect.stringContaining('Jira counted 250 issues at first'),
      });
    });

    it('notices that fewer came than were counted', async () => {
      site.settings.missing = 2;
      site.settings.issues = 250;
      expect(answerOf((await ask()).result)).toMatchObject({ rowCount: 250, complete: false });
    });
  }

  it('does not go round in circles', async () => {
    site.settings.issues = 250;
    site.misbehave = () => {
      const first = searches().length > 1;
      if (!first) return undefined;
      const again = isCloud ? { nextPageToken: 'page-at-100', isLast: false } : { startAt: 99, total: 250 };
      return { json: { issues: [{ id: '1', key: 'PAY-1', fields: {} }], ...again } };
    };
    expect(errorOf((await ask()).result)).toMatchObject({
      reason: 'PROTOCOL',
      message: expect.stringContaining('again and again'),
    });
  });

  it('tells site, account and rights', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report).toMatchObject({
      canWrite: false,
      readOnly: true,
      warnings: [],
      fingerprint: { site: 'https://jira.example.com' },
    });
    site.settings.mayEdit = true;
    expect(answerOf(await driver.test(access(), never)).canWrite).toBe(true);
    site.settings.account = 'account-2';
    expect(answerOf(await driver.test(access(), never)).fingerprint).not.toEqual(report.fingerprint);
  });

  it('tells a copy that kept the base address of its original', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report).toMatchObject({
      identity: { address: site.url, site: 'https://jira.example.com' },
      target: expect.stringContaining(`${site.url} · site https://jira.example.com`),
    });
    const copied = await capture(driver, access({ base_url: copy.url, ca: copy.caPath }), query);
    expect(copied.session?.fingerprint).not.toEqual(report.fingerprint);
    site.misbehave = ({ path }) =>
      path.endsWith('/serverInfo')
        ? { json: { baseUrl: site.url, deploymentType: isCloud ? 'Cloud' : 'Server' } }
        : undefined;
    expect(answerOf(await driver.test(access(), never)).target).not.toContain('· site');
  });

  it('tells the other product', async () => {
    const answer = { json: { baseUrl: 'x', deploymentType: isCloud ? 'Server' : 'Cloud' } };
    site.misbehave = () => answer;
    expect(errorOf(await driver.test(access(), never))).toMatchObject({
      reason: 'PROTOCOL',
      hint: expect.stringContaining('product'),
    });
  });

  it('tells a wrong token and a missing one, and shows neither', async () => {
    const wrong = errorOf(await driver.test(access({}, { api_token: 'wrong-token' }), never));
    expect(wrong).toMatchObject({ reason: 'AUTH' });
    site.misbehave = ({ headers }) => ({
      status: 403,
      json: { message: `No ${headers.authorization} ${jiraLogin.token}` },
    });
    const echoed = JSON.stringify(await driver.test(access(), never));
    expect(echoed).not.toContain(jiraLogin.token);
    expect(echoed).not.toContain(Buffer.from(`${jiraLogin.email}:${jiraLogin.token}`).toString('base64'));
    site.reset();
    expect(errorOf(await driver.test(access({}, {}), never))).toMatchObject({ reason: 'AUTH' });
    expect(site.requests).toEqual([]);
  });

  it('asks nothing of another account than the pinned one', async () => {
    const { result } = await capture(driver, access(), query, { accept: false });
    expect(errorOf(result).code).toBe('TARGET_CHANGED');
    expect(searches()).toEqual([]);
  });

  it('waits where Jira asks for it', async () => {
    site.misbehave = () =>
      site.requests.length % 2 === 1 ? { status: 429, headers: { 'retry-after': '0' } } : undefined;
    expect(answerOf((await ask()).result).complete).toBe(true);
  });

  it.each([
    ['stall', 'TIMEOUT'],
    ['cut', 'PROTOCOL'],
    ['garbage', 'PROTOCOL'],
  ] as const)('keeps the rows before %s', async (fault, reason) => {
    site.settings.issues = 250;
    site.misbehave = () => (searches().length > 1 ? fault : undefined);
    const { result, sealed } = await ask(query, { connect_timeout: 1 });
    expect(errorOf(result)).toMatchObject({ code: 'CONNECTION_FAILED', reason });
    expect(sealed.rowCount).toBe(100);
  });

  it('stops when cancelled', async () => {
    site.settings.issues = 250;
    const cancel = new AbortController();
    site.misbehave = () => {
      if (searches().length < 2) return undefined;
      setImmediate(() => cancel.abort());
      return 'silence';
    };
    const { result } = await capture(driver, access({ connect_timeout: 60 }), query, { signal: cancel.signal });
    expect(answerOf(result)).toEqual({ rowCount: 100, complete: false });
  });

  it('describes its fields', async () => {
    const tables = answerOf(await driver.describeSchema(access(), never));
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['Key', 'Story Points']));
  });

  it('has a double that curl accepts as well', async () => {
    const login = isCloud
      ? ['-u', `${jiraLogin.email}:${jiraLogin.token}`]
      : ['-H', `Authorization: Bearer ${jiraLogin.token}`];
    const path = isCloud ? '/rest/api/3/search/jql' : '/rest/api/2/search';
    const body = JSON.stringify({ jql: 'status = Done', maxResults: 2, fields: ['summary'] });
    const args = [
      '-sS',
      '--fail',
      '--cacert',
      site.caPath,
      ...login,
      '-H',
      'Content-Type: application/json',
      '-d',
      body,
      `${site.url}${path}`,
    ];
    const answer = JSON.parse((await runTool('curl', args)).toString());
    expect(answer.issues.map(({ key }: { key: string }) => key)).toEqual(['PAY-1', 'PAY-2']);
  });
});
