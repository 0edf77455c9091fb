import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseFrom } from '../../../../../src/core/annotations/drawing/erase.ts';
import { distanceToSegment } from '../../../../../src/core/annotations/drawing/geometry.ts';
import { inkPoints } from '../arbitrary-annotations.ts';
import { stroke } from '../sample-annotations.ts';

const point = (x: number, y: number, pressure = 0.5, time = 0) => ({ x, y, pressure, time });
const names = () => {
  let next = 0;
  return () => `n${next++}`;
};

describe('erasing a part of a stroke', () => {
  const long = stroke('s1', 'a', { points: [point(0, 0, 0, 0), point(100, 0, 1, 1000)], width: 4 });

  it('leaves the pieces outside the circle, with pressure and time as they were there', () => {
    const pieces = eraseFrom(long, { x: 50, y: 0 }, 8, names());
    expect(pieces.map(({ id }) => id)).toEqual(['a', 'n0']);
    expect(pieces.map(({ points }) => points)).toEqual([
      [point(0, 0, 0, 0), point(40, 0, 0.4, 400)],
      [point(60, 0, 0.6, 600), point(100, 0, 1, 1000)],
    ]);
  });

  it('leaves one piece at an end, and none of a stroke within the circle', () => {
    expect(eraseFrom(long, { x: 0, y: 0 }, 8, names()).map(({ points }) => points[0]?.x)).toEqual([10]);
    expect(eraseFrom(long, { x: 50, y: 0 }, 60, names())).toEqual([]);
    const dot = stroke('s1', 'dot', { points: [point(5, 5)] });
    expect(eraseFrom(dot, { x: 0, y: 5 }, 4, names())).toEqual([]);
  });

  it('is the stroke itself where it passes by', () => {
    expect(eraseFrom(long, { x: 50, y: 11 }, 8, names())[0]).toBe(long);
  });

  it('leaves no ink in the circle, and every piece of the line outside it', () => {
    const circle = fc.record({
      x: fc.integer({ min: -200, max: 1500 }),
      y: fc.integer({ min: -200, max: 1500 }),
      radius: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(inkPoints, circle, (points, { x, y, radius }) => {
        const whole = stroke('s1', 'a', { points, width: 2 });
        const reach = radius + 1;
        const pieces = eraseFrom(whole, { x, y }, radius, names());
        if (pieces[0] === whole) return;
        // A circle far smaller than the distances is met only as nearly as numbers allow.
        const near = 1e-4 * Math.max(...points.map((each) => Math.hypot(each.x - x, each.y - y)), 1);
        for (const piece of pieces)
          for (const [i, each] of piece.points.entries()) {
            const next = piece.points[i + 1] ?? each;
            expect(distanceToSegment({ x, y }, each, next)).toBeGreaterThan(reach - near);
            expect(each.pressure >= 0 && each.pressure <= 1).toBe(true);
          }
        const kept = points.filter((each) => Math.hypot(each.x - x, each.y - y) > reach);
        const left = new Set(pieces.flatMap((piece) => piece.points));
        // A point alone, and a crumb, go with what is erased.
        const missing = kept.filter((each) => !left.has(each));
        for (const each of missing) expect(Math.hypot(each.x - x, each.y - y)).toBeLessThan(reach + 1);
      }),
    );
  });
});
