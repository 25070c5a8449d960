import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { secretOfConnector, writeEarlierStore } from '../../servers/earlier-store';
import { startKeyring } from '../../support/keyring';
import type { BuiltPrograms } from '../../support/node-process';
import { buildTickmarkPrograms, startProgram, type TestProgram, value } from '../../support/program';

const service = 'Tickmark test';
const ciId = 'CI1';

const draft = (connectorName: string) => ({
  ciId,
  connectorName,
  connectorType: 'PostgreSQL' as const,
  // Nobody listens there: what matters is whether the secret was found.
  configuration: { server: '127.0.0.1', port: 9, database: 'audit', username: 'auditor' },
  secrets: { password: `secret of ${connectorName}` },
});

describe('a data folder that was copied', () => {
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let programs: BuiltPrograms;
  let folder: string;
  let original: string;
  let copy: string;
  let open: TestProgram[];

  beforeAll(async () => {
    [keyring, programs] = await Promise.all([startKeyring(), buildTickmarkPrograms()]);
  });

  afterAll(async () => {
    await keyring?.stop();
    programs?.remove();
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-copied-'));
    original = join(folder, 'original');
    copy = join(folder, 'copy');
    open = [];
  });

  afterEach(async () => {
    for (const program of open) await program.close();
    await keyring.unlock();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (dataFolder: string, env = keyring.env) => {
    const program = startProgram({ programs, dataFolder, env });
    open.push(program);
    return program;
  };
  const copyFolder = (from = original, to = copy) => cpSync(from, to, { recursive: true, preserveTimestamps: true });
  const storeIdOf = (dataFolder: string): string =>
    JSON.parse(readFileSync(join(dataFolder, 'folder.json'), 'utf8')).storeId;
  const under = async (storeId: string) =>
    new Map([...(await keyring.entries(service))].filter(([account]) => account.startsWith(`${storeId}/`)));
  const findsSecret = async ({ bridge }: TestProgram, id: number) => {
    const tested = await bridge.connectors.test({ id });
    return !tested.ok && tested.error.code === 'CONNECTION_FAILED';
  };
  const settled = (dataFolder: string) =>
    vi.waitFor(() => expect(JSON.parse(readFileSync(join(dataFolder, 'folder.json'), 'utf8')).inherits).toEqual([]), {
      timeout: 30_000,
    });
  const actions = async ({ bridge }: TestProgram) =>
    (await value(bridge.auditLog.list({ limit: 50 }))).map(({ action }) => action).reverse();

  /** Two connectors and a signing key; the program is closed again. */
  const makeOriginal = async () => {
    const program = start(original);
    const kept = await value(program.bridge.connectors.create(draft('Kept')));
    const other = await value(program.bridge.connectors.create(draft('Other')));
    program.chooses.savePath = join(folder, 'checkpoint.json');
    await value(program.bridge.auditLog.saveCheckpoint());
    await program.close();
    return { kept: kept.id, other: other.id, storeId: storeIdOf(original) };
  };

  it('has its secrets, signs with the same key, and whatever it changes leaves the original’s as they were', async () => {
    const { kept, other, storeId } = await makeOriginal();
    const before = await under(storeId);
    expect(before.size).toBe(4);
    copyFolder();

    const program = start(copy);
    expect(await findsSecret(program, kept)).toBe(true);
    await value(program.bridge.connectors.update({ id: kept, secrets: { password: 'changed in the copy' } }));
    await value(program.bridge.connectors.remove({ id: other }));
    await settled(copy);
    program.chooses.savePath = join(folder, 'second.json');
    await value(program.bridge.auditLog.saveCheckpoint());
    expect(await actions(program)).not.toContain('signingKey.replaced');
    expect(await actions(program)).toContain('store.keychainIdChanged');
    await program.close();
    // Its sweep, too.
    await start(copy).close();

    expect(await under(storeId)).toEqual(before);
    const own = await under(storeIdOf(copy));
    expect(own.get(`${storeIdOf(copy)}/connector/${kept}/password`)).toBe('changed in the copy');
    expect([...own.keys()].filter((account) => account.includes(`/connector/${other}/`))).toEqual([]);
    const again = start(original);
    for (const id of [kept, other]) expect(await findsSecret(again, id)).toBe(true);
    expect(storeIdOf(original)).toBe(storeId);
  });

  it('keeps its secrets when the original removes them, and never takes one that the original made since', async () => {
    const { kept, other, storeId } = await makeOriginal();
    copyFolder();
    const program = start(copy);
    await settled(copy);
    await program.close();
    const first = start(original);
    await value(first.bridge.connectors.remove({ id: kept }));
    const newer = await value(first.bridge.connectors.create(draft('Newer')));
    await first.close();
    expect((await under(storeId)).size).toBe(4);
    const second = start(copy);
    for (const id of [kept, other]) expect(await findsSecret(second, id)).toBe(true);
    const own = await value(second.bridge.connectors.create({ ...draft('Of the copy'), secrets: {} }));
    expect(own).toMatchObject({ id: newer.id, secretKeys: [] });
    expect([...(await under(storeIdOf(copy))).values()]).not.toContain('secret of Newer');
  });

  it('that was only renamed goes on with what it had', async () => {
    const { kept, storeId } = await makeOriginal();
    renameSync(original, copy);
    const program = start(copy);
    expect(await findsSecret(program, kept)).toBe(true);
    expect(storeIdOf(copy)).toBe(storeId);
    expect(await actions(program)).not.toContain('store.keychainIdChanged');
  });

  it('waits at a keyring that is locked, and asks for nothing anew once it is open', async () => {
    const { kept, storeId } = await makeOriginal();
    copyFolder();
    await keyring.lock();
    const program = start(copy);
    expect(await program.bridge.connectors.test({ id: kept })).toMatchObject({
      error: { code: 'KEYCHAIN_UNAVAILABLE' },
    });
    await keyring.unlock();
    expect(await findsSecret(program, kept)).toBe(true);
    await settled(copy);
    expect(storeIdOf(copy)).not.toBe(storeId);
    expect((await under(storeId)).size).toBe(4);
    expect((await under(storeIdOf(copy))).size).toBe(4);
  });

  it('goes on after each moment at which its first start may be cut off', async () => {
    const { kept, other, storeId } = await makeOriginal();
    const before = await under(storeId);
    copyFolder();
    const stored = readFileSync(join(copy, 'tickmark.db'));
    // The new id was written down, and what to take over may have been noted, when the program was killed.
    await start(copy, { ...keyring.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }).close();
    const id = storeIdOf(copy);
    expect(id).not.toBe(storeId);
    for (const name of readdirSync(copy).filter((file) => /^tickmark\.db/.test(file))) rmSync(join(copy, name));
    cpSync(join(original, 'tickmark.db'), join(copy, 'tickmark.db'));
    expect(readFileSync(join(copy, 'tickmark.db'))).toEqual(stored);
    const program = start(copy);
    await settled(copy);
    expect(storeIdOf(copy)).toBe(id);
    for (const connector of [kept, other]) expect(await findsSecret(program, connector)).toBe(true);
    expect(await under(storeId)).toEqual(before);
  });

  it('copied once more before it has taken over all, has them still', async () => {
    const { kept, storeId } = await makeOriginal();
    copyFolder();
    await start(copy, { ...keyring.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }).close();
    const third = join(folder, 'third');
    copyFolder(copy, third);
    const program = start(third);
    expect(await findsSecret(program, kept)).toBe(true);
    await settled(third);
    expect(new Set([storeId, storeIdOf(copy), storeIdOf(third)]).size).toBe(3);
    expect((await under(storeIdOf(copy))).size).toBe(0);
  });

  it('whose backup of before is restored stays with its own id', async () => {
    const { kept, storeId } = await makeOriginal();
    mkdirSync(join(original, 'backups'), { recursive: true });
    cpSync(join(original, 'tickmark.db'), join(original, 'backups', 'before.db'));
    const before = await under(storeId);
    copyFolder();
    const program = start(copy);
    await settled(copy);
    await value(program.bridge.app.restoreBackup({ fileName: 'before.db' }));
    expect(await findsSecret(program, kept)).toBe(true);
    await value(program.bridge.connectors.remove({ id: kept }));
    expect(await under(storeId)).toEqual(before);
    expect((await under(storeIdOf(copy))).size).toBe(before.size - 1);
  });

  it('with encryption at rest opens, and neither its passphrase nor turning it off touches the original’s key', async () => {
    const { kept } = await makeOriginal();
    const first = start(original);
    const { recoveryCode } = await value(first.bridge.app.encrypt());
    await first.close();
    copyFolder();
    const ready = (program: TestProgram) =>
      vi.waitFor(async () => expect(await value(program.bridge.app.storeStatus())).toMatchObject({ state: 'ready' }));
    const program = start(copy);
    await ready(program);
    await value(program.bridge.app.setPassphrase({ passphrase: 'only of the copy' }));
    await program.close();
    const recovered = start(copy);
    await value(recovered.bridge.app.unlock({ recoveryCode }));
    await value(recovered.bridge.app.decrypt());
    await recovered.close();
    const again = start(original);
    await ready(again);
    expect(await findsSecret(again, kept)).toBe(true);
  });

  it('while many of its secrets wait has all of them, and the original too', async () => {
    const connectors = 120;
    mkdirSync(original);
    writeEarlierStore(join(original, 'tickmark.db'), { connectors, analyses: 10 });
    const waiting = async (program: TestProgram) =>
      (await value(program.bridge.app.storeStatus())).secretsUnderWay?.waiting ?? 0;
    const first = start(original);
    await vi.waitFor(async () => expect(await waiting(first)).toBeGreaterThan(0), { timeout: 30_000, interval: 20 });
    await first.close();
    expect(readdirSync(original).some((name) => name.startsWith('secrets-under-way'))).toBe(true);
    copyFolder();
    const program = start(copy);
    await settled(copy);
    expect(storeIdOf(copy)).not.toBe(storeIdOf(original));
    const again = start(original);
    await vi.waitFor(async () => expect(await waiting(again)).toBe(0), { timeout: 30_000 });
    for (const dataFolder of [original, copy]) {
      for (const id of [1, connectors / 2, connectors]) {
        const account = `${storeIdOf(dataFolder)}/connector/${id}/password`;
        expect(await keyring.lookup(service, account)).toBe(secretOfConnector(id));
      }
    }
    expect(readdirSync(copy).filter((name) => name.startsWith('secrets-under-way'))).toEqual([]);
    expect(await actions(program)).not.toContain('connector.secretLost');
  }, 120_000);
});
