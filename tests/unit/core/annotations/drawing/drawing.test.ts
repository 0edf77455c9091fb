// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { drawingBounds } from '../../../../../src/core/annotations/drawing/drawing-bounds.ts';
import { drawingShapes } from '../../../../../src/core/annotations/drawing/drawing-shapes.ts';
import { distanceToSegment } from '../../../../../src/core/annotations/drawing/geometry.ts';
import { drawingAt, drawingsAt } from '../../../../../src/core/annotations/drawing/hit.ts';
import { roughPath, simplified, strokePath } from '../../../../../src/core/annotations/drawing/stroke-path.ts';
import { svgMarkup } from '../../../../../src/core/annotations/drawing/svg-shape.ts';
import { moveDrawing, scaleDrawing } from '../../../../../src/core/annotations/drawing/transform.ts';
import { drawing, inkPoints } from '../arbitrary-annotations.ts';
import { box, label, line, stroke } from '../sample-annotations.ts';

const point = (x: number, y: number) => ({ x, y, pressure: 0.5, time: 0 });

test('measures to the nearest place of a segment, its ends included', () => {
  expect(distanceToSegment(point(5, 3), point(0, 0), point(10, 0))).toBe(3);
  expect(distanceToSegment(point(13, 4), point(0, 0), point(10, 0))).toBe(5);
  expect(distanceToSegment(point(3, 4), point(0, 0), point(0, 0))).toBe(5);
});

describe('what a pointer meets', () => {
  it('is ink within reach of the pen and the pointer, a dot included, the topmost first', () => {
    const across = stroke('s1', 'line', { points: [point(0, 0), point(100, 0)] });
    const dot = stroke('s1', 'dot', { points: [point(50, 40)] });
    const ids = (x: number, y: number) => drawingsAt([across, dot], { x, y }, 10).map(({ id }) => id);
    expect(ids(50, 11)).toEqual(['line']);
    expect(ids(50, 13)).toEqual([]);
    expect(ids(50, 30)).toEqual(['dot']);
    expect(drawingsAt([across, dot], { x: 50, y: 20 }, 30).map(({ id }) => id)).toEqual(['dot', 'line']);
  });

  it('is the outline of a box, an arrow with its head, and the whole of a label', () => {
    const square = box('s1', 'r', { x: 0, y: 0, width: 100, height: 100, strokeWidth: 4 });
    expect(drawingAt(square, { x: 1, y: 50 }, 1)).toBe(true);
    expect(drawingAt(square, { x: 50, y: 50 }, 10)).toBe(false);
    expect(drawingAt({ ...square, kind: 'ellipse' }, { x: 1, y: 1 }, 10)).toBe(false);
    expect(drawingAt({ ...square, kind: 'ellipse' }, { x: 50, y: 1 }, 1)).toBe(true);
    const arrow = line('s1', 'a', { to: { x: 100, y: 0 }, width: 4 });
    expect(drawingAt(arrow, { x: 86, y: 5 }, 0)).toBe(true);
    expect(drawingAt({ ...arrow, arrow: false }, { x: 86, y: 5 }, 0)).toBe(false);
    expect(drawingAt(label('s1', 'l', { x: 0, y: 0, text: 'Word', size: 40 }), { x: 30, y: 20 }, 0)).toBe(true);
  });

  it('is met where it is drawn, wherever it was moved', () => {
    const places = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(drawing(), places, places, (drawn, dx, dy) => {
        const moved = moveDrawing(drawn, dx, dy);
        for (const each of [drawn, moved]) {
          const { x, y, width, height } = drawingBounds(each);
          expect(width >= 0 && height >= 0).toBe(true);
          expect(drawingAt(each, { x: x - 20, y: y - 20 }, 10)).toBe(false);
          const [at] = each.kind === 'ink' ? each.points : [each.kind === 'line' ? each.from : each];
          if (each.kind !== 'ellipse') expect(at !== undefined && drawingAt(each, at, 1)).toBe(true);
        }
      }),
    );
  });
});

