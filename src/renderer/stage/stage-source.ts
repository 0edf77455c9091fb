import type { BreakKind } from '../../core/deck/slide.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';

/** A slide's place in the deck, as the stage needs to know it. */
export interface StageSlide {
  readonly key: string;
  readonly break: BreakKind;
  /** What people call it, hidden slides counted: `3.1`. */
  readonly label: string;
  /** Whether it counts for progress and numbers. */
  readonly counted: boolean;
}

/** What a slide's picture is made from: equal parts make an equal picture. */
export interface SlideMatter {
  readonly body: string;
  /** What people call the slide: `3.1`. */
  readonly label: string;
  readonly drawings: readonly Drawing[];
}

/** The deck as a stage shows it. A stage asks only for the slides near the current one. */
export interface StageSource {
  /** In file order; the list keeps its identity while places stay. */
  readonly slides: readonly StageSlide[];
  matter(key: string): SlideMatter;
  /** The slide's section, with attributes, content and notes, for the stage to keep. Ink is drawn over it. */
  render(matter: SlideMatter): HTMLElement;
}
