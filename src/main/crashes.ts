import { app, dialog } from 'electron';
import { writeCrashLog } from '../host/crash-log.ts';
import { desktopStateFolder } from './state-place.ts';

/** What is watched from the first line of the program on. */
export interface CrashWatch {
  /** The program shows something by now: from here on an error does not end it. */
  readonly begun: () => void;
  /** The program cannot go on. */
  readonly fail: (error: unknown) => void;
}

/**
 * Writes down every error that nobody caught, and says where. Before anything is shown such an error ends the program: it would
 * stay in the dark, with no window. Later the decks that are open are worth more than a clean end.
 */
export function watchCrashes(): CrashWatch {
  let starting = true;
  let told = false;

  const write = (error: unknown): string => {
    const during = starting ? 'starting' : 'running';
    const args = process.argv.slice(1);
    const log = writeCrashLog(desktopStateFolder(), { during, error, version: app.getVersion(), args });
    return log === null ? 'It could not be written down: the disk may be full.' : `It is written down in\n${log}`;
  };
  const crashed = (error: unknown): void => {
    const where = write(error);
    const message = error instanceof Error ? error.message : String(error);
    if (starting) {
      // Shown on standard error where there is no screen yet.
      dialog.showErrorBox('Lectern could not start', `${message}\n\n${where}`);
      app.exit(1);
    } else if (!told) {
      told = true;
      void dialog.showMessageBox({
        type: 'error',
        message: 'Something in Lectern went wrong.',
        detail: `${message}\n\nYour decks are still open: save them, then start Lectern again. ${where}`,
        noLink: true,
      });
    }
  };
  process.on('uncaughtException', crashed);
  process.on('unhandledRejection', crashed);
  return { begun: () => (starting = false), fail: crashed };
}
