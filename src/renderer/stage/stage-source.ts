import type { BreakKind } from '../../core/deck/slide.ts';
import type { InkStroke } from '../../core/annotations/ink.ts';

/** A slide's place in the deck, as the stage needs to know it. */
export interface StageSlide {
  readonly key: string;
  readonly break: BreakKind;
}

/** What a slide's picture is made from: equal parts make an equal picture. */
export interface SlideMatter {
  readonly body: string;
  /** From 1 in file order. */
  readonly number: number;
  readonly ink: readonly InkStroke[];
}

/** The deck as a stage shows it. A stage asks only for the slides near the current one. */
export interface StageSource {
  /** In file order; the list keeps its identity while places stay. */
  readonly slides: readonly StageSlide[];
  matter(key: string): SlideMatter;
  /** The slide's section, with attributes, content and notes, for the stage to keep. Ink is drawn over it. */
  render(matter: SlideMatter): HTMLElement;
}
