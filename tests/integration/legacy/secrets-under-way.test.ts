import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { secretOfConnector, writeEarlierStore } from '../../servers/earlier-store';
import { startKeyring } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value } from '../../support/program';
import { findSpellings } from '../../support/spellings';

const service = 'Tickmark test';
const connectors = 150;

/**
 * An old store with more secrets than are written one by one, with the real keyring; each test stands on the ones before.
 * Kills at any moment: `tests/soak/upgrade/`.
 */
describe('secrets on their way into the keychain', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-under-way-'));
  const storeFile = join(dataFolder, 'tickmark.db');
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let program: TestProgram;

  beforeAll(async () => {
    [keyring, programs] = await Promise.all([startKeyring(), buildTickmarkPrograms()]);
    writeEarlierStore(storeFile, { connectors, analyses: 500 });
  });

  afterAll(async () => {
    await program?.close();
    await keyring?.stop();
    programs?.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const status = () => value(program.bridge.app.storeStatus());
  const waiting = async () => (await status()).secretsUnderWay?.waiting ?? 0;
  const start = async () => {
    program = startProgram({ programs, dataFolder, env: keyring.env });
    await vi.waitFor(async () => expect((await status()).state).toBe('ready'), { timeout: 60_000, interval: 20 });
  };
  const storeId = () => {
    const db = new SqliteDatabase(storeFile, { readonly: true });
    try {
      return db.prepare("SELECT value FROM store_facts WHERE key = 'store_id'").pluck().get();
    } finally {
      db.close();
    }
  };
  const lookup = (id: number) => keyring.lookup(service, `${storeId()}/connector/${id}/password`);
  const clearTexts = () =>
    readdirSync(dataFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => {
        const bytes = readFileSync(file);
        return /canary-\d+-of-the-store/.test(bytes.toString('latin1')) || findSpellings(bytes, samples).length > 0;
      });
  const samples = [1, 100, connectors].map(secretOfConnector);
  const waitingFile = () => readdirSync(dataFolder).filter((name) => name.startsWith('secrets-under-way'));
  const actions = async (prefix: string) =>
    (await value(program.bridge.auditLog.list({ limit: 200 })))
      .filter(({ action }) => action.startsWith(prefix))
      .map(({ action, details }) => [action, details])
      .reverse();
  /** A SQL Server's, whose form is filled in whole. */
  const changed = {
    id: 145,
    configuration: { server: 'db-145', database: 'Audit', username: 'auditor' },
    secrets: { password: 'entered by a person' },
  };

  it('do not hold up the upgrade: it is done while nearly all of them wait, sealed', async () => {
    await start();
    const left = await waiting();
    expect(left).toBeGreaterThan(connectors - 60);
    expect((await status()).secretsUnderWay).toMatchObject({ total: connectors, unreadable: 0 });
    expect(clearTexts()).toEqual([]);
    expect(waitingFile()).toHaveLength(1);
    expect(await actions('secrets.')).toEqual([['secrets.underWay', { secrets: connectors }]]);
  });

  it('can be used, changed and removed while they wait', async () => {
    // No server answers there: what matters is that the secret was found.
    const tested = await program.bridge.connectors.test({ id: connectors });
    expect(tested).toMatchObject({ ok: false });
    expect(!tested.ok && tested.error.code).not.toBe('KEYCHAIN_UNAVAILABLE');
    await value(program.bridge.connectors.update(changed));
    expect(await lookup(changed.id)).toBe(changed.secrets.password);
    await value(program.bridge.connectors.remove({ id: connectors - 1 }));
    expect(await lookup(connectors - 1)).toBeUndefined();
    expect(await lookup(connectors)).toBeUndefined();
    expect(clearTexts()).toEqual([]);
  });

  it('stop at a keyring that is locked, and go on once it answers again', async () => {
    await vi.waitFor(async () => expect(await waiting()).toBeLessThan(connectors - 5), { timeout: 30_000 });
    await keyring.lock();
    await vi.waitFor(async () => expect((await status()).secretsUnderWay?.paused).toBe(true), { timeout: 30_000 });
    const left = await waiting();
    expect(await program.bridge.connectors.test({ id: connectors })).toMatchObject({
      error: { code: 'KEYCHAIN_UNAVAILABLE' },
    });
    expect(await waiting()).toBe(left);
    await keyring.unlock();
    await value(program.bridge.app.info());
    await vi.waitFor(async () => expect(await waiting()).toBeLessThan(left), { timeout: 30_000 });
    expect(clearTexts()).toEqual([]);
  });

  it('go on where they were after the program has ended', async () => {
    await program.close();
    expect(waitingFile()).toHaveLength(1);
    expect(clearTexts()).toEqual([]);
    await start();
    expect(await waiting()).toBeGreaterThan(0);
    expect(await actions('secrets.')).toHaveLength(1);
  });

  it('are lost one by one where the file is damaged, and each connector says what to enter again', async () => {
    await program.close();
    const [name = ''] = waitingFile();
    const file = join(dataFolder, name);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const damaged = lines.findIndex((line) => line.includes(`/connector/${connectors}/`));
    writeFileSync(
      file,
      `${lines.map((line, at) => (at === damaged ? line.replace(/.{9}"\]$/, 'AAAAAAAA="]') : line)).join('\n')}\n`,
    );
    await start();
    expect(await program.bridge.connectors.test({ id: connectors })).toMatchObject({
      error: { code: 'KEYCHAIN_UNAVAILABLE', hint: expect.stringContaining('Enter it again') },
    });
    await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 60_000, interval: 100 });
    expect((await status()).secretsUnderWay).toMatchObject({ unreadable: 1 });
    const connector = await value(program.bridge.connectors.get({ id: connectors }));
    expect(connector).toMatchObject({ status: 'pending', statusMessage: expect.stringContaining('Enter it again') });
    await value(program.bridge.connectors.remove({ id: connectors }));
    await vi.waitFor(() => expect(waitingFile()).toEqual([]), { timeout: 30_000 });
  }, 120_000);

  it('are all in their places in the end, and nothing of the way is left', async () => {
    await vi.waitFor(async () => expect(await actions('secrets.')).toHaveLength(2), { timeout: 30_000 });
    expect(await status()).not.toHaveProperty('secretsUnderWay');
    expect(await actions('secrets.')).toEqual([
      ['secrets.underWay', { secrets: connectors }],
      ['secrets.arrived', { secrets: connectors }],
    ]);
    for (let id = 1; id <= connectors - 2; id += 1) {
      expect(await lookup(id)).toBe(id === changed.id ? changed.secrets.password : secretOfConnector(id));
    }
    for (const removed of [connectors - 1, connectors]) expect(await lookup(removed)).toBeUndefined();
    expect(await keyring.lookup(service, `${storeId()}/moving/key`)).toBeUndefined();
    expect(clearTexts()).toEqual([]);
  });

  it('outlast encryption, a lock and the restored backup of the upgrade', async () => {
    await program.close();
    const folder = mkdtempSync(join(tmpdir(), 'tickmark-under-way-'));
    writeEarlierStore(join(folder, 'tickmark.db'), { connectors, analyses: 10 });
    program = startProgram({ programs, dataFolder: folder, env: keyring.env });
    const { bridge } = program;
    const ready = () =>
      vi.waitFor(async () => expect((await status()).state).toBe('ready'), { timeout: 60_000, interval: 20 });
    const expectKept = async () => {
      expect((await status()).secretsUnderWay).toMatchObject({ unreadable: 0 });
      expect(await waiting()).toBeGreaterThan(0);
      expect(await bridge.connectors.test({ id: connectors })).toMatchObject({ error: { code: 'CONNECTION_FAILED' } });
    };
    await ready();
    await value(bridge.app.encrypt());
    await expectKept();
    await value(bridge.app.lock());
    expect(await status()).toMatchObject({ state: 'locked' });
    await value(bridge.app.unlock());
    await expectKept();
    await value(bridge.app.decrypt());
    await expectKept();
    await value(bridge.connectors.update(changed));
    await value(bridge.connectors.remove({ id: connectors - 1 }));
    const [backup] = (await status()).backups;
    await value(bridge.app.restoreBackup({ fileName: backup?.fileName ?? '' }));
    await ready();
    await expectKept();
    await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 60_000, interval: 100 });
    const { storeId: id } = JSON.parse(readFileSync(join(folder, 'folder.json'), 'utf8'));
    const password = (connector: number) => keyring.lookup(service, `${id}/connector/${connector}/password`);
    for (const connector of [1, 50, connectors]) expect(await password(connector)).toBe(secretOfConnector(connector));
    expect(await password(changed.id)).toBe(changed.secrets.password);
    // The backup has the connector; what a person removed does not come back.
    expect(await password(connectors - 1)).toBeUndefined();
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);
});
