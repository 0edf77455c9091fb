import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target } from '../host/target.ts';

/** What a start of the program asks for. */
export interface Start {
  /** What to open; absolute. */
  readonly paths: readonly string[];
  /** Whether a window is wanted whatever is open. */
  readonly newWindow: boolean;
}

/** The switch of a start that asks for another window. */
export const newWindowSwitch = '--new-window';

/**
 * Reads a command line of Electron's. Chromium's own switches are left out.
 *
 * @param isBare Whether Electron runs as itself with the app's folder as its first argument, as in a checkout.
 */
export function readStart(argv: readonly string[], isBare: boolean, workingFolder: string): Start {
  const args = argv.slice(isBare ? 2 : 1);
  return {
    paths: args
      .filter((argument) => argument !== '' && !argument.startsWith('-'))
      // Some desktops hand files over as addresses.
      .map((argument) => (/^file:\/\//i.test(argument) ? pathOf(argument) : resolve(workingFolder, argument))),
    newWindow: args.includes(newWindowSwitch),
  };
}

/** The path of a `file:` address; what is wrong with one shows when it is opened. */
function pathOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    return address;
  }
}

/** The title of a window until its page gives one. */
export function targetName({ folder, open }: Target): string {
  return basename(open ?? folder);
}
