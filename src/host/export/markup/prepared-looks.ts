import { setImmediate } from 'node:timers/promises';
import type { Drawing } from '../../../core/annotations/drawing/drawing.ts';
import type { PageLayout } from '../../../core/export/page-layout.ts';
import type { PrintMarkup } from '../../../core/export/print-plan.ts';
import { type Look, packed } from './appearance.ts';
import { drawingLook } from './drawing-entries.ts';
import { expectedPlace, type SlidePlace } from './slide-place.ts';

type Place = Pick<SlidePlace, 'left' | 'top' | 'scale'>;

/** Drawings between which others have their turn: together they take some milliseconds. */
const inOneGo = 16;

/** What drawings look like, made before it is known on which pages they are. */
export class PreparedLooks {
  readonly #looks = new Map<Drawing, { readonly place: Place; readonly look: Look }>();

  /**
   * Makes the looks of all drawings, for the places that their slides should come to. It is for the time in which the browser prints.
   * @param order numbers of the slides, as they are printed
   */
  static async prepare(
    { slides, onDark }: Pick<PrintMarkup, 'slides' | 'onDark'>,
    order: readonly number[],
    layout: PageLayout,
    slideWidth: number,
    signal: AbortSignal,
  ): Promise<PreparedLooks> {
    const prepared = new PreparedLooks();
    const positions = new Map(order.map((number, i) => [number, i]));
    let made = 0;
    for (const { number, drawings } of slides) {
      const place = expectedPlace(layout, positions.get(number) ?? 0, slideWidth);
      for (const drawing of place === null ? [] : drawings) {
        // A label's is printed.
        if (place === null || drawing.kind === 'label') continue;
        prepared.#looks.set(drawing, { place, look: packed(drawingLook(drawing, place, onDark)) });
        if (++made % inOneGo === 0) await setImmediate();
        if (signal.aborted) return prepared;
      }
    }
    return prepared;
  }

  /** The look of a drawing at a place: the one that was made, if the place is the one that was expected. */
  at(drawing: Drawing, { left, top, scale }: Place, onDark: boolean): Look {
    const known = this.#looks.get(drawing);
    if (known?.place.left === left && known.place.top === top && known.place.scale === scale) return known.look;
    return drawingLook(drawing, { left, top, scale }, onDark);
  }
}
