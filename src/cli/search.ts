import { join } from 'node:path';
import { styleText } from 'node:util';
import { Failure } from '../core/failure.ts';
import { createDeckFolder, type DeckFolder } from '../host/deck-folder.ts';
import { createDeckRegistry } from '../host/deck-registry.ts';
import { createLibrarySearch, type LibrarySearch } from '../host/library-search.ts';
import { printJson, printText, say, sayFailure } from './output.ts';
import { findTarget } from './target.ts';

type Listing = Awaited<ReturnType<DeckFolder['list']>>;
type Hit = Awaited<ReturnType<LibrarySearch['search']>>['hits'][number];

export interface SearchOptions {
  readonly limit: number;
  readonly json?: true;
}

/** `lectern search WORDS [FOLDER]`. */
export async function search(words: string, folder: string | undefined, options: SearchOptions): Promise<void> {
  if (!/[\p{L}\p{N}]/u.test(words)) throw noWords(words);
  const target = await findTarget(folder);
  const decks = createDeckRegistry();
  const listing = createDeckFolder({
    folder: target.folder,
    registry: decks,
    assets: '',
    isOpen: (path) => path === target.open,
  });
  const listed = await listing.list();
  const chosen: Listing = target.open === undefined ? listed : onlyDeck(listed, (await decks.admit(target.open)).deck);
  for (const { problem } of chosen.decks) if (problem !== null) sayFailure(problem as Parameters<typeof sayFailure>[0]);
  const library = createLibrarySearch({ list: async () => chosen, decks });
  const { hits, total, ...read } = await library.search({ words, limit: options.limit });
  // Named as the user would name it, so that other commands take it.
  const at = ({ name }: Hit): string => (target.open === undefined ? join(folder ?? '.', name) : (folder ?? name));
  if (options.json) printJson({ total, ...counts(read), hits: hits.map((hit) => record(hit, at(hit))) });
  else {
    if (hits.length > 0) printText(hits.map((hit) => lines(hit, at(hit))).join('\n'));
    say(summary(total, hits.length, counts(read)));
  }
}

function onlyDeck(listed: Listing, deck: string): Listing {
  return { ...listed, decks: listed.decks.filter((card) => card.deck === deck) };
}

interface Counts {
  readonly slides: number;
  readonly decks: number;
}

function counts({ slides, decks }: Counts): Counts {
  return { slides, decks };
}

function record({ deckTitle, number, slideTitle, hidden, inNotes, excerpt, marks }: Hit, deck: string): object {
  return { deck, deckTitle, slide: number, title: slideTitle, hidden, inNotes, excerpt, marks };
}

function lines({ number, slideTitle, hidden, inNotes, excerpt, marks }: Hit, deck: string): string {
  const remarks = [hidden ? 'hidden' : null, inNotes ? 'notes' : null].filter((remark) => remark !== null);
  const end = remarks.length === 0 ? '' : `  [${remarks.join(', ')}]`;
  let shown = '';
  let at = 0;
  for (const [from, to] of marks) {
    shown += `${plain(excerpt.slice(at, from))}${styleText('bold', plain(excerpt.slice(from, to)))}`;
    at = to;
  }
  shown += plain(excerpt.slice(at));
  return `${plain(deck)}  ${number}  ${plain(slideTitle === '' ? '(no title)' : slideTitle)}${end}\n    ${shown}`;
}

/** A deck's own words: what would steer the terminal must not get there. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

function summary(total: number, shown: number, { slides, decks }: Counts): string {
  const among = `${slides} ${slides === 1 ? 'slide' : 'slides'} of ${decks} ${decks === 1 ? 'deck' : 'decks'}`;
  if (total === 0) return `Not found among ${among}.`;
  const found = `${total} of ${among}`;
  return shown < total ? `${found}; the best ${shown} are shown, --limit shows more.` : `${found}.`;
}

function noWords(words: string): Failure {
  return new Failure({
    code: 'bad-arguments',
    message: `There is no word in “${words}” to look for.`,
    wayOut: 'Give words to look for, in quotes if there are several: "carrier group".',
  });
}
