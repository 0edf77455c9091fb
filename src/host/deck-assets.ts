import { constants, type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { assetPath } from './asset-path.ts';
import { isBelow } from './folder-path.ts';
import { assetTypes } from './media-types.ts';

/** Largest file that is served as part of a deck, in bytes. */
export const largestAsset = 1024 * 1024 * 1024;

/** A file of a deck, open for reading. Whoever gets it closes it. */
export interface DeckAsset {
  readonly handle: FileHandle;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Opens the file that `encoded` (the part of the address after the deck's name, without a leading slash) names below
 * `folder`, or answers `null`: for a path that is not well formed, that leaves the folder by a link, that is no
 * regular file, is too large, or has no extension that decks may bring along.
 */
export async function openDeckAsset(folder: string, encoded: string): Promise<DeckAsset | null> {
  const segments = assetPath(encoded);
  if (segments === null) return null;
  const type = assetTypes.get(extname(segments.at(-1) ?? '').toLowerCase());
  if (type === undefined) return null;
  try {
    return await openBelow(await realpath(folder), join(folder, ...segments), type);
  } catch {
    // Missing, unreadable, name too long, a link that leads nowhere: to a page these are all one.
    return null;
  }
}

async function openBelow(root: string, wanted: string, type: string): Promise<DeckAsset | null> {
  const real = await realpath(wanted);
  if (!isBelow(root, real) || assetTypes.get(extname(real).toLowerCase()) !== type) return null;
  // Looked at before it is opened: opening a device can have effects of its own.
  if (!(await lstat(real)).isFile()) return null;
  const handle = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const opened = await handle.stat();
    // A link put in place between the check and the opening shows here: the open file is then another one.
    const again = await realpath(wanted);
    const there = await lstat(again);
    const same = again === real && there.ino === opened.ino && there.dev === opened.dev;
    if (same && opened.isFile() && opened.size <= largestAsset) return { handle, type, size: opened.size };
  } catch {
    // Gone again: closed below.
  }
  await handle.close();
  return null;
}
