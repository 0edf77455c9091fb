import { findElectron, runElectron } from '../host/electron-binary.ts';
import { say } from './output.ts';
import { programFolder } from './program.ts';
import { runServer } from './serve.ts';
import { findTarget } from './target.ts';

/** `lectern [DECK or FOLDER]`: the desktop shell, or the browser shell where Electron is not there. */
export async function open(named: string | undefined): Promise<void> {
  const target = await findTarget(named);
  const electron = await findElectron({ onProgress: say });
  const ended =
    'path' in electron ? await runElectron(electron.path, programFolder, [target.open ?? target.folder]) : electron;
  if (typeof ended === 'number') {
    process.exitCode = ended;
    return;
  }
  say(`Lectern opens in your browser, because the desktop shell cannot: ${ended.reason}.`);
  await runServer(target, { open: true });
}
