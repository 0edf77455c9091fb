import { app, type BrowserWindow, dialog } from 'electron';
import { writeCrashLog } from '../host/crash-log.ts';
import { desktopStateFolder } from './state-place.ts';

/**
 * Sees to a page that cannot go on: its process ended by itself, it does not answer, or its preload script did not load. What it had
 * not saved is in the journal, and is offered when it is loaded again.
 */
export function seeToTrouble(window: BrowserWindow): void {
  const { webContents } = window;
  const loadOrClose = ({ response }: { readonly response: number }): void => {
    if (window.isDestroyed()) return;
    if (response === 0) webContents.reload();
    else window.destroy();
  };

  /** Whether the user chose to end the page's process, which needs no telling then. */
  let ending = false;
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || ending) return void (ending = false);
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
      .then(loadOrClose);
  });

  let asking: AbortController | null = null;
  window.on('unresponsive', () => {
    asking?.abort();
    const question = (asking = new AbortController());
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: 'This window does not respond.',
        detail: 'It may be busy with something large. If you load it again, what was not saved is offered.',
        buttons: ['Wait', 'Load Again'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal: question.signal,
      })
      .then(({ response }) => {
        if (response !== 1 || question.signal.aborted || window.isDestroyed()) return;
        // A page that is busy for ever does not let itself be loaded again. Loaded at once, it gets a new process.
        ending = true;
        webContents.forcefullyCrashRenderer();
        webContents.reload();
      });
  });
  window.on('responsive', () => asking?.abort());

  webContents.on('preload-error', (_event, path, error) => {
    const crash = { during: `loading ${path}`, error, version: app.getVersion(), args: process.argv.slice(1) };
    const log = writeCrashLog(desktopStateFolder(), crash);
    void dialog.showMessageBox(window, {
      type: 'error',
      message: 'A part of Lectern did not load.',
      detail: `The window cannot reach your decks without it. Install Lectern again.${log === null ? '' : `\n\nThe cause is written down in\n${log}`}`,
      noLink: true,
    });
  });
}
