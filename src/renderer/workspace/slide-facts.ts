import type { EditorState } from '@codemirror/state';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideParts } from '../../core/deck/notes.ts';
import { slideBody } from '../../core/deck/slide-index.ts';
import type { Slide } from '../../core/deck/slide.ts';
import { headingIn } from '../../core/deck/summary.ts';

/** What lists of slides know of a slide's text. What takes reading is read when it is first asked for. */
export interface SlideFacts {
  /** The text of its first heading where that is a `#` heading; `null` where it is another, or there is none. */
  readonly bigHeading: () => string | null;
  readonly hasNotes: () => boolean;
  /** Planned seconds; `null` where none are planned. */
  readonly seconds: number | null;
  /** All of its text, with case and accents folded: to look for words in. */
  readonly folded: () => string;
}

interface Known {
  readonly textId: object;
  readonly body: string;
  readonly notesSeparator: string | undefined;
  readonly facts: SlideFacts;
}

/** Case and accents do not count in a search. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Reads slides' texts, each once until it changes. */
export class SlideReader {
  readonly #known = new Map<string, Known>();

  read(state: EditorState, slide: Slide): SlideFacts {
    const { notesSeparator } = deckSettings(state).settings;
    const known = this.#known.get(slide.key);
    if (known?.textId === slide.textId && known.notesSeparator === notesSeparator) return known.facts;
    const body = slideBody(state, slide);
    if (known?.body === body && known.notesSeparator === notesSeparator) return known.facts;
    const facts = factsOf(body, slide, notesSeparator);
    this.#known.set(slide.key, { textId: slide.textId, body, notesSeparator, facts });
    return facts;
  }
}

/** What a text has to have for its first heading to be a big one: most slides do not, and need no closer look. */
const maybeBig = /^ {0,3}(?:#[ \t]|=)|<h1/im;

function factsOf(body: string, slide: Slide, notesSeparator: string | undefined): SlideFacts {
  const timing = slide.attributes.get('data-timing');
  const seconds = Number(timing);
  return {
    bigHeading: once(() => {
      if (!maybeBig.test(body)) return null;
      const { text, level } = headingIn(slideParts(body, notesSeparator).content);
      return level === 1 ? text : null;
    }),
    hasNotes: once(() => {
      const { content, notes } = slideParts(body, notesSeparator);
      const written = notes !== null && notes !== '';
      return written || slide.attributes.has('data-notes') || /<aside[^<>]*\bnotes\b/i.test(content);
    }),
    seconds: timing !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
    folded: once(() => folded(body)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
