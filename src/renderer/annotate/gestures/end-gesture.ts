import type { Drawing } from '../../../core/annotations/drawing/drawing.ts';
import { roundedCoordinate as rounded } from '../../../core/annotations/drawing/geometry.ts';
import type { LineShape } from '../../../core/annotations/drawing/line.ts';
import type { DrawingDesk } from '../drawing-desk.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import { inStep } from './aligned.ts';
import { PreviewGesture } from './preview-gesture.ts';

/** Moves one end of a line or an arrow; with Shift at steps of 15 degrees around the other. */
export class EndGesture extends PreviewGesture {
  readonly #end: 'from' | 'to';

  constructor(
    desk: DrawingDesk,
    paper: Paper,
    line: LineShape,
    end: 'from' | 'to',
    onShow: (drawings: readonly Drawing[] | null) => void,
  ) {
    super(desk, paper, [line], onShow);
    this.#end = end;
  }

  protected changed(drawings: readonly Drawing[], { points, shift }: PointerInput): readonly Drawing[] {
    return drawings.map((drawing) => {
      const at = points.at(-1);
      if (drawing.kind !== 'line' || at === undefined) return drawing;
      const { x, y } = shift ? inStep(drawing[this.#end === 'to' ? 'from' : 'to'], at) : at;
      return { ...drawing, [this.#end]: { x: rounded(x), y: rounded(y) } };
    });
  }
}
