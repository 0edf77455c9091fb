import { drawingFrame } from '../../../core/annotations/drawing/drawing-bounds.ts';
import type { Drawing } from '../../../core/annotations/drawing/drawing.ts';
import { type Area, type Point, unionOf } from '../../../core/annotations/drawing/geometry.ts';
import { scaleDrawing } from '../../../core/annotations/drawing/transform.ts';
import type { DrawingDesk } from '../drawing-desk.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import { PreviewGesture } from './preview-gesture.ts';

/** A handle of the box around what is selected: the side or the corner that it moves. -1 is left or top, 1 right or bottom. */
export interface Handle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** Scales what is selected by a handle; what is opposite stays. With Shift, and for labels always, in proportion. */
export class ScaleGesture extends PreviewGesture {
  readonly #area: Area;
  readonly #handle: Handle;
  readonly #rigid: boolean;
  #grip: Point | null = null;

  constructor(desk: DrawingDesk, paper: Paper, handle: Handle, onShow: (drawings: readonly Drawing[] | null) => void) {
    const selected = desk.selected();
    super(desk, paper, selected, onShow);
    this.#area = unionOf(selected.map(drawingFrame)) ?? { x: 0, y: 0, width: 0, height: 0 };
    this.#handle = handle;
    this.#rigid = selected.every(({ kind }) => kind === 'label');
  }

  protected changed(drawings: readonly Drawing[], { points, shift }: PointerInput): readonly Drawing[] {
    const { x, y, width, height } = this.#area;
    const corner = { x: x + (width * (this.#handle.x + 1)) / 2, y: y + (height * (this.#handle.y + 1)) / 2 };
    const origin = { x: x + (width * (1 - this.#handle.x)) / 2, y: y + (height * (1 - this.#handle.y)) / 2 };
    const at = points.at(-1) ?? corner;
    // The handle stays under the pointer where it was taken.
    this.#grip ??= { x: corner.x - at.x, y: corner.y - at.y };
    const factor = (to: number, from: number, start: number, side: number) =>
      side === 0 || start === from ? 1 : (to - from) / (start - from);
    let sx = factor(at.x + this.#grip.x, origin.x, corner.x, this.#handle.x);
    let sy = factor(at.y + this.#grip.y, origin.y, corner.y, this.#handle.y);
    if (shift || this.#rigid) [sx, sy] = inProportion(sx, sy, this.#handle, this.#rigid);
    return drawings.map((drawing) => scaleDrawing(drawing, origin, sx, sy));
  }
}

function inProportion(sx: number, sy: number, { x, y }: Handle, upright: boolean): readonly [number, number] {
  const size = x === 0 ? Math.abs(sy) : y === 0 ? Math.abs(sx) : Math.max(Math.abs(sx), Math.abs(sy));
  // A label is never turned over.
  const least = upright ? Math.max(size, 0.05) : size;
  return upright ? [least, least] : [least * sign(sx), least * sign(sy)];
}

function sign(value: number): number {
  return value < 0 ? -1 : 1;
}
