import type { MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import type { HostWindow } from './browser-window.ts';

export type Role = NonNullable<MenuItemConstructorOptions['role']>;

interface RolePlayed {
  readonly label: string;
  readonly accelerator?: string;
  readonly act?: (window: HostWindow | null) => void;
  readonly submenu?: readonly MenuItemConstructorOptions[];
}

const mac = process.platform === 'darwin';
const item = (role: Role): MenuItemConstructorOptions => ({ role });
const separator: MenuItemConstructorOptions = { type: 'separator' };
/** Half a level at a time, as Electron's own items do. */
const zoom =
  (change: number | null) =>
  (window: HostWindow | null): void => {
    if (window !== null) window.webContents.zoomLevel = change === null ? 0 : window.webContents.zoomLevel + change;
  };
const nothing = (): void => {};

/** What Electron does for the roles of menu items, by their names in lower case. */
export const roles: Readonly<Record<string, RolePlayed>> = {
  about: {
    get label() {
      return `About ${app.getName()}`;
    },
    act: () => app.showAboutPanel(),
  },
  services: { label: 'Services', submenu: [] },
  hide: { label: 'Hide', accelerator: 'Command+H', act: nothing },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H', act: nothing },
  unhide: { label: 'Show All', act: nothing },
  front: { label: 'Bring All to Front', act: nothing },
  quit: {
    label: process.platform === 'win32' ? 'Exit' : 'Quit',
    ...(process.platform === 'win32' ? {} : { accelerator: 'CommandOrControl+Q' }),
    act: () => app.quit(),
  },
  close: { label: mac ? 'Close Window' : 'Close', accelerator: 'CommandOrControl+W', act: (window) => window?.close() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', act: (window) => window?.minimize() },
  zoom: { label: 'Zoom', act: (window) => (window?.isMaximized() === true ? window.unmaximize() : window?.maximize()) },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: mac ? 'Control+Command+F' : 'F11',
    act: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', act: zoom(null) },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', act: zoom(0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', act: zoom(-0.5) },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: mac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    act: (window) => window?.webContents.toggleDevTools(),
  },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', act: (window) => window?.webContents.cut() },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', act: (window) => window?.webContents.copy() },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', act: (window) => window?.webContents.paste() },
  selectall: {
    label: 'Select All',
    accelerator: 'CommandOrControl+A',
    act: (window) => window?.webContents.selectAll(),
  },
  recentdocuments: { label: 'Open Recent', submenu: [] },
  clearrecentdocuments: { label: 'Clear Recent', act: () => app.clearRecentDocuments() },
  help: { label: 'Help' },
  window: { label: 'Window' },
  appmenu: {
    get label() {
      return app.getName();
    },
    submenu: [
      item('about'),
      separator,
      item('services'),
      separator,
      item('hide'),
      item('hideOthers'),
      item('unhide'),
      separator,
      item('quit'),
    ],
  },
  windowmenu: {
    label: 'Window',
    submenu: mac
      ? [item('minimize'), item('zoom'), separator, item('front')]
      : [item('minimize'), item('zoom'), item('close')],
  },
};
