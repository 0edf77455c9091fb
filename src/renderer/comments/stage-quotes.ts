import type { Comment } from '../../core/annotations/comment.ts';
import { findQuote } from '../../core/annotations/comments/find-quote.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { shownWords, trimmed } from './shown-words.ts';

/** The names under which the page's style knows quoted words on the stage. */
const names = { plain: 'comment-quote', lit: 'comment-quote-lit' } as const;

/** A quote as it was found on the slide that is shown. */
export interface StageQuote {
  readonly comment: Comment;
  readonly range: Range;
}

/** The words on a section that comments are about, as far as they are there. */
export function stageQuotes(section: Element, comments: readonly Comment[]): readonly StageQuote[] {
  if (comments.every(({ anchor }) => anchor.kind !== 'quote')) return [];
  const words = shownWords(section);
  return comments.flatMap((comment): readonly StageQuote[] => {
    const found = comment.anchor.kind === 'quote' ? findQuote(words.text, comment.anchor) : null;
    // Of a mark in the source, such as a dash, only the space behind it is found.
    const [from, to] = found === null ? [0, 0] : trimmed(words.text, found.from, found.to);
    const range = words.rangeOf(from, to);
    return range === null ? [] : [{ comment, range }];
  });
}

/** Marks quotes on the stage, in place of those that were marked; the section itself stays as it is. */
export function markQuotes(quotes: readonly StageQuote[], selected: string | null): void {
  // Only the latest browsers can; there the pins still show where a comment belongs.
  if (!('highlights' in CSS)) return;
  const [lit, plain] = [true, false].map(
    (isLit) =>
      new Highlight(...quotes.filter(({ comment }) => (comment.id === selected) === isLit).map(({ range }) => range)),
  );
  if (plain !== undefined) CSS.highlights.set(names.plain, plain);
  if (lit !== undefined) CSS.highlights.set(names.lit, lit);
}

/** Where a quote ends on the page, in pixels of the window, beside its last line; and on which side of that it ends. */
export function quoteEnd({ range }: StageQuote): (Point & { readonly side: 'left' | 'right' }) | null {
  const box = [...range.getClientRects()].findLast(({ width, height }) => width > 0 && height > 0);
  if (box === undefined) return null;
  const element = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
  const runsLeft = element !== null && getComputedStyle(element).direction === 'rtl';
  return runsLeft ? { x: box.left, y: box.top, side: 'left' } : { x: box.right, y: box.top, side: 'right' };
}
