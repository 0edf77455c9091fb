import { homedir } from 'node:os';
import { hasDisplay, thisMachine } from '../host/display.ts';
import { stateFolder } from '../host/state-folder.ts';
import { openInBrowser } from '../server/browser-launch.ts';
import { serve } from '../server/serve.ts';
import { printJson, printText, say } from './output.ts';
import { bundle, programVersion } from './program.ts';
import type { Printer } from './printing.ts';
import { findTarget, type Target } from './target.ts';

export interface ServeOptions {
  readonly port?: number;
  /** Whether to open the user’s browser. */
  readonly open: boolean;
  readonly json?: true;
}

/** `lectern serve [FOLDER]`. */
export async function serveFolder(target: string | undefined, options: ServeOptions): Promise<void> {
  await runServer(await findTarget(target), options);
}

/** Runs the browser shell until Ctrl-C. */
export async function runServer(target: Target, { port, open, json }: ServeOptions): Promise<void> {
  const printer = lazyPrinter();
  const served = await serve({
    ...target,
    ...(port === undefined ? {} : { port }),
    bundle,
    version: programVersion(),
    state: stateFolder({ env: process.env, platform: process.platform, home: homedir() }),
    write: printer.write,
  });
  try {
    const stopped = stopSignal();
    if (json) printJson({ url: served.url });
    const opened = open && hasDisplay(thisMachine()) && (await openInBrowser(served.url, served.launched));
    if (!json) printText(opened ? 'Lectern is open in your browser. Ctrl-C ends it.' : `Lectern is at ${served.url}`);
    if (!json && !opened) say('The address works once. Ctrl-C ends Lectern.');
    await stopped;
  } finally {
    await served.close();
    await printer.close();
  }
}

/** The server’s one printer. Its code is loaded when it is first used: the server listens sooner without it. */
function lazyPrinter(): Printer {
  let made: Promise<Printer> | null = null;
  const make = (): Promise<Printer> => (made ??= import('./printing.ts').then(({ createPrinter }) => createPrinter()));
  return {
    write: async (order, signal, onProgress) => (await make()).write(order, signal, onProgress),
    close: async () => (await made)?.close(),
  };
}

/** Resolves when the user or the system asks the program to end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
