import { isKey, type KeyPress } from '../workspace/keys.ts';

/** How an overview's slides stand in their room, in CSS pixels. */
export interface OverviewGrid {
  readonly columns: number;
  /** Of a slide's picture. */
  readonly width: number;
  readonly height: number;
  /** Under a picture, for its number. */
  readonly caption: number;
  /** From one row's top to the next one's. */
  readonly pitch: number;
}

/** Between pictures, and around all of them. */
export const overviewGap = 24;
/** Of a picture's width: captions are read from as far away as pictures. */
const captionShare = 0.07;
/** Lower ones are not read at all. */
const leastCaption = 24;
/** Pictures narrower than this say nothing from the back row. */
const leastWidth = 200;

/**
 * Two columns at least, and six at most: the fewest, and so the largest pictures, that show all slides at once; where there are
 * too many slides for that, as many as leave each large enough to be known again.
 */
export function overviewGrid(
  count: number,
  room: { readonly width: number; readonly height: number },
  slide: { readonly width: number; readonly height: number },
): OverviewGrid {
  const most = Math.min(6, Math.max(2, Math.floor((room.width - overviewGap) / (leastWidth + overviewGap))));
  const grids = Array.from({ length: most - 1 }, (_, i) => gridOf(i + 2, room.width, slide));
  const whole = grids.find(({ columns, pitch }) => Math.ceil(count / columns) * pitch + overviewGap <= room.height);
  return whole ?? gridOf(most, room.width, slide);
}

function gridOf(
  columns: number,
  room: number,
  slide: { readonly width: number; readonly height: number },
): OverviewGrid {
  const width = Math.max(1, Math.floor((room - overviewGap * (columns + 1)) / columns));
  const height = Math.round((width * slide.height) / slide.width);
  const caption = Math.max(leastCaption, Math.round(width * captionShare));
  return { columns, width, height, caption, pitch: height + caption + overviewGap };
}

/** The first slide of those that are at all in view, and the one behind the last. */
export function slidesInView(
  { columns, pitch }: OverviewGrid,
  count: number,
  view: { readonly top: number; readonly height: number },
): { readonly from: number; readonly to: number } {
  const rows = Math.ceil(count / columns);
  const first = Math.min(Math.max(0, rows - 1), Math.max(0, Math.floor((view.top - overviewGap) / pitch)));
  const last = Math.min(rows, Math.ceil((view.top + view.height) / pitch) + 1);
  return { from: first * columns, to: Math.min(count, Math.max(last, first + 1) * columns) };
}

/** How far to scroll for a slide to be whole in view; where it is already, not at all. */
export function scrolledTo(
  { columns, pitch }: OverviewGrid,
  at: number,
  view: { readonly top: number; readonly height: number },
): number {
  const top = Math.floor(at / columns) * pitch;
  const bottom = top + pitch + overviewGap;
  if (top < view.top) return top;
  return bottom > view.top + view.height ? Math.min(top, bottom - view.height) : view.top;
}

/** Where a key leads from a slide; `null` for keys that lead nowhere. */
export function overviewStep(
  press: KeyPress,
  at: number,
  count: number,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): number | null {
  const within = (place: number) => Math.min(count - 1, Math.max(0, place));
  if (isKey(press, 'ArrowRight')) return within(at + 1);
  if (isKey(press, 'ArrowLeft')) return within(at - 1);
  // Into a last row that is not full, to its end.
  if (isKey(press, 'ArrowDown'))
    return Math.floor(at / columns) < Math.floor((count - 1) / columns) ? within(at + columns) : at;
  if (isKey(press, 'ArrowUp')) return at >= columns ? at - columns : at;
  if (isKey(press, 'PageDown')) return within(at + columns * rows);
  if (isKey(press, 'PageUp')) return within(at - columns * rows);
  if (isKey(press, 'Home')) return 0;
  return isKey(press, 'End') ? count - 1 : null;
}
