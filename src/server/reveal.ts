import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { Failure } from '../core/failure.ts';

/** A file manager that still runs after this long, in ms, has taken the file. */
const patience = 2000;

/** The program that shows a file in its folder, and its arguments; no shell reads them. */
export function fileManager(path: string, platform: NodeJS.Platform): readonly [command: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', '-R', path];
  // Its own way to quote, and no name has a quote in it there.
  if (platform === 'win32') return ['explorer.exe', `/select,"${path}"`];
  return ['xdg-open', dirname(path)];
}

/** Shows a file in the system's file manager. Throws a Failure `unexpected` if there is none. */
export async function revealFile(path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const [command, ...args] = fileManager(path, platform);
  const problem = await start(command, args, platform);
  if (problem === null) return;
  throw new Failure({
    code: 'unexpected',
    message: `The file manager did not open ${basename(path)} (${problem}).`,
    place: { file: path },
    wayOut: `Open the folder ${dirname(path)} yourself.`,
  });
}

/** What went wrong, or `null`. Windows' own file manager ends with 1 whatever it did. */
function start(command: string, args: readonly string[], platform: NodeJS.Platform): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    const timer = setTimeout(() => resolve(null), patience);
    child.once('error', () => resolve(`${command} is not there`));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 || platform === 'win32' ? null : `${command} ended with ${code ?? 'a signal'}`);
    });
    child.unref();
  });
}
