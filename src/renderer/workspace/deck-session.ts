import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { Annotation, type EditorState, type StateEffect, Transaction, type TransactionSpec } from '@codemirror/state';
import { slideAt, slideIndex, slideKeys } from '../../core/deck/slide-index.ts';
import { SlideRenderer } from '../slide/slide-renderer.ts';
import { lookUpSlide } from '../stage/slide-lookup.ts';
import { TypingPace } from './typing-pace.ts';

/** What every view of an open deck is drawn from. A new object for each change; its parts keep their identity. */
export interface SessionSnapshot {
  readonly state: EditorState;
  /** Key of the slide that the caret is in. */
  readonly current: string;
  /** Keys of the selected slides; the current one is always among them. */
  readonly selected: ReadonlySet<string>;
}

/** Marks a transaction that went to another slide, which the source is then to be scrolled to. */
export const wentToSlide = Annotation.define<true>();

/** A pure command on a deck: the transaction it would be, or `null` where it does not apply. */
export type DeckCommand = (state: EditorState) => Transaction | null;

/**
 * The one place where an open deck lives. Its editor state is the truth; the editor, the navigator, the stage and the
 * notes are views of it, and every change, whoever makes it, is a transaction that passes through here.
 */
export class DeckSession {
  /** Renders its slides, for all views that show them. */
  readonly renderer = new SlideRenderer();
  #snapshot: SessionSnapshot;
  readonly #listeners = new Set<() => void>();
  /** Calls off the telling of what the views have not heard of yet; `null` where they have heard of everything. */
  #untold: (() => void) | null = null;
  readonly #pace = new TypingPace();
  readonly #followers = new Set<(transactions: readonly Transaction[]) => void>();

  constructor(state: EditorState) {
    const current = currentSlide(state);
    this.#snapshot = { state, current, selected: new Set([current]) };
  }

  /** The deck as it is now. */
  readonly snapshot = (): SessionSnapshot => this.#snapshot;

  get state(): EditorState {
    return this.#snapshot.state;
  }

