import type { EditorState, Transaction } from '@codemirror/state';
import type { Finding } from '../../../core/checks/finding.ts';
import { touchedSlides } from '../../../core/checks/touched-slides.ts';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { slideBody, slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../core/deck/slide-label.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { lookUpSlide } from '../../stage/slide-lookup.ts';
import { measureSlide } from './slide-measure.ts';

/** What was measured of a slide. */
interface Measured {
  readonly length: number;
  readonly findings: readonly Finding[];
}

/** How slides are drawn. */
export interface Drawing {
  readonly look: DeckLook;
  readonly assets: string;
}

const nothing: readonly Finding[] = [];

/** What the layout of slides tells: each is measured once, and again when its text or the deck's look has changed. */
export class LayoutChecks {
  readonly #measured = new Map<string, Measured>();
  #drawing: Drawing | null = null;

  /** Slides are drawn otherwise from now on. */
  set drawing(drawing: Drawing) {
    this.#drawing = drawing;
    this.#measured.clear();
  }

  touch(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) for (const key of touchedSlides(transaction)) this.#measured.delete(key);
  }

  /** Pictures may be there by now that were not, or be gone. */
  forgetPictures(state: EditorState): void {
    for (const slide of slideIndex(state).slides)
      if (/!\[|<img|background/.test(slideBody(state, slide))) this.#measured.delete(slide.key);
  }

  readonly findings = (key: string): readonly Finding[] => this.#measured.get(key)?.findings ?? nothing;

  /** The next slide to measure: the current one, then those behind it, then those before; `null` when all are. */
  next(state: EditorState, current: string): string | null {
    if (this.#drawing === null) return null;
    const { slides } = slideIndex(state);
    const start = Math.max(0, (lookUpSlide(slideIndex(state), current)?.number ?? 1) - 1);
    for (let i = 0; i < slides.length; i++) {
      const slide = slides[(start + i) % slides.length];
      if (slide !== undefined && this.#measured.get(slide.key)?.length !== slide.to - slide.from) return slide.key;
    }
    for (const key of this.#measured.keys())
      if (lookUpSlide(slideIndex(state), key) === undefined) this.#measured.delete(key);
    return null;
  }

  /** Measures a slide; whether that told anything new. Nothing is kept if the slide is changed meanwhile. */
  async measure(state: EditorState, key: string, isCurrent: () => boolean): Promise<boolean> {
    const found = lookUpSlide(slideIndex(state), key);
    if (found === undefined || this.#drawing === null) return false;
    const body = slideBody(state, found.slide);
    const { notesSeparator } = deckSettings(state).settings;
    const before = this.findings(key);
    const findings = await measureSlide({
      body,
      label: slideLabelOf(slideIndex(state), key),
      notesSeparator,
      ...this.#drawing,
    });
    if (!isCurrent()) return false;
    this.#measured.set(key, { length: body.length, findings });
    return before.length + findings.length > 0;
  }
}
