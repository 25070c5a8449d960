import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, BrowserWindow, Menu, Notification, nativeTheme } from 'electron';
import { version } from '../package.json';
import type { Preferences } from '../preload/contract';
import { createDialogs, showStartFailure } from './files/dialogs';
import { showInFolder } from './files/file-manager';
import { createOpenedPack, packAmong } from './files/opened-pack';
import { startUtilityProcess } from './processes/utility-process';
import type { Program } from './program';
import { registerAppScheme, serveApp } from './window/app-protocol';
import { setUpMenu } from './window/application-menu';
import { lockWhenAway } from './window/auto-lock';
import { lockDownWebContents } from './window/lock-down';
import { openMainWindow } from './window/main-window';
import { languageOf, nativeTexts, runsEndedText } from './window/native-texts';
import { createRunAttention, type RunsEnded } from './window/run-attention';
import { sendEvent } from './window/send-event';
import { rememberedLanguage } from './window/window-state';

const dataFolder = resolve(process.env.TICKMARK_DATA_DIR || join(app.getPath('appData'), 'Tickmark'));

/** The one of the last time, until the store is open. */
let language = rememberedLanguage(dataFolder);

const currentWindow = () => BrowserWindow.getAllWindows()[0];

const openWindow = () => openMainWindow(dataFolder, () => language);

const showWindow = () => {
  const window = currentWindow();
  if (!window) return openWindow();
  if (window.isMinimized()) window.restore();
  window.focus();
  return window;
};

const openedPack = createOpenedPack();

/** Before there is a window, its page asks by itself as soon as it can. */
const openPack = (path: string | undefined): void => {
  if (!path) return;
  openedPack.offer(path);
  if (currentWindow()) sendEvent(showWindow(), 'app', 'onCommand', { command: 'opened-pack' });
};

const start = async (): Promise<void> => {
  await app.whenReady();
  lockDownWebContents();
  // The window's process starts while this one reads the program; the page waits for it, so that no call comes too early.
  const opening = openProgram();
  serveApp(async () => {
    const program = await opening;
    return {
      colorScheme: nativeTheme.shouldUseDarkColors ? 'dark' : 'light',
      language: program.readPreferences().language,
      systemLanguage: languageOf('system', systemLocale()),
    };
  });
  openWindow();
  const program = await opening;
  lockWhenAway(program);
  app.on('second-instance', (_event, args, workingFolder) => {
    showWindow();
    openPack(packAmong(args.slice(1), workingFolder));
  });
  app.on('activate', showWindow);
  closeBeforeQuit(program.close);
};

/** Everything but the window: by far the most code. Utility processes, which it needs, can't be started before `ready`. */
const openProgram = async (): Promise<Program> => {
  const [{ createProgram }, { registerBridge }] = await Promise.all([
    import('./program'),
    import('./bridge/register-bridge'),
  ]);
  const attend = createRunAttention({
    showProgress: (share) => currentWindow()?.setProgressBar(share),
    allEnded: (runs) => tellOfRuns(runs, program.readPreferences()),
  });
  const program = createProgram({
    dataFolder,
    keychainService: process.env.TICKMARK_KEYCHAIN_SERVICE || 'Tickmark',
    appVersion: version,
    electronVersion: process.versions.electron ?? '',
    actor: readActor(),
    startProcess: startUtilityProcess,
    dialogs: createDialogs(currentWindow),
    takeOpenedPack: openedPack.take,
    showInFolder,
    sendProgress: (progress) => {
      attend(progress);
      sendEvent(currentWindow(), 'executions', 'onProgress', progress);
    },
    lastLanguage: language,
    sendLookingProgress: (progress) => sendEvent(currentWindow(), 'executions', 'onLookingProgress', progress),
    connectorMet: (connector) => sendEvent(currentWindow(), 'connectors', 'onMet', connector),
    locked: () => currentWindow()?.webContents.reload(),
    preferencesChanged: applyPreferences,
  });
  applyPreferences(program.readPreferences());
  registerBridge(program.handlers);
  return program;
};

// The application's own locale is the chosen one; see `writeDatesAsChosen`.
const systemLocale = (): string => app.getPreferredSystemLanguages()[0] ?? '';

const textsFor = (preferences: Preferences) => nativeTexts(preferences.language, systemLocale());

const applyPreferences = (preferences: Preferences): void => {
  language = preferences.language;
  nativeTheme.themeSource = preferences.theme;
  setUpMenu({
    texts: textsFor(preferences),
    theme: preferences.theme,
    run: (command) => sendEvent(showWindow(), 'app', 'onCommand', { command }),
  });
};

/** Only figures: a notification may be read by anybody who passes by. */
const tellOfRuns = (runs: RunsEnded, preferences: Preferences): void => {
  if (!preferences.notifyOfRuns || currentWindow()?.isFocused() || !Notification.isSupported()) return;
  const notification = new Notification(runsEndedText(textsFor(preferences), runs));
  notification.on('click', showWindow);
  notification.show();
};

/** The operating system's name of the person; some accounts have none. */
const readActor = (): string => {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? 'unknown';
  }
};

/** Without a window nobody would know why nothing happens. */
const giveUp = (error: unknown): void => {
  showStartFailure(error instanceof Error ? error.message : String(error));
  app.exit(1);
};

/** Chromium keeps its own files apart from the audits'. */
function prepareDataFolder(): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    app.setPath('userData', dataFolder);
    app.setPath('sessionData', join(dataFolder, 'window'));
  } catch (error) {
    giveUp(error);
  }
}

/**
 * Chromium writes the dates of its fields as its own locale does, which has to be chosen before the application is ready.
 * On Linux the environment's LANGUAGE would be taken instead.
 */
function writeDatesAsChosen(): void {
  if (language === 'system') return;
  app.commandLine.appendSwitch('lang', language === 'en' ? 'en-GB' : language);
  const { LANGUAGE } = process.env;
  if (LANGUAGE === undefined) return;
  delete process.env.LANGUAGE;
  void app.whenReady().then(() => {
    process.env.LANGUAGE = LANGUAGE;
  });
}

const longestFarewell = 15_000;

/** Quitting waits until what runs is cancelled at its server and sealed; a server that does not answer is left behind. */
const closeBeforeQuit = (close: () => Promise<void>): void => {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    // It may ask first, and be kept; once it is gone, `window-all-closed` quits again.
    const window = currentWindow();
    if (window) return window.close();
    void Promise.race([close(), pause(longestFarewell)]).finally(() => {
      closed = true;
      app.quit();
    });
  });
};

// Electron would make a menu of its own first, in English.
Menu.setApplicationMenu(null);
prepareDataFolder();
writeDatesAsChosen();
registerAppScheme();
openPack(packAmong(process.argv.slice(1), process.cwd()));
// macOS names the file in an event, which may come before the application is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  openPack(packAmong([path], process.cwd()));
});
app.on('window-all-closed', () => app.quit());
// Two programs on one store would interrupt each other's executions.
if (app.requestSingleInstanceLock()) start().catch(giveUp);
else app.quit();
