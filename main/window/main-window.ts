import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { Preferences } from '../../preload/contract';
import { appPage } from './app-protocol';
import { smallestWindow } from './window-place';
import { rememberWindowState, restoreWindowState } from './window-state';

/** The background where the page is not painted yet, so that the window does not flash. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#1b1d1f' : '#ffffff');

/** A page that crashes again right away would only crash for ever. */
const shortestLifeMilliseconds = 10_000;

/** A page that is gone (a crash, no memory) is loaded again: what runs and what is stored is main's. */
const comeBackAfterCrash = (window: BrowserWindow): void => {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', () => {
    const now = performance.now();
    const isLasting = now - lastCrash < shortestLifeMilliseconds;
    lastCrash = now;
    if (!isLasting) window.webContents.reload();
  });
};

/**
 * The page may hold back a window that a person closes, to ask about what is typed; nothing else, as hiding the page when
 * Tickmark is locked. A page that does not answer holds back nothing.
 */
const letPageAskBeforeClosing = (window: BrowserWindow): void => {
  let isClosing = false;
  window.on('close', () => {
    isClosing = true;
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (!isClosing) event.preventDefault();
    isClosing = false;
  });
  // Electron says so a few seconds after a close that got no answer.
  window.on('unresponsive', () => {
    if (isClosing) window.destroy();
  });
};

export const openMainWindow = (dataFolder: string, language: () => Preferences['language']): BrowserWindow => {
  const { maximised, ...place } = restoreWindowState(dataFolder);
  const window = new BrowserWindow({
    title: 'Tickmark',
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: join(__dirname, '../preload/index.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    // The person's choice of a theme was not known yet when the window was made.
    window.setBackgroundColor(background());
    if (maximised) window.maximize();
    window.show();
  });
  rememberWindowState(window, dataFolder, language);
  comeBackAfterCrash(window);
  letPageAskBeforeClosing(window);
  void window.loadURL(appPage);
  return window;
};
