import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fetchElectron } from './electron-download.ts';
import { hasDisplay, type Machine, thisMachine } from './display.ts';

/** Electron's program file, or one clause for the user that says why there is none. */
export type ElectronSearch = { readonly path: string } | { readonly reason: string };

export interface ElectronOptions {
  readonly machine?: Machine;
  /** The folder of the `electron` package; `null` where it is not installed. */
  readonly folder?: string | null;
  /** Called with a line about the download: first what is being fetched, then how far it is. */
  readonly onProgress?: (line: string) => void;
}

/**
 * Finds Electron's program file: the one in `node_modules`, or else one fetched now, which Electron from version 42 on
 * leaves to the first start. Nothing is remembered of a failure, and where nothing can be reached the answer takes under
 * two seconds. Never rejects.
 */
export async function findElectron(options: ElectronOptions = {}): Promise<ElectronSearch> {
  const machine = options.machine ?? thisMachine();
  if (!hasDisplay(machine)) return { reason: 'there is no display here' };
  if (machine.root && machine.platform === 'linux') return { reason: 'its sandbox does not work for root' };
  const folder = options.folder === undefined ? electronFolder() : options.folder;
  if (folder === null) return { reason: 'the electron package is not installed' };
  const installed = installedElectron(folder, machine);
  if (installed !== null) return { path: installed };
  try {
    await fetchElectron(folder, options.onProgress ?? (() => {}));
  } catch (error) {
    return { reason: `its program file cannot be fetched: ${error instanceof Error ? error.message : String(error)}` };
  }
  const fetched = installedElectron(folder, machine);
  return fetched === null ? { reason: 'its program file was fetched but is not complete' } : { path: fetched };
}

/**
 * Runs the desktop shell with the decks or folders in `targets` until it ends, and gives its exit code; or the reason why
 * it did not start, so that the caller can open the browser shell instead.
 *
 * @param app The folder with Lectern's `package.json`.
 */
export function runElectron(
  path: string,
  app: string,
  targets: readonly string[],
): Promise<number | { readonly reason: string }> {
  // The variable would make Electron behave as plain Node.
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(path, [app, ...targets], { stdio: 'inherit', env });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    const end = (result: number | { reason: string }): void => {
      for (const signal of signals) process.off(signal, pass);
      resolve(result);
    };
    child.on('error', (error) => end({ reason: `it does not start: ${error.message}` }));
    // 127 is the dynamic linker's: a library of the system is missing.
    child.on('close', (code) =>
      end(code === 127 ? { reason: 'a system library that it needs is missing' } : (code ?? 1)),
    );
  });
}

/** The folder of the `electron` package, or `null`. */
function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** The program file where a whole Electron of the package's own version is unpacked, as Electron's `install.js` decides it. */
function installedElectron(folder: string, { env }: Machine): string | null {
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist');
  // Written last, when everything is unpacked.
  const name = textOf(join(folder, 'path.txt'));
  if (name === null && !env['ELECTRON_OVERRIDE_DIST_PATH']) return null;
  const path = join(dist, name ?? 'electron');
  if (!existsSync(path)) return null;
  if (env['ELECTRON_OVERRIDE_DIST_PATH']) return path;
  return textOf(join(dist, 'version'))?.replace(/^v/, '').trim() === versionOf(folder) ? path : null;
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
