import type { Drawing } from './drawing.ts';
import { type Point, roundedCoordinate as rounded } from './geometry.ts';

/** The same drawing elsewhere, so many slide units to the right and down. */
export function moveDrawing<T extends Drawing>(drawing: T, dx: number, dy: number): T {
  return placed(drawing, ({ x, y }) => ({ x: rounded(x + dx), y: rounded(y + dy) }));
}

/**
 * The same drawing larger or smaller; what is at `origin` stays there. Factors below 0 turn it over. Lines stay as wide as
 * they are; letters grow with the height.
 */
export function scaleDrawing<T extends Drawing>(drawing: T, origin: Point, sx: number, sy: number): T {
  const scaled = placed(drawing, ({ x, y }) => ({
    x: rounded(origin.x + (x - origin.x) * sx),
    y: rounded(origin.y + (y - origin.y) * sy),
  }));
  if (scaled.kind !== 'label') return scaled;
  return { ...scaled, size: Math.max(smallestLetters, Math.min(largestLetters, rounded(scaled.size * Math.abs(sy)))) };
}

/** Letters are not made smaller or larger than this, in slide units. */
export const smallestLetters = 4;
export const largestLetters = 1000;

function placed<T extends Drawing>(drawing: T, move: (point: Point) => Point): T {
  // Each case makes a value of the kind that it was given; the compiler cannot see that through the type parameter.
  return placedDrawing(drawing, move) as T;
}

function placedDrawing(drawing: Drawing, move: (point: Point) => Point): Drawing {
  switch (drawing.kind) {
    case 'ink':
      return { ...drawing, points: drawing.points.map((point) => ({ ...point, ...move(point) })) };
    case 'line':
      return { ...drawing, from: move(drawing.from), to: move(drawing.to) };
    case 'label':
      return { ...drawing, ...move(drawing) };
    default: {
      const { x, y, width, height } = drawing;
      const [a, b] = [move({ x, y }), move({ x: x + width, y: y + height })];
      return {
        ...drawing,
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: rounded(Math.abs(b.x - a.x)),
        height: rounded(Math.abs(b.y - a.y)),
      };
    }
  }
}
