import type { Drawing } from '../../../core/annotations/drawing/drawing.ts';
import { eraseFrom } from '../../../core/annotations/drawing/erase.ts';
import type { Point } from '../../../core/annotations/drawing/geometry.ts';
import { drawingAt } from '../../../core/annotations/drawing/hit.ts';
import type { DrawingDesk } from '../drawing-desk.ts';
import { newId } from '../new-id.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import type { Gesture } from './gesture.ts';

/** Erases what it passes over: whole drawings, or of strokes the parts that it covers. One step takes all of it back. */
export class EraseGesture implements Gesture {
  readonly #desk: DrawingDesk;
  readonly #paper: Paper;
  /** In slide units. */
  readonly #radius: number;
  readonly #inParts: boolean;
  readonly #slide: readonly Drawing[];
  /** What is left of each drawing that may be erased, by the drawing as it was. */
  readonly #left: Map<Drawing, readonly Drawing[]>;
  #last: Point | null = null;

  constructor(desk: DrawingDesk, paper: Paper, radius: number, inParts: boolean) {
    this.#desk = desk;
    this.#paper = paper;
    this.#radius = radius;
    this.#inParts = inParts;
    this.#slide = desk.drawings();
    this.#left = new Map(desk.free().map((drawing) => [drawing, [drawing]]));
  }

  move({ points }: PointerInput): void {
    let met = false;
    for (const point of points) {
      for (const at of this.#between(point)) met = this.#eraseAt(at) || met;
      this.#last = point;
    }
    if (met) this.#paper.preview(this.#slide.flatMap((drawing) => this.#left.get(drawing) ?? [drawing]));
  }

  end(): void {
    const met = [...this.#left].filter(([drawing, left]) => left.length !== 1 || left[0] !== drawing);
    if (met.length > 0) this.#desk.erase(new Map(met.map(([{ id }, left]) => [id, left])));
    this.#paper.preview(null);
  }

  cancel(): void {
    this.#paper.preview(null);
  }

  /** Places on the way to a point, so near that nothing between them is passed over. */
  #between(to: Point): readonly Point[] {
    const from = this.#last;
    if (from === null) return [to];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / this.#radius));
    return Array.from({ length: steps }, (_, i) => ({
      x: from.x + ((to.x - from.x) * (i + 1)) / steps,
      y: from.y + ((to.y - from.y) * (i + 1)) / steps,
    }));
  }

  #eraseAt(at: Point): boolean {
    let met = false;
    for (const [drawing, left] of this.#left) {
      if (!left.some((piece) => drawingAt(piece, at, this.#radius))) continue;
      met = true;
      this.#left.set(
        drawing,
        left.flatMap((piece): readonly Drawing[] => {
          if (this.#inParts && piece.kind === 'ink') return eraseFrom(piece, at, this.#radius, newId);
          return [];
        }),
      );
    }
    return met;
  }
}
