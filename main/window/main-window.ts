import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { appPage } from './app-protocol';
import { smallestWindow } from './window-place';
import { rememberWindowState, restoreWindowState } from './window-state';

/** The background before the page's first paint, so that the window does not flash. */
const backgrounds = { light: '#ffffff', dark: '#1b1d1f' };

export const openMainWindow = (dataFolder: string): BrowserWindow => {
  const { maximised, ...place } = restoreWindowState(dataFolder);
  const window = new BrowserWindow({
    title: 'Tickmark',
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
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
    if (maximised) window.maximize();
    window.show();
  });
  rememberWindowState(window, dataFolder);
  void window.loadURL(appPage);
  return window;
};
