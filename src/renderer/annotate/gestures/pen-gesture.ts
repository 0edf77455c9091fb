import type { InkPoint, InkStroke } from '../../../core/annotations/drawing/ink.ts';
import type { DrawingDesk } from '../drawing-desk.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import { inStep } from './aligned.ts';
import type { Gesture } from './gesture.ts';

/** Points nearer than this to the one before say nothing new; in slide units. */
const nearest = 0.5;

/** Draws a stroke. While Shift is held it is straight, from its start. */
export class PenGesture implements Gesture {
  readonly #desk: DrawingDesk;
  readonly #paper: Paper;
  readonly #stroke: Omit<InkStroke, 'points'>;
  readonly #points: InkPoint[] = [];
  #straight = false;

  constructor(desk: DrawingDesk, paper: Paper, look: Pick<InkStroke, 'tool' | 'color' | 'width'>) {
    this.#desk = desk;
    this.#paper = paper;
    this.#stroke = { kind: 'ink', ...desk.fields(), ...look };
  }

  move({ points, ahead, shift }: PointerInput): void {
    for (const point of points) {
      const last = this.#points.at(-1);
      if (last === undefined || Math.hypot(last.x - point.x, last.y - point.y) >= nearest) this.#points.push(point);
    }
    this.#straight = shift;
    this.#show(shift ? [] : ahead);
  }

  end(): void {
    const points = this.#kept();
    if (points.length > 0) this.#desk.add([{ ...this.#stroke, points }]);
    this.#clear();
  }

  cancel(): void {
    this.#clear();
  }

  #kept(): readonly InkPoint[] {
    const [first, last] = [this.#points[0], this.#points.at(-1)];
    if (!this.#straight || first === undefined || last === undefined || first === last) return [...this.#points];
    return [first, { ...last, ...inStep(first, last) }];
  }

  #show(ahead: readonly InkPoint[]): void {
    const stroke = { ...this.#stroke, points: [...this.#kept(), ...ahead] };
    // A highlighter is mixed with the slide, together with what was highlighted before.
    if (stroke.tool === 'highlighter') this.#paper.preview([...this.#desk.drawings(), stroke]);
    else this.#paper.live(stroke);
  }

  /** In the next frame: what is in the deck by now is shown by then. */
  #clear(): void {
    if (this.#stroke.tool === 'highlighter') this.#paper.preview(null);
    else requestAnimationFrame(() => this.#paper.live(null));
  }
}
