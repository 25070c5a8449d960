import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startKeyring, withoutBus } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const ciId = 'CI1';
const unreachable = { server: '127.0.0.1', port: 1, database: 'audit', username: 'auditor', encrypt: false };

describe('rules that no call may break', () => {
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let folder: string;
  let program: TestProgram;

  beforeAll(async () => {
    [keyring, programs] = await Promise.all([startKeyring(), buildTickmarkPrograms()]);
  });

  afterAll(async () => {
    await keyring?.stop();
    programs?.remove();
  });

  const start = (env: NodeJS.ProcessEnv) => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-rules-'));
    program = startProgram({ programs, dataFolder: join(folder, 'data'), env });
  };

  afterEach(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const createApplication = (auditName: string, ci = ciId) =>
    value(program.bridge.applications.create({ auditName, name: 'Stark', ciId: ci }));

  const createServer = (connectorName: string, more: object = {}) =>
    program.bridge.connectors.create({
      ciId,
      connectorName,
      connectorType: 'PostgreSQL DB',
      configuration: unreachable,
      secrets: { password: 'secret' },
      ...more,
    });

  const createFile = async (connectorName: string, more: object = {}) => {
    const path = join(folder, `${connectorName}.db`);
    new SqliteDatabase(path).exec('CREATE TABLE users (name TEXT)').close();
    const configuration = { path: await program.pick(path) };
    return value(
      program.bridge.connectors.create({ ciId, connectorName, connectorType: 'SQLite File', configuration, ...more }),
    );
  };

  describe('with a keychain', () => {
    beforeEach(() => start(keyring.env));

    it('hands the connectors of a removed audit to another one of its CI; the last takes them and their secrets along', async () => {
      const first = await createApplication('First');
      const second = await createApplication('Second');
      const connector = await value(createServer('Ledger', { applicationId: first.id }));
      expect(await value(program.bridge.applications.remove({ id: first.id }))).toEqual({
        connectorsMovedTo: second.id,
        connectorsRemoved: 0,
      });
      expect(await value(program.bridge.connectors.get({ id: connector.id }))).toMatchObject({
        applicationId: second.id,
      });
      expect(await value(program.bridge.applications.remove({ id: second.id }))).toEqual({
        connectorsMovedTo: null,
        connectorsRemoved: 1,
      });
      expect(await program.bridge.connectors.get({ id: connector.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
      const actions = (await value(program.bridge.auditLog.list({ connectorId: connector.id }))).map(
        ({ action }) => action,
      );
      expect(actions).toEqual(['connector.deleted', 'connector.created']);
    });

    it('sends no stored password to a new address: it is entered again, or nothing is changed', async () => {
      const original = await value(createServer('Ledger'));
      const copy = await value(program.bridge.connectors.duplicate({ id: original.id, connectorName: 'Ledger 2' }));
      for (const { id } of [original, copy]) {
        const before = await value(program.bridge.connectors.get({ id }));
        const moves: Record<string, string | number | boolean>[] = [
          { server: 'localhost' },
          { port: 2 },
          { encrypt: true },
        ];
        for (const moved of moves) {
          expect(await program.bridge.connectors.update({ id, notes: 'Moved.', configuration: moved })).toMatchObject({
            ok: false,
            error: { code: 'VALIDATION', fieldErrors: { password: expect.stringContaining('again') } },
          });
        }
        expect(await value(program.bridge.connectors.get({ id }))).toEqual(before);
        expect(await value(program.bridge.auditLog.list({ connectorId: id }))).toHaveLength(1);
      }
      const { id } = original;
      await value(program.bridge.connectors.update({ id, configuration: { database: 'audit 2' } }));
      const configuration = { server: 'localhost' };
      expect(
        await value(program.bridge.connectors.update({ id, configuration, secrets: { password: null } })),
      ).toMatchObject({ configuration, secretKeys: [] });
    });

    it('leaves no password of the old address behind one that is for the session only', async () => {
      const { id } = await value(createServer('Ledger'));
      const moved = await value(
        program.bridge.connectors.update({
          id,
          configuration: { server: 'localhost' },
          secrets: { password: 'new secret' },
          keepForSession: true,
        }),
      );
      expect(moved).toMatchObject({ secretKeys: [], sessionOnlyKeys: ['password'] });
      expect(await program.bridge.connectors.update({ id, configuration: { server: '127.0.0.1' } })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', fieldErrors: { password: expect.any(String) } },
      });
    });

    it('takes every connector of a CI along with its last audit, also those that no audit has', async () => {
      const { id } = await createApplication('Only');
      const ofSettings = await value(createServer('Ledger'));
      const ofAnother = await value(createServer('Another client', { ciId: 'CI2' }));
      expect(await value(program.bridge.applications.remove({ id }))).toEqual({
        connectorsMovedTo: null,
        connectorsRemoved: 1,
      });
      expect(await program.bridge.connectors.get({ id: ofSettings.id })).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
      expect(await value(program.bridge.connectors.get({ id: ofAnother.id }))).toMatchObject({ ciId: 'CI2' });
    });

    it('stores and logs no login and no token that stands in an address', async () => {
      const draft = { ciId, connectorName: 'Tickets', connectorType: 'Jira' };
      const { id } = await value(
        program.bridge.connectors.create({ ...draft, configuration: { base_url: 'https://jira.example' } }),
      );
      for (const base_url of [
        'https://ada:TOKEN@jira.example',
        'ada:TOKEN@jira.example',
        'https://jira.example/?token=TOKEN',
        'https://jira.example/#TOKEN',
      ]) {
        const configuration = { base_url };
        const answers = await Promise.all([
          program.bridge.connectors.create({ ...draft, connectorName: 'Other', configuration }),
          program.bridge.connectors.update({ id, configuration }),
          program.bridge.connectors.testDraft({ ...draft, configuration }),
        ]);
        for (const answer of answers) {
          expect(answer).toMatchObject({
            ok: false,
            error: { code: 'VALIDATION', fieldErrors: { base_url: expect.any(String) } },
          });
        }
        expect(JSON.stringify(answers)).not.toContain('TOKEN');
      }
      expect(await value(program.bridge.auditLog.list({}))).toHaveLength(
        (await value(program.bridge.auditLog.list({ connectorId: id }))).length,
      );
      expect(JSON.stringify(await value(program.bridge.auditLog.list({})))).not.toContain('TOKEN');
    });

    it('never moves an audit that uses connectors of its CI to another client', async () => {
      const { id: applicationId } = await createApplication('First');
      const { id: connectorId } = await createFile('HR');
      await value(
        program.bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: 'Users.' }] }),
      );
      await value(
        program.bridge.analyses.save({
          applicationId,
          items: [{ questionId: '1', toolSuggestion: 'SQLite File', connectorId, query: 'select name from users' }],
        }),
      );
      expect(await program.bridge.applications.update({ id: applicationId, ciId: 'CI2' })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION', fieldErrors: { ciId: expect.any(String) } },
      });
    });

    it('keeps the only connector of a type as the choice when a run is started with it, and the texts written since', async () => {
      const { id: applicationId } = await createApplication('First');
      const { id: connectorId } = await createFile('HR');
      await value(
        program.bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: 'Users.' }] }),
      );
      const item = {
        questionId: '1',
        toolSuggestion: 'SQLite File',
        connectorId: null,
        query: 'select name from users',
      };
      const [offered] = await value(program.bridge.analyses.save({ applicationId, items: [item] }));
      expect(offered).toMatchObject({ resolution: 'only-one-of-type', connectorId });
      const { preflightToken, items } = await value(program.bridge.executions.preflight({ applicationId }));
      expect(items[0]).toMatchObject({ verdict: 'ready', connectorName: 'HR' });
      await value(program.bridge.analyses.save({ applicationId, items: [{ ...item, prompt: 'Written meanwhile.' }] }));
      const { started } = await value(program.bridge.executions.start({ preflightToken }));
      await whenEnded(
        program.bridge,
        started.map(({ executionId }) => executionId),
      );
      expect(await value(program.bridge.analyses.list({ applicationId }))).toMatchObject([
        { resolution: 'selected', connectorId, prompt: 'Written meanwhile.', chosenBy: 'person' },
      ]);
    });

    it('leaves no question out of a check without a word', async () => {
      const { id: applicationId } = await createApplication('First');
      expect(await program.bridge.executions.preflight({ applicationId, questionIds: ['gone'] })).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    });

    it('deletes a connector once, also when asked twice at once', async () => {
      const { id } = await value(createServer('Ledger'));
      const answers = await Promise.all([
        program.bridge.connectors.remove({ id }),
        program.bridge.connectors.remove({ id }),
      ]);
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['NOT_FOUND', 'ok']);
      const entries = await value(program.bridge.auditLog.list({ connectorId: id }));
      expect(entries.filter(({ action }) => action === 'connector.deleted')).toHaveLength(1);
    });

    it('writes down what was changed, and never what was secret', async () => {
      const { id } = await value(createServer('Ledger'));
      await value(
        program.bridge.connectors.update({
          id,
          notes: 'Ask Ada.',
          configuration: { port: 2 },
          secrets: { password: 'another secret' },
        }),
      );
      const [entry] = await value(program.bridge.auditLog.list({ connectorId: id, limit: 1 }));
      expect(entry).toMatchObject({
        actor: 'ada',
        action: 'connector.updated',
        details: {
          notes: { from: '', to: 'Ask Ada.' },
          configuration: { port: { from: 1, to: 2 } },
          secretsChanged: { password: 'set' },
        },
      });
      expect(JSON.stringify(entry)).not.toContain('another secret');
    });

    it('writes down which preference was changed from what to what, and nothing where none was', async () => {
      await value(program.bridge.preferences.set({ theme: 'dark', notifyOfRuns: true }));
      await value(program.bridge.preferences.set({ theme: 'dark' }));
      const entries = await value(program.bridge.auditLog.list({ limit: 2 }));
      const told = entries.filter(({ action }) => action === 'preferences.changed').map(({ details }) => details);
      expect(told).toEqual([{ theme: { from: 'system', to: 'dark' } }]);
    });

    it('refuses a path that was not chosen in a dialog, and an answer that was chosen in an earlier start', async () => {
      const draft = { ciId, connectorName: 'HR', connectorType: 'SQLite File' };
      for (const path of ['/etc/passwd', { fileToken: 'made up' }]) {
        expect(await program.bridge.connectors.create({ ...draft, configuration: { path } })).toMatchObject({
          ok: false,
          error: { code: 'VALIDATION', fieldErrors: { path: expect.any(String) } },
        });
      }
    });

    it('ends a run whose connector can not be reached as failed, and says where nobody answered', async () => {
      const { id: applicationId } = await createApplication('First');
      const { id: connectorId } = await value(createServer('Ledger'));
      await value(
        program.bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: 'Users.' }] }),
      );
      await value(
        program.bridge.analyses.save({
          applicationId,
          items: [{ questionId: '1', toolSuggestion: 'PostgreSQL DB', connectorId, query: 'select 1' }],
        }),
      );
      const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
      const { started } = await value(program.bridge.executions.start({ preflightToken }));
      const [execution] = await whenEnded(
        program.bridge,
        started.map(({ executionId }) => executionId),
      );
      expect(execution).toMatchObject({
        status: 'failed',
        sha256: null,
        error: { code: 'CONNECTION_FAILED', reason: 'REFUSED', message: expect.stringContaining('127.0.0.1:1') },
      });
      expect(
        await value(program.bridge.executions.rows({ executionId: execution?.id ?? 0, offset: 0, limit: 5 })),
      ).toEqual({
        columns: [],
        rows: [],
        total: 0,
      });
    });
  });

  describe('without a keychain', () => {
    beforeEach(() => start(withoutBus().env));

    it('refuses to keep a secret, stores nothing of the connector, and says what else is possible', async () => {
      const refused = await createServer('Ledger');
      expect(refused).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE', hint: expect.any(String) } });
      expect(await value(program.bridge.connectors.listCis())).toEqual([]);
      expect(await value(program.bridge.app.info())).toMatchObject({ keychain: { available: expect.any(Boolean) } });
    });

    it('keeps a secret for the session when the person chooses so', async () => {
      const connector = await value(createServer('Ledger', { keepForSession: true }));
      expect(connector).toMatchObject({ secretKeys: [], sessionOnlyKeys: ['password'] });
      const changed = await value(
        program.bridge.connectors.update({ id: connector.id, secrets: { password: 'other' }, keepForSession: true }),
      );
      expect(changed).toMatchObject({ secretKeys: [], sessionOnlyKeys: ['password'] });
      expect(await program.bridge.connectors.test({ id: connector.id })).toMatchObject({
        ok: false,
        error: { code: 'CONNECTION_FAILED', reason: 'REFUSED' },
      });
    });

    it('still does everything that needs no secret', async () => {
      const { id } = await createFile('HR');
      expect(await value(program.bridge.connectors.test({ id }))).toMatchObject({ readOnly: true });
      expect(await value(program.bridge.connectors.remove({ id }))).toEqual({ affectedAnalyses: 0 });
    });
  });
});
