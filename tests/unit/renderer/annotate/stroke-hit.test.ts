import { expect, test } from 'vitest';
import type { InkStroke } from '../../../../src/core/annotations/ink.ts';
import { distanceToSegment, strokesAt } from '../../../../src/renderer/annotate/stroke-hit.ts';

const point = (x: number, y: number) => ({ x, y, pressure: 0.5, time: 0 });
const stroke = (id: string, ...points: readonly (readonly [number, number])[]): InkStroke => ({
  kind: 'ink',
  id,
  slide: 's1',
  points: points.map(([x, y]) => point(x, y)),
  color: '#ff5a52',
  width: 4,
  created: '2025-12-11T00:00:00Z',
});

test('measures to the nearest place of a segment, its ends included', () => {
  expect(distanceToSegment(point(5, 3), point(0, 0), point(10, 0))).toBe(3);
  expect(distanceToSegment(point(13, 4), point(0, 0), point(10, 0))).toBe(5);
  expect(distanceToSegment(point(3, 4), point(0, 0), point(0, 0))).toBe(5);
});

test('meets strokes within reach of the pen and the eraser, a dot included', () => {
  const line = stroke('line', [0, 0], [100, 0]);
  const dot = stroke('dot', [50, 40]);
  const ids = (x: number, y: number) => strokesAt([line, dot], point(x, y), 10).map(({ id }) => id);
  expect(ids(50, 11)).toEqual(['line']);
  expect(ids(50, 13)).toEqual([]);
  expect(ids(50, 30)).toEqual(['dot']);
  expect(strokesAt([line, dot], point(50, 20), 30)).toHaveLength(2);
});
