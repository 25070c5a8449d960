import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startKeyring } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value, whenEnded } from '../../support/program';

const canary = 'Kanarienvogel-91b2';
const ciId = 'CI1';

const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));

describe('encryption at rest', () => {
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let folder: string;
  let dataFolder: string;
  let program: TestProgram;

  beforeAll(async () => {
    [keyring, programs] = await Promise.all([startKeyring(), buildTickmarkPrograms()]);
  });

  afterAll(async () => {
    await program?.close();
    await keyring?.stop();
    programs?.remove();
  });

  const start = (env = keyring.env) => {
    program = startProgram({ programs, dataFolder, env });
  };

  const restart = async (env?: NodeJS.ProcessEnv) => {
    await program.close();
    start(env);
  };

  beforeEach(async () => {
    await program?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = mkdtempSync(join(tmpdir(), 'tickmark-encryption-'));
    dataFolder = join(folder, 'data');
    start();
  });

  /** One audit with one question that has been run; everything it kept holds the canary. */
  const runOnce = async (query = 'SELECT * FROM users') => {
    const path = join(folder, 'client.db');
    new SqliteDatabase(path).exec(`CREATE TABLE IF NOT EXISTS users AS SELECT '${canary}' AS name`).close();
    const { bridge } = program;
    const { id: applicationId } = await value(bridge.applications.create({ auditName: canary, name: 'HR', ciId }));
    const connector = await value(
      bridge.connectors.create({
        ciId,
        connectorName: `File ${applicationId}`,
        connectorType: 'SQLite File',
        configuration: { path: await program.pick(path) },
      }),
    );
    const [question] = await value(
      bridge.questions.add({ applicationId, items: [{ questionNumber: '1', question: `Who is ${canary}?` } as never] }),
    );
    const questionId = question?.questionId ?? '';
    const item = { questionId, toolSuggestion: 'SQLite File', connectorId: connector.id, query };
    await value(bridge.analyses.save({ applicationId, items: [item] }));
    const { preflightToken } = await value(bridge.executions.preflight({ applicationId }));
    const { started } = await value(bridge.executions.start({ preflightToken }));
    const [execution] = await whenEnded(bridge, [started[0]?.executionId ?? 0]);
    expect(execution).toMatchObject({ status: 'succeeded' });
    return execution?.id ?? 0;
  };

  const readBack = async (executionId: number) =>
    (await value(program.bridge.executions.rows({ executionId, offset: 0, limit: 10 }))).rows;

  const status = () => value(program.bridge.app.storeStatus());

  it('is off until a person turns it on', async () => {
    expect((await status()).encryption).toEqual({ state: 'off', passphrase: false });
  });

  it('removes at the start what a killed run left of a client’s database', async () => {
    const abandoned = join(tmpdir(), 'tickmark-sqlite-99999998-abcdef');
    mkdirSync(abandoned, { recursive: true });
    writeFileSync(join(abandoned, 'client.db'), canary);
    await restart();
    await expect.poll(() => existsSync(abandoned)).toBe(false);
  });

  it('leaves nothing readable in the data folder, before and after a restart, and everything usable', async () => {
    const before = await runOnce();
    expect(filesWith(dataFolder, canary).length).toBeGreaterThan(1);
    await value(program.bridge.app.encrypt());
    const after = await runOnce();
    // What was there is rewritten beside; what is new must be encrypted from the start, not by a later rewrite.
    await expect.poll(() => filesWith(dataFolder, canary), { timeout: 20_000 }).toEqual([]);
    await restart();
    expect(await status()).toMatchObject({ state: 'ready', encryption: { state: 'on', passphrase: false } });
    expect(await readBack(before)).toEqual([[canary]]);
    expect(await readBack(after)).toEqual([[canary]]);
    await program.close();
    expect(filesWith(dataFolder, canary)).toEqual([]);
  });

  it('keeps the log whole and the hashes those of the text', async () => {
    const executionId = await runOnce();
    const { sha256 } = await value(program.bridge.executions.get({ executionId }));
    await value(program.bridge.app.encrypt());
    expect(await value(program.bridge.auditLog.verify())).toMatchObject({ valid: true });
    const pack = join(folder, 'pack.zip');
    program.chooses.savePath = pack;
    const { applicationId } = await value(program.bridge.executions.get({ executionId }));
    expect(await value(program.bridge.evidence.exportPack({ applicationId }))).toMatchObject({
      sha256: expect.any(String),
    });
    expect((await value(program.bridge.executions.get({ executionId }))).sha256).toBe(sha256);
    const actions = (await value(program.bridge.auditLog.list())).map(({ action }) => action);
    expect(actions).toContain('store.encrypted');
  });

  it('can be turned off again, and then needs no key', async () => {
    const executionId = await runOnce();
    await value(program.bridge.app.encrypt());
    await value(program.bridge.app.decrypt());
    expect((await status()).encryption.state).toBe('off');
    await restart({ ...keyring.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
    expect(await readBack(executionId)).toEqual([[canary]]);
  });

  it('without its keychain is locked, answers LOCKED to all else, and opens with the recovery code', async () => {
    const executionId = await runOnce();
    const { recoveryCode } = await value(program.bridge.app.encrypt());
    await restart({ ...keyring.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
    expect(await status()).toMatchObject({ state: 'locked', message: expect.stringContaining('keychain') });
    expect(await program.bridge.applications.list()).toMatchObject({ ok: false, error: { code: 'LOCKED' } });

    await restart();
    await value(program.bridge.app.lock());
    expect(await program.bridge.app.unlock({ recoveryCode: recoveryCode.replace(/.$/, '?') })).toMatchObject({
      ok: false,
      error: { code: 'LOCKED', fieldErrors: { recoveryCode: expect.any(String) } },
    });
    await value(program.bridge.app.unlock({ recoveryCode: ` ${recoveryCode.toLowerCase()} ` }));
    expect(await readBack(executionId)).toEqual([[canary]]);
  });

  it('asks for the passphrase after a restart and after a lock, and the old code ends when it is renewed', async () => {
    const executionId = await runOnce();
    const { recoveryCode } = await value(program.bridge.app.encrypt({ passphrase: 'correct horse' }));
    await restart();
    expect(await status()).toMatchObject({ state: 'locked', encryption: { passphrase: true } });
    expect(await program.bridge.app.unlock({ passphrase: 'wrong horse' })).toMatchObject({
      ok: false,
      error: { code: 'LOCKED', fieldErrors: { passphrase: 'This is not the passphrase.' } },
    });
    await value(program.bridge.app.unlock({ passphrase: 'correct horse' }));
    expect(await readBack(executionId)).toEqual([[canary]]);

    const renewed = await value(program.bridge.app.renewRecoveryCode());
    expect(renewed.recoveryCode).not.toBe(recoveryCode);
    await value(program.bridge.app.lock());
    expect(await program.bridge.executions.get({ executionId })).toMatchObject({
      ok: false,
      error: { code: 'LOCKED' },
    });
    expect(await program.bridge.app.unlock({ recoveryCode })).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
    await value(program.bridge.app.unlock({ recoveryCode: renewed.recoveryCode }));
    expect(await readBack(executionId)).toEqual([[canary]]);
  });

  it('that was cut off before anything was rewritten is finished at the next start', async () => {
    const executionId = await runOnce();
    await program.close();
    cpSync(dataFolder, join(folder, 'clear'), { recursive: true });
    start();
    await value(program.bridge.app.encrypt());
    await program.close();
    rmSync(join(dataFolder, 'tickmark.db'));
    cpSync(join(folder, 'clear'), dataFolder, { recursive: true });
    start();
    expect(await readBack(executionId)).toEqual([[canary]]);
    // Asked after it, the evidence process has finished what it was told at the start.
    await value(program.bridge.app.lock());
    expect(filesWith(dataFolder, canary)).toEqual([]);
  });

  it('refuses to be turned on twice, and a short passphrase', async () => {
    await value(program.bridge.app.encrypt());
    expect(await program.bridge.app.encrypt()).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    expect(await program.bridge.app.encrypt({ passphrase: 'short' })).toMatchObject({ error: { code: 'VALIDATION' } });
  });

  it('lets a pack that is being written come to its end, then closes the store', async () => {
    const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000)';
    const executionId = await runOnce(`${numbers} SELECT i, hex(i * 7919) AS text, name FROM n, users`);
    const { applicationId } = await value(program.bridge.executions.get({ executionId }));
    const packs = join(folder, 'packs');
    mkdirSync(packs);
    program.chooses.savePath = join(packs, 'pack.zip');
    const exporting = program.bridge.evidence.exportPack({ applicationId });
    await expect.poll(() => readdirSync(packs), { timeout: 20_000 }).not.toEqual([]);
    expect(existsSync(program.chooses.savePath)).toBe(false);
    await value(program.bridge.app.lock());
    expect(await program.bridge.connectors.listCis()).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
    expect(await exporting).toMatchObject({ ok: true });
    await value(program.bridge.app.unlock({}));
    const { fileToken } = await program.pick(program.chooses.savePath);
    expect(await value(program.bridge.evidence.verifyPack({ fileToken }))).toMatchObject({ valid: true });
    const actions = (await value(program.bridge.auditLog.list())).map(({ action }) => action);
    expect(actions).toContain('evidence.packExported');
  });

  it('locks without encryption too, and opens again', async () => {
    const executionId = await runOnce();
    expect(await value(program.bridge.app.lock())).toMatchObject({ state: 'locked' });
    expect(await program.bridge.connectors.listCis()).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
    expect(await value(program.bridge.app.unlock({}))).toMatchObject({ state: 'ready' });
    expect(await readBack(executionId)).toEqual([[canary]]);
  });
});
