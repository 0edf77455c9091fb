import type { EditorState } from '@codemirror/state';
import type { DeckCard } from '../contract/schemas/library.ts';
import { createDeck } from '../core/deck/deck-state.ts';
import { deckSettings } from '../core/deck/front-matter.ts';
import { slideIndex } from '../core/deck/slide-index.ts';
import { deckTitle } from '../core/deck/summary.ts';
import { asFailure } from '../core/failure.ts';
import { readDeckFile } from './deck-file.ts';

/** Most of a deck's text that a card carries to draw its first slide from, and of a line of it that does not end there; in UTF-16 code units. */
const longestOpening = 64 * 1024;
const longestLine = 2000;

/** What a card says about the inside of a file. */
export type CardContent = Pick<DeckCard, 'title' | 'slides' | 'minutes' | 'opening' | 'problem'>;

/** Files that lie in many folders, use `---` as a rule, and are not meant to be shown. */
const projectFile =
  /^(?:readme|changelog|changes|history|contributing|code_of_conduct|security|license|todo|authors)\b/i;

/**
 * What the card of the Markdown file at `path` says, or `null` if the file is no deck: a deck is empty, has front
 * matter, or has a slide break, or was `asked` for as one. A file that cannot be read is shown with its problem, not left out.
 */
export async function cardContent(path: string, name: string, asked: boolean): Promise<CardContent | null> {
  try {
    const { text } = await readDeckFile(path);
    const state = createDeck(text);
    return asked || isDeck(state, name) ? describe(state, name) : null;
  } catch (error) {
    return { title: stem(name), slides: 0, minutes: null, opening: '', problem: asFailure(error).toJSON() };
  }
}

function isDeck(state: EditorState, name: string): boolean {
  const { frontMatter, slides } = slideIndex(state);
  if (frontMatter !== null) return true;
  return state.doc.length === 0 || (slides.length > 1 && !projectFile.test(name));
}

function describe(state: EditorState, name: string): CardContent {
  const { slides } = slideIndex(state);
  const title = deckTitle(state);
  return {
    title: title === '' ? stem(name) : title,
    slides: slides.length,
    minutes: deckSettings(state).settings.minutes ?? null,
    opening: opening(state.doc.sliceString(0, Math.min(slides[0]?.to ?? 0, longestOpening + 1), '\n')),
    problem: null,
  };
}

/** Whole lines, as far as they fit, and how the next one begins; none of a picture that is written out, of which its letters would be shown. */
function opening(text: string): string {
  if (text.length <= longestOpening) return text;
  const end = text.lastIndexOf('\n') + 1;
  const line = text.slice(end, end + longestLine);
  return text.slice(0, end) + (line.includes('data:') ? '' : line);
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
