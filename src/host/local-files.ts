import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { LocalFile } from '../contract/schemas/deck.ts';
import { isSidecarName } from './deck-file.ts';
import { isMarkdownName } from './deck-folder.ts';
import { isBelow } from './folder-path.ts';
import { assetTypes } from './media-types.ts';
import { inParallel } from './parallel.ts';

/** How far the files of a deck reach: what is beyond is not offered. */
export const localFileLimits = { depth: 6, folders: 2000, files: 5000 } as const;

/**
 * The files in a deck's folder and below it, nearest first and then by name. Hidden files and `node_modules` are left out, as
 * are annotations, which nobody names, and links that lead out of the folder; links to folders are not followed.
 *
 * @param root Absolute, with every link followed.
 */
export async function localFiles(root: string): Promise<LocalFile[]> {
  const paths: string[] = [];
  let level = [''];
  let visited = 0;
  for (let depth = 0; depth <= localFileLimits.depth && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      visited += 1;
      if (visited > localFileLimits.folders || paths.length >= localFileLimits.files) break;
      for (const entry of await entriesOf(join(root, folder))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) next.push(path);
        else if (entry.isFile() || entry.isSymbolicLink()) paths.push(path);
      }
    }
    level = next;
  }
  const files = await inParallel(16, paths.slice(0, localFileLimits.files), (path) => fileAt(root, path));
  return files.filter((file) => file !== null);
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && !isSidecarName(name))
    .toSorted((a, b) => order.compare(a.name, b.name));
}

const order = new Intl.Collator('en', { numeric: true });

async function fileAt(root: string, path: string): Promise<LocalFile | null> {
  try {
    const real = await realpath(join(root, ...path.split('/')));
    const stats = await stat(real);
    return stats.isFile() && isBelow(root, real) ? { path, kind: fileKind(path), bytes: stats.size } : null;
  } catch {
    // Gone meanwhile, or a link that leads nowhere.
    return null;
  }
}

/** What a deck can do with a file of this name. */
export function fileKind(name: string): LocalFile['kind'] {
  if (isMarkdownName(name.split('/').at(-1) ?? '')) return 'deck';
  const extension = extname(name).toLowerCase();
  if (['.csv', '.json', '.geojson', '.tsv', '.yaml', '.yml'].includes(extension)) return 'data';
  if (extension === '.css') return 'style';
  const [kind] = (assetTypes.get(extension) ?? '').split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'other';
}
