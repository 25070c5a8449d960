// The least that Electron can show: one window, one page with one button. What Tickmark's start is measured against.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  window.loadURL('data:text/html,<button>Ready</button>');
});
app.on('window-all-closed', () => app.quit());
