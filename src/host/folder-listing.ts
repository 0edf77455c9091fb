import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FolderListing } from '../contract/schemas/library.ts';
import { inParallel } from './parallel.ts';
import { isMarkdownName } from './deck-folder.ts';
import { folderFailure } from './file-failure.ts';
import type { FolderRegistry } from './folder-registry.ts';
import type { Place } from './places.ts';

/** More folders in one are not listed: nobody looks through them. */
const mostFolders = 5000;

/**
 * What a user sees of one folder when choosing. Throws a Failure if it cannot be read.
 *
 * @param path Absolute.
 */
export async function listFolder(
  path: string,
  registry: FolderRegistry,
  places: readonly Place[],
): Promise<FolderListing> {
  const here = await realFolder(path);
  const entries = await readdir(here, { withFileTypes: true }).catch((error: unknown) => {
    throw folderFailure(error, here);
  });
  const folders = await inParallel(16, entries, (entry) => folderAt(here, entry));
  const parent = dirname(here);
  return {
    folder: registry.admit(here),
    path: here,
    parent: parent === here ? null : registry.admit(parent),
    trail: trail(here).map((above) => ({ folder: registry.admit(above), name: basename(above) || above })),
    folders: folders
      .filter((found) => found !== null)
      .toSorted((a, b) => order.compare(a.name, b.name))
      .slice(0, mostFolders)
      .map(({ name, real }) => ({ name, folder: registry.admit(real) })),
    decks: entries.filter((entry) => !entry.isDirectory() && isMarkdownName(entry.name)).length,
    places: places.map((place) => ({ name: place.name, folder: registry.admit(place.path) })),
  };
}

/** The folders from the top down to `path`. */
function trail(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...trail(parent), path];
}

const order = new Intl.Collator('en', { numeric: true });

/** The folder at `path` with every link followed. Throws a Failure if there is none. */
export async function realFolder(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    if ((await stat(real)).isDirectory()) return real;
  } catch (error) {
    throw folderFailure(error, path);
  }
  throw folderFailure(null, path);
}

/** The nearest folder above `path` that is still there, itself included. */
export async function nearestFolder(path: string): Promise<string> {
  const found = await realFolder(path).catch(() => null);
  const parent = dirname(path);
  return found ?? (parent === path ? path : nearestFolder(parent));
}

async function folderAt(
  parent: string,
  entry: Dirent,
): Promise<{ readonly name: string; readonly real: string } | null> {
  const { name } = entry;
  if (name.startsWith('.') || name === 'node_modules') return null;
  if (entry.isDirectory()) return { name, real: join(parent, name) };
  if (!entry.isSymbolicLink()) return null;
  const real = await realFolder(join(parent, name)).catch(() => null);
  return real === null ? null : { name, real };
}
