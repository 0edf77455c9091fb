import { EventEmitter } from 'node:events';
import type { Display, Point, Rectangle, Screen } from 'electron';
import { HostEvent } from './host-event.ts';

/** One display as a test tells of it. */
export interface TestDisplay extends Rectangle {
  readonly id: number;
}

/** What the system keeps of a display for itself, at its top. */
const bar = 40;

const usual: readonly TestDisplay[] = [{ id: 1, x: 0, y: 0, width: 1920, height: 1080 }];

function asDisplay({ id, ...bounds }: TestDisplay): Display {
  const workArea = { ...bounds, y: bounds.y + bar, height: bounds.height - bar };
  // What nobody here asks for is left out.
  return {
    id,
    label: `Display ${id}`,
    bounds,
    workArea,
    size: bounds,
    workAreaSize: workArea,
    scaleFactor: 1,
    rotation: 0,
  } as unknown as Display;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

class HostScreen
  extends EventEmitter
  implements
    Pick<
      Screen,
      'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getCursorScreenPoint'
    >
{
  #displays: Display[] = (process.env['ELECTRON_HOST_DISPLAYS'] === undefined
    ? usual
    : (JSON.parse(process.env['ELECTRON_HOST_DISPLAYS']) as TestDisplay[])
  ).map(asDisplay);

  getAllDisplays(): Display[] {
    return [...this.#displays];
  }

  getPrimaryDisplay(): Display {
    const [first] = this.#displays;
    if (first === undefined) throw new Error('There is no display.');
    return first;
  }

  getDisplayMatching(rectangle: Rectangle): Display {
    const best = this.#displays.toSorted((a, b) => overlap(b.bounds, rectangle) - overlap(a.bounds, rectangle))[0];
    return best !== undefined && overlap(best.bounds, rectangle) > 0 ? best : this.getDisplayNearestPoint(rectangle);
  }

  getDisplayNearestPoint({ x, y }: Point): Display {
    const distance = ({ bounds }: Display): number =>
      Math.hypot(
        Math.max(bounds.x - x, 0, x - bounds.x - bounds.width),
        Math.max(bounds.y - y, 0, y - bounds.y - bounds.height),
      );
    return this.#displays.toSorted((a, b) => distance(a) - distance(b))[0] ?? this.getPrimaryDisplay();
  }

  getCursorScreenPoint(): Point {
    return { x: 0, y: 0 };
  }

  /** Plugs displays in and out, as a test wants it. */
  setDisplays(displays: readonly TestDisplay[]): void {
    const before = this.#displays;
    this.#displays = displays.map(asDisplay);
    const known = (list: readonly Display[], id: number): boolean => list.some((display) => display.id === id);
    for (const display of before)
      if (!known(this.#displays, display.id)) this.emit('display-removed', new HostEvent(), display);
    for (const display of this.#displays) {
      if (!known(before, display.id)) this.emit('display-added', new HostEvent(), display);
      else this.emit('display-metrics-changed', new HostEvent(), display, ['bounds', 'workArea']);
    }
  }
}

/** The module `screen`. */
export const screen = new HostScreen();
