import type { HostClient } from '../../../contract/client.ts';
import { DeckChecker } from '../../../core/checks/deck-checker.ts';
import { DeckFiles } from '../../../core/checks/deck-files.ts';
import type { Problem } from '../../../core/checks/problem.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { wearDeckCss } from '../../slide/deck-css.ts';
import type { DeckSession } from '../deck-session.ts';
import { runWhenIdle, whenIdle } from '../idle.ts';
import { type Drawing, LayoutChecks } from './layout-checks.ts';
import { styleFindings } from './style-findings.ts';

export type Severity = Problem['severity'];

/** What is known about a deck's problems. */
export interface ChecksSnapshot {
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** The worst problem of each slide that has one, by the slide's key. It keeps its identity while nothing in it changes. */
  readonly bySlide: ReadonlyMap<string, Severity>;
  /** Whether every slide was looked at once. */
  readonly isComplete: boolean;
}

/** Milliseconds without a change after which the deck is read, and after which slides are measured. */
const pause = { read: 250, measure: 900 } as const;
/** The host lists no more files than this: a longer folder is not known whole. */
const mostListed = 5000;
/** What somebody who works with the window does. */
const acts = ['keydown', 'pointerdown', 'wheel', 'dragover'] as const;
/** Milliseconds between two reports of what measuring finds. */
const reportEvery = 700;

const noProblems: ChecksSnapshot = { problems: [], bySlide: new Map(), isComplete: false };

/** Keeps an open deck's problems up to date, in the time that typing and drawing leave. */
export class DeckChecks {
  readonly #session: DeckSession;
  readonly #client: HostClient;
  readonly #deck: string;
  readonly #checker = new DeckChecker();
  readonly #layout = new LayoutChecks();
  readonly #listeners = new Set<() => void>();
  #snapshot = noProblems;
  #files: DeckFiles | null = null;
  /** The files as they were last listed: another listing may mean other pictures. */
  #listing: string | null = null;
  /** What is wrong with the deck's style sheets. */
  #styles: readonly Diagnostic[] = [];
  #drawing: Drawing | null = null;
  /** Missing files of which the host was asked again. */
  #missing = new Set<string>();
  #cancel = (): void => {};
  /** When the deck's text last changed, and when anybody last did anything. */
  #changed = 0;
  #acted = 0;
  #measuring = false;

  constructor(session: DeckSession, client: HostClient, deck: string) {
    this.#session = session;
    this.#client = client;
    this.#deck = deck;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): ChecksSnapshot => this.#snapshot;

  /** Begins to follow the deck; the returned function ends it. */
  start(): () => void {
    this.#changed = 0;
    const unfollow = this.#session.follow((transactions) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return;
      this.#checker.touch(transactions);
      this.#layout.touch(transactions);
      this.#changed = performance.now();
      this.#schedule(pause.read);
    });
    const onFiles = (): void => void this.#listFiles().then(() => this.#schedule(0));
    const stopHearing = this.#client.on('library.changed', onFiles);
    const onFocus = (): void => {
      if (this.#snapshot.problems.some(({ code }) => code === 'missing-file')) onFiles();
    };
    window.addEventListener('focus', onFocus);
    const onAct = (): void => {
      this.#acted = performance.now();
    };
    for (const act of acts) window.addEventListener(act, onAct, { capture: true, passive: true });
    onFiles();
    return () => {
      unfollow();
      stopHearing();
      window.removeEventListener('focus', onFocus);
      for (const act of acts) window.removeEventListener(act, onAct, { capture: true });
      this.#cancel();
      this.#changed = Infinity;
    };
  }

  /** Slides are drawn this way from now on: they are measured again. */
  draw(drawing: Drawing): void {
    this.#layout.drawing = drawing;
    this.#drawing = drawing;
    this.#schedule(pause.read);
    void this.#readStyles(drawing);
  }

