import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What the program runs in: the user's own browser, the stand-in for Electron, or Electron. */
export type ShellName = 'browser' | 'stand-in' | 'electron';

/** A file that the user exported. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What the user chose for the whole system. */
export interface SystemLook {
  readonly dark: boolean;
  readonly reducedMotion: boolean;
}

/** How one shell shows the program over a folder. */
export interface Shell {
  /** The first window. */
  readonly page: Page;
  /** Another window over the same folder. */
  another(): Promise<Page>;
  /** Lets `press` begin an export, takes the file wherever this shell puts it, and says what it is. */
  takeExport(press: () => Promise<void>): Promise<ExportedFile>;
  /** The text on the system's clipboard. */
  clipboard(): Promise<string>;
  /** Makes the whole system dark or light. */
  makeDark(dark: boolean): Promise<void>;
  /** The program's main process, where it has one of its own. */
  readonly desktop: Desktop | null;
  close(): Promise<void>;
}

/** A desktop program's main process: Electron's, or the stand-in's. */
export interface Desktop {
  /** Runs a function there, with the module `electron`. It sees nothing around it but its argument. */
  run<R, A>(act: (electron: typeof Electron.CrossProcessExports, argument: A) => R, argument?: A): Promise<Awaited<R>>;
  /** Its windows, the oldest first. */
  windows(): readonly Page[];
  /** Waits for a window that opens after this call. */
  nextWindow(): Promise<Page>;
  /** Starts the program once more, with other arguments; resolves with its exit code. */
  startAgain(args: readonly string[]): Promise<number | null>;
  /** Resolves with the exit code when the program has ended. */
  readonly ended: Promise<number | null>;
}

/** What is noted of unsaved decks, as text; '' for nothing. */
export async function journalOf(folder: string): Promise<string> {
  const place = join(stateOf(folder), 'journal');
  const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith('.json'));
  // One that is dropped meanwhile says nothing.
  return (await Promise.all(names.map((name) => readFile(join(place, name), 'utf8').catch(() => '')))).join('\n');
}

/** Where the program of a test keeps what it remembers: nothing of the user's, nor of another test's. */
export function stateOf(folder: string): string {
  return `${folder}-state`;
}
