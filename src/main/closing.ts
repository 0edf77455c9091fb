import { app, type BrowserWindow, dialog } from 'electron';
import type { HostEvent } from '../contract/table.ts';

/** A page that does not answer for so long is taken to have saved nothing, in ms: a slow drive may need a while. */
const patience = 15_000;

export interface ClosingOptions {
  /** Whether decks are saved without being asked. */
  readonly savesByItself: () => Promise<boolean>;
  /** Passes an event on to the page. */
  readonly send: (event: HostEvent) => void;
}

/** A window's way to close with unsaved work in it. */
export interface Closing {
  /** The page has saved what it could. */
  settled(atRisk: boolean): void;
}

/** Whether the program is about to end: a window that stays open ends that. */
let quitting = false;

/** To be called once, before any window is there. */
export function watchQuitting(): void {
  app.on('before-quit', () => {
    quitting = true;
  });
}

/**
 * Sees to unsaved work before a window closes. The page objects while it holds some; the window then stays, and what is unsaved is
 * saved by the page, at once or after the user was asked. Nothing here stops the program: other windows go on, and so do
 * further starts of it.
 */
export function preventLoss(window: BrowserWindow, { savesByItself, send }: ClosingOptions): Closing {
  let busy = false;
  let answered: (atRisk: boolean) => void = () => {};

  const settle = (unsaved: 'save' | 'discard'): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), patience);
      answered = (atRisk) => {
        clearTimeout(timer);
        resolve(atRisk);
      };
      send({ name: 'window.closing', payload: { unsaved } });
    });

  /** Whether the window may go. */
  const mayGo = async (): Promise<boolean> => {
    const choice = (await savesByItself()) ? 'save' : await askToSave(window);
    if (choice === 'stay') return false;
    if (choice === 'discard') {
      await settle('discard');
      return true;
    }
    return !(await settle('save')) || askToLose(window);
  };

  const leave = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    const wasQuitting = quitting;
    const goes = await mayGo().finally(() => (busy = false));
    quitting &&= goes;
    if (!goes || window.isDestroyed()) return;
    window.destroy();
    // Closing one window after the other stopped at this one.
    if (wasQuitting) app.quit();
  };

  // Not prevented, which would close the window at once.
  window.webContents.on('will-prevent-unload', () => void leave());
  return { settled: (atRisk) => answered(atRisk) };
}

async function askToSave(window: BrowserWindow): Promise<'save' | 'discard' | 'stay'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Save your changes before closing?',
    detail: 'Decks in this window have changes that are not in their files.',
    buttons: ['Save', 'Don’t Save', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return (['save', 'discard', 'stay'] as const)[response] ?? 'stay';
}

async function askToLose(window: BrowserWindow): Promise<boolean> {
  if (window.isDestroyed()) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Not everything could be saved.',
    detail: 'The window says why. What is not saved is kept aside, and offered when the deck is opened again.',
    buttons: ['Keep Editing', 'Close Without Saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
