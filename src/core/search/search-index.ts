import MiniSearch, { type SearchResult as Found } from 'minisearch';
import { excerptOf } from './excerpt.ts';
import { type Asked, hasRuns, indexQuery, type Leniency, marksIn, readQuery } from './query.ts';
import type { SearchSlide } from './search-slide.ts';
import { termsOf } from './terms.ts';

/** A slide that has the words. */
export interface IndexHit {
  /** The name that its deck was added under. */
  readonly deck: string;
  readonly slide: SearchSlide;
  /** A part of what the slide or its notes say, around the first of the words. */
  readonly excerpt: string;
  /** Where the words stand in the excerpt: UTF-16 offsets, in order, not overlapping. */
  readonly marks: readonly [from: number, to: number][];
  /** Whether the words stand in the notes, and not on the slide. */
  readonly inNotes: boolean;
  /** The words as they are written on the slide. */
  readonly words: readonly string[];
}

export interface IndexAnswer {
  readonly hits: readonly IndexHit[];
  /** How many slides match, those included that are not in `hits`. */
  readonly total: number;
}

/** A slide, and what it is found by. */
interface Entry {
  readonly id: number;
  readonly deck: string;
  readonly slide: SearchSlide;
  readonly title: string;
  readonly text: string;
  readonly notes: string;
  /** On a deck's first slide what the deck is called, so that a deck is found by its name, too. */
  readonly name: string;
}

/** Full text over the slides of many decks. */
export class SearchIndex {
  readonly #decks = new Map<string, number[]>();
  readonly #entries = new Map<number, Entry>();
  #next = 0;
  readonly #index = new MiniSearch<Entry>({
    fields: ['title', 'text', 'notes', 'name'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 3, name: 2, notes: 0.6 },
      tokenize: (term) => [term],
      processTerm: (term) => term,
    },
  });

  get slides(): number {
    return this.#entries.size;
  }

  get decks(): number {
    return this.#decks.size;
  }

  has(deck: string): boolean {
    return this.#decks.has(deck);
  }

  /** The names of all decks. */
  deckNames(): readonly string[] {
    return [...this.#decks.keys()];
  }

  /** Begins a deck anew: it has no slides until they are added. */
  begin(deck: string): void {
    this.remove(deck);
    this.#decks.set(deck, []);
  }

  /**
   * Adds a slide at the end of a deck.
   * @param name what the deck is called; it counts for the first slide only
   */
  add(deck: string, slide: SearchSlide, name = ''): void {
    const id = this.#next++;
    const { title, text, notes } = slide;
    // A title is the first thing on most slides: once is enough.
    const rest = text.startsWith(title) ? text.slice(title.length) : text;
    const entry: Entry = { id, deck, slide, title, text: rest, notes, name: slide.number === 1 ? name : '' };
    const ids = this.#decks.get(deck);
    if (ids === undefined) this.#decks.set(deck, [id]);
    else ids.push(id);
    this.#entries.set(id, entry);
    this.#index.add(entry);
  }

  remove(deck: string): void {
    for (const id of this.#decks.get(deck) ?? []) {
      this.#entries.delete(id);
      this.#index.discard(id);
    }
    this.#decks.delete(deck);
  }

  /**
   * The slides that have all of the words, the best first. A word is found by its beginning, too; and where no slide has
   * them as they are written, by a word that is a letter or two away.
   */
  search(words: string, limit: number): IndexAnswer {
    const asked = readQuery(words);
    if (asked.length === 0) return { hits: [], total: 0 };
    const exact = this.#find(asked, 'as-written');
    const found = exact.length > 0 ? exact : this.#find(asked, 'with-typos');
    return {
      total: found.length,
      hits: found.slice(0, limit).map(({ entry, terms }) => hit(entry, asked, new Set(terms))),
    };
  }

  #find(asked: Asked, leniency: Leniency): readonly { readonly entry: Entry; readonly terms: readonly string[] }[] {
    const needRuns = asked.some(({ kind, parts }) => kind === 'run' && parts.length > 2);
    return this.#index.search(indexQuery(asked, leniency)).flatMap((result: Found) => {
      const entry = this.#entries.get(Number(result.id));
      if (entry === undefined) return [];
      if (needRuns && !hasRuns([entry.slide.text, entry.notes, entry.name], asked)) return [];
      return [{ entry, terms: result.terms }];
    });
  }
}

function hit({ deck, slide }: Entry, asked: Asked, found: ReadonlySet<string>): IndexHit {
  const shown = marksIn(slide.text, asked, found);
  const spoken = shown.length > 0 ? [] : marksIn(slide.notes, asked, found);
  const inNotes = spoken.length > 0;
  const words = new Set(shown.map(([from, to]) => slide.text.slice(from, to)));
  const around = inNotes ? excerptOf(slide.notes, spoken) : excerptOf(slide.text, shown);
  return { deck, slide, ...around, inNotes, words: [...words] };
}
