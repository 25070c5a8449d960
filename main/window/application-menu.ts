import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { AppCommand, Preferences } from '../../preload/contract';
import type { NativeTexts } from './native-texts';

export interface MenuOptions {
  texts: NativeTexts;
  theme: Preferences['theme'];
  /** Carries a command to the page; see `app.onCommand`. */
  run(command: AppCommand): void;
}

/** The platform's usual menus and Tickmark's own; no reload and no developer tools in what an auditor takes to a client. */
export const setUpMenu = (options: MenuOptions): void => {
  const { texts } = options;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      { label: texts.file, submenu: fileMenu(options) },
      { role: 'editMenu', label: texts.edit },
      { label: texts.go, submenu: goMenu(options) },
      { label: texts.view, submenu: viewMenu(options) },
      { role: 'windowMenu', label: texts.window },
      { role: 'help', label: texts.help, submenu: helpMenu(options) },
    ]),
  );
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

const item = (
  { run }: MenuOptions,
  label: string,
  command: AppCommand,
  accelerator?: string,
): MenuItemConstructorOptions => ({ label, accelerator, click: () => run(command) });

const fileMenu = (options: MenuOptions): MenuItemConstructorOptions[] => {
  const { texts } = options;
  return [
    item(options, texts.newAudit, 'new-audit', 'CmdOrCtrl+N'),
    item(options, texts.openDemo, 'open-demo'),
    item(options, texts.verifyPack, 'verify-pack'),
    separator,
    item(options, texts.settings, 'connectors', 'CmdOrCtrl+,'),
    separator,
    { role: process.platform === 'darwin' ? 'close' : 'quit' },
  ];
};

const stepCommands = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'] as const;

const goMenu = (options: MenuOptions): MenuItemConstructorOptions[] => {
  const { texts } = options;
  return [
    item(options, texts.palette, 'palette', 'CmdOrCtrl+K'),
    separator,
    item(options, texts.back, 'back', 'Alt+Left'),
    item(options, texts.audits, 'audits'),
    item(options, texts.overview, 'overview', 'CmdOrCtrl+6'),
    separator,
    ...stepCommands.map((command, index) => item(options, texts.steps[index] ?? '', command, `CmdOrCtrl+${index + 1}`)),
    separator,
    item(options, texts.auditLog, 'audit-log'),
  ];
};

const viewMenu = (options: MenuOptions): MenuItemConstructorOptions[] => {
  const { texts, theme } = options;
  const choices = (['system', 'light', 'dark'] as const).map(
    (choice): MenuItemConstructorOptions => ({
      ...item(options, texts.themes[choice], `theme-${choice}`),
      type: 'radio',
      checked: choice === theme,
    }),
  );
  return [
    { label: texts.theme, submenu: choices },
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
  ];
};

const helpMenu = (options: MenuOptions): MenuItemConstructorOptions[] => {
  const { texts } = options;
  return [
    item(options, texts.guide, 'help', 'F1'),
    item(options, texts.shortcuts, 'shortcuts', 'CmdOrCtrl+/'),
    item(options, texts.tour, 'tour'),
    separator,
    item(options, texts.about, 'about'),
  ];
};
