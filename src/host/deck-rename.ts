import { lstat, readdir, rename } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Failure } from '../core/failure.ts';
import { sidecarPath } from './deck-file.ts';
import { deckFileName } from './deck-name.ts';
import { errorCode, readFailure, writeFailure } from './file-failure.ts';
import { renameToNew } from './new-file.ts';

/**
 * Gives a deck's file another name in its folder, and the annotations beside it with it. Replaces nothing. Throws a Failure,
 * and then both have their old names; answers with the new path.
 */
export async function renameDeckFile(path: string, wanted: string): Promise<string> {
  const folder = dirname(path);
  const target = join(folder, renamed(basename(path), wanted));
  if (target === path) return path;
  await lstat(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
  const [from, to] = [sidecarPath(path), sidecarPath(target)];
  const annotated = await isThere(from);
  if (from !== to && (await isThere(to)) && !(await isOtherCase(from, to))) throw strayAnnotations(to);
  if (annotated && from !== to) await move(from, to);
  try {
    await move(path, target);
  } catch (error) {
    if (annotated && from !== to) await move(to, from).catch(() => undefined);
    throw error;
  }
  return target;
}

/** A name without an extension keeps the one that the file has. */
function renamed(old: string, wanted: string): string {
  const named = /\.(?:md|markdown)$/i.test(wanted.trim()) ? wanted : `${wanted.trim()}${extname(old)}`;
  return deckFileName(named);
}

async function move(from: string, to: string): Promise<void> {
  if (!(await isOtherCase(from, to))) return renameToNew(from, to);
  await rename(from, to).catch((error: unknown) => {
    throw writeFailure(error, to, 0);
  });
}

/**
 * Whether both are one entry of a folder that does not tell capitals apart: `to` leads to the file that `from` is, and is not
 * a name that the folder lists.
 */
async function isOtherCase(from: string, to: string): Promise<boolean> {
  if (from === to || from.normalize('NFC').toLowerCase() !== to.normalize('NFC').toLowerCase()) return false;
  const [one, other] = await Promise.all([lstat(from).catch(() => null), lstat(to).catch(() => null)]);
  if (one === null || other === null || one.ino !== other.ino || one.dev !== other.dev) return false;
  return !(await readdir(dirname(to))).includes(basename(to));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw readFailure(error, path);
  }
}

function strayAnnotations(path: string): Failure {
  return new Failure({
    code: 'exists',
    message: `There are annotations named ${basename(path)} in ${dirname(path)} already, of another deck.`,
    place: { file: path },
    wayOut: 'Nothing was changed. Choose another name, or move that file away.',
  });
}
