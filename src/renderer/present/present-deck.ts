import type { SlideIndex } from '../../core/deck/slide-index.ts';
import { isHidden } from '../../core/deck/summary.ts';

/** The slide to start with: `key` if the audience may see it, else the next one that it may, else the last; `null` where all are hidden. */
export function startSlide(index: SlideIndex, key: string): string | null {
  const at = index.slides.findIndex((slide) => slide.key === key);
  const shown = (slide: SlideIndex['slides'][number]) => !isHidden(slide);
  return (index.slides.slice(Math.max(at, 0)).find(shown) ?? index.slides.findLast(shown))?.key ?? null;
}

/** The slide with a number, as it stands at the slides' feet, if the audience may see it. */
export function slideOfNumber(index: SlideIndex, number: number): string | null {
  const slide = index.slides[number - 1];
  return slide === undefined || isHidden(slide) ? null : slide.key;
}

/** Why a number leads to no slide, as a sentence. A new object each time, so that asking again says it again. */
export interface NumberProblem {
  readonly text: string;
}

/** Why there is nothing to go to under a number; `null` where there is. */
export function numberProblem(index: SlideIndex, number: number): NumberProblem | null {
  const slide = index.slides[number - 1];
  if (slide === undefined) return { text: `No slide ${number}` };
  return isHidden(slide) ? { text: `Slide ${number} is hidden` } : null;
}
