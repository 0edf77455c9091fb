import type { EditorState, Transaction } from '@codemirror/state';
import { annotations, layers } from '../../core/annotations/annotation-field.ts';
import { addAnnotations } from '../../core/annotations/commands/add-annotations.ts';
import { placeAnnotations } from '../../core/annotations/commands/place-annotations.ts';
import { removeAnnotations } from '../../core/annotations/commands/remove-annotations.ts';
import type { Comment, CommentAnchor } from '../../core/annotations/comment.ts';
import {
  type RemarkName,
  removeReply,
  reopenComment,
  replyToComment,
  resolveComment,
  rewriteRemark,
} from '../../core/annotations/comments/comment-commands.ts';
import { type CommentFilter, listedComments } from '../../core/annotations/comments/comment-list.ts';
import { quoteInSource } from '../../core/annotations/comments/quoted-text.ts';
import { defaultLayerId, type Layer } from '../../core/annotations/layer.ts';
import { layerOf } from '../../core/annotations/slide-annotations.ts';
import { slideByKey, slideIndex, slideKeys } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import { newId } from '../annotate/new-id.ts';
import type { DeckSession } from '../workspace/deck-session.ts';
import { showInSource } from '../workspace/panels/show-in-source.ts';
import type { CommentsModel, FocusWish } from './comments-model.ts';

/** What a desk needs of the window that it stands in. */
export interface DeskRoom {
  readonly say: (message: string) => void;
  /** The name that comments are signed with; '' where nobody gave one. */
  readonly author: string;
  /** Why nothing can be written; `null` where it can. */
  readonly refusal: string | null;
  /** Brings the comments, or the source, into view. */
  readonly show: (panel: 'comments' | 'source') => void;
}

/** Everything that can be done with a deck's comments. Each change is one step of the history. */
export class CommentDesk {
  readonly model: CommentsModel;
  readonly #session: DeckSession;
  #room: DeskRoom = { say: () => undefined, author: '', refusal: null, show: () => undefined };

  constructor(session: DeckSession, model: CommentsModel) {
    this.#session = session;
    this.model = model;
  }

  /** Tells the desk of its window, whenever something about that changes. */
  standIn(room: DeskRoom): void {
    this.#room = room;
  }

  /** Begins a comment; one that was begun before keeps its words. */
  begin(anchor: CommentAnchor, slide = this.#session.snapshot().current): void {
    const { refusal, say, show } = this.#room;
    if (refusal !== null) return say(refusal);
    const text = this.model.state().draft?.text ?? '';
    this.model.set({ draft: { slide, anchor, text }, selected: null, placing: false, focus: { on: 'draft' } });
    show('comments');
  }

  /** Has the user choose a place on the slide for a comment. */
  choosePlace(): void {
    const { refusal, say } = this.#room;
    if (refusal !== null) return say(refusal);
    this.model.set({ placing: true });
    say('Choose a place on the slide');
  }

  /** Puts the comment that was begun on its slide. */
  post(text: string, author: string): boolean {
    const { draft } = this.model.state();
    if (draft === null || text.trim() === '') return false;
    const comment: Comment = {
      kind: 'comment',
      id: newId(),
      slide: draft.slide,
      layer: defaultLayerId,
      creator: author,
      created: new Date().toISOString(),
      anchor: draft.anchor,
      text: text.trim(),
      replies: [],
      resolved: null,
    };
    if (!this.#run((state) => addAnnotations(state, [comment]), null)) return false;
    // Who has just written it wants to see it.
    const { standing } = this.model.state();
    const shown = standing === 'resolved' ? 'open' : standing;
    this.model.set({
      draft: null,
      selected: comment.id,
      focus: { on: 'comment', id: comment.id },
      words: '',
      author: null,
      standing: shown,
    });
    this.#room.say(`Comment added on slide ${this.#label(draft.slide)}`);
    return true;
  }

  reply({ id }: Comment, text: string, author: string): boolean {
    if (text.trim() === '') return false;
    const reply = { id: newId(), creator: author, created: new Date().toISOString(), text: text.trim() };
    return this.#runOn(id, (state) => replyToComment(state, id, reply), 'Reply added');
  }

  rewrite(name: RemarkName, text: string): boolean {
    if (text.trim() === '') return false;
    const at = new Date().toISOString();
    return this.#runOn(name.comment, (state) => rewriteRemark(state, name, text.trim(), at), 'Changed');
  }

  resolve({ id }: Comment): void {
    const at = new Date().toISOString();
    const by = this.#room.author;
    this.#leaving(id, () => this.#runOn(id, (state) => resolveComment(state, id, by, at), 'Resolved'));
  }

  reopen({ id }: Comment): void {
    this.#leaving(id, () => this.#runOn(id, (state) => reopenComment(state, id), 'Open again'));
  }

  /** Deletes a comment with its replies, or one of its replies. */
  remove({ comment, reply }: RemarkName): void {
    if (reply !== null)
      this.#runOn(comment, (state) => removeReply(state, comment, reply), 'Reply deleted. Undo brings it back.');
    else
      this.#leaving(comment, () =>
        this.#runOn(comment, (state) => removeAnnotations(state, [comment]), 'Comment deleted. Undo brings it back.'),
      );
  }

