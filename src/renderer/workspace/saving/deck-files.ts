import { type EditorState, type Text, Transaction } from '@codemirror/state';
import type { HostClient } from '../../../contract/client.ts';
import type { OpenDeck, Sidecar } from '../../../contract/schemas/deck.ts';
import { annotationSet, type AnnotationSet, isSameSet } from '../../../core/annotations/annotation-field.ts';
import { mergeAnnotations } from '../../../core/annotations/merge-annotations.ts';
import type { KeptFields, LoadedAnnotations } from '../../../core/annotations/sidecar/read.ts';
import { sidecarText } from '../../../core/annotations/sidecar/write.ts';
import { replaceText } from '../../../core/deck/commands/replace-text.ts';
import { deckText } from '../../../core/deck/deck-state.ts';
import type { DeckSession } from '../deck-session.ts';
import { DiskFile } from './disk-file.ts';
import { type InkAccess, inkChange, keptAside, loadInk } from './from-disk.ts';
import type { DeckPart } from './save-state.ts';

export interface DeckFilesOptions {
  readonly session: DeckSession;
  readonly client: HostClient;
  readonly opened: OpenDeck;
  /** Whether the session was made from `opened` just now, and holds that very text. */
  readonly isFresh: boolean;
  /** Told, in words for people, what happened without their doing. */
  readonly tell: (message: string) => void;
}

/** The two files of an open deck: what they hold, what of the deck they do not, and what has to be asked about them. */
export class DeckFiles {
  readonly #options: DeckFilesOptions;
  readonly #deck: DiskFile;
  readonly #ink: DiskFile;
  /** What the files hold, as values of the state; `null` where the files are to be written in any case. */
  #savedDoc: Text | null;
  #savedInk: AnnotationSet | null;
  /** What others have in the annotations' file. */
  #keptFields: KeptFields | null;
  #access: InkAccess;
  /** The revisions found on disk that the user has to choose about; `null` for a file that is gone. */
  readonly #questions = new Map<DeckPart, string | null>();

