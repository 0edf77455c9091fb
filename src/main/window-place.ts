import type { Rectangle } from 'electron';

/** Where a window was left. */
export interface WindowPlace {
  /** In device-independent pixels, of the window as it is when it does not fill the screen. */
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** So much of a window's upper edge has to be within reach, in pixels: enough to take hold of it. */
const grip = { width: 120, height: 32 } as const;
/** How far a window stands from another one at the same place, in pixels. */
const step = 28;
/** A window that nobody placed yet, in pixels. */
export const firstSize = { width: 1440, height: 900 } as const;

/**
 * The place for a window that wants `bounds`, on displays of which `areas` are free of panels: as it was where it fits and its upper
 * edge can be seen, else whole on the display that it was on, or that is nearest. It is never larger than that.
 */
export function onScreen(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle {
  const home = areas.toSorted((a, b) => shared(b, bounds) - shared(a, bounds) || away(a, bounds) - away(b, bounds))[0];
  if (home === undefined) return bounds;
  const width = Math.min(bounds.width, home.width);
  const height = Math.min(bounds.height, home.height);
  const fits = width === bounds.width && height === bounds.height;
  if (fits && areas.some((area) => isInReach(bounds, area))) return bounds;
  return {
    width,
    height,
    x: between(bounds.x, home.x, home.x + home.width - width),
    y: between(bounds.y, home.y, home.y + home.height - height),
  };
}

/** Moves a window aside as long as it would cover one of `others` exactly. */
export function besideOthers(bounds: Rectangle, others: readonly Rectangle[]): Rectangle {
  const covers = others.some(({ x, y }) => x === bounds.x && y === bounds.y);
  return covers ? besideOthers({ ...bounds, x: bounds.x + step, y: bounds.y + step }, others) : bounds;
}

/** The middle of a display, for a window that was never placed. */
export function centred(area: Rectangle): Rectangle {
  const width = Math.min(firstSize.width, area.width);
  const height = Math.min(firstSize.height, area.height);
  return {
    width,
    height,
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
  };
}

function isInReach({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return seen >= Math.min(grip.width, width) && y >= area.y && y + grip.height <= area.y + area.height;
}

/** Pixels that two rectangles share. */
function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** How far the middles of two rectangles are apart. */
function away(a: Rectangle, b: Rectangle): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
}

function between(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}
