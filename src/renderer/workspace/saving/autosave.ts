import { type EditorState, type Text, Transaction } from '@codemirror/state';
import type { HostClient } from '../../../contract/client.ts';
import type { OpenDeck } from '../../../contract/schemas.ts';
import type { Annotation } from '../../../core/annotations/annotation.ts';
import { annotations } from '../../../core/annotations/annotation-field.ts';
import { sidecarText } from '../../../core/annotations/sidecar.ts';
import { deckText } from '../../../core/deck/deck-state.ts';
import { asFailure } from '../../../core/failure.ts';
import type { DeckSession } from '../deck-session.ts';
import { DiskFile } from './disk-file.ts';
import { deckFromDisk, inkFromDisk } from './from-disk.ts';
import type { DeckPart, SaveState } from './save-state.ts';

export interface AutosaveOptions {
  readonly session: DeckSession;
  readonly client: HostClient;
  readonly opened: OpenDeck;
  /** Whether the annotations may be written: not where their file could not be understood. */
  readonly writesInk: boolean;
  /** Milliseconds from the last change to the save. */
  readonly delay: number;
  /** Told, in words for people, what happened without their doing. */
  readonly tell: (message: string) => void;
}

/** Keeps an open deck and its files in step: saves what changes here, takes over what changed there, and asks where both did. */
export class Autosave {
  readonly #options: AutosaveOptions;
  readonly #deck: DiskFile;
  readonly #ink: DiskFile;
  readonly #listeners = new Set<() => void>();
  /** What the files hold, as values of the state; `null` where the files are to be written in any case. */
  #savedDoc: Text | null;
  #savedInk: readonly Annotation[] | null;
  #savedAt: Date | null = null;
  #readOnly: string | null;
  #state: SaveState;
  /** The revision found on disk that the user has to choose about. */
  #theirs: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(options: AutosaveOptions) {
    const { session, client, opened } = options;
    const { deck } = opened;
    this.#options = options;
    this.#deck = new DiskFile(opened.text, opened.revision, (text, base) =>
      client.call('deck.save', { deck, text, base }),
    );
    this.#ink = new DiskFile(opened.annotations.text, opened.annotations.revision, (text, base) =>
      client.call('annotations.save', { deck, text, base }),
    );
    this.#savedDoc = session.state.doc;
    this.#savedInk = annotations(session.state);
    this.#readOnly = opened.readOnly;
    this.#state = this.#restingState();
  }

  readonly state = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Saves at once what is not saved; also the way to try again after a failure, and out of read-only. */
  readonly saveNow = async (): Promise<void> => {
    clearTimeout(this.#timer);
    // Others may have waited for the same save, and the first of them has begun the next.
    while (this.#running !== null) await this.#running;
    if (this.#state.kind === 'changed-on-disk') return;
    this.#running = this.#save().finally(() => {
      this.#running = null;
      if (this.#state.kind !== 'failed' && this.#state.kind !== 'changed-on-disk') this.#changed();
    });
    await this.#running;
  };

  /** Answers a change on disk: writes what is here over it. */
  readonly keepMine = async (): Promise<void> => {
    if (this.#state.kind !== 'changed-on-disk') return;
    (this.#state.part === 'deck' ? this.#deck : this.#ink).seen(null, this.#theirs);
    if (this.#state.part === 'deck') this.#savedDoc = null;
    else this.#savedInk = null;
    this.#publish({ kind: 'unsaved' });
    await this.saveNow();
  };

  /** Answers a change on disk: takes it over, as one step that can be undone. */
  readonly takeTheirs = async (): Promise<void> => {
    if (this.#state.kind !== 'changed-on-disk') return;
    await this.#reload(this.#state.part, { undoable: true });
  };

  /** Begins to save what changes and to notice what others change, until the returned function is called. */
  start(): () => void {
    const { session, client, opened } = this.#options;
    const stops = [
      session.subscribe(() => this.#changed()),
      client.on('deck.changed', (event) => void (event.deck === opened.deck && this.#onDisk('deck', event.revision))),
      client.on(
        'annotations.changed',
        (event) => void (event.deck === opened.deck && this.#onDisk('annotations', event.revision)),
      ),
    ];
    return () => {
      clearTimeout(this.#timer);
      for (const stop of stops) stop();
    };
  }

  async #save(): Promise<void> {
    const { session, writesInk } = this.#options;
    const { state } = session;
    if (!this.#isDirty()) return this.#publish(this.#restingState());
    this.#publish({ kind: 'saving' });
    try {
      if (this.#isDeckDirty(state)) {
        const met = await this.#deck.save(deckText(state));
        if (met !== null) return this.#ask('deck', met.theirs);
        this.#savedDoc = state.doc;
      }
      const sidecar = writesInk ? sidecarText(state, this.#ink.text) : null;
      const met = sidecar === null ? null : await this.#ink.save(sidecar);
      if (met !== null) return this.#ask('annotations', met.theirs);
      this.#savedInk = annotations(state);
      this.#savedAt = new Date();
      this.#readOnly = null;
      this.#publish(this.#restingState());
    } catch (error) {
      this.#publish({ kind: 'failed', failure: asFailure(error) });
    }
  }

  #isDirty(): boolean {
    const { state } = this.#options.session;
    return this.#isDeckDirty(state) || this.#isInkDirty(state);
  }

  #isDeckDirty(state: EditorState): boolean {
    return this.#savedDoc === null || !state.doc.eq(this.#savedDoc);
  }

  #isInkDirty(state: EditorState): boolean {
    return this.#options.writesInk && annotations(state) !== this.#savedInk;
  }

  /** The state when nothing is under way. */
  #restingState(): SaveState {
    const dirty = this.#isDirty();
    if (this.#readOnly !== null) return { kind: 'read-only', reason: this.#readOnly, pending: dirty };
    return dirty ? { kind: 'unsaved' } : { kind: 'saved', at: this.#savedAt };
  }

  #changed(): void {
    if (this.#state.kind === 'changed-on-disk' || this.#running !== null) return;
    clearTimeout(this.#timer);
    const next = this.#restingState();
    if (next.kind === 'unsaved') this.#timer = setTimeout(() => void this.saveNow(), this.#options.delay);
    // A failure stays in view until a save goes well or nothing is left to save.
    if (this.#state.kind !== 'failed' || next.kind !== 'unsaved') this.#publish(next);
  }

  async #onDisk(part: DeckPart, revision: string | null): Promise<void> {
    while (this.#running !== null) await this.#running;
    const file = part === 'deck' ? this.#deck : this.#ink;
    if (revision === file.revision) return;
    if (this.#isPartDirty(part) || (revision === null && part === 'deck')) return this.#ask(part, revision);
    await this.#reload(part, { undoable: false });
  }

  #isPartDirty(part: DeckPart): boolean {
    const { state } = this.#options.session;
    return part === 'deck' ? this.#isDeckDirty(state) : this.#isInkDirty(state);
  }

  #ask(part: DeckPart, revision: string | null): void {
    clearTimeout(this.#timer);
    this.#theirs = revision;
    this.#publish({ kind: 'changed-on-disk', part, gone: revision === null });
  }

  async #reload(part: DeckPart, { undoable }: { readonly undoable: boolean }): Promise<void> {
    const { session, client, opened, tell } = this.#options;
    try {
      const fresh = await client.call('deck.open', { deck: opened.deck });
      const theirs = part === 'deck' ? fresh : fresh.annotations;
      // Something was typed while the file was read.
      if (!undoable && this.#isPartDirty(part)) return this.#ask(part, theirs.revision);
      const spec =
        part === 'deck' ? deckFromDisk(session.state, fresh.text) : inkFromDisk(session.state, fresh.annotations.text);
      (part === 'deck' ? this.#deck : this.#ink).seen(theirs.text, theirs.revision);
      if (spec !== null) {
        session.dispatch({
          ...spec,
          annotations: undoable ? Transaction.userEvent.of('revert') : Transaction.addToHistory.of(false),
        });
      }
      if (part === 'deck') this.#savedDoc = session.state.doc;
      else this.#savedInk = annotations(session.state);
      this.#state = this.#restingState();
      this.#changed();
      tell(
        part === 'deck'
          ? 'The file changed on disk and was read again.'
          : 'The annotations changed on disk and were read again.',
      );
    } catch (error) {
      this.#publish({ kind: 'failed', failure: asFailure(error) });
    }
  }

  #publish(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
