import { Menu, type MenuItemConstructorOptions } from 'electron';

const macApplicationMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];

/** The platform's usual menus; no reload and no developer tools in what an auditor takes to a client. */
export const setUpMenu = (): void => {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...macApplicationMenu,
      { role: 'fileMenu' },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
      },
      { role: 'windowMenu' },
    ]),
  );
};
