import type { EditorState } from '@codemirror/state';
import type { HostClient } from '../../../contract/client.ts';
import { annotationSet, isSameSet } from '../../../core/annotations/annotation-field.ts';
import { deckText } from '../../../core/deck/deck-state.ts';

export interface JournalOptions {
  readonly client: HostClient;
  readonly deck: string;
  /** Whether it holds something from a crash that nobody decided about yet: it must not be written over. */
  readonly held: boolean;
  readonly state: () => EditorState;
  /** The annotations' file as it would be saved now. */
  readonly sidecar: () => string | null;
}

/** Milliseconds that changes are unsaved before they are noted down. */
const delay = 2000;
/**
 * A note takes the window up to 0.1 s where the deck is long, and a key that comes meanwhile waits: a note waits for so many
 * milliseconds without a change, but no longer than so many after it was due.
 */
const quiet = 200;
const patience = 4000;

/**
 * Notes down what cannot be saved for the time being, so that a crash does not take it away: at most one note at a time, of
 * the latest state, dropped once everything is in the file. That a note fails is no news: the save state is in view.
 */
export class Journal {
  readonly #options: JournalOptions;
  #held: boolean;
  /** Whether the host may have a note of ours. */
  #noted = false;
  #dirty = false;
  #written: EditorState | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When something changed last, by the page's clock. */
  #changed = -Infinity;
  #running: Promise<void> | null = null;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#held = options.held;
  }

  /** Told after every change whether there is something unsaved. */
  follow(dirty: boolean): void {
    this.#dirty = dirty;
    this.#changed = performance.now();
    if (this.#held || this.#running !== null) return;
    if (!dirty) {
      this.#cancel();
      if (this.#noted) void this.#drop();
    } else if (this.#timer === null) this.#wait(delay, performance.now() + delay + patience);
  }

  #wait(time: number, latest: number): void {
    this.#timer = setTimeout(() => {
      const now = performance.now();
      const left = Math.min(this.#changed + quiet, latest) - now;
      if (left > 0) this.#wait(left, latest);
      else void this.#write();
    }, time);
  }

  /** Something from a crash was found: nothing is written over it until somebody decided. */
  hold(): void {
    this.#held = true;
    this.#cancel();
  }

  /** Whether a text is what this window noted last. */
  isOurs(text: string): boolean {
    return this.#written !== null && deckText(this.#written) === text;
  }

  /** What was held from a crash was decided about. `noted`: it is still with the host. */
  release(noted: boolean): void {
    this.#held = false;
    this.#noted ||= noted;
  }

  /** What is unsaved is not wanted: nothing more is noted, and what was noted here is dropped. */
  async abandon(): Promise<void> {
    const wasHeld = this.#held;
    this.hold();
    await this.#running;
    // What is held from a crash was not decided about by that.
    if (this.#noted && !wasHeld) await this.#drop();
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<void> {
    this.#timer = null;
    const { client, deck, sidecar } = this.#options;
    const state = this.#options.state();
    if (!this.#dirty || (this.#written !== null && saysTheSame(this.#written, state))) return;
    await this.#alone(async () => {
      this.#noted = true;
      await client.call('journal.write', { deck, text: deckText(state), annotations: sidecar() });
      this.#written = state;
    });
  }

  async #drop(): Promise<void> {
    const { client, deck } = this.#options;
    await this.#alone(async () => {
      await client.call('journal.drop', { deck });
      this.#noted = false;
      this.#written = null;
    });
  }

  async #alone(task: () => Promise<void>): Promise<void> {
    let done = true;
    this.#running = task().catch(() => void (done = false));
    await this.#running;
    this.#running = null;
    // What happened meanwhile: another note, or the end of it. A failed one waits for the next change.
    if (done && !this.#held) this.follow(this.#dirty);
  }
}

function saysTheSame(a: EditorState, b: EditorState): boolean {
  return a.doc.eq(b.doc) && isSameSet(annotationSet(a), annotationSet(b));
}
