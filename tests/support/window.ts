import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Bridge } from '../../preload/contract';
import { findElectronRuntime, sandboxArguments } from '../../scripts/electron-runtime.mjs';

declare global {
  interface Window {
    tickmark: Bridge;
  }
}

export const projectFolder = resolve(import.meta.dirname, '../..');

export interface TickmarkWindow {
  app: ElectronApplication;
  page: Page;
  /** What the page's console said that it should not have: errors and violations of the content policy. */
  complaints: string[];
  keychainService: string;
  /** What the next file dialogs answer. */
  choose(answers: { open?: string; save?: string }): Promise<void>;
  /** 2 is text at 200 %. */
  zoom(factor: number): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions {
  dataFolder: string;
  /** Another program than the build in the project, e.g. the packaged one. */
  executablePath?: string;
  args?: string[];
  keychainService?: string;
  env?: Record<string, string>;
  /** With Chromium's sandbox, which needs an ordinary user: `executablePath` has to see to that. */
  sandbox?: boolean;
}

const environment = (options: WindowOptions, keychainService: string): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  // With --lang, on every platform: tests read English on whichever computer they run.
  LANGUAGE: 'en',
  ...options.env,
  TICKMARK_DATA_DIR: options.dataFolder,
  TICKMARK_KEYCHAIN_SERVICE: keychainService,
});

/** Starts the real Tickmark in a real Electron and waits for its window. */
export const openTickmark = async (options: WindowOptions): Promise<TickmarkWindow> => {
  const keychainService = options.keychainService ?? `Tickmark test ${randomUUID()}`;
  const runtime = findElectronRuntime();
  const app = await _electron.launch({
    executablePath: options.executablePath ?? runtime?.executable ?? '',
    args: [...(options.args ?? [projectFolder]), '--lang=en-US', ...(options.sandbox ? [] : sandboxArguments())],
    chromiumSandbox: options.sandbox ?? false,
    env: environment(options, keychainService),
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.waitForFunction(() => 'tickmark' in window);

  return {
    app,
    page,
    complaints,
    keychainService,
    choose: ({ open, save }) =>
      app.evaluate(
        ({ dialog }, answers) => {
          dialog.showOpenDialog = async () => ({
            canceled: answers.open === undefined,
            filePaths: answers.open === undefined ? [] : [answers.open],
          });
          dialog.showSaveDialog = async () => ({
            canceled: answers.save === undefined,
            filePath: answers.save ?? '',
          });
        },
        { open, save },
      ),
    zoom: (factor) =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
      }, factor),
    close: () => app.close(),
  };
};
