/** A place on a slide, in slide units: CSS pixels of the slide at its own size, from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on a slide, in slide units; width and height are never negative. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** Slide units beyond which a coordinate is not a place on any slide. */
export const farthest = 100_000;

/** To hundredths: finer than any screen shows, and short in the file. Beyond {@link farthest} nothing is placed. */
export function roundedCoordinate(value: number): number {
  // Adding 0 makes 0 of -0, which a file does not tell apart.
  return Math.round(Math.max(-farthest, Math.min(farthest, value)) * 100) / 100 + 0;
}

/** Distance from a point to the line between two others, its ends included. */
export function distanceToSegment(at: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy);
}

/** The smallest area around points, with a margin on every side; at the origin where there are none. */
export function areaAround(points: readonly Point[], margin = 0): Area {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

/** The smallest area around areas; `null` for none. */
export function unionOf(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null;
  return areaAround(
    areas.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
}

/** Whether a point lies in an area, or so near to it. */
export function isWithin({ x, y }: Point, area: Area, reach = 0): boolean {
  return (
    x >= area.x - reach && y >= area.y - reach && x <= area.x + area.width + reach && y <= area.y + area.height + reach
  );
}
