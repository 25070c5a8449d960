/**
 * Tickmark without its window: the store, the services and the bridge's handlers. Knows no Electron, so that the same
 * program runs under a plain Node process in tests.
 */
import { join } from 'node:path';
import { listBackups, openStore, restoreBackup, type StoreProblem } from '../db';
import type { AppInfo, Handlers, StoreStatus } from '../preload/contract';
import { openDemoAudit, stopDemoServers } from './demo/demo-audit';
import type { Dialogs } from './files/dialogs';
import { createFileTokens } from './files/file-tokens';
import { createHandlers, createHandlersWithoutStore } from './handlers';
import { failure, type Result, success } from './result';
import { createServices, type ServiceOptions, type Services } from './services';

export interface ProgramOptions extends ServiceOptions {
  electronVersion: string;
  dialogs: Dialogs;
}

export interface Program {
  /** The handlers as they are now: a restored store brings new ones. */
  handlers(): Handlers;
  readTheme(): 'system' | 'light' | 'dark';
  /** Cancels what runs, keeps what was captured, closes the store. */
  close(): Promise<void>;
}

type OpenedProgram = { handlers: Handlers; services?: Services; close(): Promise<void>; problem?: StoreProblem };

export const createProgram = (options: ProgramOptions): Program => {
  const file = join(options.dataFolder, 'tickmark.db');
  let opened = open();

  function open(): OpenedProgram {
    const store = openStore(file);
    if (store.state !== 'ready') {
      const handlers = createHandlersWithoutStore(appHandlers(undefined), store.message, store.hint);
      return { handlers, problem: store, close: async () => undefined };
    }
    const fileTokens = createFileTokens();
    const services = createServices(store.db, fileTokens, options);
    void services.settleKeychain();
    const app = { ...appHandlers(services), openDemo };
    const handlers = createHandlers(services, app, options.dialogs, fileTokens);
    function openDemo() {
      return openDemoAudit({ handlers, issueFileToken: fileTokens.issue, dataFolder: options.dataFolder });
    }
    const close = async () => {
      await stopDemoServers();
      await services.stop();
      store.db.close();
    };
    return { handlers, services, close };
  }

  function appHandlers(services: Services | undefined): Handlers['app'] {
    return {
      info: () => readInfo(services),
      openDemo: () => failure('STORE_UNAVAILABLE', 'The demo audit needs the store.'),
      storeStatus: () => success(readStatus()),
      restoreBackup: ({ fileName }) => restore(fileName),
      lock: () => failure('NOT_AVAILABLE', 'Locking the window comes with a later version.'),
    };
  }

  const readInfo = async (services: Services | undefined): Promise<Result<AppInfo>> => {
    const checked = await services?.keychain.check();
    const { appVersion, electronVersion, dataFolder, keychainService } = options;
    return success({
      version: appVersion,
      electronVersion,
      platform: process.platform,
      dataFolder,
      keychainService,
      keychain: checked?.ok ? { available: true } : { available: false, ...(checked && { error: checked.error }) },
    });
  };

  const readStatus = (): StoreStatus => {
    const shared = { dataFolder: options.dataFolder, backups: listBackups(file) };
    const { problem } = opened;
    return problem ? { ...problem, ...shared } : { state: 'ready', message: 'The store is open.', ...shared };
  };

  const restore = async (fileName: string): Promise<Result<StoreStatus>> => {
    const known = listBackups(file).some((backup) => backup.fileName === fileName);
    if (!known) return failure('NOT_FOUND', `There is no backup named ${fileName}.`);
    await opened.close();
    restoreBackup(file, fileName);
    opened = open();
    return success(readStatus());
  };

  return {
    handlers: () => opened.handlers,
    readTheme: () => opened.services?.preferences.read().theme ?? 'system',
    close: () => opened.close(),
  };
};
