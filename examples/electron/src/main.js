const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');
const { autoUpdater } = require('electron-updater');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 320, height: 160, resizable: false });
  window.loadFile(join(__dirname, 'index.html'));
  if (app.isPackaged) {
    autoUpdater.checkForUpdatesAndNotify().catch((error) => console.error(`no update: ${error.message}`));
  }
});

app.on('window-all-closed', () => app.quit());
