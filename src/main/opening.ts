import { app } from 'electron';
import { readStart, type Start } from './targets.ts';

export interface Openings {
  /** Opens a deck or folder that the user named. */
  readonly path: (path: string, again?: boolean) => Promise<void>;
  /** Opens the library, in another window even where one shows it. */
  readonly library: (again: boolean) => Promise<void>;
  /** Brings the window that was used last to the front; `false` if there is none. */
  readonly focus: () => boolean;
}

/** What this process was started with. It also goes to a process that runs already. */
export function ownStart(): Start {
  return readStart(process.argv, process.defaultApp === true, process.cwd());
}

/**
 * Opens what the user wants to open, now and later: from the command line, the system's file manager, and further starts of the
 * program. Nothing named means the library, unless a window is there.
 *
 * To be called before the app is ready, which is when a file manager may name a file already; what it names before
 * `ready` is opened then.
 */
export function answerOpening(ready: Promise<void>, { path, library, focus }: Openings): void {
  const { paths, newWindow } = ownStart();
  const named = new Set(paths);

  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (app.isReady()) void path(file);
    else named.add(file);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const start = data as Start;
    if (start.paths.length > 0) void Promise.all(start.paths.map((one) => path(one, start.newWindow)));
    else if (start.newWindow || !focus()) void library(start.newWindow);
  });
  app.on('activate', () => void (focus() || library(false)));
  void ready.then(async () => {
    await (named.size > 0 ? Promise.all([...named].map((one) => path(one, newWindow))) : library(newWindow));
  });
}
