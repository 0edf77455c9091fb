import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pinPlaces, pinSize } from '../../../../src/renderer/comments/pin-places.ts';

const slide = { width: 800, height: 450 };
const places = (...wishes: readonly (readonly [x: number, y: number] | null)[]) =>
  pinPlaces(
    wishes.map((at, i) => ({ id: `${i}`, at: at === null ? null : { x: at[0], y: at[1] } })),
    slide,
  ).map(({ left, top }) => [left, top]);

it('pins on the whole slide stand in its corner, the first one first', () => {
  expect(places(null)).toEqual([[772, 4]]);
  expect(places(null, null, null)).toEqual([
    [716, 4],
    [744, 4],
    [772, 4],
  ]);
});

it('on a slide that is read from the right, the corner is the left one', () => {
  const wishes = ['1', '2'].map((id) => ({ id, at: null }));
  expect(pinPlaces(wishes, slide, 'left')).toEqual([
    { id: '1', left: 4, top: 4 },
    { id: '2', left: 32, top: 4 },
  ]);
});

it('the others stand where they want to, within the slide, and beside one another', () => {
  expect(places([100, 200])).toEqual([[100, 200]]);
  expect(places([-50, 449], [900, -3])).toEqual([
    [4, 422],
    [772, 4],
  ]);
  const [one = [], other = []] = places([100, 200], [102, 201]);
  expect(one).toEqual([100, 200]);
  expect(Math.max(Math.abs((other[0] ?? 0) - 100), Math.abs((other[1] ?? 0) - 200))).toBeGreaterThanOrEqual(pinSize);
});

it('whatever they want, pins do not cover one another as long as there is room near by', () => {
  const wish = fc.option(fc.record({ x: fc.integer({ min: -20, max: 820 }), y: fc.integer({ min: -20, max: 470 }) }));
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
      const placed = pinPlaces(
        wishes.map((at, i) => ({ id: `${i}`, at })),
        slide,
      );
      expect(placed.map(({ id }) => id)).toEqual(wishes.map((_, i) => `${i}`));
      for (const [i, a] of placed.entries()) {
        expect(
          a.left >= 4 && a.left <= slide.width - pinSize - 4 && a.top >= 4 && a.top <= slide.height - pinSize - 4,
        ).toBe(true);
        // A pin on the whole slide has its place in the corner in any case.
        for (const [j, b] of placed.slice(0, i).entries())
          if (wishes[i] !== null || wishes[j] === null)
            expect(Math.max(Math.abs(a.left - b.left), Math.abs(a.top - b.top))).toBeGreaterThanOrEqual(pinSize);
      }
    }),
  );
});
