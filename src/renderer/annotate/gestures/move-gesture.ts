import type { Drawing } from '../../../core/annotations/drawing/drawing.ts';
import { roundedCoordinate as rounded, type Point } from '../../../core/annotations/drawing/geometry.ts';
import { moveDrawing } from '../../../core/annotations/drawing/transform.ts';
import type { DrawingDesk } from '../drawing-desk.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import type { Gesture } from './gesture.ts';

/** A pointer that moves less than this clicks; in CSS pixels. */
const least = 3;

/** Moves what is selected; with Shift straight across or up and down only. A click does what `onClick` says. */
export class MoveGesture implements Gesture {
  readonly #desk: DrawingDesk;
  readonly #paper: Paper;
  readonly #onShift: (dx: number, dy: number) => void;
  readonly #onClick: () => void;
  readonly #moved: readonly Drawing[];
  #from: Point | null = null;
  #by: Point | null = null;

  /** @param onShift is told how far what is selected is from where it was, in slide units */
  constructor(desk: DrawingDesk, paper: Paper, onShift: (dx: number, dy: number) => void, onClick: () => void) {
    this.#desk = desk;
    this.#paper = paper;
    this.#onShift = onShift;
    this.#onClick = onClick;
    this.#moved = desk.selected();
  }

  move({ points, shift }: PointerInput): void {
    const to = points.at(-1);
    this.#from ??= points[0] ?? null;
    if (to === undefined || this.#from === null) return;
    let [dx, dy] = [to.x - this.#from.x, to.y - this.#from.y];
    if (this.#by === null && Math.hypot(dx, dy) * this.#paper.scale < least) return;
    if (shift) [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy];
    this.#by = { x: rounded(dx), y: rounded(dy) };
    this.#show(this.#by.x, this.#by.y);
  }

  end(): void {
    const by = this.#by;
    if (by === null) return this.#onClick();
    const changed =
      (by.x !== 0 || by.y !== 0) && this.#desk.change(this.#moved.map((each) => moveDrawing(each, by.x, by.y)));
    // What was moved is drawn anew, in its new place; until then the old picture stays where it was moved to.
    if (!changed) this.#show(0, 0);
    this.#onShift(0, 0);
  }

  cancel(): void {
    this.#show(0, 0);
  }

  #show(dx: number, dy: number): void {
    this.#paper.shift(this.#moved, dx, dy);
    this.#onShift(dx, dy);
  }
}
