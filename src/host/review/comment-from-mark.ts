import type { Comment, CommentAnchor } from '../../core/annotations/comment.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { unmovedField } from '../../core/annotations/review/review.ts';
import type { FieldsOf } from './drawing-from-mark.ts';
import { wordMarks } from './marked-words.ts';
import type { PageMark } from './page-mark.ts';
import { onSlide, type PageSlide } from './page-slides.ts';
import type { MarkThread } from './threads-of-marks.ts';

/** What a mark on words says by itself, where nobody says more. */
const said: Readonly<Record<string, string>> = {
  Highlight: 'Highlighted',
  Underline: 'Underlined',
  StrikeOut: 'Struck out',
  Squiggly: 'Underlined with a wavy line',
};

/** Where a mark is: a place within its slide; nothing for one beside it. */
export interface MarkPlace {
  readonly slide: PageSlide;
  readonly isBeside: boolean;
}

/**
 * The comment that a mark is. `null` for one that says nothing, and shows something that no comment is.
 * @param words those that it lies on; '' where that is not known
 */
export function commentFrom(
  mark: PageMark,
  { slide, isBeside }: MarkPlace,
  fields: FieldsOf,
  words: string,
  thread: MarkThread,
): Comment | null {
  const text = textOf(mark, words);
  if (text === null) return null;
  const own = fields();
  const unmoved = mark.origin?.isUnmoved === true ? { unknown: { item: { [unmovedField]: true } } } : {};
  return { kind: 'comment', ...own, ...unmoved, anchor: anchorOf(), text, ...thread, replies: [...thread.replies] };

  function anchorOf(): CommentAnchor {
    if (words !== '') return { kind: 'quote', in: 'slide', exact: words, prefix: '', suffix: '' };
    return isBeside ? { kind: 'slide' } : { kind: 'point', ...middle(mark, slide) };
  }
}

function textOf({ subtype, contents, origin }: PageMark, words: string): string | null {
  const own = said[subtype];
  if (own === undefined) return contents.trim() !== '' || subtype === 'Text' ? contents : null;
  if (origin !== null) return contents;
  if (contents.trim() === '') return own;
  // Other programs put the words themselves there; and a line through words says something besides.
  if (contents.replace(/\s+/g, ' ').trim() === words) return own;
  return subtype === 'StrikeOut' ? `${own}: ${contents}` : contents;
}

/** What is said about a drawing, as a comment beside it: drawings say nothing. `null` where nothing is. */
export function noteOn(
  drawing: Drawing,
  mark: PageMark,
  slide: PageSlide,
  contents: string,
  thread: MarkThread,
): Comment | null {
  const { id, slide: key, layer, creator, created, lastSlide } = drawing;
  const place = { slide: key, layer, ...(lastSlide === undefined ? {} : { lastSlide }) };
  const anchor = { kind: 'point', ...middle(mark, slide) } as const;
  const { resolved } = thread;
  if (contents.trim() !== '') {
    const { replies } = thread;
    return { kind: 'comment', id: `${id}#note`, ...place, creator, created, anchor, text: contents, replies, resolved };
  }
  const [first, ...replies] = thread.replies;
  return first === undefined ? null : { kind: 'comment', ...place, ...first, anchor, replies, resolved };
}

/** The middle of a mark, on its slide. */
export function middle({ rectangle: [left, bottom, right, top] }: PageMark, slide: PageSlide): Point {
  return onSlide(slide, (left + right) / 2, (bottom + top) / 2);
}

export function isOnWords({ subtype }: PageMark): boolean {
  return wordMarks.has(subtype);
}
