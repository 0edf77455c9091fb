import type { SlideIndex } from '../../core/deck/slide-index.ts';
import { slideLabels } from '../../core/deck/slide-label.ts';
import type { Slide } from '../../core/deck/slide.ts';
import { isHidden } from '../../core/deck/summary.ts';

/** The slide to start with: `key` if the audience may see it, else the next one that it may, else the last; `null` where all are hidden. */
export function startSlide(index: SlideIndex, key: string): string | null {
  const at = index.slides.findIndex((slide) => slide.key === key);
  const shown = (slide: SlideIndex['slides'][number]) => !isHidden(slide);
  return (index.slides.slice(Math.max(at, 0)).find(shown) ?? index.slides.findLast(shown))?.key ?? null;
}

function labelledSlide(index: SlideIndex, label: string): Slide | undefined {
  return index.slides[slideLabels(index).indexOf(label)];
}

/** The slide that a typed label names, such as `3.1`, if the audience may see it. */
export function typedSlide(index: SlideIndex, typed: string): string | null {
  const slide = labelledSlide(index, typed);
  return slide === undefined || isHidden(slide) ? null : slide.key;
}

/** Why what was typed leads to no slide, as a sentence. A new object each time, so that asking again says it again. */
export interface TypedProblem {
  readonly text: string;
}

/** Why there is nothing to go to under a label; `null` where there is. */
export function typedProblem(index: SlideIndex, typed: string): TypedProblem | null {
  const slide = labelledSlide(index, typed);
  if (slide === undefined) return { text: `No slide ${typed}` };
  return isHidden(slide) ? { text: `Slide ${typed} is hidden` } : null;
}
