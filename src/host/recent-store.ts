import { basename, extname, join } from 'node:path';
import { z } from '../core/schema.ts';
import { createStateFile } from './state-file.ts';

/** So many decks and folders are remembered. */
export const mostRecent = { decks: 12, folders: 8 } as const;
/** More are kept than are shown, so that decks which are away for a while, on a drive say, come back. */
const kept = 3;

const schema = z.object({
  decks: z.array(z.object({ path: z.string(), title: z.string(), opened: z.iso.datetime() })),
  folders: z.array(z.string()),
});

export type RecentFiles = z.infer<typeof schema>;

/** Decks and folders that were used lately, the latest first, by path. */
export interface RecentStore {
  read(): Promise<RecentFiles>;
  /** A deck was opened: under the title that it had the last time, or the name of its file. */
  deckOpened(path: string): Promise<void>;
  /** The title of a deck that was opened. */
  deckTitled(path: string, title: string): Promise<void>;
  deckMoved(from: string, to: string): Promise<void>;
  folderUsed(path: string): Promise<void>;
  /** Nothing is remembered any more. */
  clear(): Promise<void>;
  /** Calls `listener` with what is remembered whenever that changed, until the returned function is called. */
  subscribe(listener: (files: RecentFiles) => void): () => void;
}

/** Remembering is a comfort: a change that cannot be written is forgotten without a word. */
export function createRecentStore(folder: string): RecentStore {
  const file = createStateFile(join(folder, 'recent.json'), (json) => schema.parse(json), { decks: [], folders: [] });
  const listeners = new Set<(files: RecentFiles) => void>();
  const update = async (change: (now: RecentFiles) => RecentFiles): Promise<void> => {
    const files = await file.update(change).catch(() => null);
    if (files !== null) listeners.forEach((listener) => listener(files));
  };
  return {
    read: file.read,
    deckOpened: (path) =>
      update(({ decks, folders }) => {
        const title = decks.find((deck) => deck.path === path)?.title ?? basename(path, extname(path));
        const opened = new Date().toISOString();
        const others = decks.filter((deck) => deck.path !== path);
        return { folders, decks: [{ path, title, opened }, ...others].slice(0, mostRecent.decks * kept) };
      }),
    deckTitled: (path, title) =>
      update(({ decks, folders }) => ({
        folders,
        decks: decks.map((deck) => (deck.path === path ? { ...deck, title } : deck)),
      })),
    deckMoved: (from, to) =>
      update(({ decks, folders }) => ({
        folders,
        decks: decks
          .filter((deck) => deck.path !== to)
          .map((deck) => (deck.path === from ? { ...deck, path: to } : deck)),
      })),
    folderUsed: (path) =>
      update(({ decks, folders }) => ({
        decks,
        folders: [path, ...folders.filter((known) => known !== path)].slice(0, mostRecent.folders * kept),
      })),
    clear: () => update(() => ({ decks: [], folders: [] })),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
