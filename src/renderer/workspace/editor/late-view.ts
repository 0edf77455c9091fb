import type { Transaction, TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterPaint } from '../after-paint.ts';
import { type DeckSession, wentToSlide } from '../deck-session.ts';

/** Steps that follow each other within so many milliseconds come from a key that is held down. */
const held = 120;

/**
 * The source of a session's deck. It takes longer to show another slide than all other views together, and nobody reads two
 * places at once: so it hears of a step to another slide only after the frame that shows that slide, and while a key is held
 * down, only of the slide that one stops at. As steps change no text, what is on the screen meanwhile is right but for the
 * caret. Whoever turns to it finds it where it belongs.
 */
export class LateView extends EditorView {
  readonly #session: DeckSession;
  readonly #unfollow: () => void;
  /** Steps that it has not heard of yet. */
  #untold: Transaction[] = [];
  #forget: () => void = () => {};
  #stepped = -Infinity;

  constructor(session: DeckSession, parent: HTMLElement) {
    super({ state: session.state, parent, dispatchTransactions: (transactions) => session.applyTyped(transactions) });
    this.#session = session;
    this.#unfollow = session.follow((transactions) => this.#follow(transactions));
    this.dom.addEventListener('focusin', this.#onTurn);
    this.dom.addEventListener('pointerdown', this.#onPress, { capture: true });
  }

  /** Scrolls to the caret's slide. */
  readonly showPlace = (): void => {
    this.#forget();
    this.#tell();
    const { head } = this.state.selection.main;
    this.#session.applyScroll(EditorView.scrollIntoView(head, { y: 'start', yMargin: 12 }));
  };

  override dispatch(...input: readonly (Transaction | readonly Transaction[] | TransactionSpec)[]): void {
    this.#tell();
    super.dispatch(...(input as readonly TransactionSpec[]));
  }

  override destroy(): void {
    this.#unfollow();
    this.#forget();
    super.destroy();
  }

  #follow(transactions: readonly Transaction[]): void {
    const isStep = transactions.every((transaction) => transaction.annotation(wentToSlide) === true);
    if (isStep) {
      this.#untold.push(...transactions);
      if (this.hasFocus) this.#tell();
      return this.#wait();
    }
    this.#tell();
    // Whoever writes or moves the caret meanwhile has the source where it is.
    if (transactions.some(({ docChanged, selection }) => docChanged || selection !== undefined)) this.#forget();
    this.update(transactions);
  }

  #wait(): void {
    const now = performance.now();
    const isHeld = now - this.#stepped < held;
    this.#stepped = now;
    this.#forget();
    if (isHeld) {
      const timer = setTimeout(this.showPlace, held);
      this.#forget = () => clearTimeout(timer);
    } else this.#forget = afterPaint(this.showPlace);
  }

  /** Hears of the steps; where they led is still to be shown. */
  #tell(): void {
    const untold = this.#untold;
    this.#untold = [];
    if (untold.length > 0) this.update(untold);
  }

  readonly #onTurn = (): void => {
    if (this.#untold.length > 0) this.showPlace();
  };

  /** A press says itself where the caret is to be, in what is on the screen. */
  readonly #onPress = (): void => {
    this.#forget();
    this.#tell();
  };
}
