import { setImmediate as nextTurn } from 'node:timers/promises';
import { stat } from 'node:fs/promises';
import type { Library, SearchHit, SearchResult } from '../contract/schemas/library.ts';
import type { HostEvent } from '../contract/table.ts';
import type { IndexHit, SearchIndex } from '../core/search/search-index.ts';
import type { searchDeck } from '../core/search/search-slide.ts';
import { readDeckFile } from './deck-file.ts';
import type { DeckRegistry } from './deck-registry.ts';

/** How long the index is worked on before whatever else waits gets its turn, in ms. */
const slice = 8;
/** Most of a slide's Markdown that a hit carries, in UTF-16 code units. */
const longestBody = 16 * 1024;

/** Full text over the decks of the library. */
export interface LibrarySearch {
  /** The slides with all of `words`, the best first. Waits until the index holds what the folder holds. */
  search(asked: { readonly words: string; readonly limit: number }): Promise<SearchResult>;
  /** Takes what was just listed, and reads in the background what is new or has changed. */
  follow(listed: Library): void;
  /** Notes what happened to files: the next search lists the folder again. */
  noticed(event: HostEvent): void;
}

export interface LibrarySearchOptions {
  /** Lists the library. */
  readonly list: () => Promise<Library>;
  readonly decks: DeckRegistry;
}

/** What of a deck the index has read. */
interface Known {
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly front: string;
  readonly assets: string;
}

/** What reads decks and finds words in them. */
interface SearchTools {
  readonly index: SearchIndex;
  readonly searchDeck: typeof searchDeck;
}

/** Loaded when there is something to index: a window opens sooner without it. */
async function loadTools(): Promise<SearchTools> {
  const [{ SearchIndex }, { searchDeck }] = await Promise.all([
    import('../core/search/search-index.ts'),
    import('../core/search/search-slide.ts'),
  ]);
  return { index: new SearchIndex(), searchDeck };
}

/** The index is made when it is first asked for, or when the library was listed, whichever is sooner. */
export function createLibrarySearch({ list, decks }: LibrarySearchOptions): LibrarySearch {
  let loading: Promise<SearchTools> | null = null;
  const tools = (): Promise<SearchTools> => (loading ??= loadTools());
  const known = new Map<string, Known>();
  let wanted: Library | null = null;
  let stale = true;
  let working: Promise<void> | null = null;

  /** Works until the index holds what was listed last. */
  const work = async (): Promise<void> => {
    await nextTurn();
    const { index, searchDeck } = await tools();
    const pause = pauses();
    while (wanted !== null) {
      // A deck may be listed under several names, by links; the last is the one that counts.
      const cards = new Map(wanted.decks.filter(({ problem }) => problem === null).map((card) => [card.deck, card]));
      wanted = null;
      for (const deck of known.keys()) if (!cards.has(deck)) forget(index, deck);
      for (const card of cards.values()) {
        await read({ index, searchDeck }, card, pause);
        // The folder was listed anew meanwhile: what is left of this listing is left to that one.
        if (wanted !== null) break;
      }
    }
    working = null;
  };

  const forget = (index: SearchIndex, deck: string): void => {
    index.remove(deck);
    known.delete(deck);
  };

  const read = async (
    { index, searchDeck }: SearchTools,
    card: Library['decks'][number],
    pause: () => Promise<void>,
  ): Promise<void> => {
    const { deck, name, assets } = card;
    try {
      const { path } = decks.get(deck);
      const { ino, size, mtimeMs } = await stat(path);
      const version = `${ino} ${size} ${mtimeMs} ${name}`;
      if (known.get(deck)?.version === version) return;
      const { title, front, slides } = searchDeck((await readDeckFile(path)).text);
      index.begin(deck);
      for (const slide of slides) {
        index.add(deck, slide, `${title} ${name.replace(/\.[^.]*$/, '')}`);
        await pause();
      }
      known.set(deck, { version, name, title: card.title, front, assets });
    } catch {
      // Gone or spoilt since it was listed: its card says so.
      forget(index, deck);
    }
  };

  const follow = (listed: Library): void => {
    wanted = listed;
    working ??= work();
  };

  const refresh = async (): Promise<void> => {
    // Before the listing: what happens during it may not be in it.
    stale = false;
    try {
      follow(await list());
    } catch (error) {
      stale = true;
      throw error;
    }
  };

  const present = ({ deck, slide, excerpt, marks, inNotes, words }: IndexHit): readonly SearchHit[] => {
    const its = known.get(deck);
    if (its === undefined) return [];
    const { number, label, title: slideTitle, hidden } = slide;
    const found = { excerpt, marks: marks.map(([from, to]): [number, number] => [from, to]), inNotes };
    const body = slide.body.slice(0, longestBody);
    return [
      {
        deck,
        name: its.name,
        deckTitle: its.title,
        number,
        label,
        slideTitle,
        hidden,
        ...found,
        words: [...words],
        body,
      },
    ];
  };

  return {
    async search({ words, limit }) {
      if (stale) await refresh();
      await working;
      const { index } = await tools();
      const { hits, total } = index.search(words, limit);
      const looks: SearchResult['looks'] = {};
      for (const { deck } of hits) {
        const { front = '', assets = '' } = known.get(deck) ?? {};
        looks[deck] = { front, assets };
      }
      return { hits: hits.flatMap(present), total, slides: index.slides, decks: index.decks, looks };
    },
    follow,
    noticed({ name }) {
      if (name === 'library.changed' || name === 'deck.changed') stale = true;
    },
  };
}

/** A function that lets others have their turn once the slice of time is used up. */
function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await nextTurn();
    since = performance.now();
  };
}
