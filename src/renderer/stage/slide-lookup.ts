import type { SlideIndex } from '../../core/deck/slide-index.ts';
import type { Slide } from '../../core/deck/slide.ts';

/** A slide and its number, from 1 in file order. */
export interface NumberedSlide {
  readonly slide: Slide;
  readonly number: number;
}

/** A slide by its key, without a search: many views ask for many slides after each change. */
export function lookUpSlide(index: SlideIndex, key: string): NumberedSlide | undefined {
  const place = index.outline.place(key);
  const slide = index.slides[place];
  return slide === undefined ? undefined : { slide, number: place + 1 };
}
