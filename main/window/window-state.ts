import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import type { Preferences } from '../../preload/contract';
import { fitToDisplays, readWindowState, type WindowState } from './window-place';

const fileOf = (dataFolder: string): string => join(dataFolder, 'window-state.json');

/** Where the window was when it was closed last, moved to where there is a display now. */
export const restoreWindowState = (dataFolder: string): WindowState => {
  const areas = screen.getAllDisplays().map(({ workArea }): Rectangle => workArea);
  return fitToDisplays(readWindowState(readText(fileOf(dataFolder))), areas);
};

/** Known before the application is ready and the store is open. */
export const rememberedLanguage = (dataFolder: string): Preferences['language'] =>
  readWindowState(readText(fileOf(dataFolder))).language;

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Remembers size, place, whether the window was maximised and its language. Not being able to is no reason to stay open. */
export const rememberWindowState = (
  window: BrowserWindow,
  dataFolder: string,
  language: () => Preferences['language'],
): void => {
  window.on('close', () => {
    const state: WindowState = {
      ...window.getNormalBounds(),
      maximised: window.isMaximized(),
      language: language(),
    };
    try {
      writeFileSync(fileOf(dataFolder), JSON.stringify(state));
    } catch (error) {
      console.error('The place of the window was not remembered:', error);
    }
  });
};
