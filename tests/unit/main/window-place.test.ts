import fc from 'fast-check';
import type { Rectangle } from 'electron';
import { describe, expect, it } from 'vitest';
import { besideOthers, centred, onScreen } from '../../../src/main/window-place.ts';

const screen = { x: 0, y: 40, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 2560, height: 1440 };

const rectangle = (least: number, most: number): fc.Arbitrary<Rectangle> =>
  fc.record({
    x: fc.integer({ min: -6000, max: 6000 }),
    y: fc.integer({ min: -6000, max: 6000 }),
    width: fc.integer({ min: least, max: most }),
    height: fc.integer({ min: least, max: most }),
  });

describe('onScreen', () => {
  it('leaves a window that can be reached where it is, also half off the edge', () => {
    for (const bounds of [
      { x: 100, y: 100, width: 900, height: 600 },
      { x: 1700, y: 900, width: 900, height: 600 },
      { x: 1500, y: 200, width: 1000, height: 700 },
    ])
      expect(onScreen(bounds, [screen, second])).toEqual(bounds);
  });

  it('brings a window whose display is gone to the one that is nearest, whole', () => {
    expect(onScreen({ x: 2400, y: 200, width: 1500, height: 1200 }, [screen])).toEqual({
      x: 420,
      y: 40,
      width: 1500,
      height: 1040,
    });
    expect(onScreen({ x: 5000, y: -3000, width: 800, height: 600 }, [screen, second])).toMatchObject({ x: 3680, y: 0 });
  });

  it('brings back a window whose upper edge is above the screen', () => {
    expect(onScreen({ x: 100, y: -200, width: 900, height: 600 }, [screen])).toEqual({
      x: 100,
      y: 40,
      width: 900,
      height: 600,
    });
  });

  it('always leaves an edge to take hold of, is never larger than a display, and does nothing twice', () => {
    fc.assert(
      fc.property(
        rectangle(200, 5000),
        fc.array(rectangle(400, 4000), { minLength: 1, maxLength: 4 }),
        (bounds, areas) => {
          const there = onScreen(bounds, areas);
          const reach = areas.some(
            (area) =>
              Math.min(there.x + there.width, area.x + area.width) - Math.max(there.x, area.x) >= 120 &&
              there.y >= area.y &&
              there.y + 32 <= area.y + area.height,
          );
          expect(reach).toBe(true);
          expect(there.width <= bounds.width && there.height <= bounds.height).toBe(true);
          expect(areas.some((area) => there.width <= area.width && there.height <= area.height)).toBe(true);
          expect(onScreen(there, areas)).toEqual(there);
        },
      ),
    );
  });

  it('changes nothing where there is no display', () => expect(onScreen(screen, [])).toEqual(screen));
});

it('stands a new window beside those at its place', () => {
  const at = { x: 10, y: 10, width: 800, height: 600 };
  expect(besideOthers(at, [])).toEqual(at);
  expect(besideOthers(at, [at, { ...at, x: 38, y: 38 }])).toEqual({ ...at, x: 66, y: 66 });
});

it('stands the first window in the middle, no larger than the display', () => {
  expect(centred(screen)).toEqual({ x: 240, y: 110, width: 1440, height: 900 });
  expect(centred({ x: 0, y: 0, width: 1024, height: 640 })).toEqual({ x: 0, y: 0, width: 1024, height: 640 });
});
