import type { CommentAnchor } from '../../core/annotations/comment.ts';
import type { CommentStanding } from '../../core/annotations/comments/comment-list.ts';

/** A comment that is being written. */
export interface CommentDraft {
  /** Key of its slide. */
  readonly slide: string;
  readonly anchor: CommentAnchor;
  readonly text: string;
}

/** What is to take the focus as soon as it is there: the field of a new comment, a comment in the list, or the list. */
export type FocusWish =
  | { readonly on: 'draft' }
  | { readonly on: 'comment'; readonly id: string }
  | { readonly on: 'list' };

export interface CommentsState {
  /** Which comments are listed, besides what `standing`, `words` and `author` say: see `CommentFilter`. */
  readonly scope: 'deck' | 'slide';
  readonly standing: CommentStanding;
  readonly words: string;
  readonly author: string | null;
  /** Id of the comment that is lit up; `null` for none. */
  readonly selected: string | null;
  readonly draft: CommentDraft | null;
  /** Whether a place on the slide is being chosen for a comment. */
  readonly placing: boolean;
  readonly focus: FocusWish | null;
}

/** What somebody looks at and writes among a deck's comments, in one window. Nothing of it is in the deck. */
export class CommentsModel {
  #state: CommentsState = {
    scope: 'deck',
    standing: 'open',
    words: '',
    author: null,
    selected: null,
    draft: null,
    placing: false,
    focus: null,
  };
  readonly #listeners = new Set<() => void>();
  /** Answers and changed texts that are not done, by whatever names them. */
  readonly #texts = new Map<string, string>();

  readonly state = (): CommentsState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly set = (change: Partial<CommentsState>): void => {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  };

  /** A text that is being written; `null` where none is. */
  text(name: string): string | null {
    return this.#texts.get(name) ?? null;
  }

  /** Keeps a text that is being written, so that it is still there when its field comes back; `null` for one that is done. */
  write(name: string, text: string | null): void {
    if (text === null) this.#texts.delete(name);
    else this.#texts.set(name, text);
    this.set({});
  }
}
