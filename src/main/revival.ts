import { type BrowserWindow, dialog } from 'electron';

/** Loads a window's page again when its process ended by itself: what it had not saved is in the journal, and is offered. */
export function reviveAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'This window stopped working.',
        detail: `Its process ended (${reason}). What was not saved is offered again when the deck is opened.`,
        buttons: ['Load Again', 'Close Window'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .then(({ response }) => {
        if (window.isDestroyed()) return;
        if (response === 0) window.webContents.reload();
        else window.destroy();
      });
  });
}
