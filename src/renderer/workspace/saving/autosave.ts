import { type Text, Transaction } from '@codemirror/state';
import type { HostClient } from '../../../contract/client.ts';
import type { OpenDeck, Sidecar } from '../../../contract/schemas.ts';
import type { Annotation } from '../../../core/annotations/annotation.ts';
import { annotations } from '../../../core/annotations/annotation-field.ts';
import { sidecarText } from '../../../core/annotations/sidecar.ts';
import { replaceText } from '../../../core/deck/commands/replace-text.ts';
import { deckText } from '../../../core/deck/deck-state.ts';
import { asFailure } from '../../../core/failure.ts';
import type { DeckSession } from '../deck-session.ts';
import { DiskFile } from './disk-file.ts';
import { type InkAccess, inkChange, loadInk } from './from-disk.ts';
import type { DeckPart, SaveState } from './save-state.ts';

export interface AutosaveOptions {
  readonly session: DeckSession;
  readonly client: HostClient;
  readonly opened: OpenDeck;
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
  #access: InkAccess;
  #state: SaveState;
  /** The revisions found on disk that the user has to choose about; `null` for a file that is gone. */
  readonly #questions = new Map<DeckPart, string | null>();
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
    this.#access = loadInk(opened.annotations, session.state);
    this.#state = this.#restingState();
  }

  readonly state = (): SaveState => this.#state;

  readonly inkAccess = (): InkAccess => this.#access;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Saves at once what is not saved; also the way to try again after a failure, and out of read-only. */
  readonly saveNow = async (): Promise<void> => {
    clearTimeout(this.#timer);
    await this.#inTurn(async () => {
      if (this.#questions.size > 0) this.#publish(this.#restingState());
      else await this.#save();
    });
  };

  /** Answers a change on disk: writes what is here over it. */
  readonly keepMine = async (): Promise<void> => {
    if (this.#state.kind !== 'changed-on-disk') return;
    const { part } = this.#state;
    await this.#inTurn(() => (part === 'deck' ? this.#overwriteDeck() : this.#overwriteInk()));
    if (this.state().kind !== 'failed') await this.saveNow();
  };

  /** Answers a change on disk: takes it over, as one step that can be undone. */
  readonly takeTheirs = async (): Promise<void> => {
    if (this.#state.kind !== 'changed-on-disk') return;
    const { part } = this.#state;
    await this.#inTurn(() => this.#look([part], true));
  };

  /** Looks at the files for changes that no event told of. That the host does not answer shows with the next save. */
  readonly recheck = (): Promise<void> => this.#inTurn(() => this.#look(['deck', 'annotations'], false, true));

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

  /** Runs `task` when no save and no reading is under way. Others may have waited, too, and begun the next one. */
  async #inTurn(task: () => Promise<void>): Promise<void> {
    while (this.#running !== null) await this.#running;
    this.#running = task().finally(() => {
      this.#running = null;
      if (this.#state.kind !== 'failed') this.#changed();
    });
    await this.#running;
  }

  async #save(): Promise<void> {
    const { state } = this.#options.session;
    if (!this.#isDirty()) return this.#publish(this.#restingState());
    this.#publish({ kind: 'saving' });
    try {
      if (this.#isPartDirty('deck')) {
        const met = await this.#deck.save(deckText(state));
        if (met !== null) return this.#ask('deck', met.theirs);
        this.#savedDoc = state.doc;
      }
      if (!this.#access.readOnly) {
        const sidecar = sidecarText(state, this.#ink.text);
        const met = sidecar === null ? null : await this.#ink.save(sidecar);
        if (met !== null) return this.#ask('annotations', met.theirs);
        this.#savedInk = annotations(state);
      }
      this.#savedAt = new Date();
      this.#readOnly = null;
      this.#publish(this.#restingState());
    } catch (error) {
      this.#publish({ kind: 'failed', failure: asFailure(error) });
    }
  }

  #isDirty(): boolean {
    return this.#isPartDirty('deck') || (!this.#access.readOnly && this.#isPartDirty('annotations'));
  }

  #isPartDirty(part: DeckPart): boolean {
    const { state } = this.#options.session;
    if (part === 'annotations') return annotations(state) !== this.#savedInk;
    return this.#savedDoc === null || !state.doc.eq(this.#savedDoc);
  }

  /** The state when nothing is under way. */
  #restingState(): SaveState {
    for (const part of ['deck', 'annotations'] as const) {
      const theirs = this.#questions.get(part);
      if (theirs !== undefined) return { kind: 'changed-on-disk', part, gone: theirs === null };
    }
    const dirty = this.#isDirty();
    if (this.#readOnly !== null) return { kind: 'read-only', reason: this.#readOnly, pending: dirty };
    return dirty ? { kind: 'unsaved' } : { kind: 'saved', at: this.#savedAt };
  }

  #changed(): void {
    if (this.#running !== null) return;
    clearTimeout(this.#timer);
    const next = this.#restingState();
    if (next.kind === 'unsaved') this.#timer = setTimeout(() => void this.saveNow(), this.#options.delay);
    // A failure stays in view until a save goes well or nothing is left to save.
    if (this.#state.kind !== 'failed' || next.kind !== 'unsaved') this.#publish(next);
  }

  async #onDisk(part: DeckPart, revision: string | null): Promise<void> {
    await this.#inTurn(async () => {
      const file = part === 'deck' ? this.#deck : this.#ink;
      // Our own save is no news. An older one of ours may be told of late: the files themselves decide.
      if (revision !== file.revision || this.#questions.has(part)) await this.#look([part], false);
    });
  }

  #ask(part: DeckPart, revision: string | null): void {
    clearTimeout(this.#timer);
    this.#questions.set(part, revision);
    this.#publish(this.#restingState());
  }

  /** Reads the files again, and takes over what changed in some of them. */
  async #look(parts: readonly DeckPart[], chosen: boolean, quiet = false): Promise<void> {
    const fresh = await this.#read(quiet);
    if (fresh === null) return;
    for (const part of parts) {
      if (part === 'deck') this.#lookAtDeck(fresh, chosen);
      else this.#lookAtInk(fresh.annotations, chosen);
    }
    if (this.#questions.size > 0) this.#publish(this.#restingState());
  }

  /** The files as they are now; `null` where they could not be read, which is published. */
  async #read(quiet = false): Promise<OpenDeck | null> {
    const { client, opened } = this.#options;
    try {
      return await client.call('deck.open', { deck: opened.deck });
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'missing') this.#ask('deck', null);
      else if (!quiet) {
        // The file may hold anything now: trying again has to save, which finds out.
        this.#deck.overwrite(this.#deck.revision);
        this.#savedDoc = null;
        this.#publish({ kind: 'failed', failure });
      }
      return null;
    }
  }

  #lookAtDeck(fresh: OpenDeck, chosen: boolean): void {
    const { session, tell } = this.#options;
    if (!chosen && !this.#isNews('deck', this.#deck, fresh.revision)) return;
    this.#deck.seen(fresh.text, fresh.revision);
    const change = replaceText(session.state, fresh.text, chosen);
    if (change !== null) session.takeOver(change);
    this.#savedDoc = session.state.doc;
    this.#questions.delete('deck');
    tell('The file changed on disk and was read again.');
  }

  #lookAtInk(fresh: Sidecar, chosen: boolean): void {
    const { session, tell } = this.#options;
    const { readOnly } = this.#access;
    const loaded = this.#loadWritableInk(fresh);
    if (loaded === null) return;
    // A file that could not be read was moved away, as its problem advises: what is here is not to go with it.
    if (readOnly && fresh.text === null && annotations(session.state).length > 0) {
      this.#ink.overwrite(null);
      this.#savedInk = null;
      return;
    }
    if (!chosen && !this.#isNews('annotations', this.#ink, fresh.revision)) return;
    this.#ink.seen(fresh.text, fresh.revision);
    const change = inkChange(session.state, loaded);
    if (change !== null) {
      session.dispatch({
        ...change,
        annotations: chosen ? Transaction.userEvent.of('revert') : Transaction.addToHistory.of(false),
      });
    }
    this.#savedInk = annotations(session.state);
    this.#questions.delete('annotations');
    tell('The annotations changed on disk and were read again.');
  }

  /** Whether a file is to be taken over: not where it is as we know it, nor where the user has to choose. */
  #isNews(part: DeckPart, file: DiskFile, revision: string | null): boolean {
    if (revision === file.revision) this.#questions.delete(part);
    else if (this.#isPartDirty(part)) this.#questions.set(part, revision);
    else return true;
    return false;
  }

  /** What a sidecar holds; `null` where it must be left as it is, and what is here stays in this window only. */
  #loadWritableInk(sidecar: Sidecar): readonly Annotation[] | null {
    const loaded = loadInk(sidecar, this.#options.session.state);
    this.#access = loaded;
    if (!loaded.readOnly) return loaded.annotations;
    this.#questions.delete('annotations');
    return null;
  }

  async #overwriteDeck(): Promise<void> {
    const theirs = this.#questions.get('deck');
    if (theirs === undefined) return;
    this.#questions.delete('deck');
    this.#deck.overwrite(theirs);
    this.#savedDoc = null;
  }

  /** Their file is read first, to keep what other programs wrote into it. */
  async #overwriteInk(): Promise<void> {
    const fresh = await this.#read();
    if (fresh === null || this.#loadWritableInk(fresh.annotations) === null) return;
    const { text, revision } = fresh.annotations;
    this.#questions.delete('annotations');
    this.#ink.overwrite(revision, text ?? this.#ink.text);
    this.#savedInk = null;
  }

  #publish(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
