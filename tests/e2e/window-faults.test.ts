import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findElectronRuntime, sandboxArguments } from '../../scripts/electron-runtime.mjs';
import { type GuidedLine, startLineTo } from '../servers/line';
import { type PostgresqlServer, startPostgresql } from '../servers/postgresql';
import { eventually } from '../servers/server-process';
import { callBridge, tryBridge } from '../support/bridge-calls';
import { keyringFolder, startKeyring } from '../support/keyring';
import { findSpellings } from '../support/spellings';
import { openTickmark, projectFolder, type TickmarkWindow } from '../support/window';

const ciId = 'CI1';
const connectorType = 'PostgreSQL DB';
const password = 'Haldenkanarie-7f31';
const keychainService = 'Tickmark test faults';
/** Some thousand rows a second: a flood would only keep the computer busy. */
const endless = 'select n, (select max(m) from generate_series(1, 1000 + n % 2) m) from generate_series(1, 1000000) n';
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** What the promise of five seconds may take on a computer that is busy with other tests. */
const fiveSeconds = 5_000 + 1_500;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** So small that it can be filled. */
const mountKeyringDisk = (home: string): void => {
  if (!canMount) return;
  mkdirSync(keyringFolder(home), { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=65536,mode=700', 'tmpfs', keyringFolder(home)]);
};

/** All texts on the page's heap, what could be thrown away having been thrown away. */
const textsOnHeap = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return (JSON.parse(chunks.join('')) as { strings: string[] }).strings;
};

const isOnHeap = async (page: Page, text: string): Promise<boolean> =>
  (await textsOnHeap(page)).some((found) => found.includes(text));

/** One window in which everything happens in the order of the tests; the keychain is one of its own. */
describe('the window, while things go wrong around it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-window-faults-'));
  const dataFolder = join(folder, 'data');
  let keyring: Awaited<ReturnType<typeof startKeyring>>;
  let server: PostgresqlServer;
  /** To the server, for the run of one test each. */
  let lines: GuidedLine[];
  let tickmark: TickmarkWindow;
  let page: Page;
  let applicationId: number;
  let connectorId: number;

  const open = async () => {
    tickmark = await openTickmark({ dataFolder, keychainService, env: keyring.env as Record<string, string> });
    page = tickmark.page;
  };

  beforeAll(async () => {
    [keyring, server] = await Promise.all([startKeyring(mountKeyringDisk), startPostgresql()]);
    await server.adminQuery(`CREATE ROLE auditor LOGIN PASSWORD '${password}'`);
    lines = await Promise.all([startLineTo(server.port), startLineTo(server.port)]);
    await open();
    ({ id: applicationId } = await callBridge(page, 'applications', 'create', {
      auditName: 'Q2',
      name: 'Stark G4',
      ciId,
    }));
    await page.reload();
  });

  afterAll(async () => {
    await tickmark?.close();
    await Promise.all((lines ?? []).map((line) => line.close()));
    await server?.stop();
    if (keyring && canMount) execFileSync('umount', ['--lazy', keyringFolder(keyring.home)]);
    await keyring?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const clipboard = () => tickmark.app.evaluate(({ clipboard: system }) => system.readText());

  const configuration = (port: number) => ({
    server: '127.0.0.1',
    port,
    database: 'postgres',
    username: 'auditor',
    encrypt: false,
  });

  const createConnector = (connectorName: string, secret = 'not used') =>
    tryBridge(page, 'connectors', 'create', {
      ciId,
      connectorName,
      connectorType,
      configuration: configuration(server.port),
      secrets: { password: secret },
    });

  /** The answer of a call, how long it took, and whether the page and main went on meanwhile. */
  const timed = async <Value>(call: () => Promise<Value>) => {
    const startedAt = performance.now();
    let ended = false;
    const answer = call().finally(() => {
      ended = true;
    });
    // Asked and answered beside the call that waits for the keychain.
    const beside = await callBridge(page, 'applications', 'list');
    const answeredBeside = beside.length === 1 && performance.now() - startedAt < 2_000;
    const wasWaiting = !ended;
    return { answer: await answer, answeredBeside, wasWaiting, milliseconds: performance.now() - startedAt };
  };

  const unavailable = { ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE', hint: expect.any(String) } };

  it('has a typed password on its heap until the form is closed, and never on the clipboard', async () => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: /^Connectors/ })
      .click();
    await page.getByRole('button', { name: 'New connector' }).first().click();
    const form = page.getByRole('dialog', { name: 'New connector' });
    await form.getByLabel('Tool type').click();
    await page.getByRole('option', { name: /PostgreSQL/ }).click();
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Ledger');
    await form.getByRole('textbox', { name: 'Server', exact: true }).fill('127.0.0.1');
    await form.getByRole('textbox', { name: 'Port', exact: true }).fill(String(lines[0]?.port));
    await form.getByRole('textbox', { name: 'Database', exact: true }).fill('postgres');
    await form.getByRole('textbox', { name: 'User name', exact: true }).fill('auditor');
    await form.getByLabel('Encrypt the connection (TLS)').uncheck();
    await form.getByLabel(/^Password/).pressSequentially(password);
    expect(await isOnHeap(page, password)).toBe(true);
    await tickmark.app.evaluate(({ clipboard: system }) => system.writeText('before'));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+C');
    expect(await clipboard()).toBe('before');
    await form.getByRole('button', { name: 'Create connector' }).click();
    await form.waitFor({ state: 'detached' });
    const { groups } = await callBridge(page, 'connectors', 'listByCi', { ciId });
    connectorId = groups[0]?.connectors[0]?.id ?? 0;
    expect(groups[0]?.connectors[0]).toMatchObject({ secretKeys: ['password'] });
    expect(await isOnHeap(page, password)).toBe(false);
  });

  const leadTo = (port: number) =>
    callBridge(page, 'connectors', 'update', {
      id: connectorId,
      configuration: configuration(port),
      secrets: { password },
    });

  const startRun = async (query: string) => {
    await callBridge(page, 'analyses', 'save', {
      applicationId,
      items: [{ questionId: '1', toolSuggestion: connectorType, connectorId, query }],
    });
    const { preflightToken } = await callBridge(page, 'executions', 'preflight', { applicationId });
    const rowsArrive = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.tickmark.executions.onProgress(({ rowCount }) => {
            if (rowCount > 1_000) resolve();
          });
        }),
    );
    const { started } = await callBridge(page, 'executions', 'start', { preflightToken });
    await rowsArrive;
    return started[0]?.executionId ?? 0;
  };

  const execution = (executionId: number) => callBridge(page, 'executions', 'get', { executionId });

  const whenEnded = (executionId: number) =>
    eventually(
      async () => {
        const found = await execution(executionId);
        return found.status === 'running' ? undefined : found;
      },
      'the end of the run',
      30,
    );

  it('comes to the front when Tickmark is started a second time, which touches nothing of the run under way', async () => {
    await callBridge(page, 'questions', 'add', {
      applicationId,
      items: [{ questionNumber: '1', question: 'All rows.' }],
    });
    const executionId = await startRun(endless);
    lines[0]?.stall();
    await tickmark.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window) window.focus = () => Object.assign(globalThis, { cameToFront: true });
    });
    const second = spawn(
      findElectronRuntime()?.executable ?? '',
      [projectFolder, '--lang=en-US', ...sandboxArguments()],
      {
        env: {
          ...process.env,
          ...keyring.env,
          TICKMARK_DATA_DIR: dataFolder,
          TICKMARK_KEYCHAIN_SERVICE: keychainService,
        },
        stdio: 'ignore',
      },
    );
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    await eventually(
      () => tickmark.app.evaluate(() => Reflect.get(globalThis, 'cameToFront') as boolean | undefined),
      'the first window to come to the front',
    );
    expect(await tickmark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await execution(executionId)).toMatchObject({ status: 'running' });
    lines[0]?.cut();
    expect(await whenEnded(executionId)).toMatchObject({ status: 'failed', complete: false });
  });

  it('keeps the rows of a run whose line was cut while the computer slept, and locks where that is wanted', async () => {
    await callBridge(page, 'preferences', 'set', { lockWithScreen: true });
    await leadTo(lines[1]?.port ?? 0);
    const executionId = await startRun(endless);
    lines[1]?.stall();
    await tickmark.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
    await page.getByRole('heading', { name: 'Tickmark is locked' }).waitFor();
    lines[1]?.cut();
    await tickmark.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    expect(await tryBridge(page, 'executions', 'get', { executionId })).toMatchObject({ error: { code: 'LOCKED' } });
    await callBridge(page, 'app', 'unlock');
    await page.reload();
    const ended = await whenEnded(executionId);
    expect(ended).toMatchObject({
      status: 'failed',
      complete: false,
      final: false,
      error: { code: expect.stringMatching(/^(QUERY_FAILED|CONNECTION_FAILED)$/), hint: expect.any(String) },
    });
    expect(ended.rowCount).toBeGreaterThan(1_000);
    const rows = await callBridge(page, 'executions', 'rows', { executionId, offset: ended.rowCount - 1, limit: 2 });
    expect(rows.rows.map(([number]) => number)).toEqual([String(ended.rowCount)]);
    // Another network: the same system by another way.
    await leadTo(server.port);
    const again = await startRun('select n from generate_series(1, 5000) n order by n');
    expect(await whenEnded(again)).toMatchObject({ status: 'succeeded', rowCount: 5_000 });
  });

  it('says within five seconds that the keychain hangs, and goes on meanwhile', async () => {
    keyring.pause();
    const creating = await timed(() => createConnector('Hung'));
    keyring.resume();
    expect(creating).toMatchObject({ answer: unavailable, answeredBeside: true, wasWaiting: true });
    expect(creating.milliseconds).toBeLessThan(fiveSeconds);
    expect(await tryBridge(page, 'connectors', 'test', { id: connectorId })).toMatchObject({ ok: true });
  });

  it('says that the keychain is locked, or that its dialog was cancelled', async () => {
    await keyring.lock();
    const locked = await timed(() => tryBridge(page, 'connectors', 'test', { id: connectorId }));
    expect(locked).toMatchObject({ answer: unavailable, answeredBeside: true });
    const prompter = await keyring.startPrompter('cancel');
    const cancelled = await timed(() => createConnector('Cancelled'));
    await prompter.stop();
    expect(cancelled).toMatchObject({ answer: unavailable, answeredBeside: true });
    expect(prompter.prompts()).toBeGreaterThan(0);
    const unanswered = await keyring.startPrompter('ignore');
    const ignored = await timed(() => tryBridge(page, 'connectors', 'test', { id: connectorId }));
    await unanswered.stop();
    expect(ignored).toMatchObject({ answer: unavailable, answeredBeside: true });
    for (const { milliseconds } of [locked, cancelled, ignored]) expect(milliseconds).toBeLessThan(fiveSeconds);
    await keyring.unlock();
    expect(await tryBridge(page, 'connectors', 'test', { id: connectorId })).toMatchObject({ ok: true });
  });

  it.skipIf(!canMount)(
    'says that the keychain can keep nothing where its disk is full (needs root, to mount one)',
    async () => {
      const ballast = join(keyringFolder(keyring.home), 'ballast');
      const { bavail, bsize } = statfsSync(keyringFolder(keyring.home));
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
      const full = await timed(() => createConnector('Full'));
      rmSync(ballast);
      expect(full).toMatchObject({
        answer: { ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE', hint: expect.stringContaining('Make room') } },
        answeredBeside: true,
      });
      expect(full.milliseconds).toBeLessThan(fiveSeconds);
    },
  );

  /** Accounts of connectors' secrets, as another program finds them. */
  const accounts = async (): Promise<string[]> =>
    [...(await keyring.entries(keychainService)).keys()].filter((account) => account.includes('/connector/'));

  it('says which secret is gone from the keychain', async () => {
    const account = (await accounts()).find((each) => each.endsWith(`/connector/${connectorId}/password`));
    await keyring.remove(keychainService, account ?? '');
    const changed = await timed(() => tryBridge(page, 'connectors', 'test', { id: connectorId }));
    expect(changed).toMatchObject({
      answer: { ok: false, error: { code: 'KEYCHAIN_UNAVAILABLE', fieldErrors: { password: expect.any(String) } } },
      answeredBeside: true,
    });
    expect(changed.milliseconds).toBeLessThan(fiveSeconds);
    await callBridge(page, 'connectors', 'update', { id: connectorId, secrets: { password } });
  });

  const traces = (): string[] =>
    filesBelow(dataFolder)
      .filter((file) => statSync(file).isFile())
      .filter((file) => findSpellings(readFileSync(file), [password]).length > 0);

  /** What main answers from now on to the question for the log's entries. */
  const answerLog = (value: unknown) =>
    tickmark.app.evaluate(
      ({ ipcMain }, answer) => {
        ipcMain.removeHandler('tickmark:auditLog.list');
        ipcMain.handle('tickmark:auditLog.list', () => answer);
      },
      { ok: true, value },
    );

  it('says in the place of a page that failed what happened, and goes on with every other page', async () => {
    await answerLog([null]);
    const rail = page.getByRole('navigation', { name: 'Main' });
    await rail.getByRole('button', { name: 'Audit log' }).click();
    const main = page.getByRole('main');
    await main.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    const said = await main.getByRole('alert').innerText();
    for (const part of [
      'TypeError',
      'What was saved is kept, and runs go on.',
      'All other pages can still be opened',
    ]) {
      expect(said).toContain(part);
    }
    await main.getByRole('button', { name: 'Copy the details' }).click();
    await main.getByRole('button', { name: 'Details copied' }).waitFor();
    expect(await clipboard()).toMatch(/^Tickmark \S+, Electron [\s\S]*TypeError[\s\S]*audit-log-page/);
    await rail.getByRole('button', { name: /^Connectors/ }).click();
    await main.getByRole('heading', { level: 1, name: 'Connectors' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await main.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    await answerLog([]);
    await main.getByRole('button', { name: 'Load the window anew' }).click();
    await rail.getByRole('button', { name: 'Audit log' }).click();
    await main.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
  });

  it('comes back when its page crashes, and leaves no dump', async () => {
    const before = page;
    const loaded = before.waitForEvent('load');
    await tickmark.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await loaded.catch(() => undefined);
    await eventually(
      () =>
        tickmark.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            'document.body.innerText.includes("Stark G4")',
          ),
        ),
      'the page after its crash',
    );
    expect(traces()).toEqual([]);
  });

  it('leaves no dump and no orphaned entry when main crashes while the keychain hangs', async () => {
    keyring.pause();
    const asked = tickmark.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      void contents?.executeJavaScript(
        `void window.tickmark.connectors.create(${JSON.stringify({
          ciId: 'CI1',
          connectorName: 'Cut off',
          connectorType: 'PostgreSQL DB',
          configuration: { server: '127.0.0.1', port: 1, database: 'a', username: 'b', encrypt: false },
          secrets: { password: 'Schachtkanarie-22c0' },
        })})`,
      );
    });
    await asked;
    const exited = once(tickmark.app.process(), 'exit');
    tickmark.app.evaluate(() => process.crash()).catch(() => undefined);
    await exited;
    keyring.resume();
    expect(filesBelow(dataFolder).filter((file) => /\.dmp$|(^|\/)core(\.\d+)?$/.test(file))).toEqual([]);
    expect(traces()).toEqual([]);
    await open();
    const { groups } = await callBridge(page, 'connectors', 'listByCi', { ciId });
    const known = groups.flatMap(({ connectors }) => connectors).map(({ id }) => `/connector/${id}/password`);
    await eventually(
      async () => (await accounts()).every((account) => known.some((end) => account.endsWith(end))),
      'a keychain without entries of connectors that are not there',
    );
    expect(known).toEqual([`/connector/${connectorId}/password`]);
    expect(await tryBridge(page, 'connectors', 'test', { id: connectorId })).toMatchObject({ ok: true });
  });

  it('says that there is no keychain, and keeps a secret for the session where a person wants that', async () => {
    await tickmark.close();
    const home = join(folder, 'home');
    mkdirSync(home);
    const env = { HOME: home, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', XDG_RUNTIME_DIR: home };
    tickmark = await openTickmark({ dataFolder: join(folder, 'other'), keychainService, env });
    page = tickmark.page;
    await callBridge(page, 'applications', 'create', { auditName: 'Q2', name: 'Stark G4', ciId });
    const missing = await timed(() => createConnector('Missing'));
    expect(missing).toMatchObject({ answer: unavailable, answeredBeside: true });
    expect(missing.milliseconds).toBeLessThan(fiveSeconds);
    const { id } = await callBridge(page, 'connectors', 'create', {
      ciId,
      connectorName: 'For the session',
      connectorType,
      configuration: configuration(server.port),
      secrets: { password },
      keepForSession: true,
    });
    expect(await tryBridge(page, 'connectors', 'test', { id })).toMatchObject({ ok: true });
  });
});
