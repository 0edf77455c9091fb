import type { SlideIndex } from '../../core/deck/slide-index.ts';
import type { Slide } from '../../core/deck/slide.ts';

/** A slide and its number, from 1 in file order. */
export interface NumberedSlide {
  readonly slide: Slide;
  readonly number: number;
}

const lookups = new WeakMap<SlideIndex, ReadonlyMap<string, NumberedSlide>>();

/** A slide by its key, without a search: many views ask for many slides after each change. */
export function lookUpSlide(index: SlideIndex, key: string): NumberedSlide | undefined {
  let lookup = lookups.get(index);
  if (lookup === undefined) {
    lookup = new Map(index.slides.map((slide, i) => [slide.key, { slide, number: i + 1 }]));
    lookups.set(index, lookup);
  }
  return lookup.get(key);
}
