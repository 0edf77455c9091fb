import { Failure } from '../core/failure.ts';
import { findElectron, runElectron } from '../host/electron-binary.ts';
import { say } from './output.ts';
import { programFolder } from './program.ts';
import { runServer } from './serve.ts';
import { findTarget } from './target.ts';

export interface OpenOptions {
  /** The user's own browser, whatever else is there. */
  readonly browser?: true;
  /** The desktop shell, or nothing. */
  readonly desktop?: true;
}

/** `lectern [DECK or FOLDER]`: the desktop shell, or the browser shell where Electron is not there; or the one that is asked for. */
export async function open(named: string | undefined, { browser, desktop }: OpenOptions): Promise<void> {
  const target = await findTarget(named);
  if (browser) return runServer(target, { open: true });
  const electron = await findElectron({ onProgress: say });
  const ended =
    'path' in electron ? await runElectron(electron.path, programFolder, [target.open ?? target.folder]) : electron;
  if (typeof ended === 'number') {
    process.exitCode = ended;
    return;
  }
  if (desktop) throw noDesktop(ended.reason);
  say(`Lectern opens in your browser, because the desktop shell cannot: ${ended.reason}.`);
  await runServer(target, { open: true });
}

function noDesktop(reason: string): Failure {
  return new Failure({
    code: 'no-desktop',
    message: `The desktop shell cannot start: ${reason}.`,
    wayOut: 'Leave --desktop out, and Lectern opens in your browser.',
  });
}
