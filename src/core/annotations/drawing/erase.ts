import { drawingAt } from './hit.ts';
import type { Point } from './geometry.ts';
import type { InkPoint, InkStroke } from './ink.ts';

/** Pieces shorter than this are crumbs, and go with what was erased; in slide units. */
const crumb = 0.5;

/**
 * What an eraser of this radius leaves of a stroke: the pieces outside the circle, with the pressure and time that their
 * points had. No ink is left within the circle, the width of the stroke included.
 * @param newId names the pieces but the first, which keeps the stroke's id
 * @returns the stroke itself, alone, where it was not met
 */
export function eraseFrom(stroke: InkStroke, at: Point, radius: number, newId: () => string): readonly InkStroke[] {
  if (!drawingAt(stroke, at, radius)) return [stroke];
  const reach = radius + stroke.width / 2;
  const pieces = piecesOutside(stroke.points, at, reach).filter((piece) => lengthOf(piece) >= crumb);
  return pieces.map((points, i) => ({ ...stroke, id: i === 0 ? stroke.id : newId(), points }));
}

function piecesOutside(points: readonly InkPoint[], at: Point, reach: number): readonly (readonly InkPoint[])[] {
  const pieces: InkPoint[][] = [];
  let open: InkPoint[] = [];
  const close = () => {
    if (open.length > 1) pieces.push(open);
    open = [];
  };
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    // On the way to this point the line may enter the circle, leave it, or pass through it.
    const [enters, leaves] = before === undefined ? [] : crossings(before, point, at, reach);
    if (before !== undefined && enters !== undefined && leaves !== undefined && leaves > 0 && enters < 1) {
      if (enters > 0) open.push(between(before, point, enters));
      close();
      if (leaves < 1) open.push(between(before, point, leaves));
    }
    if (Math.hypot(point.x - at.x, point.y - at.y) > reach) open.push(point);
  }
  close();
  return pieces;
}

/** Where, in parts of the way, the line through two points enters a circle and leaves it; none where it passes by. */
function crossings(from: Point, to: Point, at: Point, reach: number): readonly number[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [fx, fy] = [from.x - at.x, from.y - at.y];
  const a = dx * dx + dy * dy;
  const b = fx * dx + fy * dy;
  const c = fx * fx + fy * fy - reach * reach;
  const root = b * b - a * c;
  if (a === 0 || root <= 0) return [];
  return [(-b - Math.sqrt(root)) / a, (-b + Math.sqrt(root)) / a];
}

function between(from: InkPoint, to: InkPoint, part: number): InkPoint {
  const mix = (a: number, b: number) => a + (b - a) * part;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    pressure: mix(from.pressure, to.pressure),
    time: mix(from.time, to.time),
  };
}

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (const [i, { x, y }] of points.entries()) {
    const next = points[i + 1];
    if (next !== undefined) length += Math.hypot(next.x - x, next.y - y);
  }
  return length;
}