  /** Puts annotations that have no slide on the one in view. */
  place(ids: readonly string[]): void {
    const { current } = this.#session.snapshot();
    const many = ids.length === 1 ? 'One annotation' : `${ids.length} annotations`;
    if (this.#run((state) => placeAnnotations(state, ids, current), ids[0] ?? null))
      this.#room.say(`${many} put on slide ${this.#label(current)}`);
  }

  /** Deletes annotations that have no slide. */
  discard(ids: readonly string[]): void {
    const many = ids.length === 1 ? 'Annotation' : `${ids.length} annotations`;
    if (this.#run((state) => removeAnnotations(state, ids), ids[0] ?? null))
      this.#room.say(`${many} deleted. Undo brings ${ids.length === 1 ? 'it' : 'them'} back.`);
  }

  /** Lights a comment up, and shows its slide. */
  select(id: string | null): void {
    this.model.set({ selected: id });
    const comment = id === null ? undefined : this.find(id);
    if (comment === undefined) return;
    const { current } = this.#session.snapshot();
    if (comment.slide !== current) this.#session.goTo(comment.slide);
  }

  /** Lights a comment up and puts the focus on it in the list. */
  open(id: string): void {
    const { standing, scope } = this.model.state();
    const comment = this.find(id);
    if (comment === undefined) return;
    const isListed = standing === 'all' || (standing === 'open') === (comment.resolved === null);
    this.model.set({
      words: '',
      author: null,
      scope,
      standing: isListed ? standing : 'all',
      focus: { on: 'comment', id },
    });
    this.select(id);
    this.#room.show('comments');
  }

  /** Goes to the next comment of the list, or the one before; from the end to the start again. */
  step(by: 1 | -1): void {
    const { state } = this.#session;
    const { standing, words, author, selected } = this.model.state();
    const all = listedComments(state, { standing, words, author, slide: null });
    if (all.length === 0) return this.#room.say('There is no comment to go to');
    const place = all.findIndex(({ comment }) => comment.id === selected);
    const next = place === -1 ? this.#firstFrom(all, by) : (place + by + all.length) % all.length;
    const target = all[next];
    if (target === undefined) return;
    const { comment } = target;
    this.model.set({ scope: 'deck', focus: { on: 'comment', id: comment.id } });
    this.select(comment.id);
    this.#room.show('comments');
    this.#room.say(`Comment ${next + 1} of ${all.length}, on slide ${this.#label(comment.slide)}`);
  }

  /** Goes to the words in the source that a comment is about. */
  showWords(comment: Comment): void {
    const session = this.#session;
    const { say, show } = this.#room;
    const slide = slideByKey(slideIndex(session.state), comment.slide);
    if (slide === undefined || comment.anchor.kind !== 'quote') return;
    const found = quoteInSource(session.state, slide, comment.anchor);
    if (found === null) return say('These words do not stand in the source as they are shown');
    this.model.set({ selected: comment.id });
    show('source');
    showInSource(session, { from: slide.from + found.from, to: slide.from + found.to });
  }

  find(id: string): Comment | undefined {
    const found = annotations(this.#session.state).find((each) => each.id === id);
    return found?.kind === 'comment' ? found : undefined;
  }

  #label(slide: string): string {
    return slideLabelOf(slideIndex(this.#session.state), slide);
  }

  /**
   * Does something by which a comment may leave the list. If it does, it is lit up no more, and the focus, if that was in the
   * list, goes to the one that took its place.
   */
  #leaving(id: string, act: () => boolean): void {
    const listed = () => listedComments(this.#session.state, this.#filter());
    const place = listed().findIndex(({ comment }) => comment.id === id);
    const isHere = document.activeElement === document.body || document.activeElement?.closest('.ui-comments') !== null;
    if (!act()) return;
    const left = listed();
    if (left.some(({ comment }) => comment.id === id)) return;
    const next = left[Math.min(Math.max(0, place), left.length - 1)]?.comment.id;
    const focus: FocusWish = next === undefined ? { on: 'list' } : { on: 'comment', id: next };
    const { selected } = this.model.state();
    this.model.set({ selected: selected === id ? null : selected, ...(isHere && { focus }) });
  }

  /** What the list shows now. */
  #filter(): CommentFilter {
    const { scope, standing, words, author } = this.model.state();
    return { standing, words, author, slide: scope === 'slide' ? this.#session.snapshot().current : null };
  }

  /** Where nothing is selected: the first comment from the slide in view on, or the last one up to it. */
  #firstFrom(all: readonly { readonly comment: Comment }[], by: 1 | -1): number {
    const keys = slideKeys(slideIndex(this.#session.state));
    const here = keys.indexOf(this.#session.snapshot().current);
    const places = all.map(({ comment }) => keys.indexOf(comment.slide));
    const found =
      by === 1 ? places.findIndex((place) => place >= here) : places.findLastIndex((place) => place <= here);
    return found === -1 ? (by === 1 ? 0 : all.length - 1) : found;
  }

  #runOn(id: string, command: (state: EditorState) => Transaction | null, said: string): boolean {
    const done = this.#run(command, id);
    if (done) this.#room.say(said);
    return done;
  }

  /**
   * Runs a command; where it does not apply, says which layer is in the way.
   * @param id of the annotation that it is about; `null` for a new comment
   */
  #run(command: (state: EditorState) => Transaction | null, id: string | null): boolean {
    const session = this.#session;
    const { say, refusal } = this.#room;
    if (refusal !== null) {
      say(refusal);
      return false;
    }
    if (session.run(command)) return true;
    const there = annotations(session.state).find((each) => each.id === id);
    const layer = there === undefined ? layers(session.state).find(isDefault) : layerOf(session.state, there);
    if (layer?.locked === true) say(`The layer “${layer.name}” is locked. Unlock it first, under Annotate.`);
    return false;
  }
}

function isDefault({ id }: Layer): boolean {
  return id === defaultLayerId;
}
