import type { BoxShape } from './box.ts';
import { drawingBounds } from './drawing-bounds.ts';
import type { Drawing } from './drawing.ts';
import { distanceToSegment, isWithin, type Point } from './geometry.ts';
import { arrowHead } from './line.ts';

/** Whether a drawing comes so near to a point, in slide units. Boxes are outlines: within them is nothing. */
export function drawingAt(drawing: Drawing, at: Point, radius: number): boolean {
  if (!isWithin(at, drawingBounds(drawing), radius)) return false;
  switch (drawing.kind) {
    case 'ink': {
      const { points } = drawing;
      const reach = radius + drawing.width / 2;
      return points.some((point, i) => distanceToSegment(at, point, points[i + 1] ?? point) <= reach);
    }
    case 'line': {
      if (distanceToSegment(at, drawing.from, drawing.to) <= radius + drawing.width / 2) return true;
      return drawing.arrow && triangleAt(arrowHead(drawing).corners, at, radius);
    }
    case 'label':
      return true;
    default:
      return outlineAt(drawing, at, radius + drawing.strokeWidth / 2);
  }
}

/** The drawings that come so near to a point, the topmost first. */
export function drawingsAt(drawings: readonly Drawing[], at: Point, radius: number): readonly Drawing[] {
  return drawings.filter((drawing) => drawingAt(drawing, at, radius)).toReversed();
}

function triangleAt([a, b, c]: readonly [Point, Point, Point], at: Point, reach: number): boolean {
  const side = (p: Point, q: Point) => (q.x - p.x) * (at.y - p.y) - (q.y - p.y) * (at.x - p.x);
  const sides = [side(a, b), side(b, c), side(c, a)];
  if (sides.every((value) => value >= 0) || sides.every((value) => value <= 0)) return true;
  return [distanceToSegment(at, a, b), distanceToSegment(at, b, c), distanceToSegment(at, c, a)].some(
    (distance) => distance <= reach,
  );
}

function outlineAt(box: BoxShape, at: Point, reach: number): boolean {
  const edge = box.kind === 'rectangle' ? corners(box) : ellipsePoints(box);
  return edge.some((point, i) => distanceToSegment(at, point, edge[(i + 1) % edge.length] ?? point) <= reach);
}

function corners({ x, y, width, height }: BoxShape): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Points around an ellipse, near enough to one another for what a pointer can hit. */
export function ellipsePoints({ x, y, width, height }: BoxShape): readonly Point[] {
  const many = 64;
  return Array.from({ length: many }, (_, i) => {
    const angle = (i / many) * 2 * Math.PI;
    return { x: x + (width / 2) * (1 + Math.cos(angle)), y: y + (height / 2) * (1 + Math.sin(angle)) };
  });
}