  constructor(options: DeckFilesOptions) {
    const { session, client, opened, isFresh } = options;
    const { deck } = opened;
    this.#options = options;
    this.#deck = new DiskFile(opened.text, opened.revision, (text, base) =>
      client.call('deck.save', { deck, text, base }),
    );
    this.#ink = new DiskFile(opened.annotations.text, opened.annotations.revision, async (text, base) => {
      const outcome = await client.call('annotations.save', { deck, text, base, damaged: this.#access.damaged });
      if (outcome.outcome === 'saved') this.#keptAside(outcome.setAside);
      return outcome;
    });
    // A deck that goes on under another name may hold more than its file.
    this.#savedDoc = isFresh || deckText(session.state) === opened.text ? session.state.doc : null;
    this.#savedInk = annotationSet(session.state);
    const loaded = loadInk(opened.annotations, session.state);
    this.#access = loaded;
    this.#keptFields = loaded.kept;
  }

  get access(): InkAccess {
    return this.#access;
  }

  /** The deck's text as it was last read or written. */
  get savedText(): string {
    return this.#deck.text ?? '';
  }

  /** The annotations' text as they would be saved now; `null` for none. */
  get sidecar(): string | null {
    return sidecarText(this.#state, this.#keptFields);
  }

  /** What has to be chosen first: which file, and whether it is gone. */
  get question(): { readonly part: DeckPart; readonly gone: boolean } | null {
    for (const part of ['deck', 'annotations'] as const) {
      const theirs = this.#questions.get(part);
      if (theirs !== undefined) return { part, gone: theirs === null };
    }
    return null;
  }

  /** Whether there is something that can be saved. */
  get isDirty(): boolean {
    return this.#isPartDirty('deck') || (!this.#access.readOnly && this.#isPartDirty('annotations'));
  }

  /** Whether there is ink here that has no file to go to. */
  get hasStrandedInk(): boolean {
    return this.#access.readOnly && this.#isPartDirty('annotations');
  }

  /** Writes what the files do not hold; stops where somebody else has written one of them, which is a question then. */
  async save(): Promise<void> {
    const { session } = this.#options;
    const { state } = session;
    if (this.#isPartDirty('deck')) {
      const met = await this.#deck.save(deckText(state));
      if (met !== null) return this.ask('deck', met.theirs);
      this.#savedDoc = state.doc;
    }
    // A damaged file stays where it is until there is something to be written in its place.
    if (this.#access.readOnly || (this.#access.damaged && !this.#isPartDirty('annotations'))) return;
    const sidecar = sidecarText(state, this.#keptFields);
    const met = sidecar === null ? null : await this.#ink.save(sidecar);
    if (met !== null) return this.ask('annotations', met.theirs);
    this.#savedInk = annotationSet(state);
  }

  ask(part: DeckPart, revision: string | null): void {
    this.#questions.set(part, revision);
  }

  /** Whether an event about a file says more than we know. Our own save is no news; an open question is looked at again. */
  isNews(part: DeckPart, revision: string | null): boolean {
    const file = part === 'deck' ? this.#deck : this.#ink;
    return revision !== file.revision || this.#questions.has(part);
  }

  /** Takes over what changed in a file, unless there are changes here, too: that is a question, unless theirs were `chosen`. */
  look(part: DeckPart, fresh: OpenDeck, chosen: boolean): void {
    if (part === 'deck') this.#lookAtDeck(fresh, chosen);
    else this.#lookAtInk(fresh.annotations, chosen);
  }

  /** The deck's file may hold anything by now: the next save finds out. */
  distrust(): void {
    this.#deck.overwrite(this.#deck.revision);
    this.#savedDoc = null;
  }

  /** Answers the question about the deck: the next save writes over what is there. */
  overwriteDeck(): void {
    const theirs = this.#questions.get('deck');
    if (theirs === undefined) return;
    this.#questions.delete('deck');
    this.#deck.overwrite(theirs);
    this.#savedDoc = null;
  }

  /** The same for the annotations; what other programs wrote into their file is kept. */
  overwriteInk(fresh: Sidecar): void {
    const loaded = this.#loadWritableInk(fresh);
    if (loaded === null) return;
    this.#keptFields = loaded.kept ?? this.#keptFields;
    this.#questions.delete('annotations');
    this.#ink.overwrite(fresh.revision, fresh.text ?? this.#ink.text);
    this.#savedInk = null;
  }

  /** Answers the question about the deck with a merged text, as one undo step; it is saved over what `fresh` holds. */
  takeMerged(fresh: OpenDeck, text: string): void {
    const { session } = this.#options;
    this.#deck.seen(fresh.text, fresh.revision);
    const change = replaceText(session.state, text, true, { userEvent: 'deck.merge' });
    if (change !== null) session.takeOver(change);
    this.#savedDoc = null;
    this.#questions.delete('deck');
  }

  /** Answers the question about the annotations by merging them; tells where mine had to hold. */
  mergeInk(fresh: Sidecar): void {
    const { session, tell } = this.#options;
    const theirs = this.#loadWritableInk(fresh);
    if (theirs === null) return;
    const base = loadInk({ text: this.#ink.text, problem: null, damaged: false }, session.state);
    const { clashes, ...merged } = mergeAnnotations(base, annotationSet(session.state), theirs);
    this.#keptFields = theirs.kept ?? this.#keptFields;
    this.#ink.seen(fresh.text, fresh.revision);
    const effects = inkChange(session.state, merged);
    if (effects.length > 0) session.dispatch({ effects, userEvent: 'annotation.merge' });
    this.#savedInk = null;
    this.#questions.delete('annotations');
    tell(
      clashes === 0
        ? 'The annotations of both are here now.'
        : `The annotations were merged; yours hold for ${clashes} that both changed.`,
    );
  }

  get #state(): EditorState {
    return this.#options.session.state;
  }

  #isPartDirty(part: DeckPart): boolean {
    const [doc, ink] = [this.#savedDoc, this.#savedInk];
    if (part === 'annotations') return ink === null || !isSameSet(annotationSet(this.#state), ink);
    return doc === null || !this.#state.doc.eq(doc);
  }

  #lookAtDeck(fresh: OpenDeck, chosen: boolean): void {
    const { session, tell } = this.#options;
    if (!chosen && !this.#mayTake('deck', this.#deck, fresh.revision)) return;
    this.#deck.seen(fresh.text, fresh.revision);
    const change = replaceText(session.state, fresh.text, chosen);
    if (change !== null) session.takeOver(change);
    this.#savedDoc = session.state.doc;
    this.#questions.delete('deck');
    tell('The file changed on disk and was read again.');
  }

  #lookAtInk(fresh: Sidecar, chosen: boolean): void {
    const { session, tell } = this.#options;
    const { readOnly, damaged } = this.#access;
    const loaded = this.#loadWritableInk(fresh);
    if (loaded === null) return;
    // A file that could not be read was moved away: what is here is not to go with it.
    if ((readOnly || damaged) && fresh.text === null && annotationSet(session.state).annotations.length > 0) {
      this.#ink.overwrite(null);
      this.#savedInk = null;
      return;
    }
    if (!chosen && !this.#mayTake('annotations', this.#ink, fresh.revision)) return;
    this.#keptFields = loaded.kept;
    this.#ink.seen(fresh.text, fresh.revision);
    const effects = inkChange(session.state, loaded);
    if (effects.length > 0) {
      session.dispatch({
        effects,
        annotations: chosen ? Transaction.userEvent.of('revert') : Transaction.addToHistory.of(false),
      });
    }
    this.#savedInk = annotationSet(session.state);
    this.#questions.delete('annotations');
    tell('The annotations changed on disk and were read again.');
  }

  /** Whether a file is to be taken over: not where it is as we know it, nor where the user has to choose. */
  #mayTake(part: DeckPart, file: DiskFile, revision: string | null): boolean {
    if (revision === file.revision) this.#questions.delete(part);
    else if (this.#isPartDirty(part)) this.#questions.set(part, revision);
    else return true;
    return false;
  }

  /**
   * What a sidecar holds; `null` where it must be left as it is, and what is here stays in this window only; and where it was
   * damaged since: what is here is whole, and is to be written.
   */
  #loadWritableInk(sidecar: Sidecar): LoadedAnnotations | null {
    const loaded = loadInk(sidecar, this.#state);
    this.#access = loaded;
    if (!loaded.readOnly && !loaded.damaged) return loaded;
    this.#questions.delete('annotations');
    if (loaded.damaged) {
      this.#ink.overwrite(sidecar.revision, sidecar.text);
      this.#savedInk = null;
    }
    return null;
  }

  /** Something was written: a damaged file that stood there has another name now. */
  #keptAside(name: string | null): void {
    if (!this.#access.damaged) return;
    this.#access = name === null ? { problem: null, readOnly: false, damaged: false } : keptAside(name);
  }
}
