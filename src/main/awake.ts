import { type BrowserWindow, powerSaveBlocker } from 'electron';

/** Keeps the screen on for one window while it wants that, and no longer than it has a page. */
export function screenKeeper(window: BrowserWindow): (on: boolean) => void {
  let blocker: number | null = null;
  const keep = (on: boolean): void => {
    if (on) blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
  const release = (): void => keep(false);
  window.on('closed', release);
  // A page that is gone cannot say that its talk is over.
  window.webContents.on('render-process-gone', release);
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) release();
  });
  return keep;
}
