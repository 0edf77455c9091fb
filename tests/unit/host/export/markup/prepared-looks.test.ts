import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../../../src/core/annotations/drawing/drawing.ts';
import { defaultOptions, type ExportOptions } from '../../../../../src/core/export/options.ts';
import { pageLayout } from '../../../../../src/core/export/page-layout.ts';
import { drawingLook } from '../../../../../src/host/export/markup/drawing-entries.ts';
import { PreparedLooks } from '../../../../../src/host/export/markup/prepared-looks.ts';
import { expectedPlace } from '../../../../../src/host/export/markup/slide-place.ts';

const size = { width: 1280, height: 720 };
const layoutOf = (options: Partial<ExportOptions> = {}) => pageLayout({ ...defaultOptions('pdf'), ...options }, size);

const stroke = (id: string): Drawing => ({
  kind: 'ink',
  id,
  slide: 'a',
  layer: 'default',
  creator: '',
  created: '2026-01-01T00:00:00.000Z',
  tool: 'pen',
  color: '#d92020',
  width: 8,
  points: Array.from({ length: 20 }, (_, i) => ({ x: i * 9, y: i * i, pressure: 0.5, time: i })),
});

const slideWith = (number: number, drawings: readonly Drawing[]) => ({
  number,
  key: `k${number}`,
  name: `Slide ${number}`,
  comments: [],
  drawings,
});

describe('PreparedLooks', () => {
  it.each([{}, { handout: 4 as const }, { page: 'a4' as const }])(
    'has looks ready for the place that a slide comes to: %o',
    async (options) => {
      const layout = layoutOf(options);
      const drawing = stroke('urn:a');
      const markup = { slides: [slideWith(7, [drawing])] as never, onDark: true };
      const looks = await PreparedLooks.prepare(markup, [3, 5, 7], layout, size.width, new AbortController().signal);
      const place = expectedPlace(layout, 2, size.width);
      if (place === null) throw new Error('There is no place.');
      const { packed, ...look } = looks.at(drawing, place, true);
      expect(look).toEqual(drawingLook(drawing, place, true));
      expect(inflateSync(packed ?? Buffer.alloc(0)).toString('latin1')).toBe(look.operators);
      // A slide that comes to another place is drawn for that.
      const elsewhere = { ...place, left: place.left + 9 };
      expect(looks.at(drawing, elsewhere, true)).toEqual(drawingLook(drawing, elsewhere, true));
    },
  );

  it('stops when the export does', async () => {
    const drawings = Array.from({ length: 40 }, (_, i) => stroke(`urn:${i}`));
    const markup = { slides: [slideWith(1, drawings)] as never, onDark: false };
    const looks = await PreparedLooks.prepare(markup, [1], layoutOf(), size.width, AbortSignal.abort());
    const place = expectedPlace(layoutOf(), 0, size.width);
    if (place === null) throw new Error('There is no place.');
    expect(drawings.filter((drawing) => looks.at(drawing, place, false).packed !== undefined)).toHaveLength(1);
  });
});
