import type { EditorState } from '@codemirror/state';
import { deckSettings } from '../../deck/front-matter.ts';
import { slideBody, slideByKey, slideIndex } from '../../deck/slide-index.ts';
import type { Comment } from '../comment.ts';
import { findQuote } from '../comments/find-quote.ts';
import { shownText } from '../comments/quoted-text.ts';
import { quoteOf } from '../comments/text-quote.ts';

/**
 * A comment on words that a document told, with what stands around them on the slide: on what is shown of it, or in its Markdown where
 * they are only there, as notes are.
 */
export function quotedOnSlide(state: EditorState, comment: Comment): Comment {
  const { anchor } = comment;
  const slide = slideByKey(slideIndex(state), comment.slide);
  if (anchor.kind !== 'quote' || slide === undefined) return comment;
  const body = slideBody(state, slide);
  const texts = [
    { in: 'slide', text: shownText(body, deckSettings(state).settings.notesSeparator) },
    { in: 'source', text: body },
  ] as const;
  for (const { in: place, text } of texts) {
    const found = findQuote(text, anchor);
    if (found !== null)
      return { ...comment, anchor: { kind: 'quote', in: place, ...quoteOf(text, found.from, found.to) } };
  }
  return comment;
}
