import { coordinates, type SlideIndex } from '../../core/deck/slide-index.ts';
import type { Coordinates } from '../../core/deck/slide.ts';
import { isHidden } from '../../core/deck/summary.ts';

/** One line of the navigator. An item keeps its identity while nothing in it changes. */
export interface SlideItem {
  /** The slide's key, under the name that lists look for. */
  readonly id: string;
  /** Number as people say it: `3`, and `3.1` for the first slide below it. */
  readonly label: string;
  /** 0 for a slide of its own column, 1 for one below another. */
  readonly depth: 0 | 1;
  readonly hidden: boolean;
}

/** `3` for the first slide of the third column, `3.1` for the one below it. */
export function slideLabel({ h, v }: Coordinates): string {
  return v === 0 ? `${h + 1}` : `${h + 1}.${v}`;
}

/** The labels of all slides, in file order. */
export function slideLabels(index: SlideIndex): readonly string[] {
  return coordinates(index).map(slideLabel);
}

/** A function from an index to the navigator's items, which gives unchanged items back as they were. */
export function itemsOf(): (index: SlideIndex) => readonly SlideItem[] {
  let known = new Map<string, SlideItem>();
  let last: readonly SlideItem[] = [];
  let lastIndex: SlideIndex | null = null;
  return (index) => {
    if (index === lastIndex) return last;
    const labels = coordinates(index);
    const items = index.slides.map((slide, i): SlideItem => {
      const place = labels[i] ?? { h: i, v: 0 };
      const item: SlideItem = {
        id: slide.key,
        label: slideLabel(place),
        depth: place.v > 0 ? 1 : 0,
        hidden: isHidden(slide),
      };
      const old = known.get(item.id);
      return old !== undefined && old.label === item.label && old.depth === item.depth && old.hidden === item.hidden
        ? old
        : item;
    });
    lastIndex = index;
    if (items.length === last.length && items.every((item, i) => item === last[i])) return last;
    known = new Map(items.map((item) => [item.id, item]));
    last = items;
    return items;
  };
}
