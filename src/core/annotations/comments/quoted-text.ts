import type { EditorState } from '@codemirror/state';
import { deckSettings } from '../../deck/front-matter.ts';
import { slideParts } from '../../deck/notes.ts';
import { slideBody, slideByKey, slideIndex } from '../../deck/slide-index.ts';
import type { Slide } from '../../deck/slide.ts';
import { renderMarkdown } from '../../markdown/markdown.ts';
import type { Comment, CommentAnchor } from '../comment.ts';
import { findQuote, type FoundQuote } from './find-quote.ts';

type Quote = Extract<CommentAnchor, { kind: 'quote' }>;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a slide's Markdown says on the slide, as near as can be known without showing it. */
export function shownText(body: string, notesSeparator?: string): string {
  const { content } = slideParts(body, notesSeparator);
  return renderMarkdown(content)
    .replace(/<!--[\s\S]{0,20000}?-->/g, '')
    .replace(/<[^<>]{1,5000}>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What was found in a text, by the object that stands for that text; see `Slide.textId`. */
const found = new WeakMap<object, Map<Quote, FoundQuote | null>>();

/** Where the words of a quote stand in a slide's Markdown, as offsets in it; looked for once for each text of a slide. */
export function quoteInSource(state: EditorState, slide: Slide, quote: Quote): FoundQuote | null {
  return once(found, slide.textId, quote, () => findQuote(slideBody(state, slide), quote));
}

const standing = new WeakMap<object, Map<Quote, boolean>>();

/** Whether the words that a comment is about are still on its slide; `true` for a comment that is about no words. */
export function isAboutText(state: EditorState, { anchor, slide: key }: Comment): boolean {
  const slide = slideByKey(slideIndex(state), key);
  if (anchor.kind !== 'quote' || slide === undefined) return true;
  const separator = deckSettings(state).settings.notesSeparator;
  return once(standing, slide.textId, anchor, () => isStillQuoted(slideBody(state, slide), anchor, separator));
}

function once<T>(known: WeakMap<object, Map<Quote, T>>, textId: object, quote: Quote, find: () => T): T {
  let quotes = known.get(textId);
  if (quotes === undefined) {
    quotes = new Map();
    known.set(textId, quotes);
  }
  const before = quotes.get(quote);
  if (before !== undefined) return before;
  const value = find();
  quotes.set(quote, value);
  return value;
}

/** Whether the words that a comment is about are still on its slide, in whatever form. */
export function isStillQuoted(body: string, quote: Quote, notesSeparator?: string): boolean {
  if (quote.in === 'source') return findQuote(body, quote) !== null;
  return findQuote(shownText(body, notesSeparator), quote) !== null || findQuote(body, quote) !== null;
}
