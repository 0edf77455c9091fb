import { stat } from 'node:fs/promises';
import type { Recent } from '../contract/schemas/library.ts';
import type { DeckRegistry } from './deck-registry.ts';
import { realFolder } from './folder-listing.ts';
import type { FolderRegistry } from './folder-registry.ts';
import { inParallel } from './parallel.ts';
import { mostRecent, type RecentStore } from './recent-store.ts';

/**
 * The decks and folders that were used lately and are still there, under names that pages may use.
 *
 * @param present The library's folder, which is not among them.
 */
export async function recentlyUsed(
  store: RecentStore,
  decks: DeckRegistry,
  folders: FolderRegistry,
  present: string,
): Promise<Recent> {
  const known = await store.read();
  const found = await inParallel(8, known.decks, async ({ path, title, opened }) => {
    const isFile = await stat(path).then(
      (stats) => stats.isFile(),
      () => false,
    );
    const entry = isFile ? await decks.admit(path).catch(() => null) : null;
    return entry === null ? null : { deck: entry.deck, title, path: entry.path, opened };
  });
  const there = await inParallel(8, known.folders, (path) => realFolder(path).catch(() => null));
  return {
    decks: found.filter((deck) => deck !== null).slice(0, mostRecent.decks),
    folders: there
      .filter((path) => path !== null && path !== present)
      .slice(0, mostRecent.folders)
      .map((path) => ({ path: path ?? '', folder: folders.admit(path ?? '') })),
  };
}
