import { expect, test } from 'vitest';
import type { Point } from '../../../../../src/core/annotations/drawing/geometry.ts';
import { drawingsWithin, lassoOf } from '../../../../../src/core/annotations/drawing/lasso.ts';
import { box, label, line, stroke } from '../sample-annotations.ts';

const arc = (from: number, to: number, radius = 100): readonly Point[] =>
  Array.from({ length: 40 }, (_, i) => {
    const angle = from + ((to - from) * i) / 39;
    return { x: 200 + radius * Math.cos(angle), y: 200 + radius * Math.sin(angle) };
  });
const straight = (from: Point, to: Point): readonly Point[] =>
  Array.from({ length: 20 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / 19,
    y: from.y + ((to.y - from.y) * i) / 19,
  }));

test('a loop is a loop, and a way that is nearly straight opens a box', () => {
  expect(lassoOf(arc(0, 2 * Math.PI)).kind).toBe('loop');
  expect(lassoOf(arc(0, Math.PI)).kind).toBe('loop');
  const dragged = lassoOf(straight({ x: 300, y: 300 }, { x: 100, y: 150 }));
  expect(dragged).toEqual({ kind: 'box', area: { x: 100, y: 150, width: 200, height: 150 } });
  // A hand does not go quite straight.
  expect(
    lassoOf([
      { x: 0, y: 0 },
      { x: 60, y: 40 },
      { x: 100, y: 100 },
    ]).kind,
  ).toBe('box');
  expect(lassoOf([{ x: 5, y: 5 }]).kind).toBe('box');
});

test('what lies in it for more than half is selected', () => {
  const inside = box('s', 'inside', { x: 170, y: 170, width: 60, height: 60 });
  const most = line('s', 'most', { from: { x: 150, y: 200 }, to: { x: 320, y: 200 } });
  const less = line('s', 'less', { from: { x: 250, y: 200 }, to: { x: 500, y: 200 } });
  const around = box('s', 'around', { x: 50, y: 50, width: 300, height: 300 });
  const apart = label('s', 'apart', { x: 600, y: 200 });
  const ink = stroke('s', 'ink', {
    points: straight({ x: 160, y: 180 }, { x: 240, y: 220 }).map((at) => ({ ...at, pressure: 0.5, time: 0 })),
  });
  const all = [inside, most, less, around, apart, ink];
  expect(drawingsWithin(all, lassoOf(arc(0, 2 * Math.PI))).map(({ id }) => id)).toEqual(['inside', 'most', 'ink']);
  const opened = lassoOf(straight({ x: 40, y: 40 }, { x: 360, y: 360 }));
  expect(drawingsWithin(all, opened).map(({ id }) => id)).toEqual(['inside', 'most', 'around', 'ink']);
});

test('a dot in a loop is selected, and one beside it is not', () => {
  const dot = (id: string, x: number) => stroke('s', id, { points: [{ x, y: 200, pressure: 0.5, time: 0 }] });
  const found = drawingsWithin([dot('in', 200), dot('out', 310)], lassoOf(arc(0, 2 * Math.PI)));
  expect(found.map(({ id }) => id)).toEqual(['in']);
});
