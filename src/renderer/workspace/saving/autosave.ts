import type { OpenDeck, Recovery } from '../../../contract/schemas/deck.ts';
import { deckText } from '../../../core/deck/deck-state.ts';
import { heldMovesWords, type MergePlan, planMerge } from '../../../core/deck/merge.ts';
import { mergedText } from '../../../core/deck/merged-text.ts';
import { asFailure } from '../../../core/failure.ts';
import { DeckFiles, type DeckFilesOptions } from './deck-files.ts';
import { type InkAccess, restoreRecovery } from './from-disk.ts';
import { Journal } from './journal.ts';
import { type DeckPart, isSameState, type SaveState } from './save-state.ts';

export interface AutosaveOptions extends DeckFilesOptions {
  /** Milliseconds from the last change to the save. */
  readonly delay: number;
}

/** A merge that waits for answers: the plan, and the file that it is about. */
export interface OpenMerge {
  readonly plan: MergePlan;
  readonly fresh: OpenDeck;
}

/** Keeps an open deck and its files in step: saves what changes here, takes over what changed there, and asks where both did. */
export class Autosave {
  readonly #options: AutosaveOptions;
  readonly #files: DeckFiles;
  readonly #journal: Journal;
  readonly #listeners = new Set<() => void>();
  #savedAt: Date | null = null;
  #readOnly: string | null;
  #recovery: Recovery | null;
  #state: SaveState;
  /** Whether changes are saved without being asked. */
  #auto = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(options: AutosaveOptions) {
    const { client, opened, session } = options;
    this.#options = options;
    this.#files = new DeckFiles(options);
    this.#readOnly = opened.readOnly;
    this.#recovery = opened.recovery;
    this.#state = this.#restingState();
    this.#journal = new Journal({
      client,
      deck: opened.deck,
      held: opened.recovery !== null,
      state: () => session.state,
      sidecar: () => this.#files.sidecar,
    });
  }

  readonly state = (): SaveState => this.#state;

  readonly inkAccess = (): InkAccess => this.#files.access;

  /** What a crash left unsaved and nobody decided about yet. */
  readonly recovery = (): Recovery | null => this.#recovery;

  /** The deck's text as this window last saw it on disk. */
  get savedText(): string {
    return this.#files.savedText;
  }

  /** The annotations' file as it would be saved now; `null` for none. */
  get sidecar(): string | null {
    return this.#files.sidecar;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether changes are saved without being asked. */
  get isAuto(): boolean {
    return this.#auto;
  }

  /** Whether to save without being asked. What is unsaved when that begins is saved. */
  setAuto(auto: boolean): void {
    if (auto === this.#auto) return;
    this.#auto = auto;
    this.#changed();
  }

  /** Saves at once what is not saved; also the way to try again after a failure, and out of read-only. */
  readonly saveNow = async (): Promise<void> => {
    clearTimeout(this.#timer);
    await this.#inTurn(async () => {
      if (this.#files.question !== null) this.#publish(this.#restingState());
      else await this.#save();
    });
  };

  /** Resolves when no save and no reading is under way. */
  readonly settled = (): Promise<void> => this.#inTurn(async () => undefined);

  /** The user does not want what is unsaved: nothing of it is saved or kept for later. To be called before the end. */
  readonly abandon = async (): Promise<void> => {
    clearTimeout(this.#timer);
    await this.#journal.abandon();
  };

  /** Answers a change on disk: writes what is here over it. */
  readonly keepMine = async (): Promise<void> => {
    if (this.#state.kind !== 'changed-on-disk') return;
    const { part } = this.#state;
    await this.#inTurn(async () => {
      if (part === 'deck') return this.#files.overwriteDeck();
      const fresh = await this.#read();
      if (fresh !== null) this.#files.overwriteInk(fresh.annotations);
    });
    if (this.state().kind !== 'failed') await this.saveNow();
  };

  /** Answers a change on disk: takes it over, as one step that can be undone. */
  readonly takeTheirs = async (): Promise<void> => {
    if (this.#state.kind !== 'changed-on-disk') return;
    const { part } = this.#state;
    await this.#inTurn(() => this.#look([part], true));
  };

  /**
   * Answers a change on disk: brings both together, and saves it. Annotations are merged at once.
   * @returns the merge where something has to be decided first, or cannot be written by itself; see {@link finishMerge}
   */
  readonly merge = async (): Promise<OpenMerge | null> => {
    if (this.#state.kind !== 'changed-on-disk') return null;
    const { part } = this.#state;
    const read: { fresh: OpenDeck | null } = { fresh: null };
    await this.#inTurn(async () => {
      read.fresh = await this.#read();
      if (read.fresh !== null && part === 'annotations') this.#files.mergeInk(read.fresh.annotations);
    });
    const { fresh } = read;
    if (fresh === null) return null;
    if (part === 'annotations') {
      await this.saveNow();
      return null;
    }
    const plan = planMerge(this.#files.savedText, deckText(this.#options.session.state), fresh.text);
    const text = plan.conflicts.length === 0 ? mergedText(plan, []) : null;
    if (text === null) return { plan, fresh };
    await this.finishMerge({ plan, fresh }, text);
    return null;
  };

  /** Takes a merged text over, as one undo step, and saves it unless their file changed once more. */
  readonly finishMerge = async ({ plan, fresh }: OpenMerge, text: string): Promise<void> => {
    await this.#inTurn(async () => this.#files.takeMerged(fresh, text));
    await this.saveNow();
    const taken = plan.taken + plan.conflicts.length;
    const many = taken === 1 ? 'one change' : `${taken} changes`;
    const held = plan.heldMoves === 0 ? '' : `; ${heldMovesWords(plan.heldMoves)}`;
    this.#options.tell(`Merged ${many} of theirs${held}; one undo step takes it back.`);
  };

  /** Looks at the files for changes that no event told of. That the host does not answer shows with the next save. */
  readonly recheck = (): Promise<void> => this.#inTurn(() => this.#look(['deck', 'annotations'], false, true));

  /** Brings back what a crash left unsaved, as one undo step, and saves it. */
  readonly restoreRecovered = async (): Promise<void> => {
    const recovery = this.#recovery;
    if (recovery === null) return;
    const { session } = this.#options;
    const change = restoreRecovery(session.state, recovery);
    if (change !== null) session.takeOver(change);
    this.#recovery = null;
    // What was recovered stays in the journal until it is in the file.
    this.#journal.release(true);
    await this.saveNow();
  };

  /** Throws away what a crash left unsaved. */
  readonly discardRecovered = (): void => {
    if (this.#recovery === null) return;
    this.#recovery = null;
    this.#journal.release(true);
    this.#changed();
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
      // What happened meanwhile was not told.
      client.onReconnect(() => void this.recheck()),
    ];
    return () => {
      clearTimeout(this.#timer);
      this.#journal.hold();
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
    if (!this.#files.isDirty) return this.#publish(this.#restingState());
    this.#publish({ kind: 'saving' });
    try {
      await this.#files.save();
      if (this.#files.question === null) {
        this.#savedAt = new Date();
        this.#readOnly = null;
      }
      this.#publish(this.#restingState());
    } catch (error) {
      this.#publish({ kind: 'failed', failure: asFailure(error) });
    }
  }

  /** The state when nothing is under way. */
  #restingState(): SaveState {
    const { question, isDirty, hasStrandedInk } = this.#files;
    if (question !== null) return { kind: 'changed-on-disk', ...question };
    if (this.#readOnly !== null) return { kind: 'read-only', reason: this.#readOnly, pending: isDirty };
    if (isDirty) return { kind: 'unsaved', manual: !this.#auto };
    return { kind: 'saved', at: this.#savedAt, strandedInk: hasStrandedInk };
  }

  #changed(): void {
    if (this.#running !== null) return;
    clearTimeout(this.#timer);
    const next = this.#restingState();
    if (next.kind === 'unsaved' && this.#auto) this.#timer = setTimeout(() => void this.saveNow(), this.#options.delay);
    // A failure stays in view until a save goes well or nothing is left to save.
    if (this.#state.kind !== 'failed' || next.kind !== 'unsaved') this.#publish(next);
    else this.#journal.follow(this.#files.isDirty);
  }

  async #onDisk(part: DeckPart, revision: string | null): Promise<void> {
    await this.#inTurn(async () => {
      // An older save of ours may be told of late: the files themselves decide.
      if (this.#files.isNews(part, revision)) await this.#look([part], false);
    });
  }

  /** Reads the files again, and takes over what changed in some of them. */
  async #look(parts: readonly DeckPart[], chosen: boolean, quiet = false): Promise<void> {
    const fresh = await this.#read(quiet);
    if (fresh === null) return;
    for (const part of parts) this.#files.look(part, fresh, chosen);
    if (this.#files.question !== null) this.#publish(this.#restingState());
  }

  /** The files as they are now; `null` where they could not be read, which is published. */
  async #read(quiet = false): Promise<OpenDeck | null> {
    const { client, opened } = this.#options;
    try {
      const fresh = await client.call('deck.open', { deck: opened.deck });
      this.#found(fresh.recovery);
      return fresh;
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'missing') {
        this.#files.ask('deck', null);
        this.#publish(this.#restingState());
      } else if (!quiet) {
        this.#files.distrust();
        this.#publish({ kind: 'failed', failure });
      }
      return null;
    }
  }

  /** What another window that ended left unsaved is asked about here, too. */
  #found(recovery: Recovery | null): void {
    if (recovery === null || this.#recovery !== null) return;
    if (this.#journal.isOurs(recovery.text) || recovery.text === deckText(this.#options.session.state)) return;
    this.#recovery = recovery;
    this.#journal.hold();
  }

  #publish(state: SaveState): void {
    // Typing asks for this after each key: whoever shows the state draws again only when it is another.
    if (!isSameState(state, this.#state)) this.#state = state;
    this.#journal.follow(this.#files.isDirty);
    for (const listener of this.#listeners) listener();
  }
}
