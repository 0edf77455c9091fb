import type { EditorState } from '@codemirror/state';
import type { CommentAnchor } from '../../core/annotations/comment.ts';
import { quoteOf } from '../../core/annotations/comments/text-quote.ts';
import { slideAt, slideBody, slideByKey, slideIndex } from '../../core/deck/slide-index.ts';
import { shownWords, trimmed } from './shown-words.ts';

/** What a new comment is about, and the key of the slide that it is on. */
export interface NewAnchor {
  readonly anchor: CommentAnchor;
  readonly slide: string;
}

/** Longer selections are a slide rather than words on it. */
const longest = 2000;

/**
 * The words that are selected in the source, on the slide where the selection ends; what of them is on other slides is left
 * out. `null` where none are.
 */
export function selectedInSource(state: EditorState): NewAnchor | null {
  const { main } = state.selection;
  if (main.empty) return null;
  const slide = slideAt(slideIndex(state), main.head);
  const body = slideBody(state, slide);
  const [from, to] = trimmed(body, Math.max(0, main.from - slide.from), Math.min(body.length, main.to - slide.from));
  if (from >= to || to - from > longest) return null;
  return { anchor: { kind: 'quote', in: 'source', ...quoteOf(body, from, to) }, slide: slide.key };
}

/** The words that are selected on the slide in view; `null` where none are. */
export function selectedOnStage(state: EditorState, slide: string): NewAnchor | null {
  const selection = document.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range === null || range.collapsed || slideByKey(slideIndex(state), slide) === undefined) return null;
  const within =
    range.commonAncestorContainer instanceof Element
      ? range.commonAncestorContainer
      : range.commonAncestorContainer.parentElement;
  const section = within?.closest<HTMLElement>('.ui-stage-host .slides section.present:not(.stack)');
  if (section === null || section === undefined) return null;
  const words = shownWords(section);
  const [from, to] = trimmed(words.text, ...words.within(range));
  if (from >= to || to - from > longest) return null;
  return { anchor: { kind: 'quote', in: 'slide', ...quoteOf(words.text, from, to) }, slide };
}
