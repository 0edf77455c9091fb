import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Failure } from '../core/failure.ts';
import { readFailure } from './file-failure.ts';

/** A deck that the host knows: its opaque name, and where it really is. */
export interface DeckEntry {
  readonly deck: string;
  /** Absolute, with every link followed: images and annotations are beside this file. */
  readonly path: string;
  /** File name, such as `joint-drills.md`. */
  readonly name: string;
  /** The folder that the deck's images are served from. */
  readonly folder: string;
}

/** Opaque names for the decks that the host listed or was started with. No other file can be named by a page. */
export interface DeckRegistry {
  /** Gives the file a name, always the same one. Throws a Failure `missing` or `unreadable`. */
  admit(path: string): Promise<DeckEntry>;
  /** The deck of that name, if it was admitted. */
  find(deck: string): DeckEntry | undefined;
  /** As {@link find}. Throws a Failure `refused` for a name that was not given out. */
  get(deck: string): DeckEntry;
  /** The deck's file has another name now, and so has the deck. Throws as {@link admit} does. */
  moved(deck: string, path: string): Promise<DeckEntry>;
}

export function createDeckRegistry(): DeckRegistry {
  const entries = new Map<string, DeckEntry>();
  const admit = async (path: string): Promise<DeckEntry> => {
    const real = await realpath(path).catch((error: unknown) => {
      throw readFailure(error, path);
    });
    const deck = createHash('sha256').update(real).digest('base64url').slice(0, 22);
    const entry: DeckEntry = { deck, path: real, name: basename(real), folder: dirname(real) };
    entries.set(deck, entry);
    return entry;
  };
  return {
    admit,
    async moved(deck, path) {
      const entry = await admit(path);
      // Pages of the old name may still ask for their images, or save: they then learn that the file is gone.
      if (entry.deck !== deck) entries.set(deck, { ...entry, ...entries.get(deck), deck });
      return entry;
    },
    find: (deck) => entries.get(deck),
    get(deck) {
      const entry = entries.get(deck);
      if (entry !== undefined) return entry;
      throw new Failure({
        code: 'refused',
        message: 'This deck is not one that was opened or listed here.',
        wayOut: 'Go back to the library and open the deck from there.',
      });
    },
  };
}
