import { coordinates, type SlideIndex } from '../../core/deck/slide-index.ts';
import { slideLabel } from '../../core/deck/slide-label.ts';
import { isHidden } from '../../core/deck/summary.ts';

/** One slide of the navigator or the sorter. An item keeps its identity while nothing in it changes. */
export interface SlideItem {
  /** The slide's key. */
  readonly id: string;
  /** As `slideLabel` makes it. */
  readonly label: string;
  /** 0 for a slide of its own column, 1 for one below another. */
  readonly depth: 0 | 1;
  /** The column that it stands in, from 0. */
  readonly column: number;
  readonly hidden: boolean;
}

/** A function from an index to the deck's items, which gives unchanged items back as they were. */
export function itemsOf(): (index: SlideIndex) => readonly SlideItem[] {
  let known = new Map<string, SlideItem>();
  let last: readonly SlideItem[] = [];
  let lastIndex: SlideIndex | null = null;
  return (index) => {
    if (index === lastIndex) return last;
    const alike = lastIndex !== null && isAlike(lastIndex, index);
    lastIndex = index;
    if (alike) return last;
    const places = coordinates(index);
    const items = index.slides.map((slide, i): SlideItem => {
      const place = places[i] ?? { h: i, v: 0 };
      const item: SlideItem = {
        id: slide.key,
        label: slideLabel(place),
        depth: place.v > 0 ? 1 : 0,
        column: place.h,
        hidden: isHidden(slide),
      };
      const old = known.get(item.id);
      return old !== undefined && old.label === item.label && old.hidden === item.hidden ? old : item;
    });
    if (items.length === last.length && items.every((item, i) => item === last[i])) return last;
    known = new Map(items.map((item) => [item.id, item]));
    last = items;
    return items;
  };
}

/** Whether the same slides stand in the same places: so it is while somebody types, and then nothing has to be made anew. */
function isAlike(a: SlideIndex, b: SlideIndex): boolean {
  return (
    a.outline === b.outline ||
    (a.slides.length === b.slides.length &&
      a.slides.every((slide, i) => {
        const other = b.slides[i];
        return (
          other === slide ||
          (other !== undefined &&
            other.key === slide.key &&
            other.break === slide.break &&
            isHidden(other) === isHidden(slide))
        );
      }))
  );
}
