import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTickmark, type TickmarkWindow } from '../support/window';

describe('the page in the window', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tickmark-locked-'));
  let tickmark: TickmarkWindow;

  beforeAll(async () => {
    tickmark = await openTickmark({ dataFolder });
    await tickmark.page.getByRole('button', { name: 'New audit' }).first().waitFor();
  });

  afterAll(async () => {
    await tickmark?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('has no Node, no require and no way to Electron', async () => {
    const found = await tickmark.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    );
    expect(found).toEqual([]);
    const isolated = await tickmark.app.evaluate(({ BrowserWindow }) => {
      // Electron's own tests read it too, though its types don't name it.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): { sandbox: boolean; contextIsolation: boolean; nodeIntegration: boolean };
      };
      const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    });
    expect(isolated).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });

  it('is served with a policy that allows nothing inline and nothing remote', async () => {
    const policy = await tickmark.page.evaluate(async () => {
      const answer = await fetch('app://tickmark/index.html');
      return answer.headers.get('content-security-policy') ?? '';
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('runs no script that is put into it', async () => {
    const ran = await tickmark.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.smuggled = true';
      document.body.append(script);
      return 'smuggled' in window;
    });
    expect(ran).toBe(false);
  });

  it('reaches no network, not even this computer', async () => {
    const reached = await tickmark.page.evaluate(async () => {
      try {
        await fetch('http://127.0.0.1:9/');
        return true;
      } catch {
        return false;
      }
    });
    expect(reached).toBe(false);
  });

  it('reads no file outside the built window', async () => {
    const statuses = await tickmark.page.evaluate(async () => {
      const paths = ['/../main/index.js', '/%2e%2e/main/index.js', '/..%2fmain%2findex.js', '/%2fetc/passwd'];
      return Promise.all(paths.map(async (path) => (await fetch(`app://tickmark${path}`)).status));
    });
    expect(statuses.every((status) => status === 404)).toBe(true);
  });

  it('opens no second window and goes nowhere else', async () => {
    const opened = await tickmark.page.evaluate(() => window.open('https://example.org') === null);
    expect(opened).toBe(true);
    // Main listens before the page tries; the answer is fetched afterwards.
    await tickmark.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const wasPrevented = new Promise<boolean>((resolve) => {
        contents?.once('will-navigate', (event) => resolve(event.defaultPrevented));
      });
      Object.assign(globalThis, { wasPrevented });
    });
    await tickmark.page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    const prevented = await tickmark.app.evaluate(() => Reflect.get(globalThis, 'wasPrevented') as Promise<boolean>);
    expect(prevented).toBe(true);
    expect(await tickmark.page.evaluate(() => window.location.href)).toBe('app://tickmark/index.html');
    expect(await tickmark.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('is granted no permission', async () => {
    const answers = await tickmark.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone'] as PermissionName[];
      const states = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return states.map(({ state }) => state);
    });
    expect(new Set(answers)).toEqual(new Set(['denied']));
  });

  it('gets an answer for any input, and never a rejection', async () => {
    const codes = await tickmark.page.evaluate(async () => {
      const bridge = window.tickmark as unknown as Record<
        string,
        Record<string, (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>
      >;
      const inputs = [{}, [], 'text', 7, { id: -1 }, { id: 1, unknown: true }, { __proto__: { id: 1 } }];
      const answers: string[] = [];
      for (const input of inputs) {
        const answer = await bridge.connectors?.update?.(input);
        answers.push(answer?.error?.code ?? 'ok');
      }
      return answers;
    });
    expect(codes).toEqual([
      'VALIDATION',
      'VALIDATION',
      'VALIDATION',
      'VALIDATION',
      'VALIDATION',
      'VALIDATION',
      'VALIDATION',
    ]);
  });
});
