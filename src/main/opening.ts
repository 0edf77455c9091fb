import { app } from 'electron';
import { type Target, targetAt, targetPaths } from './targets.ts';

/** The paths that this process was started with. They also go to a process that runs already. */
export interface Start {
  readonly paths: readonly string[];
}

export function startPaths(): readonly string[] {
  return targetPaths(process.argv, process.defaultApp === true, process.cwd());
}

/**
 * Calls `open` for what the user wants to open, now and later: from the command line, the system's file manager, and
 * further starts of the program. Nothing named means the library in the user's documents, unless `focus` finds a window.
 *
 * To be called before the app is ready, which is when a file manager may name a file already; what it names before
 * `ready` is opened then.
 */
export function answerOpening(
  ready: Promise<void>,
  open: (target: Target) => Promise<void>,
  focus: () => boolean,
): void {
  const named = new Set(startPaths());
  const openPath = (path: string): Promise<void> => open(targetAt(path));
  const openLibrary = (): Promise<void> => open({ folder: app.getPath('documents'), deck: null });

  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) void openPath(path);
    else named.add(path);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { paths } = data as Start;
    if (paths.length > 0) void Promise.all(paths.map(openPath));
    else if (!focus()) void openLibrary();
  });
  app.on('activate', () => void (focus() || openLibrary()));
  void ready.then(async () => {
    await (named.size > 0 ? Promise.all([...named].map(openPath)) : openLibrary());
  });
}
