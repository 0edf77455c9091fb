import type { Library } from '../contract/schemas/library.ts';
import type { DeckFolder } from './deck-folder.ts';
import type { DeckRegistry } from './deck-registry.ts';
import { createFolderReturn } from './folder-return.ts';
import { createLibrarySearch, type LibrarySearch } from './library-search.ts';

/** The folder that is the library at the moment. It can be another one later. */
export interface CurrentLibrary {
  folder(): string;
  /** Its decks. Throws a Failure if the folder is gone, and looks out for it from then on. */
  list(): Promise<Library>;
  /** Makes another folder the library. Throws a Failure if it cannot be listed; the library then stays what it was. */
  choose(folder: string): Promise<Library>;
  /** The folders that hold its decks. */
  holding(): readonly string[];
  readonly search: LibrarySearch;
  close(): void;
}

export interface CurrentLibraryOptions {
  /** The first folder; absolute, with every link followed. */
  readonly folder: string;
  readonly decks: DeckRegistry;
  readonly open: (folder: string) => DeckFolder;
  /** Called after each listing; `isBack` after the first one since the folder was gone. */
  readonly onListed: (isBack: boolean) => void;
  /** Called when a folder that was gone is there again. */
  readonly onReturn: () => void;
}

export function createCurrentLibrary(options: CurrentLibraryOptions): CurrentLibrary {
  const { decks, open, onListed, onReturn } = options;
  const folderReturn = createFolderReturn();
  let folder = options.folder;
  let library = open(folder);
  let isGone = false;
  const search = createLibrarySearch({ list: () => library.list(), decks });

  const took = (listed: Library): Library => {
    const isBack = isGone;
    isGone = false;
    folderReturn.stop();
    search.follow(listed);
    onListed(isBack);
    return listed;
  };

  return {
    folder: () => folder,
    async list() {
      const from = library;
      try {
        const listed = await from.list();
        return from === library ? took(listed) : listed;
      } catch (error) {
        if (from === library) {
          isGone = true;
          folderReturn.await(folder, onReturn);
        }
        throw error;
      }
    },
    async choose(next) {
      const chosen = open(next);
      const listed = await chosen.list();
      library = chosen;
      folder = next;
      return took(listed);
    },
    holding: () => library.folders(),
    search,
    close: folderReturn.stop,
  };
}
