import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const ciId = 'CI1';

describe('suggestions and recipes over the bridge', () => {
  let programs: BuiltPrograms;
  let folder: string;
  let program: TestProgram;
  let applicationId: number;

  beforeAll(async () => {
    programs = await buildTickmarkPrograms();
  });

  afterAll(() => programs?.remove());

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-suggestions-'));
    program = startProgram({ programs, dataFolder: join(folder, 'data'), env: withoutBus().env });
    const dates = { startDate: '2025-04-01', endDate: '2025-06-30' };
    const created = program.bridge.applications.create({ auditName: 'Q2', name: 'Stark', ciId, ...dates });
    applicationId = (await value(created)).id;
  });

  afterEach(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const createFile = async (connectorName: string) => {
    const path = join(folder, `${connectorName}.db`);
    new SqliteDatabase(path).exec('CREATE TABLE login_events (occurred_at TEXT, outcome TEXT)').close();
    const configuration = { path: await program.pick(path) };
    return value(
      program.bridge.connectors.create({ ciId, connectorName, connectorType: 'SQLite File', configuration }),
    );
  };

  const addQuestions = (...questions: string[]) =>
    value(program.bridge.questions.add({ applicationId, items: questions.map((question) => ({ question })) }));

  const suggest = (questionIds?: string[]) =>
    value(program.bridge.analyses.suggest({ applicationId, ...(questionIds && { questionIds }) }));

  it('suggests tool type, query and reason, and resolves to the only connector of the type', async () => {
    const connector = await createFile('HR');
    await addQuestions('Failed logins of the period by account.', 'Arrange an interview with the head of IT.');
    const [failed, interview] = await suggest();
    expect(failed).toMatchObject({
      toolSuggestion: 'SQLite File',
      chosenBy: 'rule',
      resolution: 'only-one-of-type',
      connectorId: connector.id,
      connectorReason: 'Asks for *Failed logins*: SQLite File.',
      query: expect.stringContaining("occurred_at >= '2025-04-01'"),
    });
    expect(failed?.confidence).toBeGreaterThan(0.8);
    expect(interview).toMatchObject({
      toolSuggestion: null,
      chosenBy: 'rule',
      resolution: 'needs-selection',
      query: '',
    });
    expect(interview?.connectorReason).toMatch(/^Unsure: /);
    expect(await value(program.bridge.analyses.list({ applicationId }))).toMatchObject([failed, interview]);
    const onConnector = { applicationId, connectorId: connector.id };
    expect(await value(program.bridge.analyses.list(onConnector))).toEqual([failed]);
    const rewrite = { questionId: failed?.questionId ?? '', toolSuggestion: 'SQLite File', connectorId: connector.id };
    const [rewritten] = await value(
      program.bridge.analyses.save({ applicationId, items: [{ ...rewrite, query: 'SELECT iban FROM vendors' }] }),
    );
    expect(failed?.prompt).toMatch(/\nNeeds: /);
    expect(rewritten).toMatchObject({ prompt: '', query: 'SELECT iban FROM vendors' });
  });

  it('prefers the kind of database that was reached to one whose test in the form failed', async () => {
    const { connectors } = program.bridge;
    const draft = {
      ciId,
      connectorName: 'Reporting',
      connectorType: 'PostgreSQL DB',
      configuration: { server: '127.0.0.1', port: 1, database: 'reports', username: 'audit' },
      secrets: { password: 'secret' },
      keepForSession: true,
    };
    const failed = await connectors.testDraft(draft);
    const reporting = await value(connectors.create(draft));
    expect(reporting).toMatchObject({ status: 'failed', statusMessage: !failed.ok && failed.error.message });
    const changed = { id: reporting.id, secrets: { password: 'other' }, keepForSession: true };
    expect(await value(connectors.update(changed))).toMatchObject({ status: 'pending', statusMessage: null });
    const hr = await createFile('HR');
    await value(connectors.test({ id: hr.id }));
    await addQuestions('Failed logins of the period by account.');
    expect(await suggest()).toMatchObject([{ toolSuggestion: null }]);
    await connectors.test({ id: reporting.id });
    expect(await suggest()).toMatchObject([{ toolSuggestion: 'SQLite File', connectorId: hr.id }]);
  });

  it('says of a query what the pre-flight will say, whether it was read, saved or suggested', async () => {
    const connector = await createFile('HR');
    const [question] = await addQuestions('Failed logins of the period by account.');
    const questionId = question?.questionId ?? '';
    const saveQuery = (query: string) =>
      value(
        program.bridge.analyses.save({
          applicationId,
          items: [{ questionId, toolSuggestion: 'SQLite File', connectorId: connector.id, query }],
        }),
      );
    const [saved] = await saveQuery('DELETE FROM login_events');
    const { items } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(items).toMatchObject([{ verdict: 'refused', code: 'QUERY_REJECTED' }]);
    expect(saved?.queryProblem).toBe(items[0]?.reasons.join(' '));
    expect(saved?.queryProblem).toMatch(/^DELETE deletes rows/);
    expect(await value(program.bridge.analyses.list({ applicationId }))).toMatchObject([
      { queryProblem: saved?.queryProblem },
    ]);
    expect(await suggest()).toMatchObject([{ queryProblem: saved?.queryProblem }]);
    const [unfinished] = await saveQuery('SELECT * FROM');
    expect(unfinished?.queryProblem).toMatch(/^The query ends after “FROM”/);
    const checked = await value(program.bridge.executions.preflight({ applicationId }));
    expect(checked.items).toMatchObject([{ verdict: 'refused', reasons: [unfinished?.queryProblem] }]);
    const [mended] = await saveQuery('SELECT * FROM login_events');
    expect(mended).not.toHaveProperty('queryProblem');
  });

  it('compares a query with the tables that a person had read, until the connector is another one', async () => {
    const { id } = await createFile('HR');
    const [question] = await addQuestions('Failed logins of the period by account.');
    const save = async (query: string) => {
      const item = { questionId: question?.questionId ?? '', toolSuggestion: 'SQLite File', connectorId: id, query };
      const [saved] = await value(program.bridge.analyses.save({ applicationId, items: [item] }));
      return saved?.queryProblem;
    };
    const list = () => value(program.bridge.analyses.list({ applicationId }));
    expect(await save('SELECT * FROM login_events JOIN users USING (id) JOIN main.roles')).toBeUndefined();
    await value(program.bridge.connectors.describeSchema({ id }));
    const [compared] = await list();
    expect(compared?.queryProblem).toBe(
      '“HR” lists no table users, main.roles. Nearest there: login_events, main.login_events.',
    );
    const { items } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(items).toMatchObject([{ verdict: 'ready' }]);
    expect(await save('SELECT * FROM Login_Events')).toBeUndefined();
    expect(await save('SELECT * FROM users')).toMatch(/lists no table users/);
    expect(await save('SELECT e.occured_at, count(*) FROM login_events e GROUP BY 1')).toMatch(
      /^“HR” lists no column login_events.occured_at. Nearest there: occurred_at/,
    );
    expect(await save('SELECT occurred_at, rowid FROM login_events')).toBeUndefined();
    const other = join(folder, 'other.db');
    new SqliteDatabase(other).exec('CREATE TABLE users (id)').close();
    await value(program.bridge.connectors.update({ id, configuration: { path: await program.pick(other) } }));
    expect(await list()).not.toMatchObject([{ queryProblem: expect.anything() }]);
  });

  it('tells whether the query that a question has now ran on its connector, and why not', async () => {
    const { id } = await createFile('HR');
    const second = await createFile('Payroll');
    const [question] = await addQuestions('Failed logins of the period by account.');
    const questionId = question?.questionId ?? '';
    const save = async (query: string, connectorId = id) => {
      const item = { questionId, toolSuggestion: 'SQLite File', connectorId, query };
      const [saved] = await value(program.bridge.analyses.save({ applicationId, items: [item] }));
      return saved?.hasRun;
    };
    const run = async () => {
      const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
      const { started } = await value(program.bridge.executions.start({ preflightToken }));
      await whenEnded(program.bridge, [started[0]?.executionId ?? 0]);
    };
    expect(await save('SELECT * FROM users')).toBe(false);
    await run();
    expect(await value(program.bridge.analyses.list({ applicationId }))).toMatchObject([
      { hasRun: false, lastFailure: { message: expect.stringMatching(/no such table: users/) } },
    ]);
    expect(await save('SELECT * FROM login_events')).toBe(false);
    await run();
    const [answered] = await value(program.bridge.analyses.list({ applicationId }));
    expect(answered).toMatchObject({ hasRun: true });
    expect(answered).not.toHaveProperty('lastFailure');
    expect(await save('SELECT * FROM login_events', second.id)).toBe(false);
    expect(await save('SELECT * FROM login_events')).toBe(true);
    expect(await save('SELECT outcome FROM login_events')).toBe(false);
  });

  it('runs nothing that a person said to be not answerable here, and suggests nothing for it, until that is taken back', async () => {
    await createFile('HR');
    const [question] = await addQuestions('Failed logins of the period by account.');
    const questionId = question?.questionId ?? '';
    const [suggested] = await suggest();
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
    const say = (notAnswerable: string | null) =>
      program.bridge.analyses.save({
        applicationId,
        items: [{ questionId, toolSuggestion: 'SQLite File', connectorId: null, notAnswerable }],
      });
    expect(await say('  ')).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    const [said] = await value(say(' Switched off in 2024. '));
    expect(said).toMatchObject({ notAnswerable: 'Switched off in 2024.', chosenBy: 'rule', query: suggested?.query });
    expect(await program.bridge.executions.start({ preflightToken })).toMatchObject({
      error: { code: 'PREFLIGHT_STALE' },
    });
    const checked = await value(program.bridge.executions.preflight({ applicationId }));
    expect(checked.items).toMatchObject([
      { verdict: 'refused', reasons: [expect.stringContaining('“Switched off in 2024.”')] },
    ]);
    expect(await value(program.bridge.executions.start({ preflightToken: checked.preflightToken }))).toMatchObject({
      started: [],
    });
    expect(await suggest()).toMatchObject([{ notAnswerable: 'Switched off in 2024.' }]);
    const [again] = await value(say(null));
    expect(again).toEqual({ ...suggested, updatedAt: again?.updatedAt });
    const entries = await value(program.bridge.auditLog.list({ applicationId }));
    expect(entries.filter(({ action }) => action === 'analysis.saved').map(({ details }) => details.changes)).toEqual([
      { notAnswerable: { from: 'Switched off in 2024.', to: null } },
      { notAnswerable: { from: null, to: 'Switched off in 2024.' } },
    ]);
  });

  it('never touches what a person chose, and writes nothing where nothing changes', async () => {
    await createFile('HR');
    const [first, second] = await addQuestions('Failed logins of the period.', 'Failed logins of the year.');
    const chosen = {
      questionId: first?.questionId ?? '',
      toolSuggestion: 'Jira',
      connectorId: null,
      query: 'status = Done',
    };
    await value(program.bridge.analyses.save({ applicationId, items: [chosen] }));
    const [kept, suggested] = await suggest();
    expect(kept).toMatchObject({
      toolSuggestion: 'Jira',
      query: 'status = Done',
      chosenBy: 'person',
      confidence: null,
    });
    expect(suggested).toMatchObject({ toolSuggestion: 'SQLite File', chosenBy: 'rule' });
    expect(await suggest()).toEqual([kept, suggested]);
    const entries = await value(program.bridge.auditLog.list({ applicationId }));
    expect(entries.filter(({ action }) => action === 'analysis.suggested').map(({ details }) => details)).toEqual([
      {
        applicationId,
        ciId,
        suggested: [
          { questionId: second?.questionId, toolSuggestion: 'SQLite File', confidence: suggested?.confidence },
        ],
      },
    ]);
  });

  it('suggests no query for a tool type that it is unsure of, but once a person has chosen one', async () => {
    await createFile('HR');
    const [asked] = await addQuestions('SQL Agent jobs with owner, schedule and last outcome.');
    const unsure = { toolSuggestion: 'SQLite File', chosenBy: 'rule', query: '', prompt: '' };
    expect(await suggest()).toMatchObject([unsure]);
    const item = { questionId: asked?.questionId ?? '', toolSuggestion: 'SQL Server DB', connectorId: null };
    const [chosen] = await value(program.bridge.analyses.save({ applicationId, items: [item] }));
    expect(chosen).toMatchObject({ toolSuggestion: 'SQL Server DB', chosenBy: 'person' });
    expect(chosen?.query).toContain('msdb.dbo.sysjobs');
    expect(chosen?.prompt).toMatch(/\nNeeds: /);
    const [cleared] = await value(program.bridge.analyses.save({ applicationId, items: [{ ...item, query: '' }] }));
    expect(cleared?.query).toBe('');
    const [again] = await value(program.bridge.analyses.save({ applicationId, items: [item] }));
    expect(again?.query).toBe('');
  });

  it('suggests for a question that a person wrote only a note at, and keeps the note', async () => {
    await addQuestions('Failed logins of the period by account.');
    const [{ questionId } = { questionId: '' }] = await value(program.bridge.analyses.list({ applicationId }));
    const noted = { questionId, toolSuggestion: null, connectorId: null, prompt: 'Ask Ada first.' };
    await value(program.bridge.analyses.save({ applicationId, items: [noted] }));
    expect(await suggest()).toMatchObject([{ toolSuggestion: null, chosenBy: 'rule', prompt: 'Ask Ada first.' }]);
    await createFile('HR');
    expect(await suggest()).toMatchObject([{ toolSuggestion: 'SQLite File', prompt: 'Ask Ada first.' }]);
  });

  it('suggests for the questions named only, and refuses one that is not there', async () => {
    const [first, second] = await addQuestions('Test cases executed in qTest.', 'Jira tickets of the sprint.');
    const named = await suggest([second?.questionId ?? '']);
    expect(named).toMatchObject([{ questionId: second?.questionId, toolSuggestion: 'Jira', resolution: 'missing' }]);
    const [untouched] = await value(program.bridge.analyses.list({ applicationId }));
    expect(untouched).toMatchObject({ questionId: first?.questionId, chosenBy: null });
    const answer = await program.bridge.analyses.suggest({ applicationId, questionIds: ['none'] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('takes own recipes of the data folder, and tells where one is wrong', async () => {
    const list = () => program.bridge.recipes.list({ connectorType: 'sqlite', topic: 'orders' });
    expect(await value(list())).toEqual([]);
    const recipe = '# Recipes for SQLite File\n\n## Orders\n\n- topic: orders\n- proves: Orders.\n- needs: the file.\n';
    mkdirSync(join(folder, 'data/recipes'));
    writeFileSync(join(folder, 'data/recipes/shop.md'), `${recipe}\n\`\`\`sql\nSELECT 1\n\`\`\`\n`);
    expect(await value(list())).toMatchObject([{ title: 'Orders', query: 'SELECT 1', parameters: [] }]);
    writeFileSync(join(folder, 'data/recipes/shop.md'), recipe);
    expect(await list()).toMatchObject({ ok: false, error: { code: 'FILE_REJECTED' } });
    await addQuestions('Test cases executed in qTest.');
    expect(await suggest()).toMatchObject([{ toolSuggestion: 'QTest' }]);
  });

  it('fills a recipe with values, and refuses what is no value', async () => {
    const recipes = await value(program.bridge.recipes.list({ connectorType: 'Oracle DB', topic: 'permissions' }));
    const recipe = recipes.find(({ parameters }) => parameters.length > 0);
    const call = { applicationId, connectorType: 'Oracle DB', recipeId: recipe?.id ?? '' };
    const filled = await value(program.bridge.recipes.fill({ ...call, values: { schema: "o'neill" } }));
    expect(filled).toEqual({ query: recipe?.query.replace('{{schema}}', "'o''neill'"), missing: [] });
    expect(await value(program.bridge.recipes.fill(call))).toEqual({ query: recipe?.query, missing: ['schema'] });
    const wrong = await program.bridge.recipes.fill({ ...call, values: { schema: 'a\\b', owner: 'x' } });
    expect(wrong).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fieldErrors: { schema: expect.any(String), owner: expect.any(String) } },
    });
  });
});
