/**
 * Tickmark without its window: the store, the services and the bridge's handlers. Knows no Electron, so that the same
 * program runs under a plain Node process in tests.
 */
import { join } from 'node:path';
import {
  type Database,
  findMissingEntries,
  isStoreEncrypted,
  keepCopy,
  listBackups,
  listUnfinishedExecutions,
  openStore,
  recodeStore,
  restoreBackup,
} from '../db';
import type { AppInfo, Handlers, Input, Preferences, StoreStatus } from '../preload/contract';
import { toolTypes } from './connectors/registry';
import { openDemoAudit, stopDemoServers } from './demo/demo-audit';
import type { Dialogs } from './files/dialogs';
import { createFileTokens } from './files/file-tokens';
import { createHandlers, createHandlersWithoutStore, createWaitingHandlers, type FileAccess } from './handlers';
import { createFolderClaim } from './keychain/folder-claim';
import { startUpgrade } from './legacy/upgrade-store';
import { createProtection } from './protection/protection';
import { type Failure, failure, type Result, success } from './result';
import { createServices, type ServiceOptions, type Services } from './services';
import { defaultPreferences } from './services/preference-service';
import { record } from './services/service-context';
import { createWorkUnderWay } from './services/work-under-way';

export interface ProgramOptions
  extends Omit<ServiceOptions, 'evidenceKey' | 'storeKey' | 'longWork' | 'folderClaim'>,
    Omit<FileAccess, 'dialogs'> {
  electronVersion: string;
  /** Spoken until the store is open. */
  lastLanguage?: Preferences['language'];
  dialogs: Dialogs;
  /** Nothing is to be seen any more: what the window shows, and remembers, has to go. */
  locked(): void;
}

export interface Program {
  /** The handlers as they are now: a restored store brings new ones. */
  handlers(): Handlers;
  /** What the window needs before its page can ask for it; the defaults while there is no store. */
  readPreferences(): Preferences;
  /** Locks as the person does; for an idle computer and a locked screen. */
  lock(): Promise<void>;
  /** Cancels what runs, keeps what was captured, closes the store. */
  close(): Promise<void>;
}

type Problem = Pick<StoreStatus, 'message' | 'hint'> & { state: Exclude<StoreStatus['state'], 'ready'> };
type OpenedProgram = { handlers: Handlers; services?: Services; close(): Promise<void>; problem?: Problem };

const beingReplaced: Problem = {
  state: 'unavailable',
  message: 'The store is being replaced.',
  hint: 'Wait a moment.',
};

const lockedProblem = ({ message, hint }: Problem | Failure['error']): Problem => ({
  state: 'locked',
  message,
  ...(hint && { hint }),
});

const lockedByPerson: Problem = {
  state: 'locked',
  message: 'Nothing can be seen or changed until it is unlocked.',
  hint: 'What runs goes on and is kept.',
};

const underWay = (written = 0, total = 0): Problem => ({
  state: 'upgrading',
  message:
    total > 0
      ? `Secrets move to the keychain: ${written} of ${total}.`
      : 'The store of an earlier version is brought to this one.',
  hint: 'Leave Tickmark open. Should it end before it is done, the store is as it was and the next start goes on.',
});

const couldNotStart = (error: unknown): Problem => ({
  state: 'unavailable',
  message: `The data folder can't be used: ${describeError(error)}.`,
  hint: 'Check that the folder exists, that you may write to it and that the disk is not full; then start again.',
});

