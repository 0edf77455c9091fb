/**
 * Plays the module `electron` of the main process by its documented contract, over a real Chromium. What it plays is checked against
 * Electron's own declarations: `implements` and `satisfies` fail the compiler where the two differ. What it does not play
 * says so when it is used.
 */
export { app } from './app.ts';
export { HostWindow as BrowserWindow, HostWindow as BaseWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { HostMenu as Menu, HostMenuItem as MenuItem } from './menu.ts';
export { nativeTheme } from './native-theme.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';
export { clipboard, powerMonitor, powerSaveBlocker, protocol, shell } from './small-modules.ts';
export { webContents } from './web-contents.ts';
