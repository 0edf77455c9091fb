import type { HostClient } from '../../contract/client.ts';
import type { OpenDeck } from '../../contract/schemas/deck.ts';
import type { DeckSession } from './deck-session.ts';
import { CommentsModel } from '../comments/comments-model.ts';
import { openSession } from './open-session.ts';
import { Autosave } from './saving/autosave.ts';
import { isAtRisk } from './saving/save-state.ts';

/** Milliseconds from the last change to its save. */
const autosaveDelay = 1000;

/** A deck that is open in this window, in view or not. */
export interface DeckTab {
  readonly opened: OpenDeck;
  readonly session: DeckSession;
  readonly autosave: Autosave;
  /** What is looked at and written among its comments. */
  readonly comments: CommentsModel;
}

/** What goes on with a deck when its file has another name, or is read once more. */
type Work = Pick<DeckTab, 'session' | 'comments'>;

function newWork(opened: OpenDeck): Work {
  return { session: openSession(opened), comments: new CommentsModel() };
}

/** The decks that are open in this window. Each is saved as it changes, whether it is in view or not. */
export class OpenDecks {
  readonly #client: HostClient;
  readonly #tell: (message: string) => void;
  readonly #stops = new Map<DeckTab, () => void>();
  readonly #listeners = new Set<() => void>();
  #tabs: readonly DeckTab[] = [];
  #auto = true;

  constructor(client: HostClient, tell: (message: string) => void) {
    this.#client = client;
    this.#tell = tell;
  }

  readonly tabs = (): readonly DeckTab[] => this.#tabs;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  find(deck: string): DeckTab | undefined {
    return this.#tabs.find(({ opened }) => opened.deck === deck);
  }

  /** The tab of a deck: opened now, unless it is open already. Rejects with a Failure. */
  async open(deck: string): Promise<DeckTab> {
    const known = this.find(deck);
    if (known !== undefined) return known;
    const opened = await this.#client.call('deck.open', { deck });
    // It may have been opened meanwhile by a second click.
    const other = this.find(opened.deck);
    if (other !== undefined) return other;
    const tab = this.#start(opened, newWork(opened), true);
    this.#publish([...this.#tabs, tab]);
    return tab;
  }

  /** Whether decks are saved without being asked, those that are open and those to come. */
  setAuto(auto: boolean): void {
    this.#auto = auto;
    for (const { autosave } of this.#tabs) autosave.setAuto(auto);
  }

  /** Takes a deck out of the window. What is not saved must have been dealt with. */
  close(tab: DeckTab): void {
    this.#stops.get(tab)?.();
    this.#stops.delete(tab);
    this.#publish(this.#tabs.filter((other) => other !== tab));
  }

  /** The deck of a tab has another name by now: it goes on under it, with its history. Rejects with a Failure. */
  async renamed(tab: DeckTab, deck: string): Promise<DeckTab> {
    this.#stops.get(tab)?.();
    this.#stops.delete(tab);
    const next = this.#start(await this.#client.call('deck.open', { deck }), tab, false);
    this.#publish(this.#tabs.map((other) => (other === tab ? next : other)));
    return next;
  }

  /** Whether closing the window now would lose something. */
  isAtRisk(): boolean {
    // What was typed a moment ago counts, too.
    for (const { session } of this.#tabs) session.flush();
    return this.#tabs.some(({ autosave }) => isAtRisk(autosave.state()));
  }

  /** The window closes: saves what is unsaved, or gives it up. Whether something is at risk after that. */
  async settle(unsaved: 'save' | 'discard'): Promise<boolean> {
    const atRisk = this.#tabs.filter(({ autosave, session }) => {
      session.flush();
      return isAtRisk(autosave.state());
    });
    await Promise.all(atRisk.map(({ autosave }) => (unsaved === 'save' ? autosave.saveNow() : autosave.abandon())));
    return unsaved === 'save' && this.isAtRisk();
  }

  /** Looks at all files for changes that no event told of. */
  recheck(): void {
    for (const { autosave } of this.#tabs) void autosave.recheck();
  }

  #start(opened: OpenDeck, work: Work, isFresh: boolean): DeckTab {
    const tab = this.#tab(opened, work, isFresh);
    tab.autosave.setAuto(this.#auto);
    this.#stops.set(tab, tab.autosave.start());
    return tab;
  }

  #tab(opened: OpenDeck, { session, comments }: Work, isFresh: boolean): DeckTab {
    const client = this.#client;
    const autosave = new Autosave({ session, client, opened, isFresh, delay: autosaveDelay, tell: this.#tell });
    return { opened, session, comments, autosave };
  }

  #publish(tabs: readonly DeckTab[]): void {
    this.#tabs = tabs;
    for (const listener of this.#listeners) listener();
  }
}
