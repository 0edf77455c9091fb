import type { EditorState } from '@codemirror/state';
import { slideKeys, slideIndex } from '../../deck/slide-index.ts';
import { fold } from '../../search/fold.ts';
import { annotations } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import type { Comment } from '../comment.ts';
import { isPlaced, layerOf, shownOn } from '../slide-annotations.ts';

const comments = new WeakMap<readonly Annotation[], readonly Comment[]>();

/** The comments on a slide, on layers that are shown, the first one first: their places are their numbers, from 1. */
export function commentsOn(state: EditorState, slide: string): readonly Comment[] {
  const shown = shownOn(state, slide);
  let found = comments.get(shown);
  if (found === undefined) {
    found = shown.filter((each) => each.kind === 'comment');
    comments.set(shown, found);
  }
  return found;
}

/** How many comments on a slide nobody has dealt with yet. */
export function openComments(state: EditorState, slide: string): number {
  return commentsOn(state, slide).reduce((count, { resolved }) => count + (resolved === null ? 1 : 0), 0);
}

/** How many comments on slides of the deck nobody has dealt with yet. */
export function allOpenComments(state: EditorState): number {
  return annotations(state).filter(
    (each) =>
      each.kind === 'comment' && each.resolved === null && isPlaced(state, each) && !layerOf(state, each).hidden,
  ).length;
}

export type CommentStanding = 'open' | 'resolved' | 'all';

/** Which comments are listed. */
export interface CommentFilter {
  readonly standing: CommentStanding;
  /** Key of the slide; `null` for the whole deck. */
  readonly slide: string | null;
  /** All of these have to be in what is said or quoted, or in a name. */
  readonly words: string;
  /** Somebody who wrote the comment or a reply; `null` for anybody. */
  readonly author: string | null;
}

/** A comment with its number on its slide. */
export interface NumberedComment {
  readonly comment: Comment;
  readonly number: number;
}

/** The comments of a deck's slides that a filter lets through, slide by slide. */
export function listedComments(state: EditorState, filter: CommentFilter): readonly NumberedComment[] {
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  const slides = filter.slide === null ? slideKeys(slideIndex(state)) : [filter.slide];
  return slides.flatMap((slide) =>
    commentsOn(state, slide).flatMap((comment, i): NumberedComment[] =>
      passes(comment, filter, words) ? [{ comment, number: i + 1 }] : [],
    ),
  );
}

function passes(comment: Comment, { standing, author }: CommentFilter, words: readonly string[]): boolean {
  if (standing !== 'all' && (comment.resolved === null) !== (standing === 'open')) return false;
  if (author !== null && !authorsOf(comment).includes(author)) return false;
  if (words.length === 0) return true;
  const said = fold(
    [
      comment.text,
      ...comment.replies.map(({ text }) => text),
      comment.anchor.kind === 'quote' ? comment.anchor.exact : '',
      ...authorsOf(comment),
    ].join('\n'),
  );
  return words.every((word) => said.includes(word));
}

function authorsOf({ creator, replies }: Comment): readonly string[] {
  return [creator, ...replies.map((reply) => reply.creator)];
}

/** Everybody who said something in a comment of the deck, by name; '' where somebody gave none. */
export function commentAuthors(state: EditorState): readonly string[] {
  const all = annotations(state).flatMap((each) => (each.kind === 'comment' ? authorsOf(each) : []));
  return [...new Set(all)].toSorted((a, b) => a.localeCompare(b));
}

/** How many comments lie on slides of the deck, but on layers that are hidden. */
export function hiddenComments(state: EditorState): number {
  return annotations(state).filter(
    (each) => each.kind === 'comment' && layerOf(state, each).hidden && isPlaced(state, each),
  ).length;
}