export const createProgram = (options: ProgramOptions): Program => {
  const { dataFolder } = options;
  const file = join(dataFolder, 'tickmark.db');
  const folderClaim = createFolderClaim(dataFolder);
  const protection = createProtection({ ...options, ownStoreId: folderClaim.storeId });
  let opened: OpenedProgram;
  /** While the keychain is asked at the start. */
  let waiting: Handlers | undefined;
  let lockedHandlers: Handlers | undefined;
  const longWork = createWorkUnderWay(() => void closeLocked());
  /** The locked window still speaks the person's language. */
  let lastPreferences = { ...defaultPreferences, language: options.lastLanguage ?? defaultPreferences.language };

  /** Before the window asks for anything: the keychain may have the key. */
  function openWithKeychain(): Handlers {
    const opening = protection.unlock({}).then((unlocked) => {
      opened = unlocked.ok ? open() : withoutStore(lockedProblem(unlocked.error));
      waiting = undefined;
      if (opened.services) options.preferencesChanged(opened.services.preferences.read());
      return opened.handlers;
    });
    return createWaitingHandlers(opening);
  }

  function open({ withoutMissing = false } = {}): OpenedProgram {
    try {
      folderClaim.recognise();
      const wanted = protection.wanted();
      const keys = protection.keys();
      if (wanted && !keys) return withoutStore(lockedByPerson);
      if (wanted === 'encrypted' && keys) recodeStore(file, keys.store, 'encrypted');
      const key = keys && isStoreEncrypted(file) ? keys.store : undefined;
      const copy = withoutMissing ? keepCopy(file) : undefined;
      const store = openStore(file, undefined, { key, withoutMissing });
      if (store.state === 'earlier') return upgrade();
      if (store.state !== 'ready') return withoutStore({ ...store, state: store.state });
      if (copy) recordMissing(store.db, copy);
      return openServices(store.db);
    } catch (error) {
      return withoutStore(couldNotStart(error));
    }
  }

  /** Before anything else is written to the log. */
  function recordMissing(db: Database, copy: string): void {
    const missing = findMissingEntries(db, file);
    if (missing) record({ db, actor: options.actor }, 'store.entriesMissing', 'store', { ...missing, copy });
  }

  function openServices(db: Database): OpenedProgram {
    try {
      return withStore(db);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** A store of before: it is brought to this version while the window tells so, then opened. */
  function upgrade(): OpenedProgram {
    const upgrading = withoutStore(underWay());
    const { dataFolder: _folder, ...needed } = options;
    const { done, stop } = startUpgrade({
      ...needed,
      storeFile: file,
      onProgress: (written, total) => {
        upgrading.problem = underWay(written, total);
      },
    });
    const ended = done.then((result) => {
      if (opened === upgrading)
        opened = result.ok ? open() : withoutStore({ state: 'upgrade-stopped', hint: '', ...result.error });
    });
    upgrading.close = async () => {
      stop();
      await ended;
    };
    return upgrading;
  }

  function withoutStore(problem: Problem): OpenedProgram {
    const code = problem.state === 'locked' ? 'LOCKED' : 'STORE_UNAVAILABLE';
    const refusal = failure(code, problem.message, problem.hint ? { hint: problem.hint } : {});
    const handlers = createHandlersWithoutStore(appHandlers(undefined, refusal), refusal);
    return { handlers, problem, close: async () => undefined };
  }

  function withStore(db: Database): OpenedProgram {
    const fileTokens = createFileTokens();
    const wanted = protection.wanted();
    const keys = protection.keys();
    const services = createServices(db, fileTokens, {
      ...options,
      storeKey: keys && isStoreEncrypted(file) ? keys.store : undefined,
      evidenceKey: keys && { key: keys.evidence, encryptNew: wanted === 'encrypted' },
      sendProgress: sendAndCloseLocked,
      longWork,
      folderClaim,
    });
    void services.settleKeychain();
    // Goes on with what an earlier start did not finish; a file that fails stays readable as it is.
    if (wanted === 'encrypted') void services.recodeEvidence('encrypted').catch(() => undefined);
    // Quitting at once ends it; the next start goes on.
    services.settlePurges().catch((error) => console.error('Purged evidence is not gone yet:', error));
    for (const toolType of toolTypes) void toolType.removeLeftovers?.();
    const openDemo = () => openDemoAudit({ handlers, issueFileToken: fileTokens.issue, dataFolder });
    const app = { ...appHandlers(services, noRefusal), openDemo };
    const handlers = createHandlers(services, app, fileTokens, options);
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

  function appHandlers(services: Services | undefined, refusal: Failure): Handlers['app'] {
    return {
      info: () => readInfo(services),
      openDemo: () => refusal,
      storeStatus: () => success(readStatus()),
      reopenStore: () => success(reopen()),
      restoreBackup: ({ fileName }) => restore(fileName),
      lock: async () => {
        await lock();
        return success(readStatus());
      },
      unlock,
      encrypt: (input) => (services ? encrypt(services, input) : refusal),
      decrypt: () => (services ? decrypt(services) : refusal),
      setPassphrase: (input) => (services ? setPassphrase(services, input) : refusal),
      renewRecoveryCode: () => (services ? renewRecoveryCode(services) : refusal),
    };
  }

  const readInfo = async (services: Services | undefined): Promise<Result<AppInfo>> => {
    const checked = await services?.keychain.check();
    const { appVersion, electronVersion, keychainService } = options;
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
    const wanted = protection.wanted();
    const encryption: StoreStatus['encryption'] = {
      state: wanted === undefined ? 'off' : wanted === 'encrypted' ? 'on' : 'turning-off',
      passphrase: protection.hasPassphrase(),
    };
    const shared = { dataFolder, backups: listBackups(file), encryption };
    const problem = lockedHandlers ? lockedByPerson : opened.problem;
    if (problem) return { ...problem, ...shared };
    const secretsUnderWay = opened.services?.secretsUnderWay();
    return { state: 'ready', message: 'The store is open.', ...shared, ...(secretsUnderWay && { secretsUnderWay }) };
  };

  /**
   * What is under way is left to come to its end. Where entries are missing a person has been told and goes on without
   * them: the files are kept as they were found, and the log says so.
   */
  const reopen = (): StoreStatus => {
    const { problem } = opened;
    if (problem && problem !== beingReplaced && problem.state !== 'upgrading')
      opened = open({ withoutMissing: problem.state === 'entries-missing' });
    return readStatus();
  };

  /** Closes the store, lets `work` change its file, and opens it again, whatever `work` did. Others wait meanwhile. */
  const whileClosed = async (work: () => void): Promise<void> => {
    const before = opened;
    opened = withoutStore(beingReplaced);
    try {
      await before.close();
      work();
    } finally {
      opened = open();
    }
  };

  /** One at a time: meanwhile every other call is told that the store is being replaced. */
  const restore = async (fileName: string): Promise<Result<StoreStatus>> => {
    if (opened.problem === beingReplaced) return failure('STORE_UNAVAILABLE', beingReplaced.message);
    if (lockedHandlers || opened.problem?.state === 'locked') return failure('LOCKED', 'Unlock Tickmark first.');
    if (!listBackups(file).some((backup) => backup.fileName === fileName)) {
      return failure('NOT_FOUND', `There is no backup named ${fileName}.`);
    }
    try {
      await whileClosed(() => restoreBackup(file, fileName, protection.keys()?.store));
    } catch (error) {
      return failure('STORE_UNAVAILABLE', `The backup was not restored: ${describeError(error)}.`, {
        hint: 'The store is as it was. Choose another backup, or make room on the disk.',
      });
    }
    opened.services?.recordRestore(fileName);
    return success(readStatus());
  };

  // Encryption at rest

  const encrypt = async (
    services: Services,
    { passphrase = null }: { passphrase?: string | null | undefined } = {},
  ): Promise<Result<{ recoveryCode: string }>> => {
    if (protection.wanted()) return failure('VALIDATION', 'The data folder is encrypted already.');
    if (isBusy(services)) return stillBusy();
    const turnedOn = await protection.turnOn(services.storeId, passphrase);
    if (!turnedOn.ok) return turnedOn;
    await whileClosed(() => undefined);
    if (opened.services && isStoreEncrypted(file)) {
      record(opened.services.context, 'store.encrypted', 'store', { passphrase: passphrase !== null });
      return turnedOn;
    }
    const reason = opened.problem?.message ?? 'the store was not rewritten';
    await protection.finishTurningOff();
    opened = open();
    return failure('STORE_UNAVAILABLE', `Encryption was not turned on: ${reason}`, {
      hint: 'The data is as it was. Make room on the disk and try again.',
    });
  };

  const decrypt = async (services: Services): Promise<Result<StoreStatus>> => {
    if (!protection.wanted()) return failure('VALIDATION', 'The data folder is not encrypted.');
    if (isBusy(services)) return stillBusy();
    protection.wantClear();
    await whileClosed(() => undefined);
    const recoded = await opened.services?.recodeEvidence('clear');
    if (recoded && !recoded.ok) return recoded;
    const keys = protection.keys();
    await whileClosed(() => {
      if (keys) recodeStore(file, keys.store, 'clear');
    });
    await protection.finishTurningOff();
    if (opened.services) record(opened.services.context, 'store.decrypted', 'store', {});
    return success(readStatus());
  };

  const setPassphrase = async (
    services: Services,
    { passphrase }: Input<'app', 'setPassphrase'>,
  ): Promise<Result<StoreStatus>> => {
    const set = await protection.setPassphrase(passphrase);
    if (!set.ok) return set;
    record(services.context, 'store.passphraseChanged', 'store', { passphrase: passphrase !== null });
    return success(readStatus());
  };

  const renewRecoveryCode = (services: Services): Result<{ recoveryCode: string }> => {
    const renewed = protection.renewRecoveryCode();
    if (renewed.ok) record(services.context, 'store.recoveryCodeRenewed', 'store', {});
    return renewed;
  };

  // Locking

  const isBusy = ({ context }: Services): boolean =>
    longWork.isAny() || listUnfinishedExecutions(context.db).some(({ status }) => status === 'running');

  const closeLocked = async (): Promise<void> => {
    if (!lockedHandlers || !opened.services || isBusy(opened.services)) return;
    const before = opened;
    opened = withoutStore(lockedByPerson);
    await before.close();
  };

  const sendAndCloseLocked: ProgramOptions['sendProgress'] = (progress) => {
    options.sendProgress(progress);
    // After the queue has taken up what comes next.
    if (lockedHandlers) setImmediate(() => void closeLocked());
  };

  /** Refuses every call at once and forgets the key; the store is closed as soon as nothing runs. */
  const lock = async (): Promise<void> => {
    if (lockedHandlers || opened.problem) return;
    lockedHandlers = withoutStore(lockedByPerson).handlers;
    protection.forget();
    if (opened.services) {
      lastPreferences = opened.services.preferences.read();
      record(opened.services.context, 'store.locked', 'store', {});
    }
    await closeLocked();
    options.locked();
  };

  const unlock = async (input: Input<'app', 'unlock'> = {}): Promise<Result<StoreStatus>> => {
    const unlocked = await protection.unlock(input);
    if (!unlocked.ok) return unlocked;
    const wasLocked = lockedHandlers !== undefined;
    lockedHandlers = undefined;
    if (opened.problem?.state === 'locked') {
      opened = open();
      if (opened.services) options.preferencesChanged(opened.services.preferences.read());
    }
    if (opened.services && (wasLocked || input.recoveryCode !== undefined)) {
      record(opened.services.context, 'store.unlocked', 'store', { recoveryCode: input.recoveryCode !== undefined });
    }
    return success(readStatus());
  };

  opened = open();
  if (opened.problem?.state === 'locked') waiting = openWithKeychain();

  return {
    handlers: () => waiting ?? lockedHandlers ?? opened.handlers,
    readPreferences: () => opened.services?.preferences.read() ?? lastPreferences,
    lock,
    close: () => opened.close(),
  };
};

const noRefusal = failure('INTERNAL', 'The store is open.');

const stillBusy = (): Failure =>
  failure('VALIDATION', 'Something is still running: a query, a pack or an import.', {
    hint: 'Wait until it has ended, or cancel the query; then try again.',
  });

const describeError = (error: unknown): string => (error instanceof Error ? error.message : String(error));
