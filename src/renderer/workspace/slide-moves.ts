import type { Destination } from '../../core/deck/commands/move-slides.ts';
import type { BreakKind } from '../../core/deck/slide.ts';
import type { SlideItem } from './slide-items.ts';

type Items = readonly SlideItem[];

/** A place beside a slide that is shown: what a drop line stands for. */
export interface DropPlace {
  /** Key of the slide beside the line. */
  readonly target: string;
  readonly side: 'before' | 'after';
  /** `column`: a column of its own, beside the whole column of `target`; `stack`: directly above or below `target`. */
  readonly as: 'column' | 'stack';
}

/** The slides of a deck as a view shows them: with a filter on, some are not. */
export interface SlideView {
  readonly all: Items;
  readonly shown: Items;
  /** `grid` where columns stand beside each other, `list` where all slides stand in file order. */
  readonly arrangement: 'list' | 'grid';
}

/** How many of the slides in front of place `at` stay. */
function staying(items: Items, moving: ReadonlySet<string>, at: number): number {
  let count = 0;
  for (let i = 0; i < at; i++) if (!moving.has(items[i]?.id ?? '')) count++;
  return count;
}

/** First place and end of the column that the slide at `at` stands in. */
function columnAt(items: Items, at: number): readonly [number, number] {
  const column = items[at]?.column;
  let from = at;
  while (from > 0 && items[from - 1]?.column === column) from--;
  let to = at + 1;
  while (to < items.length && items[to]?.column === column) to++;
  return [from, to];
}

/**
 * Where slides go that are put at a place. `null` where there is no stack to join, because all of it is being moved.
 * @param items all slides of the deck: those that a filter leaves out stay with the column that they are in
 */
export function destinationOf(items: Items, moving: ReadonlySet<string>, place: DropPlace): Destination | null {
  const target = items.findIndex(({ id }) => id === place.target);
  if (target < 0) return null;
  const [from, to] = columnAt(items, target);
  if (place.as === 'column')
    return { index: staying(items, moving, place.side === 'before' ? from : to), break: 'horizontal' };
  const at = target + (place.side === 'after' ? 1 : 0);
  const stays = (start: number, end: number) => items.slice(start, end).some(({ id }) => !moving.has(id));
  const index = staying(items, moving, at);
  if (stays(from, at)) return { index, break: 'vertical' };
  return stays(at, to) ? { index, break: 'horizontal', next: 'vertical' } : null;
}

/** A place in words: `after 3.1`, `below 3`. */
export function placeName(items: Items, { target, side, as }: DropPlace): string {
  const at = items.findIndex(({ id }) => id === target);
  const [from, to] = columnAt(items, at);
  const label = (place: number) => items[place]?.label ?? '';
  if (as === 'stack') return `${side === 'after' ? 'below' : 'above'} ${label(at)}`;
  return side === 'before' ? `before ${label(from)}` : `after ${label(to - 1)}`;
}

/**
 * One place up (`-1`) or down (`1`) in file order, past the next slide that is shown; `null` at the ends. Slides from several
 * places come together first.
 */
export function stepDestination(
  { all, shown }: SlideView,
  moving: ReadonlySet<string>,
  step: -1 | 1,
): Destination | null {
  const places = shown.flatMap(({ id }, i) => (moving.has(id) ? [i] : []));
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  const placeOf = (item: SlideItem | undefined) => all.findIndex(({ id }) => id === item?.id);
  if (step > 0 && last - first >= places.length) return { index: staying(all, moving, placeOf(shown[first])) };
  const neighbour = shown[step < 0 ? first - 1 : last + 1];
  if (neighbour === undefined) return null;
  return { index: staying(all, moving, placeOf(neighbour) + (step > 0 ? 1 : 0)) };
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
  const [, end] = columnAt(items, first);
  return { index: staying(items, moving, end), break: level };
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where a key moves slides in the grid. Left and right: out of a stack to the side of it, else past the neighbouring column.
 * Up and down: within the stack, and from its ends into the stack before or behind. `null` at the ends of the deck.
 */
export function gridPlace({ shown }: SlideView, moving: ReadonlySet<string>, direction: Direction): DropPlace | null {
  const back = direction === 'left' || direction === 'up';
  const side = back ? 'before' : 'after';
  const edge = back ? shown.findIndex(({ id }) => moving.has(id)) : shown.findLastIndex(({ id }) => moving.has(id));
  const lead = shown[edge];
  if (lead === undefined) return null;
  const [from, to] = columnAt(shown, edge);
  const rest = shown.slice(from, to).filter(({ id }) => !moving.has(id));
  const beyond = back
    ? shown.slice(0, from).findLast(({ id }) => !moving.has(id))
    : shown.slice(to).find(({ id }) => !moving.has(id));
  if (direction === 'left' || direction === 'right') {
    const target = rest[0] ?? beyond;
    return target === undefined ? null : { target: target.id, side, as: 'column' };
  }
  const within = back
    ? shown.slice(from, edge).findLast(({ id }) => !moving.has(id))
    : shown.slice(edge + 1, to).find(({ id }) => !moving.has(id));
  if (within !== undefined) return { target: within.id, side, as: 'stack' };
  return beyond === undefined ? null : { target: beyond.id, side: back ? 'after' : 'before', as: 'stack' };
}
