import type { BoxShape } from '../../../core/annotations/drawing/box.ts';
import { type Point, roundedCoordinate as rounded } from '../../../core/annotations/drawing/geometry.ts';
import type { LineShape } from '../../../core/annotations/drawing/line.ts';
import type { DrawingDesk } from '../drawing-desk.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import { inStep, openedBox } from './aligned.ts';
import type { Gesture } from './gesture.ts';

export type ShapeName = 'line' | 'arrow' | 'rectangle' | 'ellipse';

/** A pointer that moves less than this was not meant to draw a shape; in CSS pixels. */
const least = 4;

/** Draws a line, an arrow, a rectangle or an ellipse from where the pointer was put down to where it is. */
export class ShapeGesture implements Gesture {
  readonly #desk: DrawingDesk;
  readonly #paper: Paper;
  readonly #make: (from: Point, input: PointerInput) => LineShape | BoxShape | null;
  #from: Point | null = null;
  #shape: LineShape | BoxShape | null = null;

  constructor(
    desk: DrawingDesk,
    paper: Paper,
    name: ShapeName,
    look: { readonly color: string; readonly width: number },
  ) {
    const fields = desk.fields();
    this.#desk = desk;
    this.#paper = paper;
    this.#make = (from, input) => {
      const to = input.points.at(-1);
      if (to === undefined || Math.hypot(to.x - from.x, to.y - from.y) * paper.scale < least) return null;
      if (name === 'line' || name === 'arrow')
        return lineShape(fields, name, from, input.shift ? inStep(from, to) : to, look);
      const { x, y, width, height } = openedBox(from, to, input);
      const area = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
      return { kind: name, ...fields, ...area, color: look.color, strokeWidth: look.width };
    };
  }

  move(input: PointerInput): void {
    this.#from ??= input.points[0] ?? null;
    if (this.#from === null) return;
    this.#shape = this.#make(this.#from, input);
    this.#paper.live(this.#shape);
  }

  end(): void {
    if (this.#shape !== null) this.#desk.add([this.#shape]);
    requestAnimationFrame(() => this.#paper.live(null));
  }

  cancel(): void {
    this.#paper.live(null);
  }
}

function lineShape(
  fields: ReturnType<DrawingDesk['fields']>,
  name: 'line' | 'arrow',
  from: Point,
  to: Point,
  { color, width }: { readonly color: string; readonly width: number },
): LineShape {
  const at = ({ x, y }: Point): Point => ({ x: rounded(x), y: rounded(y) });
  return { kind: 'line', ...fields, from: at(from), to: at(to), arrow: name === 'arrow', color, width };
}
