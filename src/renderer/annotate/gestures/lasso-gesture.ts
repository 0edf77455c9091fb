import type { Point } from '../../../core/annotations/drawing/geometry.ts';
import { drawingsWithin, type Lasso, lassoOf } from '../../../core/annotations/drawing/lasso.ts';
import { type DrawingDesk, idsOf } from '../drawing-desk.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import { saySelected } from '../say-selected.ts';
import type { Gesture } from './gesture.ts';

/** Selects what it marks out, besides what is selected where Shift is held; a click selects nothing. */
export class LassoGesture implements Gesture {
  readonly #desk: DrawingDesk;
  readonly #paper: Paper;
  readonly #way: Point[] = [];
  readonly #before: readonly string[];

  constructor(desk: DrawingDesk, paper: Paper, more: boolean) {
    this.#desk = desk;
    this.#paper = paper;
    this.#before = more ? idsOf(desk.selected()) : [];
    desk.model.select(this.#before);
  }

  move({ points }: PointerInput): void {
    this.#way.push(...points);
    this.#paper.mark(pathOf(lassoOf(this.#way)));
  }

  end(): void {
    this.#paper.mark(null);
    const found = this.#way.length < 2 ? [] : drawingsWithin(this.#desk.free(), lassoOf(this.#way));
    if (found.length === 0) return;
    this.#desk.model.select([...this.#before, ...idsOf(found)]);
    saySelected(this.#desk);
  }

  cancel(): void {
    this.#paper.mark(null);
    this.#desk.model.select(this.#before);
  }
}

function pathOf(lasso: Lasso): string {
  if (lasso.kind === 'loop') return `M${lasso.points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
  const { x, y, width, height } = lasso.area;
  return `M${x} ${y}h${width}v${height}h${-width}Z`;
}
