import { type BrowserWindow, dialog } from 'electron';

/** Asks before a window closes whose page says that it holds unsaved work. A browser asks by itself; Electron stays silent. */
export function preventLoss(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'This deck has changes that are not saved.',
      detail: 'What is older than a few seconds is offered when the deck is opened again; the rest is lost.',
      buttons: ['Keep Editing', 'Close Without Saving'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Preventing this event ignores the page's objection.
    if (answer === 1) event.preventDefault();
  });
}
