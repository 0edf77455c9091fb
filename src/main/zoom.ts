import type { BrowserWindow } from 'electron';

/** Half a level at a time, as the menu's own items do: a level is 20 %. */
const step = 0.5;
/** The smallest and the largest level: 58 % and 207 %. Beyond them nothing fits or nothing can be read. */
const levels = { least: -3, most: 4 } as const;

/** Zooms by the mouse wheel with Ctrl, which Electron tells of and does nothing about. */
export function zoomByWheel(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('zoom-changed', (_event, direction) => {
    const level = webContents.zoomLevel + (direction === 'in' ? step : -step);
    webContents.zoomLevel = Math.max(levels.least, Math.min(levels.most, level));
  });
}
