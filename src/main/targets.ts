import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** What one window opens: a folder of decks, and perhaps one deck in it. */
export interface Target {
  readonly folder: string;
  /** Path of the deck, or `null` for the library. */
  readonly deck: string | null;
}

/**
 * The paths on a command line of Electron's, absolute. Chromium's own switches are left out.
 *
 * @param isBare Whether Electron runs as itself with the app's folder as its first argument, as in a checkout.
 */
export function targetPaths(argv: readonly string[], isBare: boolean, workingFolder: string): readonly string[] {
  return argv
    .slice(isBare ? 2 : 1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => resolve(workingFolder, argument));
}

/** What to open for `path`. A path where nothing is counts as a deck: opening it then says what is wrong. */
export function targetAt(path: string): Target {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? { folder: path, deck: null }
    : { folder: dirname(path), deck: path };
}

/** The title of a window until its page gives one. */
export function targetName({ folder, deck }: Target): string {
  return basename(deck ?? folder);
}