  /** Each sheet is read once for all that is drawn: this asks what was found then. */
  async #readStyles(drawing: Drawing): Promise<void> {
    const { css } = drawing.look;
    const found = css.length === 0 ? [] : await wearDeckCss(document.createElement('div'), css);
    if (this.#drawing !== drawing || found.length + this.#styles.length === 0) return;
    this.#styles = found;
    this.#schedule(0);
  }

  /** Looks again as soon as there is time: after something was mended. */
  readonly refresh = (): void => this.#schedule(0);

  #schedule(delay: number): void {
    this.#cancel();
    const timer = setTimeout(() => {
      this.#cancel = runWhenIdle(
        this.#checker.check(
          this.#session.state,
          this.#files,
          this.#layout.findings,
          styleFindings(this.#session.state, this.#styles),
        ),
        (problems) => this.#take(problems),
      );
    }, delay);
    this.#cancel = () => clearTimeout(timer);
  }

  #take(problems: readonly Problem[]): void {
    const missing = new Set(problems.filter(({ code }) => code === 'missing-file').map(({ message }) => message));
    const isNew = [...missing].some((message) => !this.#missing.has(message));
    this.#missing = missing;
    // A file that was added this very moment is not listed yet: nothing is said of it before the host was asked again.
    if (isNew) return void this.#listFiles().then(() => this.#schedule(0));
    this.#publish(problems);
    void this.#measure();
  }

  async #listFiles(): Promise<void> {
    try {
      const { files } = await this.#client.call('deck.files', { deck: this.#deck });
      this.#files = files.length < mostListed ? new DeckFiles(files) : null;
      const listing = JSON.stringify(files);
      if (this.#listing !== null && listing !== this.#listing) this.#layout.forgetPictures(this.#session.state);
      this.#listing = listing;
    } catch {
      // Without a list nothing is said about files. That the host is out of reach is for saving to tell.
      this.#files = null;
    }
  }

  /** Measures slides one by one, as long as nothing changes and there is time. */
  async #measure(): Promise<void> {
    if (this.#measuring) return;
    this.#measuring = true;
    let news = false;
    let reported = performance.now();
    try {
      for (;;) {
        await this.#quiet();
        if (this.#changed === Infinity) return;
        const { state, current } = this.#session.snapshot();
        const key = this.#layout.next(state, current);
        if (key === null) break;
        const changed = this.#changed;
        if (await this.#layout.measure(state, key, () => changed === this.#changed)) news = true;
        if (news && performance.now() - reported > reportEvery) {
          news = false;
          reported = performance.now();
          this.#schedule(0);
        }
      }
    } finally {
      this.#measuring = false;
    }
    if (news) this.#schedule(0);
  }

  /** Resolves once nobody has done anything for a while and the browser has time: laying out a slide is felt in a step. */
  async #quiet(): Promise<void> {
    const left = (): number => Math.max(this.#changed, this.#acted) + pause.measure - performance.now();
    for (;;) {
      const wait = left();
      if (wait > 0 && wait < Infinity) await new Promise<void>((resolve) => setTimeout(resolve, wait));
      await new Promise<void>((resolve) => whenIdle(() => resolve()));
      if (left() <= 0 || this.#changed === Infinity) return;
    }
  }

  #publish(problems: readonly Problem[]): void {
    const bySlide = worstBySlide(problems);
    const same =
      bySlide.size === this.#snapshot.bySlide.size &&
      [...bySlide].every(([key, severity]) => this.#snapshot.bySlide.get(key) === severity);
    this.#snapshot = { problems, bySlide: same ? this.#snapshot.bySlide : bySlide, isComplete: true };
    for (const listener of this.#listeners) listener();
  }
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, hint: 1 };

function worstBySlide(problems: readonly Problem[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { key, severity } of problems) {
    if (key === null) continue;
    const known = worst.get(key);
    if (known === undefined || ranks[severity] > ranks[known]) worst.set(key, severity);
  }
  return worst;
}
