import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const ciId = 'CI1';
/** Gives its first row after minutes: while it runs, the connector's other questions wait. */
const neverEnding =
  'select count(*) from (with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000000) select i from n)';

describe('executions.resumeQueue', () => {
  let programs: BuiltPrograms;
  let folder: string;
  let dataFolder: string;
  let program: TestProgram;
  let applicationId: number;
  let connectorId: number;

  beforeAll(async () => {
    programs = await buildTickmarkPrograms();
  });
  afterAll(() => programs?.remove());

  const start = () => startProgram({ programs, dataFolder, env: withoutBus().env });

  const addQuestion = async (query: string, toApplication = applicationId) => {
    const questions = await value(
      program.bridge.questions.add({ applicationId: toApplication, items: [{ questionNumber: '', question: query }] }),
    );
    const questionId = questions.at(-1)?.questionId ?? '';
    const item = { questionId, toolSuggestion: 'SQLite File', connectorId, query };
    await value(program.bridge.analyses.save({ applicationId: toApplication, items: [item] }));
    return questionId;
  };

  const startAll = async (application = applicationId) => {
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId: application }));
    const { started } = await value(program.bridge.executions.start({ preflightToken, confirmProduction: true }));
    return started.map(({ executionId }) => executionId);
  };

  const whenRunning = async (executionId: number) => {
    await expect
      .poll(async () => (await value(program.bridge.executions.get({ executionId }))).target, { timeout: 20_000 })
      .toContain('SQLite file');
  };

  const actionsOf = async (executionId: number) => {
    const entries = await value(program.bridge.auditLog.list({ applicationId, limit: 500 }));
    return entries.filter(({ subject }) => subject === `execution/${executionId}`).map(({ action }) => action);
  };

  /** As after a power cut: another program on a copy of all that had reached the disk. */
  const crash = async () => {
    const copy = join(folder, `after-${Date.now()}`);
    cpSync(dataFolder, copy, { recursive: true });
    await program.close();
    dataFolder = copy;
    program = start();
  };

  let busy: number;
  let waiting: number;
  let waitingQuestion: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-resume-'));
    dataFolder = join(folder, 'data');
    program = start();
    const path = join(folder, 'system.db');
    new SqliteDatabase(path).exec("CREATE TABLE users (name TEXT); INSERT INTO users VALUES ('root')").close();
    ({ id: applicationId } = await value(program.bridge.applications.create({ auditName: 'Q2', name: 'Stark', ciId })));
    ({ id: connectorId } = await value(
      program.bridge.connectors.create({
        ciId,
        connectorName: 'HR',
        connectorType: 'SQLite File',
        environment: 'production',
        configuration: { path: await program.pick(path) },
      }),
    ));
    await addQuestion(neverEnding);
    waitingQuestion = await addQuestion('select name from users');
    [busy = 0, waiting = 0] = await startAll();
    await whenRunning(busy);
  });

  afterEach(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['crash', () => crash(), 'interrupted'],
    [
      'quit',
      async () => {
        await program.close();
        program = start();
      },
      'cancelled',
    ],
  ])('runs what waited before the %s only when a person says so', async (_how, restart, endOfBusy) => {
    await restart();
    const executions = await value(program.bridge.executions.list({ applicationId }));
    expect(executions).toMatchObject([
      { id: busy, status: endOfBusy },
      { id: waiting, status: 'queued', held: true, startedAt: null },
    ]);
    expect(await actionsOf(waiting)).toEqual(['execution.queued']);

    expect(await value(program.bridge.executions.resumeQueue({ applicationId }))).toEqual({
      started: [{ executionId: waiting, questionId: waitingQuestion }],
      refused: [],
    });
    const [ended] = await whenEnded(program.bridge, [waiting]);
    expect(ended).toMatchObject({ status: 'succeeded', rowCount: 1, complete: true });
    expect(ended).not.toHaveProperty('held');
    expect(await actionsOf(waiting)).toEqual([
      'execution.succeeded',
      'execution.running',
      'execution.resumed',
      'execution.queued',
    ]);
    const [held] = (await value(program.bridge.auditLog.list({ applicationId, limit: 500 }))).filter(
      ({ action }) => action === 'executions.held',
    );
    expect(held?.details).toMatchObject({ executionIds: [waiting], ciId });
    expect(await value(program.bridge.executions.resumeQueue({ applicationId }))).toEqual({ started: [], refused: [] });
  });

  it('sends nothing to a connector that was renamed while its run waited', async () => {
    await value(program.bridge.connectors.update({ id: connectorId, connectorName: 'HR 2' }));
    await value(program.bridge.executions.cancel({ executionId: busy }));
    const [ended] = await whenEnded(program.bridge, [waiting]);
    expect(ended).toMatchObject({ status: 'failed', connectorName: 'HR', error: { code: 'PREFLIGHT_STALE' } });
    expect(ended?.sha256).toBeNull();
  });

  it('starts each one once, also when asked twice at once', async () => {
    await crash();
    const answers = await Promise.all([
      value(program.bridge.executions.resumeQueue({ applicationId })),
      value(program.bridge.executions.resumeQueue({ applicationId })),
    ]);
    expect(answers.flatMap(({ started }) => started)).toHaveLength(1);
    await whenEnded(program.bridge, [waiting]);
  });

  const changes: [string, string, () => Promise<unknown>][] = [
    [
      'the query was changed',
      'query was changed',
      () => {
        const item = { questionId: waitingQuestion, toolSuggestion: 'SQLite File', connectorId, query: 'select 1' };
        return value(program.bridge.analyses.save({ applicationId, items: [item] }));
      },
    ],
    [
      'the connector points elsewhere',
      '“HR” was changed',
      async () => {
        const path = join(folder, 'other.db');
        new SqliteDatabase(path).exec('CREATE TABLE users (name TEXT)').close();
        const configuration = { path: await program.pick(path) };
        return value(program.bridge.connectors.update({ id: connectorId, configuration }));
      },
    ],
    [
      'the connector has another environment',
      '“HR” was changed',
      () => value(program.bridge.connectors.update({ id: connectorId, environment: 'non-production' })),
    ],
    [
      'the connector was deleted',
      '“HR” was deleted',
      () => value(program.bridge.connectors.remove({ id: connectorId })),
    ],
  ];
  it.each(changes)(
    'refuses what %s since it was checked, and gives it an end that says so',
    async (_what, words, change) => {
      await crash();
      await change();
      const { started, refused } = await value(program.bridge.executions.resumeQueue({ applicationId }));
      expect(started).toEqual([]);
      expect(refused).toEqual([
        { questionId: waitingQuestion, code: 'PREFLIGHT_STALE', message: expect.stringContaining(words) },
      ]);
      expect(await value(program.bridge.executions.get({ executionId: waiting }))).toMatchObject({
        status: 'failed',
        startedAt: null,
        sha256: null,
        error: { code: 'PREFLIGHT_STALE', message: expect.stringContaining('No query was sent') },
      });
      expect(await actionsOf(waiting)).toEqual(['execution.failed', 'execution.queued']);
    },
  );

  it('lets a person cancel what waits instead', async () => {
    await crash();
    expect(await value(program.bridge.executions.cancel({ executionId: waiting }))).toMatchObject({
      status: 'cancelled',
    });
    expect(await value(program.bridge.executions.resumeQueue({ applicationId }))).toEqual({ started: [], refused: [] });
  });

  it('leaves alone what waits of another audit', async () => {
    const { id: other } = await value(program.bridge.applications.create({ auditName: 'Q3', name: 'Stark', ciId }));
    await addQuestion('select name from users', other);
    const [ofOther = 0] = await startAll(other);
    await crash();
    await value(program.bridge.executions.resumeQueue({ applicationId }));
    await whenEnded(program.bridge, [waiting]);
    expect(await value(program.bridge.executions.get({ executionId: ofOther }))).toMatchObject({
      status: 'queued',
      held: true,
    });
  });
});
