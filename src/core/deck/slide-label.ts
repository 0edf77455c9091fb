import { coordinates, type SlideIndex } from './slide-index.ts';
import { perOutline } from './slide-outline.ts';
import type { Coordinates } from './slide.ts';

/**
 * What people call a slide: `3` for the first of the third column, `3.1` for the one below it; hidden slides count. Programs
 * count in file order instead: see `slideNumber`.
 */
export function slideLabel({ h, v }: Coordinates): string {
  return v === 0 ? `${h + 1}` : `${h + 1}.${v}`;
}

/** The labels of all slides, in file order; the same list while the outline stays. */
export const slideLabels = perOutline((index): readonly string[] => coordinates(index).map(slideLabel));

/** The label of the slide with this key; '' where there is none. */
export function slideLabelOf(index: SlideIndex, key: string): string {
  return slideLabels(index)[index.outline.place(key)] ?? '';
}

/** Where a slide was moved, in words: `to 3.1`; `up` or `down` where it passed others and is still called the same. */
export function movedTo(before: SlideIndex, after: SlideIndex, key: string): string {
  const label = slideLabelOf(after, key);
  const [was, is] = [before.outline.place(key), after.outline.place(key)];
  if (was === is || slideLabelOf(before, key) !== label) return `to ${label}`;
  return is < was ? 'up' : 'down';
}

/** `a slide`, or `2 slides`. */
export function countOfSlides(many: number): string {
  return many === 1 ? 'a slide' : `${many} slides`;
}

/** `slide 3.1`, or `2 slides`. */
export function slidesInWords(index: SlideIndex, keys: readonly string[]): string {
  const [only = ''] = keys;
  return keys.length === 1 ? `slide ${slideLabelOf(index, only)}` : countOfSlides(keys.length);
}
