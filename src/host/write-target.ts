import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { Failure } from '../core/failure.ts';
import { errorCode, notAFile, readOnlyFailure } from './file-failure.ts';

/** Links are followed this far, as the system itself does. */
const mostLinks = 40;

/** The file that a save really writes. */
export interface WriteTarget {
  /** Its path with every link followed; of a link that leads nowhere, the place where it leads. */
  readonly path: string;
  /** What is there, or `null` where the save makes the file. */
  readonly stats: Stats | null;
}

/**
 * Follows `path` to the file to write. Throws a Failure: `not-a-file` for a folder, pipe or device; `read-only` for a
 * file without any write bit, also to root, whom the system would let through.
 */
export async function writeTarget(path: string): Promise<WriteTarget> {
  const end = await followLinks(path);
  const stats = await statOrNull(end);
  if (stats !== null && !stats.isFile()) {
    throw new Failure({
      ...notAFile(basename(path), stats.isDirectory() ? 'a folder' : 'a pipe or device'),
      place: { file: path },
    });
  }
  if (stats !== null && (stats.mode & 0o222) === 0) throw new Failure(readOnlyFailure(path, 'it is marked read-only'));
  return { path: end, stats };
}

async function followLinks(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < mostLinks; links += 1) {
    try {
      return await realpath(at);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
    const found = await lstat(at).catch(() => null);
    if (found === null || !found.isSymbolicLink()) return join(await realpath(dirname(at)), basename(at));
    const next = await readlink(at);
    at = isAbsolute(next) ? next : join(dirname(at), next);
  }
  throw new Failure({
    code: 'unreadable',
    message: `${basename(path)} is a link that leads through more than ${mostLinks} others.`,
    place: { file: path },
    wayOut: 'Save to the file that the link was meant for.',
  });
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