  /** Calls `listener` after each change until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hands every transaction to `follower`, in order, before anybody else hears of it: for an editor's own view. */
  follow(follower: (transactions: readonly Transaction[]) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Applies transactions that were made one after the other, the first on the present state. */
  readonly apply = (transactions: readonly Transaction[]): void => {
    if (this.#follow(transactions)) this.flush();
  };

  /**
   * As {@link apply}, for what is done in the source: the views hear of it when it is on the screen, or later where they
   * are slow, so that typing never waits for them.
   */
  readonly applyTyped = (transactions: readonly Transaction[]): void => {
    if (!this.#follow(transactions)) return;
    if (this.#pace.waitsForPause) this.#untold?.();
    else if (this.#untold !== null) return;
    this.#untold = this.#pace.soon(this.flush);
  };

  /** Applies what changes nothing but where the source is scrolled to: no view has to hear of it. */
  readonly applyScroll = (effects: StateEffect<unknown>): void => {
    this.#follow([this.state.update({ effects })]);
  };

  /** Tells the views at once of what they have not heard of yet. */
  readonly flush = (): void => {
    this.#untold?.();
    this.#untold = null;
    for (const listener of this.#listeners) listener();
  };

  #follow(transactions: readonly Transaction[]): boolean {
    const last = transactions.at(-1);
    if (last === undefined) return false;
    if (transactions[0]?.startState !== this.state) throw new RangeError('A transaction for another state of the deck');
    for (const follower of this.#followers) follower(transactions);
    this.#take(last.state, this.#snapshot.selected);
    return true;
  }

  dispatch(spec: TransactionSpec): void {
    this.apply([this.state.update(spec)]);
  }

  /**
   * Runs a command; `false` where it does not apply. The current slide stays current wherever it went, and slides that the
   * command made become the selection.
   */
  run(command: DeckCommand): boolean {
    const { state, current, selected } = this.#snapshot;
    const transaction = command(state);
    if (transaction === null) return false;
    this.apply([transaction]);
    const { outline } = slideIndex(state);
    const made =
      outline === slideIndex(this.state).outline
        ? []
        : slideKeys(slideIndex(this.state)).filter((key) => outline.place(key) < 0);
    if (made[0] !== undefined && transaction.docChanged) this.select(made, made[0]);
    else if (lookUpSlide(slideIndex(this.state), current) !== undefined) this.select([...selected], current);
    return true;
  }

  /** Applies a change that somebody else made. The current slide and the selection stay, wherever their slides went. */
  takeOver(transaction: Transaction): void {
    const { current, selected } = this.#snapshot;
    this.apply([transaction]);
    const { outline } = slideIndex(this.state);
    this.select(
      [...selected].filter((key) => outline.place(key) >= 0),
      current,
    );
  }

  /** Makes a slide current, and the only one selected; nothing happens if it is gone. */
  goTo(key: string): void {
    this.select([key], key);
  }

  /** Goes so many slides on in file order, or back; stays at the ends. */
  step(slides: number): void {
    const index = slideIndex(this.state);
    const target = index.slides[index.outline.place(this.#snapshot.current) + slides];
    if (target !== undefined) this.goTo(target.key);
  }

  /** Selects slides. `current` becomes the current one: the caret goes to its start unless it is in it already. */
  select(keys: Iterable<string>, current: string): void {
    const slide = lookUpSlide(slideIndex(this.state), current)?.slide;
    if (slide === undefined) return;
    const selected = new Set(keys).add(current);
    if (currentSlide(this.state) === current) {
      this.#publish(this.state, selected);
      return;
    }
    const transaction = this.state.update({
      selection: { anchor: slide.from },
      annotations: [Transaction.addToHistory.of(false), wentToSlide.of(true)],
    });
    for (const follower of this.#followers) follower([transaction]);
    this.#publish(transaction.state, selected);
  }

  /** Takes back the last step, whatever it was: typing, a move, ink. */
  readonly undo = (): boolean => undo({ state: this.state, dispatch: (transaction) => this.apply([transaction]) });

  readonly redo = (): boolean => redo({ state: this.state, dispatch: (transaction) => this.apply([transaction]) });

  /** Takes back so many steps (less than 0) or does them again, and shows only where that leads. */
  travel(steps: number): void {
    const transactions: Transaction[] = [];
    let { state } = this;
    const dispatch = (transaction: Transaction) => {
      transactions.push(transaction);
      state = transaction.state;
    };
    for (let left = Math.abs(steps); left > 0; left--) if (!(steps < 0 ? undo : redo)({ state, dispatch })) break;
    this.apply(transactions);
  }

  #publish(state: EditorState, selected: ReadonlySet<string>): void {
    this.#take(state, selected);
    this.flush();
  }

  #take(state: EditorState, selected: ReadonlySet<string>): void {
    const current = currentSlide(state);
    this.#snapshot = { state, current, selected: keptSelection(state, selected, current, this.#snapshot) };
  }
}

/** Key of the slide that the caret is in. */
function currentSlide(state: EditorState): string {
  return slideAt(slideIndex(state), state.selection.main.head).key;
}

/** The selection after a change: without slides that are gone, and only the current one if the caret left the selection. */
function keptSelection(
  state: EditorState,
  selected: ReadonlySet<string>,
  current: string,
  before: SessionSnapshot,
): ReadonlySet<string> {
  if (!selected.has(current)) return new Set([current]);
  const { outline } = slideIndex(state);
  if (selected === before.selected && outline === slideIndex(before.state).outline) return selected;
  const kept = new Set([...selected].filter((key) => outline.place(key) >= 0));
  return kept.size === before.selected.size && [...kept].every((key) => before.selected.has(key))
    ? before.selected
    : kept;
}

/** Whether there is a step to take back, and one to do again. */
export function historyDepth(state: EditorState): { readonly undo: boolean; readonly redo: boolean } {
  return { undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 };
}
