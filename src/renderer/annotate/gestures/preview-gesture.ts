import type { Drawing } from '../../../core/annotations/drawing/drawing.ts';
import type { DrawingDesk } from '../drawing-desk.ts';
import type { Paper } from '../paper.ts';
import type { PointerInput } from '../pointer/pointer-samples.ts';
import type { Gesture } from './gesture.ts';

/** A gesture that gives drawings other values, and shows those on the way. */
export abstract class PreviewGesture implements Gesture {
  readonly #desk: DrawingDesk;
  readonly #paper: Paper;
  readonly #before: readonly Drawing[];
  readonly #onShow: (drawings: readonly Drawing[] | null) => void;
  #after: readonly Drawing[] | null = null;

  /** @param onShow is told what the drawings are on the way; `null` where they are again what the deck says */
  constructor(
    desk: DrawingDesk,
    paper: Paper,
    drawings: readonly Drawing[],
    onShow: (drawings: readonly Drawing[] | null) => void,
  ) {
    this.#desk = desk;
    this.#paper = paper;
    this.#before = drawings;
    this.#onShow = onShow;
  }

  /** What the drawings become where the pointer is now. */
  protected abstract changed(drawings: readonly Drawing[], input: PointerInput): readonly Drawing[];

  move(input: PointerInput): void {
    const after = this.changed(this.#before, input);
    const values = new Map(after.map((drawing) => [drawing.id, drawing]));
    this.#after = after;
    this.#paper.preview(this.#desk.drawings().map((drawing) => values.get(drawing.id) ?? drawing));
    this.#onShow(after);
  }

  end(): void {
    if (this.#after !== null) this.#desk.change(this.#after);
    this.#clear();
  }

  cancel(): void {
    this.#clear();
  }

  #clear(): void {
    this.#paper.preview(null);
    this.#onShow(null);
  }
}
