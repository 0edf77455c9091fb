import { createDeck } from '../deck/deck-state.ts';
import { deckSettings } from '../deck/front-matter.ts';
import { slideBody, slideIndex } from '../deck/slide-index.ts';
import { slideLabels } from '../deck/slide-label.ts';
import { deckTitle, isHidden, slideTitle } from '../deck/summary.ts';
import { slideText } from './slide-text.ts';

/** One slide as the index knows it. */
export interface SearchSlide {
  /** From 1 in file order, hidden slides counted. */
  readonly number: number;
  /** What people call it: `3.1`. */
  readonly label: string;
  readonly title: string;
  readonly hidden: boolean;
  /** What the audience sees, on one line. */
  readonly text: string;
  readonly notes: string;
  /** Its Markdown with its notes. */
  readonly body: string;
}

/** A deck as the index knows it. */
export interface SearchDeck {
  readonly title: string;
  /** Its front matter as it stands in the file, which says how its slides look; '' for none. */
  readonly front: string;
  /** Read one by one, so that the caller can pause in a long deck. */
  readonly slides: Iterable<SearchSlide>;
}

/** Reads a deck's text for searching. */
export function searchDeck(text: string): SearchDeck {
  const state = createDeck(text);
  const index = slideIndex(state);
  const { head, slides } = index;
  const { notesSeparator } = deckSettings(state).settings;
  function* read(): Generator<SearchSlide> {
    for (const [i, slide] of slides.entries()) {
      const body = slideBody(state, slide);
      const label = slideLabels(index)[i] ?? '';
      const shared = { number: i + 1, label, title: slideTitle(state, slide), hidden: isHidden(slide), body };
      yield { ...shared, ...slideText(body, notesSeparator) };
    }
  }
  return { title: deckTitle(state), front: state.doc.sliceString(head.from, head.to, '\n'), slides: read() };
}
