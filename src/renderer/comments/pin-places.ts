import type { Point } from '../../core/annotations/drawing/geometry.ts';

/** A pin's width and height, and how far pins stay from the slide's edge, in CSS pixels at the usual size. */
export const pinSize = 24;
const edge = 4;

/** Where something wants its pin, in CSS pixels at the usual size from the slide's top left corner; `null` for one on the whole slide. */
export interface PinWish {
  readonly id: string;
  readonly at: Point | null;
}

export interface PlacedPin {
  readonly id: string;
  /** Of the pin's top left corner. */
  readonly left: number;
  readonly top: number;
}

/**
 * Places for pins on a slide: those on the whole slide in the upper corner where no line begins, row by row; the others
 * where they want to be, or as near as they can without lying on one another or over the edge.
 */
export function pinPlaces(
  wishes: readonly PinWish[],
  slide: { readonly width: number; readonly height: number },
  side: 'left' | 'right' = 'right',
): readonly PlacedPin[] {
  const placed: PlacedPin[] = [];
  const step = pinSize + edge;
  const columns = Math.max(1, Math.floor((slide.width - edge) / step));
  const within = (value: number, size: number): number => Math.max(edge, Math.min(value, size - pinSize - edge));
  const isFree = (left: number, top: number): boolean =>
    placed.every((pin) => Math.abs(pin.left - left) >= pinSize || Math.abs(pin.top - top) >= pinSize);
  const inCorner = wishes.filter(({ at }) => at === null).length;
  const inRow = Math.min(inCorner, columns);
  let corner = 0;
  for (const { id, at } of wishes) {
    if (at === null) {
      const before = corner % columns;
      placed.push({
        id,
        left: within(side === 'left' ? edge + step * before : slide.width - step * (inRow - before), slide.width),
        top: within(edge + step * Math.floor(corner / columns), slide.height),
      });
      corner++;
      continue;
    }
    const [left, top] = [within(at.x, slide.width), within(at.y, slide.height)];
    const nearby = around.map(([x, y]) => [within(left + x * step, slide.width), within(top + y * step, slide.height)]);
    const [x = left, y = top] = nearby.find(([a = 0, b = 0]) => isFree(a, b)) ?? [];
    placed.push({ id, left: x, top: y });
  }
  return placed;
}

/** Steps away from a place, the nearest first. */
const around: readonly (readonly [x: number, y: number])[] = Array.from({ length: 15 }, (_, x) =>
  Array.from({ length: 15 }, (_unused, y) => [x - 7, y - 7] as const),
)
  .flat()
  .toSorted(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));
