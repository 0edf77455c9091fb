import type { Transaction } from '@codemirror/state';
import { slideIndex } from '../deck/slide-index.ts';
import { segmentAt } from '../deck/slide-index-update.ts';

/** Keys of the slides whose text a transaction may have changed, those included that only stand next to a change. */
export function touchedSlides(transaction: Transaction): ReadonlySet<string> {
  const touched = new Set<string>();
  if (!transaction.docChanged) return touched;
  const { slides, starts } = slideIndex(transaction.state);
  transaction.changes.iterChangedRanges((_fromA, _toA, from, to) => {
    for (let i = Math.max(0, segmentAt(starts, from) - 1); i < slides.length; i++) {
      const slide = slides[i];
      if (slide === undefined || slide.from > to) break;
      touched.add(slide.key);
    }
  });
  return touched;
}
