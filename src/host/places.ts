import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inParallel } from './parallel.ts';

/** A folder that a user may want to start from. */
export interface Place {
  /** Absolute, with every link followed. */
  readonly path: string;
  readonly name: string;
}

export interface PlacesOptions {
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
}

/** A drive that sleeps, or a server that is gone, may not answer at all: it is not waited for longer than this, in ms. */
const patience = 800;

/** The home folder, what people keep documents in, and the drives: those that are there. */
export async function places({ platform, home }: PlacesOptions): Promise<readonly Place[]> {
  const candidates = [
    { path: home, name: 'Home' },
    ...(await userFolders(platform, home)),
    ...(await drives(platform)),
  ];
  const found = await inParallel(candidates.length, candidates, async ({ path, name }) => {
    const real = await Promise.race([folderAt(path), wait(patience, null, { ref: false })]);
    return real === null ? null : { path: real, name };
  });
  const seen = new Set<string>();
  return found.filter((place) => {
    if (place === null || seen.has(place.path)) return false;
    seen.add(place.path);
    return true;
  }) as readonly Place[];
}

async function folderAt(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  const stats = real === null ? null : await stat(real).catch(() => null);
  return stats?.isDirectory() === true ? real : null;
}

/** On Linux they have names in the user's language, which this file knows. */
async function userFolders(platform: NodeJS.Platform, home: string): Promise<readonly Place[]> {
  const usual = ['Documents', 'Desktop', 'Downloads'].map((name) => ({ path: join(home, name), name }));
  if (platform === 'win32' || platform === 'darwin') return usual;
  const own = await readFile(join(home, '.config', 'user-dirs.dirs'), 'utf8').catch(() => '');
  const named = Array.from(
    own.matchAll(/^XDG_(?:DOCUMENTS|DESKTOP|DOWNLOAD)_DIR="\$HOME\/([^"\n]+?)\/*"$/gm),
    ([, below = '']) => ({ path: join(home, below), name: basename(below) }),
  );
  return [...named, ...usual];
}

async function drives(platform: NodeJS.Platform): Promise<readonly Place[]> {
  if (platform === 'win32') {
    const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
    return letters.map((letter) => ({ path: `${letter}:\\`, name: `${letter}:` }));
  }
  const computer = { path: '/', name: 'Computer' };
  const mounts = platform === 'darwin' ? ['/Volumes'] : ['/media', '/run/media', '/mnt'];
  const found = await Promise.all(mounts.map((mount) => mountedIn(mount, mount.endsWith('media') ? 2 : 1)));
  return [computer, ...found.flat()];
}

/** What is mounted in a folder: below `/media` there is one folder for each user first. */
async function mountedIn(folder: string, depth: number): Promise<readonly Place[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => !entry.isFile() && !entry.name.startsWith('.'));
  if (depth === 1) return folders.map(({ name }) => ({ path: join(folder, name), name }));
  return (await Promise.all(folders.map(({ name }) => mountedIn(join(folder, name), depth - 1)))).flat();
}
