import { expect, test } from 'vitest';
import {
  overviewGrid,
  overviewStep,
  scrolledTo,
  slidesInView,
} from '../../../../src/renderer/present/overview-grid.ts';

const slide = { width: 1280, height: 720 };
const press = (key: string) => ({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false });

test('the room is filled from edge to edge by two to six columns', () => {
  for (const [room, columns] of [
    [300, 2],
    [1024, 4],
    [1440, 6],
    [3840, 6],
  ] as const) {
    const grid = overviewGrid(5000, { width: room, height: 810 }, slide);
    expect(grid.columns).toBe(columns);
    expect(columns * grid.width + (columns + 1) * 24).toBeLessThanOrEqual(room);
    expect(columns * (grid.width + 1) + (columns + 1) * 24).toBeGreaterThan(room);
  }
});

test('few slides are as large as leaves all of them in view', () => {
  for (const [count, columns] of [
    [1, 2],
    [4, 3],
    [17, 5],
    [24, 6],
    [40, 6],
  ] as const) {
    const grid = overviewGrid(count, { width: 1440, height: 810 }, slide);
    expect(grid.columns).toBe(columns);
    if (count <= 24) expect(Math.ceil(count / columns) * grid.pitch + 24).toBeLessThanOrEqual(810);
  }
});

test('only the rows in view are drawn, however many slides there are', () => {
  const grid = overviewGrid(5000, { width: 1440, height: 810 }, slide);
  expect(slidesInView(grid, 5000, { top: 0, height: 810 })).toEqual({ from: 0, to: 36 });
  const middle = slidesInView(grid, 5000, { top: 100 * grid.pitch, height: 810 });
  expect(middle.from).toBe(594);
  expect(middle.to - middle.from).toBeLessThanOrEqual(42);
  expect(slidesInView(grid, 7, { top: 1e6, height: 810 })).toEqual({ from: 6, to: 7 });
  expect(slidesInView(grid, 0, { top: 0, height: 810 })).toEqual({ from: 0, to: 0 });
});

test('it scrolls just far enough', () => {
  const grid = overviewGrid(5000, { width: 1440, height: 810 }, slide);
  const view = { top: 5 * grid.pitch, height: 3 * grid.pitch };
  expect(scrolledTo(grid, 6 * 6, view)).toBe(view.top);
  expect(scrolledTo(grid, 6 * 2, view)).toBe(2 * grid.pitch);
  expect(scrolledTo(grid, 6 * 9, view)).toBe(7 * grid.pitch + 24);
});

test.each([
  ['ArrowRight', 3, 4],
  ['ArrowRight', 13, 13],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 3, 8],
  ['ArrowDown', 9, 13],
  ['ArrowDown', 11, 11],
  ['ArrowUp', 8, 3],
  ['ArrowUp', 3, 3],
  ['PageDown', 3, 13],
  ['PageUp', 13, 3],
  ['Home', 9, 0],
  ['End', 2, 13],
  ['x', 2, null],
])('%s from slide %i of 14 in rows of five leads to %j', (key, at, place) => {
  expect(overviewStep(press(key), at, 14, { columns: 5, rows: 2 })).toBe(place);
});
