/**
 * Tickmark without its window: the store, the services and the bridge's handlers. Knows no Electron, so that the same
 * program runs under a plain Node process in tests.
 */
import { join } from 'node:path';
import { type Database, listBackups, openStore, restoreBackup, type StoreProblem } from '../db';
import type { AppInfo, Handlers, Preferences, StoreStatus } from '../preload/contract';
import { openDemoAudit, stopDemoServers } from './demo/demo-audit';
import type { Dialogs } from './files/dialogs';
import { createFileTokens } from './files/file-tokens';
import { createHandlers, createHandlersWithoutStore } from './handlers';
import { failure, type Result, success } from './result';
import { createServices, type ServiceOptions, type Services } from './services';
import { defaultPreferences } from './services/preference-service';

export interface ProgramOptions extends ServiceOptions {
  electronVersion: string;
  dialogs: Dialogs;
}

export interface Program {
  /** The handlers as they are now: a restored store brings new ones. */
  handlers(): Handlers;
  /** What the window needs before its page can ask for it; the defaults while there is no store. */
  readPreferences(): Preferences;
  /** Cancels what runs, keeps what was captured, closes the store. */
  close(): Promise<void>;
}

type OpenedProgram = { handlers: Handlers; services?: Services; close(): Promise<void>; problem?: StoreProblem };

const beingReplaced: StoreProblem = {
  state: 'unavailable',
  message: 'The store is being replaced by a backup.',
  hint: 'Wait a moment.',
};

const couldNotStart = (error: unknown): StoreProblem => ({
  state: 'unavailable',
  message: `The data folder can't be used: ${describeError(error)}.`,
  hint: 'Check that the folder exists, that you may write to it and that the disk is not full; then start again.',
});

export const createProgram = (options: ProgramOptions): Program => {
  const file = join(options.dataFolder, 'tickmark.db');
  let opened = open();

  function open(): OpenedProgram {
    const store = openStore(file);
    if (store.state !== 'ready') return withoutStore(store);
    try {
      return withStore(store.db);
    } catch (error) {
      store.db.close();
      return withoutStore(couldNotStart(error));
    }
  }

  function withoutStore(problem: StoreProblem): OpenedProgram {
    const handlers = createHandlersWithoutStore(appHandlers(undefined), problem.message, problem.hint);
    return { handlers, problem, close: async () => undefined };
  }

  function withStore(db: Database): OpenedProgram {
    const fileTokens = createFileTokens();
    const services = createServices(db, fileTokens, options);
    void services.settleKeychain();
    const openDemo = () =>
      openDemoAudit({ handlers, issueFileToken: fileTokens.issue, dataFolder: options.dataFolder });
    const handlers = createHandlers(services, { ...appHandlers(services), openDemo }, options.dialogs, fileTokens);
    const stopAndClose = async () => {
      await services.stop();
      await stopDemoServers();
      db.close();
    };
    let closing: Promise<void> | undefined;
    const close = () => {
      closing ??= stopAndClose();
      return closing;
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

  /** One at a time: meanwhile every other call is told that the store is being replaced. */
  const restore = async (fileName: string): Promise<Result<StoreStatus>> => {
    if (opened.problem === beingReplaced) return failure('STORE_UNAVAILABLE', beingReplaced.message);
    if (!listBackups(file).some((backup) => backup.fileName === fileName)) {
      return failure('NOT_FOUND', `There is no backup named ${fileName}.`);
    }
    const before = opened;
    opened = withoutStore(beingReplaced);
    try {
      await before.close();
      restoreBackup(file, fileName);
    } catch (error) {
      return failure('STORE_UNAVAILABLE', `The backup was not restored: ${describeError(error)}.`, {
        hint: 'The store is as it was. Choose another backup, or make room on the disk.',
      });
    } finally {
      opened = open();
    }
    opened.services?.recordRestore(fileName);
    return success(readStatus());
  };

  return {
    handlers: () => opened.handlers,
    readPreferences: () => opened.services?.preferences.read() ?? defaultPreferences,
    close: () => opened.close(),
  };
};

const describeError = (error: unknown): string => (error instanceof Error ? error.message : String(error));
