import type { Destination } from '../../core/deck/commands/move-slides.ts';
import type { BreakKind } from '../../core/deck/slide.ts';
import type { SlideItem } from './slide-items.ts';

type Items = readonly SlideItem[];

/** Where a drop before or after a slide puts the slides that are dragged. */
export function dropDestination(
  items: Items,
  moving: ReadonlySet<string>,
  target: string,
  position: 'before' | 'after',
): Destination {
  const at = items.findIndex((item) => item.id === target) + (position === 'after' ? 1 : 0);
  return { index: items.slice(0, at).filter((item) => !moving.has(item.id)).length };
}

/** One place up (`-1`) or down (`1`) in file order; `null` at the ends. Slides from several places come together first. */
export function stepDestination(items: Items, moving: ReadonlySet<string>, step: -1 | 1): Destination | null {
  const first = items.findIndex((item) => moving.has(item.id));
  if (first < 0) return null;
  const together = items.slice(first, first + moving.size).every((item) => moving.has(item.id));
  const index = step < 0 ? first - 1 : together ? first + 1 : first;
  return index < 0 || index > items.length - moving.size ? null : { index };
}

/**
 * Below the slide in front (`vertical`), at the same place; or out of its stack (`horizontal`), to right after it, so that the
 * rest of the stack stays together. `null` where it is so already.
 */
export function levelDestination(items: Items, moving: ReadonlySet<string>, level: BreakKind): Destination | null {
  const first = items.findIndex((item) => moving.has(item.id));
  const lead = items[first];
  if (lead === undefined || first === 0 || (level === 'vertical') === (lead.depth === 1)) return null;
  if (level === 'vertical') return { index: first, break: level };
  const next = items.findIndex((item, i) => i > first && item.depth === 0);
  const end = next < 0 ? items.length : next;
  return { index: items.slice(0, end).filter((item) => !moving.has(item.id)).length, break: level };
}
