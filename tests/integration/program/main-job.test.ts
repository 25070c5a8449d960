import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresqlServer, startPostgresql } from '../../servers/postgresql';
import { startKeyring } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const canary = 'Kanarienvogel-7f3a-ß✓';
const ciId = 'CI21324354';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The whole job on one store, in the order in which an auditor does it: each test stands on the ones before. */
describe('the main job', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-job-'));
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let servers: PostgresqlServer[];
  let program: TestProgram;
  let applicationId: number;
  let connectorIds: number[];
  let executionId: number;

  beforeAll(async () => {
    [keyring, programs, servers] = await Promise.all([
      startKeyring(),
      buildTickmarkPrograms(),
      Promise.all([startPostgresql(), startPostgresql(), startPostgresql()]),
    ]);
    for (const [position, server] of servers.entries()) {
      await server.adminQuery('CREATE DATABASE audit');
      await server.adminQuery(
        `CREATE ROLE auditor LOGIN PASSWORD '${canary}'; CREATE TABLE accounts (id int, name text);
         INSERT INTO accounts SELECT n, 'server ${position} account ' || n FROM generate_series(1, 500) n;
         GRANT SELECT ON accounts TO auditor;`,
        'audit',
      );
    }
    program = startProgram({ programs, dataFolder, env: keyring.env });
  });

  afterAll(async () => {
    await program?.close();
    await Promise.all((servers ?? []).map((server) => server.stop()));
    await keyring?.stop();
    programs?.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const connectorTo = (position: number, connectorName: string) => ({
    ciId,
    applicationId,
    connectorName,
    connectorType: 'PostgreSQL DB',
    environment: position === 0 ? ('production' as const) : ('non-production' as const),
    configuration: {
      server: '127.0.0.1',
      port: servers[position]?.port ?? 0,
      database: 'audit',
      username: 'auditor',
      encrypt: false,
    },
    secrets: { password: canary },
  });

  it('keeps three connectors of one type on one CI', async () => {
    const application = await value(
      program.bridge.applications.create({ auditName: 'Q2CA2025', name: 'Stark G4', ciId: ` ${ciId} ` }),
    );
    applicationId = application.id;
    expect(application.ciId).toBe(ciId);
    connectorIds = [];
    for (const [position, name] of ['Production', 'Development', 'Reporting'].entries()) {
      const connector = await value(program.bridge.connectors.create(connectorTo(position, name)));
      expect(connector).toMatchObject({
        connectorName: name,
        status: 'pending',
        secretKeys: ['password'],
        target: null,
      });
      connectorIds.push(connector.id);
    }
    const { groups } = await value(program.bridge.connectors.listByCi({ ciId }));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.connectors.map(({ connectorName }) => connectorName)).toEqual([
      'Development',
      'Production',
      'Reporting',
    ]);
  });

  it('refuses a name that counts as one that is there, and stores nothing of it', async () => {
    const answer = await program.bridge.connectors.create(connectorTo(0, '  PRODUCTION'));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'NAME_TAKEN', fieldErrors: { connectorName: expect.any(String) } },
    });
    expect(await value(program.bridge.connectors.listCis())).toEqual([{ ciId, applications: 1, connectors: 3 }]);
  });

  it('keeps the password in the keychain, under the documented name', async () => {
    const storeId = /^[0-9a-f-]{36}$/;
    const found = await keyring.lookup('Tickmark test', await accountOf(connectorIds[1] ?? 0));
    expect(found).toBe(canary);
    expect((await accountOf(1)).split('/')[0]).toMatch(storeId);
  });

  const accountOf = async (connectorId: number) => {
    const { default: SqliteDatabase } = await import('better-sqlite3');
    const db = new SqliteDatabase(join(dataFolder, 'tickmark.db'), { readonly: true });
    const storeId = db.prepare("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get();
    db.close();
    return `${storeId}/connector/${connectorId}/password`;
  };

  it('says who answers a test, and pins it', async () => {
    const id = connectorIds[1] ?? 0;
    const report = await value(program.bridge.connectors.test({ id }));
    expect(report).toMatchObject({ canWrite: false, readOnly: true });
    expect(report.target).toContain(String(servers[1]?.port));
    const connector = await value(program.bridge.connectors.get({ id }));
    expect(connector).toMatchObject({ status: 'active', target: report.target, canWrite: false });
  });

  it('leaves a question on a type with three connectors ambiguous, and does not run it', async () => {
    const [question] = await value(
      program.bridge.questions.add({
        applicationId,
        items: [
          { questionNumber: '1.10', process: 'Access', subProcess: 'Users', question: 'List all user accounts.' },
        ],
      }),
    );
    expect(question?.questionId).toBe('1.10');
    const [analysis] = await value(
      program.bridge.analyses.save({
        applicationId,
        items: [
          {
            questionId: '1.10',
            toolSuggestion: 'PostgreSQL DB',
            connectorId: null,
            query: 'select id, name from accounts order by id',
          },
        ],
      }),
    );
    expect(analysis).toMatchObject({ resolution: 'ambiguous', connectorId: null });
    const { preflightToken, items } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(items).toMatchObject([{ questionId: '1.10', verdict: 'refused', code: 'AMBIGUOUS_CONNECTOR' }]);
    expect(await value(program.bridge.executions.start({ preflightToken }))).toMatchObject({
      started: [],
      refused: [{ questionId: '1.10', code: 'AMBIGUOUS_CONNECTOR' }],
    });
  });

  it('saves tool type, connector id and connector name together', async () => {
    const connectorId = connectorIds[1] ?? 0;
    await value(
      program.bridge.analyses.save({
        applicationId,
        items: [{ questionId: '1.10', toolSuggestion: 'PostgreSQL DB', connectorId }],
      }),
    );
    expect(await value(program.bridge.analyses.list({ applicationId }))).toMatchObject([
      {
        toolSuggestion: 'PostgreSQL DB',
        connectorId,
        connectorName: 'Development',
        chosenBy: 'person',
        resolution: 'selected',
        query: 'select id, name from accounts order by id',
      },
    ]);
  });

  it('runs the question on that connector only, as the servers’ own logs show', async () => {
    const { preflightToken, items } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(items).toMatchObject([{ verdict: 'ready', connectorName: 'Development', environment: 'non-production' }]);
    const { started } = await value(program.bridge.executions.start({ preflightToken }));
    executionId = started[0]?.executionId ?? 0;
    const [execution] = await whenEnded(program.bridge, [executionId]);
    expect(execution).toMatchObject({
      status: 'succeeded',
      rowCount: 500,
      complete: true,
      connectorName: 'Development',
      toolType: 'PostgreSQL DB',
      guard: { verdict: 'allowed' },
    });
    expect(execution?.guard.layers.map(({ layer }) => layer)).toEqual(['guard', 'server', 'login']);
    const logs = servers.map((server) => server.log().includes('from accounts order by id'));
    expect(logs).toEqual([false, true, false]);
  });

  it('refuses to start the same check twice', async () => {
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
    const [first, second] = await Promise.all([
      program.bridge.executions.start({ preflightToken }),
      program.bridge.executions.start({ preflightToken }),
    ]);
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    const started = first.ok ? first.value.started : second.ok ? second.value.started : [];
    await whenEnded(
      program.bridge,
      started.map((run) => run.executionId),
    );
  });

  it('refuses to start what has changed since it was shown', async () => {
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
    const connectorId = connectorIds[1] ?? 0;
    const item = { questionId: '1.10', toolSuggestion: 'PostgreSQL DB', connectorId };
    await value(program.bridge.analyses.save({ applicationId, items: [{ ...item, query: 'select 1' }] }));
    const answer = await program.bridge.executions.start({ preflightToken });
    expect(answer).toMatchObject({ ok: false, error: { code: 'PREFLIGHT_STALE' } });
    await value(
      program.bridge.analyses.save({
        applicationId,
        items: [{ ...item, query: 'select id, name from accounts order by id' }],
      }),
    );
  });

  it('asks before it runs on production', async () => {
    const overrides = [{ questionId: '1.10', connectorId: connectorIds[0] ?? 0 }];
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId, overrides }));
    const refused = await program.bridge.executions.start({ preflightToken });
    expect(refused).toMatchObject({ ok: false, error: { code: 'CONFIRMATION_REQUIRED' } });
    expect(servers[0]?.log()).not.toContain('from accounts order by id');
    const { started } = await value(program.bridge.executions.start({ preflightToken, confirmProduction: true }));
    const [execution] = await whenEnded(
      program.bridge,
      started.map((run) => run.executionId),
    );
    expect(execution).toMatchObject({ status: 'succeeded', connectorName: 'Production', environment: 'production' });
  });

  it('shows the rows by pages', async () => {
    const page = await value(program.bridge.executions.rows({ executionId, offset: 498, limit: 10 }));
    expect(page).toEqual({
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'name', type: 'text' },
      ],
      rows: [
        ['499', 'server 1 account 499'],
        ['500', 'server 1 account 500'],
      ],
      total: 500,
    });
  });

  it('seals the evidence: read-only, with the hash that the log names', async () => {
    const execution = await value(program.bridge.executions.get({ executionId }));
    const files = filesBelow(join(dataFolder, 'evidence')).filter((file) => file.endsWith('.csv'));
    const sealed = files.find(
      (file) => createHash('sha256').update(readFileSync(file)).digest('hex') === execution.sha256,
    );
    expect(statSync(sealed ?? '').mode & 0o222).toBe(0);
    const [entry] = await value(program.bridge.auditLog.list({ applicationId, limit: 500 })).then((entries) =>
      entries.filter(
        ({ action, subject }) => action === 'execution.succeeded' && subject === `execution/${executionId}`,
      ),
    );
    expect(entry?.details).toMatchObject({ sha256: execution.sha256, connectorName: 'Development', rowCount: 500 });
  });

  it('renames a connector: the analysis follows, the past execution does not', async () => {
    const id = connectorIds[1] ?? 0;
    await value(program.bridge.connectors.update({ id, connectorName: 'Development 2' }));
    expect(await value(program.bridge.analyses.list({ applicationId }))).toMatchObject([
      { connectorName: 'Development 2' },
    ]);
    expect(await value(program.bridge.executions.get({ executionId }))).toMatchObject({ connectorName: 'Development' });
  });

  it('refuses a connector that now answers as another system, until a person confirms it', async () => {
    const id = connectorIds[1] ?? 0;
    const moveTo = (server: (typeof servers)[number] | undefined) =>
      value(
        program.bridge.connectors.update({
          id,
          configuration: { port: server?.port ?? 0 },
          secrets: { password: canary },
        }),
      );
    await moveTo(servers[2]);
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
    const { started } = await value(program.bridge.executions.start({ preflightToken }));
    const [execution] = await whenEnded(
      program.bridge,
      started.map((run) => run.executionId),
    );
    expect(execution).toMatchObject({ status: 'failed', rowCount: 0, sha256: null, error: { code: 'TARGET_CHANGED' } });
    expect(servers[2]?.log()).not.toContain('from accounts order by id');
    const { items } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(items).toMatchObject([{ verdict: 'refused', code: 'TARGET_CHANGED' }]);

    const report = await value(program.bridge.connectors.test({ id }));
    expect(report.warnings[0]).toContain('another system');
    const wrong = await program.bridge.connectors.confirmTarget({ id, target: 'something else' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'TARGET_CHANGED' } });
    const confirmed = await value(program.bridge.connectors.confirmTarget({ id, target: report.target }));
    expect(confirmed).toMatchObject({ status: 'active', target: report.target });
    await moveTo(servers[1]);
    const back = await value(program.bridge.connectors.test({ id }));
    await value(program.bridge.connectors.confirmTarget({ id, target: back.target }));
  });

  it('never sends a stored password to another address', async () => {
    const { secrets: _secrets, ...draft } = connectorTo(1, 'Development 2');
    const elsewhere = { ...draft, configuration: { ...draft.configuration, server: 'localhost' } };
    const answer = await program.bridge.connectors.testDraft({ ...elsewhere, connectorId: connectorIds[1] });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fieldErrors: { password: expect.any(String) } },
    });
    expect(await value(program.bridge.connectors.testDraft({ ...draft, connectorId: connectorIds[1] }))).toMatchObject({
      canWrite: false,
    });
  });

  it('tests a draft with a newly typed password without asking the keychain for the stored one', async () => {
    await keyring.lock();
    const draft = { ...connectorTo(1, 'Development 2'), connectorId: connectorIds[1] };
    expect(await value(program.bridge.connectors.testDraft(draft))).toMatchObject({ canWrite: false });
    await keyring.unlock();
  });

  it('duplicates a connector with its secret, under a name of its own', async () => {
    const copy = await value(
      program.bridge.connectors.duplicate({ id: connectorIds[2] ?? 0, connectorName: 'Reporting copy' }),
    );
    expect(copy).toMatchObject({ secretKeys: ['password'], status: 'pending', target: null });
    expect(await value(program.bridge.connectors.test({ id: copy.id }))).toMatchObject({ readOnly: true });
    expect(await value(program.bridge.connectors.remove({ id: copy.id }))).toEqual({ affectedAnalyses: 0 });
    expect(await keyring.lookup('Tickmark test', await accountOf(copy.id))).toBeUndefined();
  });

  it('deletes a connector: its question needs a selection, its evidence stays', async () => {
    const id = connectorIds[1] ?? 0;
    const usage = await value(program.bridge.connectors.usage({ id }));
    expect(usage.analyses).toEqual([{ applicationId, questionId: '1.10' }]);
    expect(await value(program.bridge.connectors.remove({ id }))).toEqual({ affectedAnalyses: 1 });
    await value(program.bridge.connectors.remove({ id: connectorIds[0] ?? 0 }));
    // One connector of the type is left: it is not taken silently.
    expect(await value(program.bridge.analyses.list({ applicationId }))).toMatchObject([
      { resolution: 'needs-selection', connectorId: null, connectorName: null },
    ]);
    const { items } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(items).toMatchObject([{ verdict: 'refused', code: 'NEEDS_SELECTION' }]);
    const page = await value(program.bridge.executions.rows({ executionId, offset: 0, limit: 1 }));
    expect(page.total).toBe(500);
    expect(await keyring.lookup('Tickmark test', await accountOf(id))).toBeUndefined();
  });

  it('exports a pack that anyone can verify without Tickmark', async () => {
    program.chooses.savePath = join(dataFolder, 'pack.zip');
    const pack = await value(program.bridge.evidence.exportPack({ applicationId }));
    expect(pack).toMatchObject({ fileName: 'pack.zip' });
    execFileSync('unzip', ['-q', 'pack.zip', '-d', 'pack'], { cwd: dataFolder });
    const folder = join(dataFolder, 'pack');
    execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, stdio: 'ignore' });
    const signed = ['-rawin', '-in', 'manifest.json', '-sigfile', 'manifest.json.sig'];
    const openssl = ['pkeyutl', '-verify', '-pubin', '-inkey', 'public-key.pem', ...signed];
    expect(execFileSync('openssl', openssl, { cwd: folder, encoding: 'utf8' })).toContain('Verified Successfully');
    const key = execFileSync('openssl', ['pkey', '-pubin', '-in', 'public-key.pem', '-outform', 'DER'], {
      cwd: folder,
    });
    const keyId = createHash('sha256').update(key).digest('hex').slice(0, 16);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(`--key ${keyId}`);
    const own = [join(folder, 'verify-pack.mjs'), join(dataFolder, 'pack.zip'), '--key', keyId];
    expect(execFileSync(process.execPath, own, { encoding: 'utf8' })).toContain('\nVALID');
    rmSync(folder, { recursive: true });
    const refused = await program.bridge.applications.purge({ id: applicationId });
    expect(refused, 'exported, and not verified yet').toMatchObject({
      ok: false,
      error: { code: 'HAS_EVIDENCE', hint: expect.stringContaining('verify it') },
    });
  });

  it('verifies that pack in the window, names its own key, and finds one changed byte', async () => {
    const file = join(dataFolder, 'pack.zip');
    const good = await value(program.bridge.evidence.verifyPack(await program.pick(file)));
    const { keyId, publicKey } = await value(program.bridge.auditLog.head());
    expect(good).toMatchObject({ valid: true, problems: [], signedBy: { keyId, own: true }, about: { ciId } });
    expect(publicKey).toContain('BEGIN PUBLIC KEY');
    const bytes = readFileSync(file);
    const inside = bytes.indexOf('account 7');
    bytes.writeUInt8(bytes.readUInt8(inside) ^ 1, inside);
    writeFileSync(file, bytes);
    const changed = await value(program.bridge.evidence.verifyPack(await program.pick(file)));
    expect(changed.valid).toBe(false);
    expect(changed.problems[0]).toMatchObject({ where: expect.stringContaining('evidence/') });
    rmSync(file);
  });

  it('exports a pack with a column taken out, keeping the hash of the original', async () => {
    const file = join(dataFolder, 'redacted.zip');
    program.chooses.savePath = file;
    const refused = await program.bridge.evidence.exportPack({
      applicationId,
      redact: [{ executionId, columns: ['no such column'] }],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    await value(program.bridge.evidence.exportPack({ applicationId, redact: [{ executionId, columns: ['name'] }] }));
    const verified = await value(program.bridge.evidence.verifyPack(await program.pick(file)));
    expect(verified).toMatchObject({ valid: true, problems: [], checked: { redacted: 1 } });
    const unzipped = (name: string) => execFileSync('unzip', ['-p', file, name], { encoding: 'utf8' });
    expect(unzipped(`evidence/${executionId}_*`)).toContain('\n7,[redacted]\n');
    expect(unzipped(`evidence/${executionId}_*`)).not.toContain('account 7');
    const { sha256 } = await value(program.bridge.executions.get({ executionId }));
    expect(unzipped('manifest.json')).toContain(`"sha256": "${sha256}"`);
    rmSync(file);
  });

  it('saves a checkpoint of the log, and later sees that nothing before it changed', async () => {
    const file = join(dataFolder, 'checkpoint.json');
    program.chooses.savePath = file;
    expect(await value(program.bridge.auditLog.saveCheckpoint())).toEqual({ fileName: 'checkpoint.json' });
    const verdict = await value(program.bridge.auditLog.checkCheckpoint(await program.pick(file)));
    expect(verdict).toMatchObject({ valid: true, problems: [], entriesSince: 1 });
    rmSync(file);
  });

  it('answers null for a pack whose dialog is cancelled, and writes nothing', async () => {
    program.chooses.savePath = null;
    expect(await value(program.bridge.evidence.exportPack({ applicationId }))).toBeNull();
    expect(await value(program.bridge.auditLog.verify())).toMatchObject({ valid: true });
  });

  it('keeps an audit that has evidence: it is archived, not deleted', async () => {
    const refused = await program.bridge.applications.remove({ id: applicationId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'HAS_EVIDENCE' } });
    const { preflightToken } = await value(program.bridge.executions.preflight({ applicationId }));
    expect(await value(program.bridge.applications.archive({ id: applicationId }))).toMatchObject({
      archivedAt: expect.any(String),
    });
    expect(await value(program.bridge.applications.list())).toEqual([]);
    expect(await value(program.bridge.applications.list({ includeArchived: true }))).toHaveLength(1);

    const { applications, questions, analyses, executions, evidence } = program.bridge;
    const question = { questionNumber: '9', process: '', subProcess: '', question: 'Too late?' };
    const [{ questionId = '' } = {}] = await value(questions.list({ applicationId }));
    const changes = {
      update: applications.update({ id: applicationId, auditName: 'Another name' }),
      add: questions.add({ applicationId, items: [question] }),
      remove: questions.remove({ applicationId, questionIds: [questionId] }),
      save: analyses.save({ applicationId, items: [{ questionId, toolSuggestion: null, connectorId: null }] }),
      suggest: analyses.suggest({ applicationId }),
      check: executions.preflight({ applicationId }),
      start: executions.start({ preflightToken, confirmProduction: true }),
      resume: executions.resumeQueue({ applicationId }),
      markFinal: evidence.markFinal({ executionId }),
    };
    for (const [change, answer] of Object.entries(changes)) {
      const error = { code: 'VALIDATION', message: expect.stringContaining('is archived') };
      expect(await answer, change).toMatchObject({ ok: false, error });
    }
  });

  it('purges an audit whose whole pack was verified, and keeps a tombstone', async () => {
    const purge = () => program.bridge.applications.purge({ id: applicationId });
    const account = await accountOf(connectorIds[2] ?? 0);
    expect(await keyring.lookup('Tickmark test', account)).toBe(canary);
    expect(await value(purge())).toMatchObject({ filesLeft: 0, connectorsMovedTo: null, connectorsRemoved: 1 });
    expect(readdirSync(join(dataFolder, 'evidence'))).toEqual([]);
    expect(await keyring.lookup('Tickmark test', account)).toBeUndefined();
    expect(await value(program.bridge.applications.list({ includeArchived: true }))).toEqual([]);
    const [tombstone] = await value(program.bridge.auditLog.list({ action: 'application.purged' }));
    expect(tombstone?.details).toMatchObject({ ciId, pack: { fileName: 'pack.zip' }, executions: expect.any(Number) });
    expect(await value(program.bridge.auditLog.verify())).toMatchObject({ valid: true });
    expect(await purge()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('has the password in none of its files', () => {
    const bytes = Buffer.from(canary);
    const hits = filesBelow(dataFolder).filter((file) => readFileSync(file).includes(bytes));
    expect(hits).toEqual([]);
  });
});
