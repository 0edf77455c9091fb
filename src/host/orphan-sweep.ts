import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './running.ts';

/** A temporary file younger than this, in ms, may belong to a save that is under way on another machine. */
const youngestOrphan = 60_000;

/** How the names of our temporary files for `path` begin. Short whatever the name is, and hidden. */
export function temporaryPrefix(path: string): string {
  return `.lectern-${createHash('sha256').update(basename(path)).digest('hex').slice(0, 12)}-`;
}

/**
 * Removes what saves of `path` left behind when their process was killed: files of our own naming, older than a minute
 * at the time `now` (ms since 1970), whose process is gone. Never throws: leftovers hurt nobody.
 */
export async function sweepOrphans(path: string, now: number = Date.now()): Promise<readonly string[]> {
  const directory = dirname(path);
  const prefix = temporaryPrefix(path);
  const names = await readdir(directory).catch(() => []);
  const removed: string[] = [];
  for (const name of names) {
    const process = name.startsWith(prefix)
      ? /^(\d+)-[0-9a-f]{16}\.tmp$/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (process === undefined || isRunning(Number(process))) continue;
    const file = join(directory, name);
    const stats = await stat(file).catch(() => null);
    if (stats === null || now - stats.mtimeMs < youngestOrphan) continue;
    await rm(file, { force: true }).then(
      () => removed.push(name),
      () => undefined,
    );
  }
  return removed;
}
