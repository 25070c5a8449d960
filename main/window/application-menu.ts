import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { AppCommand, Preferences } from '../../preload/contract';
import type { NativeText, NativeTexts } from './native-texts';

export interface MenuOptions {
  texts: NativeTexts;
  theme: Preferences['theme'];
  /** Carries a command to the page; see `app.onCommand`. */
  run(command: AppCommand): void;
}

type Items = MenuItemConstructorOptions[];
type Role = NonNullable<MenuItemConstructorOptions['role']>;

const onMac = process.platform === 'darwin';

/** The platform's usual menus and Tickmark's own; no reload and no developer tools in what an auditor takes to a client. */
export const setUpMenu = (options: MenuOptions): void => {
  const { texts } = options;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(onMac ? [{ label: 'Tickmark', submenu: macMenu(options) }] : []),
      { label: texts('file'), submenu: fileMenu(options) },
      { label: texts('edit'), submenu: editMenu(options) },
      { label: texts('go'), submenu: goMenu(options) },
      { label: texts('view'), submenu: viewMenu(options) },
      { role: 'window', label: texts('window'), submenu: windowMenu(options) },
      { role: 'help', label: texts('helpMenu'), submenu: helpMenu(options) },
    ]),
  );
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

const item = (
  { texts, run }: MenuOptions,
  command: AppCommand & NativeText,
  accelerator?: string,
): MenuItemConstructorOptions => ({ label: texts(command), accelerator, click: () => run(command) });

/** What the platform does itself. Without a label Electron would call it by its English name. */
const own = ({ texts }: MenuOptions, ...roles: (Role & NativeText)[]): Items =>
  roles.map((role) => ({ role, label: texts(role) }));

const macMenu = (options: MenuOptions): Items => [
  item(options, 'about'),
  separator,
  ...own(options, 'services'),
  separator,
  ...own(options, 'hide', 'hideOthers', 'unhide'),
  separator,
  ...own(options, 'quit'),
];

const fileMenu = (options: MenuOptions): Items => [
  item(options, 'new-audit', 'CmdOrCtrl+N'),
  item(options, 'open-demo'),
  item(options, 'verify-pack'),
  separator,
  item(options, 'connectors', 'CmdOrCtrl+,'),
  separator,
  ...own(options, onMac ? 'close' : 'quit'),
];

const editMenu = (options: MenuOptions): Items => [
  ...own(options, 'undo', 'redo'),
  separator,
  ...own(options, 'cut', 'copy', 'paste', 'delete'),
  separator,
  ...own(options, 'selectAll'),
];

const goMenu = (options: MenuOptions): Items => [
  item(options, 'palette', 'CmdOrCtrl+K'),
  separator,
  item(options, 'back', 'Alt+Left'),
  item(options, 'forward', 'Alt+Right'),
  item(options, 'audits'),
  item(options, 'overview', 'CmdOrCtrl+6'),
  separator,
  ...([1, 2, 3, 4, 5] as const).map((number) => item(options, `step-${number}`, `CmdOrCtrl+${number}`)),
  separator,
  item(options, 'audit-log'),
];

const viewMenu = (options: MenuOptions): Items => {
  const choices = (['system', 'light', 'dark'] as const).map(
    (choice): MenuItemConstructorOptions => ({
      ...item(options, `theme-${choice}`),
      type: 'radio',
      checked: choice === options.theme,
    }),
  );
  return [
    { label: options.texts('theme'), submenu: choices },
    separator,
    ...own(options, 'resetZoom', 'zoomIn', 'zoomOut'),
    separator,
    ...own(options, 'togglefullscreen'),
  ];
};

const windowMenu = (options: MenuOptions): Items =>
  onMac
    ? [...own(options, 'minimize', 'zoom'), separator, ...own(options, 'front')]
    : own(options, 'minimize', 'close');

const helpMenu = (options: MenuOptions): Items => [
  item(options, 'help', 'F1'),
  item(options, 'shortcuts', 'CmdOrCtrl+/'),
  item(options, 'tour'),
  separator,
  item(options, 'about'),
];
