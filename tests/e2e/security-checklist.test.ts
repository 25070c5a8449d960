import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { BrowserWindow as WindowType } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractEntries } from '../../preload/contract';
import {
  asOrdinaryUser,
  copyThatCanBeDriven,
  packageTickmark,
  shippedArchive,
  shippedExecutable,
} from '../support/packaged';
import { openTickmark, type TickmarkWindow } from '../support/window';

/**
 * The twenty items of Electron's security checklist (electronjs.org/docs/latest/tutorial/security), by their numbers, on the
 * packaged application, run as an ordinary user so that Chromium's sandbox is on.
 */
describe.runIf(process.platform === 'linux')('the packaged application, by the numbers of Electron’s checklist', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-checklist-'));
  let tickmark: TickmarkWindow;
  let processIds: { main: number; page: number };

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const executable = await copyThatCanBeDriven(join(folder, 'app'));
    const home = join(folder, 'home');
    tickmark = await openTickmark({
      dataFolder: join(home, 'data'),
      executablePath: asOrdinaryUser(executable, home),
      args: [],
      sandbox: true,
    });
    await tickmark.page.getByRole('button', { name: 'New audit' }).first().waitFor();
    processIds = await tickmark.app.evaluate(({ BrowserWindow }) => ({
      main: process.pid,
      page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    }));
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inPage = <Value>(work: () => Value | Promise<Value>) => tickmark.page.evaluate(work);

  it('1: loads nothing from outside', async () => {
    const reached = await inPage(async () => {
      const loads = (tag: 'img' | 'link' | 'script', address: string) =>
        new Promise<boolean>((resolve) => {
          const element = Object.assign(document.createElement(tag), {
            src: address,
            href: address,
            rel: 'stylesheet',
          });
          element.onload = () => resolve(true);
          element.onerror = () => resolve(false);
          document.head.append(element);
        });
      const answers = (address: string) =>
        fetch(address).then(
          () => true,
          () => false,
        );
      const connects = (address: string) =>
        new Promise<boolean>((resolve) => {
          try {
            const socket = new WebSocket(address);
            socket.onopen = () => resolve(true);
            socket.onerror = () => resolve(false);
          } catch {
            resolve(false);
          }
        });
      return Promise.all([
        answers('https://example.org/'),
        answers('http://127.0.0.1:9/'),
        connects('ws://127.0.0.1:9/'),
        loads('img', 'https://example.org/x.png'),
        loads('script', 'https://example.org/x.js'),
        loads('link', 'https://example.org/x.css'),
      ]);
    });
    expect(reached).toEqual([false, false, false, false, false, false]);
  });

  it('2, 3, 4, 6, 8, 9, 10, 11: opens its one window with these settings', async () => {
    const settings = await tickmark.app.evaluate(({ BrowserWindow }) => {
      // Electron's own tests read it too, though its types don't name it.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const all = contents.getLastWebPreferences();
      const names = [
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'contextIsolation',
        'sandbox',
        'webSecurity',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'enableBlinkFeatures',
        'webviewTag',
      ];
      return Object.fromEntries(names.map((name) => [name, all[name] || false]));
    });
    expect(settings).toEqual({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: false,
      webviewTag: false,
    });
    const found = await inPage(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  it('4: shuts the page into Chromium’s sandbox', () => {
    const status = readFileSync(`/proc/${processIds.page}/status`, 'utf8');
    const read = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1];
    expect(read('Seccomp')).toBe('2');
    expect(read('NoNewPrivs')).toBe('1');
    expect(read('CapEff')).toBe('0000000000000000');
    expect(read('Uid')).not.toMatch(/^0\b/);
    for (const kind of ['pid', 'net']) {
      const namespaceOf = (id: number) => readlinkSync(`/proc/${id}/ns/${kind}`);
      expect(namespaceOf(processIds.page)).not.toBe(namespaceOf(processIds.main));
    }
    for (const id of Object.values(processIds))
      expect(readFileSync(`/proc/${id}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
  });

  it('5: grants no permission', async () => {
    const states = await inPage(async () => {
      const names = [
        'geolocation',
        'notifications',
        'clipboard-read',
        'camera',
        'microphone',
        'midi',
      ] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    const devices = await inPage(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ),
    );
    expect(devices).not.toBe('granted');
  });

  it('7: serves every file under one policy, each of whose exceptions is explained beside it', async () => {
    const policies = await inPage(async () => {
      const files = ['/index.html', document.querySelector('script[src]')?.getAttribute('src') ?? ''];
      return Promise.all(files.map(async (file) => (await fetch(file)).headers.get('content-security-policy') ?? ''));
    });
    for (const policy of policies) {
      expect(policy.replace(/'nonce-[\w+/=]{20,}'/, "'nonce-…'").split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce-…'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]);
    }
    expect(policies[0]).not.toBe(policies[1]);
    const ran = await inPage(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.smuggled = true';
      document.body.append(script);
      // What the test itself evaluates may evaluate more; what comes later is as free as the page is.
      const evaluated = await new Promise<boolean>((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return true')());
          } catch {
            resolve(false);
          }
        });
      });
      return 'smuggled' in window || evaluated;
    });
    expect(ran).toBe(false);
  });

  it('11, 12: attaches no webview and no frame', async () => {
    const loaded = await inPage(
      () =>
        new Promise<string[]>((resolve) => {
          const webview = document.createElement('webview');
          webview.setAttribute('src', 'app://tickmark/index.html');
          webview.setAttribute('allowpopups', '');
          const frame = Object.assign(document.createElement('iframe'), { src: 'app://tickmark/index.html' });
          document.body.append(webview, frame);
          frame.onload = () => {
            let address = 'closed';
            try {
              address = frame.contentWindow?.location.href ?? '';
            } catch {
              // The page that tells of an error has another origin.
            }
            resolve(['getWebContentsId' in webview ? 'webview' : '', address]);
            webview.remove();
            frame.remove();
          };
        }),
    );
    expect(loaded[0]).toBe('');
    expect(loaded[1]).not.toBe('app://tickmark/index.html');
    expect(
      await tickmark.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType())),
    ).toEqual(['window']);
  });

  it('13, 14: goes nowhere else and opens no window', async () => {
    expect(await inPage(() => window.open('app://tickmark/index.html') === null)).toBe(true);
    await tickmark.app.evaluate(({ BrowserWindow }) => {
      const wasPrevented = new Promise<boolean>((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event) => resolve(event.defaultPrevented));
      });
      Object.assign(globalThis, { wasPrevented });
    });
    await inPage(() => {
      window.location.href = 'https://example.org/';
    });
    expect(await tickmark.app.evaluate(() => Reflect.get(globalThis, 'wasPrevented') as Promise<boolean>)).toBe(true);
    expect(await inPage(() => window.location.href)).toBe('app://tickmark/index.html');
    expect(await tickmark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('15: hands no address to the operating system', () => {
    packageTickmark();
    const code = listPackage(shippedArchive, { isPack: false }).filter((path) => /^[/\\]out[/\\].*\.js$/.test(path));
    expect(code.length).toBeGreaterThan(3);
    const opening = code.filter((path) =>
      /openExternal|openPath/.test(extractFile(shippedArchive, path.slice(1)).toString()),
    );
    expect(opening).toEqual([]);
  });

  it('16: names one exact, current Electron', () => {
    const read = (name: string) => JSON.parse(readFileSync(name, 'utf8'));
    const wanted: string = read('package.json').devDependencies.electron;
    expect(wanted).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(wanted.split('.')[0])).toBeGreaterThanOrEqual(45);
    expect(read('package-lock.json').packages['node_modules/electron'].version).toBe(wanted);
  });

  it('17: answers its own main frame only', async () => {
    const answers = await tickmark.app.evaluate(async ({ app, BrowserWindow, ipcMain, session }) => {
      // As Electron calls a handler: with frames that are another's, a child's or gone.
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
        string,
        (event: unknown, input: unknown) => unknown
      >;
      const call = handlers.get('tickmark:applications.create');
      const own = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
      const input = { auditName: 'a', name: 'b', ciId: 'c' };
      const from = async (senderFrame: unknown, mainFrame: unknown) =>
        JSON.stringify(await call?.({ senderFrame, sender: { mainFrame } }, input));
      const foreign = { url: 'https://example.org/' };
      const child = { url: 'app://tickmark/index.html' };
      const disguised = { url: 'app://tickmark.example.org/index.html' };
      const faked = [
        await from(null, own),
        await from(undefined, undefined),
        await from(child, own),
        await from(foreign, foreign),
        await from(disguised, disguised),
        await from({ url: 'not an address' }, own),
      ];
      // A page of another origin that got the preload all the same.
      const other: WindowType = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${app.getAppPath()}/out/preload/index.js`,
          sandbox: true,
          session: session.fromPartition('elsewhere'),
        },
      });
      await other.loadURL('data:text/html,elsewhere');
      const real = await other.webContents.executeJavaScript(
        'window.tickmark.applications.list().then(JSON.stringify)',
      );
      // A window that is gone before its answer.
      void other.webContents.executeJavaScript('window.tickmark.app.info()').catch(() => undefined);
      other.destroy();
      return [...faked, real as string];
    });
    expect(answers).toHaveLength(7);
    for (const answer of answers)
      expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    expect(await inPage(() => window.tickmark.applications.list())).toEqual({ ok: true, value: [] });
  });

  it('18: is no file, and reads none', async () => {
    expect(await inPage(() => window.location.origin)).toBe('app://tickmark');
    const statuses = await inPage(async () => {
      const paths = [
        '/../main/index.js',
        '/%2e%2e/main/index.js',
        '/..%2fmain%2findex.js',
        '/%2fetc/passwd',
        '/..%5cmain',
      ];
      const file = await fetch('file:///etc/passwd').then(
        () => 200,
        () => 404,
      );
      return [file, ...(await Promise.all(paths.map(async (path) => (await fetch(`app://tickmark${path}`)).status)))];
    });
    expect(new Set(statuses)).toEqual(new Set([404]));
  });

  it('19: is shipped with every fuse set', async () => {
    const { version, ...fuses } = await getCurrentFuseWire(shippedExecutable);
    const set = Object.entries(fuses).map(([fuse, state]) => [
      FuseV1Options[Number(fuse)],
      String.fromCharCode(Number(state)),
    ]);
    expect(version).toBe('1');
    expect(Object.fromEntries(set)).toEqual({
      RunAsNode: '0',
      EnableCookieEncryption: '1',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      LoadBrowserProcessSpecificV8Snapshot: '0',
      GrantFileProtocolExtraPrivileges: '0',
    });
  });

  it('19: starts as itself and runs no script of others, whatever its surroundings ask for', async () => {
    const smuggled = join(folder, 'home/smuggled');
    const script = join(folder, 'home/smuggling.js');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(smuggled)}, '')`);
    const executable = join(folder, 'shipped/tickmark');
    cpSync(join(shippedExecutable, '..'), join(folder, 'shipped'), { recursive: true });
    const data = join(folder, 'home/second');
    const env = {
      ...process.env,
      TICKMARK_DATA_DIR: data,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require=${script}`,
    };
    const program = spawn(asOrdinaryUser(executable, join(folder, 'home')), [script, '--inspect=0'], { env });
    let said = '';
    program.stderr.on('data', (chunk) => {
      said += chunk;
    });
    try {
      await expect.poll(() => existsSync(join(data, 'tickmark.db')), { timeout: 30_000 }).toBe(true);
      expect(existsSync(smuggled)).toBe(false);
      expect(said).not.toContain('Debugger listening');
    } finally {
      program.kill();
      await once(program, 'exit');
    }
  });

  it('20: gives the page the calls of the contract and nothing else', async () => {
    const found = await inPage(() =>
      Object.entries(window.tickmark).flatMap(([area, methods]) =>
        Object.keys(methods).map((name) => `${area}.${name}`),
      ),
    );
    expect(found.sort()).toEqual(contractEntries.map(({ area, method }) => `${area}.${method}`).sort());
    expect(await inPage(() => ['ipcRenderer', 'electron', 'contextBridge'].filter((name) => name in window))).toEqual(
      [],
    );
  });
});
