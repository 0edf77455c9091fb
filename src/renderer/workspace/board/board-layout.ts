import type { DropPlace } from '../slide-moves.ts';
import type { Section } from '../sections.ts';
import type { SlideItem } from '../slide-items.ts';

/** A rectangle on the board, in CSS pixels from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Slides of one section that are shown. */
export interface SlideGroup {
  readonly section: Section;
  readonly items: readonly SlideItem[];
}

export interface Heading extends Box {
  readonly group: SlideGroup;
}

/** A strip across the board, with the slides from `from` up to, not including, `to`. Strips stand in order, without gaps. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

/** Where slides would go, and the line that says so. */
export interface Drop extends DropPlace {
  readonly line: Box;
}

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Where everything on a board stands: known for all slides, whether they are drawn or not. */
export interface BoardLayout {
  readonly height: number;
  /** Of the slides that are shown, in file order. */
  readonly boxes: readonly Box[];
  readonly pictureWidth: (item: SlideItem) => number;
  readonly headings: readonly Heading[];
  readonly bands: readonly Band[];
  /** What a drop at a point means; `null` on an empty board. */
  dropAt(x: number, y: number): Drop | null;
  /** The slide beside the one at `at`; the same one at the edge. */
  neighbour(at: number, key: ArrowKey): number;
  /** The slide at a distance above or below. */
  fromHere(at: number, distance: number): number;
}

/** The first band that ends below `y`; the last one where none does. */
export function bandAt(bands: readonly Band[], y: number): Band | undefined {
  let low = 0;
  let high = bands.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bands[middle]?.bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return bands[low];
}

/** Places of the slides of which something stands between two heights. */
export function slidesBetween({ bands, boxes }: BoardLayout, top: number, bottom: number): readonly number[] {
  const first = bandAt(bands, top);
  const last = bandAt(bands, bottom);
  if (first === undefined || last === undefined) return [];
  const found: number[] = [];
  for (let i = first.from; i < last.to; i++) {
    const box = boxes[i];
    if (box !== undefined && box.top < bottom && box.top + box.height > top) found.push(i);
  }
  return found;
}
