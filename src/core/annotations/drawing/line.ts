import type { AnnotationFields } from '../annotation-fields.ts';
import type { Point } from './geometry.ts';

/** A straight line, or an arrow. */
export interface LineShape extends AnnotationFields {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
  /** Whether it has a head at `to`. */
  readonly arrow: boolean;
  /** `#rrggbb`. */
  readonly color: string;
  /** In slide units. */
  readonly width: number;
}

/** The tip of an arrow and the two ends behind it, and where the shaft stops so that it does not show beside the tip. */
export interface ArrowHead {
  readonly corners: readonly [tip: Point, left: Point, right: Point];
  readonly shaftEnd: Point;
}

/** An arrow's head: four times as long as the line is wide, 12 units at least, but never longer than the arrow. */
export function arrowHead({ from, to, width }: Pick<LineShape, 'from' | 'to' | 'width'>): ArrowHead {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return { corners: [to, to, to], shaftEnd: to };
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const long = Math.min(length, Math.max(12, 4 * width));
  const half = long * 0.45;
  const [x, y] = [to.x - ux * long, to.y - uy * long];
  return {
    corners: [to, { x: x - uy * half, y: y + ux * half }, { x: x + uy * half, y: y - ux * half }],
    shaftEnd: { x: to.x - ux * long * 0.8, y: to.y - uy * long * 0.8 },
  };
}
