import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoutCounts, defaultOptions, notesKinds, pageKinds } from '../../../../src/core/export/options.ts';
import { pageLayout, type SheetArea } from '../../../../src/core/export/page-layout.ts';
import { markName, readMark } from '../../../../src/core/export/page-marks.ts';

const slides = fc.record({
  width: fc.integer({ min: 100, max: 10_000 }),
  height: fc.integer({ min: 100, max: 10_000 }),
});
const options = fc
  .record({
    page: fc.constantFrom(...pageKinds),
    notes: fc.constantFrom(...notesKinds),
    handout: fc.constantFrom(null, ...handoutCounts),
  })
  .map((chosen) => ({ ...defaultOptions('pdf'), ...chosen }));

function overlap(a: SheetArea, b: SheetArea): boolean {
  const apart = 0.01;
  return (
    a.x + a.width > b.x + apart &&
    b.x + b.width > a.x + apart &&
    a.y + a.height > b.y + apart &&
    b.y + b.height > a.y + apart
  );
}

describe('pageLayout', () => {
  it('has places for slides in their shape, on the sheet, none over another or over lines', () =>
    fc.assert(
      fc.property(options, slides, (chosen, slide) => {
        const { cells, width, height } = pageLayout(chosen, slide);
        expect(cells).toHaveLength(chosen.handout ?? 1);
        const areas = cells.flatMap((cell) => [cell.slide, ...(cell.lines === null ? [] : [cell.lines])]);
        for (const { slide: area } of cells)
          expect(area.width / area.height).toBeCloseTo(slide.width / slide.height, 6);
        for (const { x, y, ...area } of areas) {
          expect(Math.min(x, y, width - x - area.width, height - y - area.height)).toBeGreaterThan(-0.01);
        }
        for (const [i, a] of areas.entries()) for (const b of areas.slice(i + 1)) expect(overlap(a, b)).toBe(false);
      }),
    ));

  it('lets a slide fill a sheet of its own size', () => {
    const { width, height, cells } = pageLayout(defaultOptions('pdf'), { width: 960, height: 720 });
    expect([width, height, cells[0]?.slide]).toEqual([960, 720, { x: 0, y: 0, width: 960, height: 720 }]);
  });
});

describe('marks', () => {
  it('are read from their names', () =>
    fc.assert(
      fc.property(fc.constantFrom('slide', 'notes'), fc.integer({ min: 1 }), fc.nat(), (kind, slide, step) => {
        const mark = { kind, slide, step } as const;
        expect(readMark(markName(mark))).toEqual(mark);
      }),
    ));
  it.each(['cover', 'sources'] as const)('know the %s', (kind) =>
    expect(readMark(markName({ kind, slide: 0, step: 0 }))).toEqual({ kind, slide: 0, step: 0 }),
  );
  it.each(['page', 'page-0', 'page-x', 'user-content-page-1', 'notes-1-'])('are not %s', (name) =>
    expect(readMark(name)).toBeNull(),
  );
});
