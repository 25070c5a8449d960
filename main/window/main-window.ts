import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { appPage } from './app-protocol';

/** The background before the page's first paint, so that the window does not flash. */
const backgrounds = { light: '#ffffff', dark: '#1b1d1f' };

export const openMainWindow = (): BrowserWindow => {
  const window = new BrowserWindow({
    title: 'Tickmark',
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
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
  window.once('ready-to-show', () => window.show());
  void window.loadURL(appPage);
  return window;
};
