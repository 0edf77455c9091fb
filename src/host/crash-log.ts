import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What ended the program, or a part of it. */
export interface Crash {
  /** What was going on, as the end of “Lectern crashed while …”. */
  readonly during: string;
  readonly error: unknown;
  readonly version: string;
  /** What it was started with. */
  readonly args: readonly string[];
}

/**
 * Writes down what went wrong, for people to read and to send on: no word of any deck is in it. At once, since the program may be
 * ending. Never throws.
 *
 * @param folder The state folder.
 * @returns the file's path, or `null` where none could be written
 */
export function writeCrashLog(folder: string, crash: Crash): string | null {
  const now = new Date();
  const logs = join(folder, 'logs');
  const path = join(logs, `crash-${now.toISOString().replace(/[:.]/g, '-')}-${process.pid}.log`);
  try {
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    writeFileSync(path, crashText(crash, now), { mode: 0o600, flag: 'wx' });
    return path;
  } catch {
    return null;
  }
}

/** What the log says. */
export function crashText({ during, error, version, args }: Crash, at: Date): string {
  const { versions, platform, arch } = process;
  const engine = versions['electron'] === undefined ? '' : `, Electron ${versions['electron']}`;
  return [
    `Lectern ${version} crashed while ${during}.`,
    '',
    `Time:      ${at.toISOString()}`,
    `System:    ${platform} ${arch}, Node ${versions.node}${engine}`,
    `Arguments: ${args.length === 0 ? 'none' : args.map((argument) => JSON.stringify(argument)).join(' ')}`,
    '',
    ...causes(error),
    '',
  ].join('\n');
}

/** The error with its stack, and those that it came from. */
function causes(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? [own] : [own, '', 'Caused by:', ...causes(error.cause)];
}
