import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { qtestDriver as driver } from '../../../main/connectors/qtest/driver';
import { type QtestDouble, qtestToken, startQtest } from '../../servers/qtest';
import { runTool } from '../../servers/server-process';
import { answerOf, capture, errorOf } from './capture';

const never = new AbortController().signal;

describe('QTest', () => {
  let site: QtestDouble;

  const access = (configuration = {}, secrets: Record<string, string> = { api_token: qtestToken }) => ({
    configuration: { base_url: site.url, project_id: '42', encrypt: false, connect_timeout: 2, ...configuration },
    secrets,
  });
  const ask = (text: string, configuration = {}) => capture(driver, access(configuration), text);
  const searches = () => site.requests.filter(({ method }) => method === 'POST');

  beforeAll(async () => {
    site = await startQtest();
  });
  afterEach(() => {
    for (const { method, path } of site.requests) {
      expect(`${method} ${path}`).toMatch(
        /^(GET \/api\/v3\/(re-evaluation|projects\/\d+(\/.*)?)|POST \/api\/v3\/projects\/42\/search)$/,
      );
    }
    site.reset();
  });
  afterAll(() => site?.stop());

  it("gives the object's own fields and the project's, by label", async () => {
    const { result, csv } = await ask(
      "object: test-cases\nquery: 'Status' = 'Approved'\nfields: pid, name, Status, risk",
    );
    expect(answerOf(result)).toEqual({ rowCount: 25, complete: true });
    expect(
      csv.toString().startsWith('pid,name,Status,Risk\nTC-1,"Ünï, ""quoted""\nline 0",Approved,5\nTC-2,Case 1,'),
    ).toBe(true);
    expect(JSON.parse(searches()[0]?.body ?? '')).toEqual({
      object_type: 'test-cases',
      fields: ['*'],
      query: "'Status' = 'Approved'",
    });
  });

  it('gives all fields where none are named, and each name once', async () => {
    const header = (await ask('object: test-cases')).csv.toString().split('\n')[0];
    expect(header).toContain('id,pid,name,created_date');
    expect(header).toMatch(/Status,Risk$/);
  });

  it('asks for kinds that have no fields of the project', async () => {
    expect(answerOf((await ask('object: test-logs\nfields: id, status')).result).rowCount).toBe(25);
  });

  it('refuses a field that does not exist, and tells what qTest says of a query', async () => {
    expect(errorOf((await ask('object: test-cases\nfields: nothing')).result).code).toBe('QUERY_REJECTED');
    expect(searches()).toEqual([]);
    const refused = await ask("object: test-cases\nquery: no_such_field = '1'");
    expect(errorOf(refused.result)).toMatchObject({
      code: 'QUERY_FAILED',
      message: expect.stringContaining('is invalid'),
    });
    expect(refused.csv.length).toBe(0);
  });

  it('reads page after page and compares with the total', async () => {
    site.settings.objects = 1_200;
    expect(answerOf((await ask('object: test-cases')).result)).toEqual({ rowCount: 1_200, complete: true });
    expect(searches()).toHaveLength(3);
    site.settings.missing = 3;
    expect(answerOf((await ask('object: test-cases')).result)).toMatchObject({
      complete: false,
      incompleteBecause: expect.stringContaining('counts 1203 objects and gave 1200'),
    });
    site.settings.missing = 0;
    site.settings.shifted = 1;
    expect(answerOf((await ask('object: test-cases')).result).incompleteBecause).toContain('came twice');
  });

  it.each([
    ['leaves', { leave: [3] }],
    ['enters behind', { enter: [1_200] }],
  ])('notices that an object %s between pages', async (_what, change) => {
    site.settings.objects = 1_200;
    site.settings.change = { afterPages: 1, ...change };
    expect(answerOf((await ask('object: test-cases')).result)).toMatchObject({
      complete: false,
      incompleteBecause: expect.stringContaining('qTest counted 1200 objects at first'),
    });
  });

  it('tells site, project, account and rights', async () => {
    const report = answerOf(await driver.test(access(), never));
    expect(report).toMatchObject({ canWrite: false, fingerprint: { projectId: '42', account: '7' } });
    expect(report.target).toContain('Payments');
    site.settings.mayEdit = true;
    expect(answerOf(await driver.test(access(), never)).canWrite).toBe(true);
    site.settings.userId = 8;
    expect(answerOf(await driver.test(access(), never)).fingerprint).not.toEqual(report.fingerprint);
  });

  it('pins what a run compares, also where a secret is a part of it', async () => {
    const given = access({}, { api_token: qtestToken, unused: '42' });
    const report = answerOf(await driver.test(given, never));
    const { session } = await capture(driver, given, 'object: test-cases');
    expect(report.fingerprint).toMatchObject({ projectId: '42' });
    expect(session?.fingerprint).toEqual(report.fingerprint);
  });

  it.each([
    ['a wrong token', {}, { api_token: 'wrong' }, 'AUTH'],
    ['no token', {}, {}, 'AUTH'],
    ['another project', { project_id: '43' }, undefined, 'NO_DATABASE'],
    ['a project that is no number', { project_id: '../42' }, undefined, 'NO_DATABASE'],
  ])('tells %s', async (_what, configuration, secrets, reason) => {
    expect(errorOf(await driver.test(access(configuration, secrets as Record<string, string>), never))).toMatchObject({
      reason,
    });
  });

  it.each([
    ['stall', 'TIMEOUT'],
    ['cut', 'PROTOCOL'],
    ['garbage', 'PROTOCOL'],
  ] as const)('keeps the rows before %s', async (fault, reason) => {
    site.settings.objects = 1_200;
    site.misbehave = ({ query }) => (query.page === '2' ? fault : undefined);
    const { result, sealed } = await ask('object: test-cases', { connect_timeout: 1 });
    expect(errorOf(result)).toMatchObject({ reason });
    expect(sealed.rowCount).toBe(500);
  });

  it('describes its kinds of objects', async () => {
    const tables = answerOf(await driver.describeSchema(access(), never));
    expect(tables.find(({ name }) => name === 'test-cases')?.columns.map(({ name }) => name)).toContain('Risk');
  });

  it('has a double that curl accepts as well', async () => {
    const body = JSON.stringify({ object_type: 'test-cases', fields: ['*'], query: '' });
    const headers = ['-H', `Authorization: Bearer ${qtestToken}`, '-H', 'Content-Type: application/json'];
    const args = ['-sS', '--fail', ...headers, '-d', body, `${site.url}/api/v3/projects/42/search?pageSize=2`];
    expect(JSON.parse((await runTool('curl', args)).toString())).toMatchObject({
      total: 25,
      page_size: 2,
      items: [{ pid: 'TC-1' }, { pid: 'TC-2' }],
    });
  });
});
