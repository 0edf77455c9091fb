import type { InkStroke } from '../../core/annotations/ink.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The strokes that an eraser of this radius meets at a point, all in slide units. */
export function strokesAt(strokes: readonly InkStroke[], at: Point, radius: number): readonly InkStroke[] {
  return strokes.filter((stroke) => {
    const reach = radius + stroke.width / 2;
    return stroke.points.some((point, i) => distanceToSegment(at, point, stroke.points[i + 1] ?? point) <= reach);
  });
}

/** Distance from a point to the line between two others. */
export function distanceToSegment(at: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy);
}