describe('moving and scaling', () => {
  const small = fc.integer({ min: -300, max: 300 });

  it('lead back', () => {
    const near = drawing().map((drawn) => scaleDrawing(drawn, { x: 0, y: 0 }, 0.001, 0.001));
    fc.assert(
      fc.property(near, small, small, (drawn, dx, dy) => {
        expect(moveDrawing(moveDrawing(drawn, dx, dy), -dx, -dy)).toEqual(drawn);
        // Letters have a smallest size, so a label that was made smaller may not become as small again.
        if (drawn.kind !== 'label')
          expect(scaleDrawing(scaleDrawing(drawn, { x: dx, y: dy }, -2, 4), { x: dx, y: dy }, -0.5, 0.25)).toEqual(
            drawn,
          );
      }),
    );
  });

  it('turn a box over where a factor is below 0, and letters grow with the height', () => {
    const square = box('s1', 'r', { x: 10, y: 10, width: 20, height: 40 });
    expect(scaleDrawing(square, { x: 10, y: 10 }, -2, 1)).toMatchObject({ x: -30, y: 10, width: 40, height: 40 });
    expect(scaleDrawing(label('s1', 'l', { size: 20 }), { x: 0, y: 0 }, 1, 2)).toMatchObject({ size: 40, y: 40 });
  });

  it('go no farther than a file can say', () => {
    expect(moveDrawing(box('s1', 'r', { x: 99_000 }), 1e9, Number.MIN_VALUE)).toMatchObject({ x: 100_000, y: 20 });
  });
});

describe('the shapes of a drawing', () => {
  it('are the same list for the same drawing', () => {
    const drawn = stroke('s1');
    expect(drawingShapes(drawn)).toBe(drawingShapes(drawn));
  });

  it('have no number that is none, whatever is drawn', () => {
    fc.assert(
      fc.property(drawing(), (drawn) => {
        for (const { attributes } of drawingShapes(drawn))
          for (const value of Object.values(attributes)) expect(String(value)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('are a filled outline for the pen, and a line of one width for the highlighter', () => {
    const [pen] = drawingShapes(stroke('s1'));
    expect(pen?.attributes['d']).toMatch(/^M[\d. -]+Q[\d. -]+Z$/);
    expect(pen?.attributes['fill']).toBe('#ff5a52');
    const [marker] = drawingShapes(stroke('s1', 'h', { tool: 'highlighter', width: 24 }));
    expect(marker?.attributes).toMatchObject({ d: 'M10 20L30 40', fill: 'none', 'stroke-width': 24 });
  });

  it('have one text for each line of a label, with its spaces', () => {
    const shapes = drawingShapes(label('s1', 'l', { x: 5, y: 10, size: 20, text: 'two  words\n\n  in' }));
    expect(shapes.map(({ text }) => text)).toEqual(['two\u00a0 words', '\u00a0 in']);
    expect(shapes.map(({ attributes }) => attributes['y'])).toEqual([29.8, 79.8]);
  });

  it('are well-formed markup, whatever a label says', () => {
    const text = `<script>"&'</script>\u0000`;
    const markup = svgMarkup(drawingShapes(label('s1', 'l', { text })));
    const root = new DOMParser().parseFromString(`<svg xmlns='http://www.w3.org/2000/svg'>${markup}</svg>`, 'text/xml');
    expect(root.querySelector('parsererror')).toBeNull();
    expect(root.querySelector('text')?.textContent).toBe(`<script>"&'</script>\ufffd`);
    expect(root.querySelector('script')).toBeNull();
  });

  it('are nothing for no points', () => {
    expect(strokePath({ points: [], width: 4 })).toBe('');
  });
});

describe('a rough path', () => {
  it('keeps the ends, and is never farther off than its tolerance', () => {
    fc.assert(
      fc.property(inkPoints, fc.integer({ min: 1, max: 50 }), (points, tolerance) => {
        const kept = simplified(points, tolerance);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        for (const each of points) {
          const off = kept.map((from, i) => distanceToSegment(each, from, kept[i + 1] ?? from));
          expect(Math.min(...off)).toBeLessThanOrEqual(tolerance + 1e-6);
        }
      }),
    );
  });

  it('is short', () => {
    const points = Array.from({ length: 100 }, (_, i) => point(i * 3, i % 2));
    expect(roughPath(points)).toBe('M0 0L297 1');
  });
});
