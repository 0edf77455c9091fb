import type { Area, Point } from '../../../core/annotations/drawing/geometry.ts';

/** Directions that a straight line keeps to while Shift is held: every 15 degrees. */
const step = Math.PI / 12;

/** The end of a line from a point, in the nearest of those directions, as far as it goes in it. */
export function inStep(from: Point, to: Point): Point {
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / step) * step;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const length = (to.x - from.x) * ux + (to.y - from.y) * uy;
  return { x: from.x + ux * length, y: from.y + uy * length };
}

/** The box that is dragged open from a point: a square where Shift is held, around that point where Alt is. */
export function openedBox(
  from: Point,
  to: Point,
  { shift, alt }: { readonly shift: boolean; readonly alt: boolean },
): Area {
  let [dx, dy] = [to.x - from.x, to.y - from.y];
  if (shift) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    [dx, dy] = [dx < 0 ? -side : side, dy < 0 ? -side : side];
  }
  const start = alt ? { x: from.x - dx, y: from.y - dy } : from;
  const [width, height] = alt ? [2 * dx, 2 * dy] : [dx, dy];
  return {
    x: Math.min(start.x, start.x + width),
    y: Math.min(start.y, start.y + height),
    width: Math.abs(width),
    height: Math.abs(height),
  };
}
