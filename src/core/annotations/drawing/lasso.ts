import { drawingBounds } from './drawing-bounds.ts';
import type { Drawing } from './drawing.ts';
import { type Area, areaAround, isWithin, type Point } from './geometry.ts';
import { ellipsePoints } from './hit.ts';
import { simplified } from './stroke-path.ts';

/** What a pointer marks out on its way: a loop, or a box where it goes nearly straight, as people drag a box open. */
export type Lasso =
  | { readonly kind: 'box'; readonly area: Area }
  | { readonly kind: 'loop'; readonly points: readonly Point[] };

/** A way that encloses less than this part of the box around it is a straight one. A quarter of a circle encloses 0.28. */
const straight = 0.25;

/** What a pointer's way marks out, closed from its end to its start. */
export function lassoOf(way: readonly Point[]): Lasso {
  const area = areaAround(way);
  const enclosed = Math.abs(polygonArea(way));
  return enclosed < straight * area.width * area.height || way.length < 3
    ? { kind: 'box', area: areaAround([way[0] ?? area, way.at(-1) ?? area]) }
    : { kind: 'loop', points: way };
}

/** The drawings of which more than half lies within. */
export function drawingsWithin(drawings: readonly Drawing[], lasso: Lasso): readonly Drawing[] {
  const area = lasso.kind === 'box' ? lasso.area : areaAround(lasso.points);
  const isInside = (point: Point) => isWithin(point, area) && (lasso.kind === 'box' || isEnclosed(point, lasso.points));
  return drawings.filter((drawing) => {
    if (!overlap(drawingBounds(drawing), area)) return false;
    const outline = outlineOf(drawing);
    return outline.filter(isInside).length * 2 > outline.length;
  });
}

function overlap(a: Area, b: Area): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

const outlines = new WeakMap<Drawing, readonly Point[]>();

/** Points along a drawing, a few slide units from one another or from what lies between them. */
function outlineOf(drawing: Drawing): readonly Point[] {
  let points = outlines.get(drawing);
  if (points === undefined) {
    points = pointsOf(drawing);
    outlines.set(drawing, points);
  }
  return points;
}

function pointsOf(drawing: Drawing): readonly Point[] {
  switch (drawing.kind) {
    case 'ink':
      return spaced(simplified(drawing.points, 3));
    case 'line':
      return spaced([drawing.from, drawing.to]);
    case 'ellipse':
      return ellipsePoints(drawing);
    default: {
      const { x, y, width, height } = drawingBounds(drawing);
      const [right, bottom] = [x + width, y + height];
      return spaced([
        { x, y },
        { x: right, y },
        { x: right, y: bottom },
        { x, y: bottom },
        { x, y },
      ]);
    }
  }
}

/** Most points between two corners. */
const most = 32;
const space = 12;

/** The corners of a line with points between them, so that long sides count for more than short ones. */
function spaced(corners: readonly Point[]): readonly Point[] {
  return corners.flatMap((from, i) => {
    const to = corners[i + 1];
    if (to === undefined) return [from];
    const parts = Math.min(most, Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / space)));
    return Array.from({ length: parts }, (_, part) => ({
      x: from.x + ((to.x - from.x) * part) / parts,
      y: from.y + ((to.y - from.y) * part) / parts,
    }));
  });
}

/** Whether a polygon encloses a point: whether a ray from it crosses the edge an odd number of times. */
function isEnclosed({ x, y }: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (const [i, a] of polygon.entries()) {
    const b = polygon.at(i - 1) ?? a;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

function polygonArea(polygon: readonly Point[]): number {
  let twice = 0;
  for (const [i, a] of polygon.entries()) {
    const b = polygon[(i + 1) % polygon.length] ?? a;
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}
