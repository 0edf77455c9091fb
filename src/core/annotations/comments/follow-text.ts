import type { EditorState, StateEffect } from '@codemirror/state';
import { annotations, becomeAnnotations } from '../annotation-field.ts';
import type { Comment } from '../comment.ts';
import { findQuote } from './find-quote.ts';

/**
 * The effects by which comments go along with text that goes from one slide to another: what is said of words is said of them
 * there, too. Drawings do not: they lie where they were drawn.
 * @param goes of the comments of slide `from` those that go
 */
export function followText(
  state: EditorState,
  from: string,
  to: string,
  goes: (comment: Comment) => boolean = () => true,
): readonly StateEffect<unknown>[] {
  const next = annotations(state).map((each) =>
    each.kind === 'comment' && each.slide === from && goes(each) ? { ...each, slide: to } : each,
  );
  return next.every((each, i) => each === annotations(state)[i]) ? [] : becomeAnnotations(state, { annotations: next });
}

/** Whether a comment is about words of the second of two texts, and not of the first. */
export function isAboutSecond({ anchor }: Comment, first: string, second: string): boolean {
  if (anchor.kind !== 'quote') return false;
  const [before, behind] = [findQuote(first, anchor), findQuote(second, anchor)];
  return behind !== null && (before === null || (behind.same && !before.same));
}
