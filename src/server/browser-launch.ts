import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The file with the start link is removed after so many ms even if nobody used it. */
const patience = 60_000;

/** How a system opens a file in the program that the user chose for it. */
export interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

/** The opener of this system. */
export function systemOpener(platform: NodeJS.Platform = process.platform): Opener {
  if (platform === 'darwin') return { command: 'open', args: [] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  return { command: 'xdg-open', args: [] };
}

/**
 * Opens `url` in the user's browser and resolves to whether a browser could be asked. Everybody on a machine can read
 * the arguments of a process, so the link, which carries a token, goes through a file that only the user can read; it
 * is removed when `used` resolves, or after a minute.
 */
export async function openInBrowser(
  url: string,
  used: Promise<void>,
  opener: Opener = systemOpener(),
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-start-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const page = join(folder, 'start.html');
  await writeFile(page, startPage(url), { mode: 0o600, flag: 'wx' });
  if (!(await start(opener, pathToFileURL(page).href))) {
    await remove();
    return false;
  }
  const timer = setTimeout(() => void remove(), patience);
  timer.unref();
  void used.then(async () => {
    clearTimeout(timer);
    await remove();
  });
  return true;
}

/** Whether the opener took the page: it ended well, or still runs as some browsers do. */
function start({ command, args }: Opener, page: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args, page], { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve(true), 2000);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.once('exit', () => clearTimeout(timer));
    child.unref();
  });
}

function startPage(url: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Lectern</title><meta http-equiv="refresh" content="0; url=${url}"><p>Opening Lectern…`;
}
