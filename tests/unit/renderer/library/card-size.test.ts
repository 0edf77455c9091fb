import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardSize } from '../../../../src/renderer/library/card-size.ts';

test('cards fill the width there is but for the scroll bar, and never more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 320, max: 8000 }), fc.constantFrom(1, 1.25, 1.75), (usual, scale) => {
      const room = Math.round(usual * scale);
      const { columns, width, gap } = cardSize(room, 88, scale);
      const used = columns * (width + gap) + gap;
      expect(gap).toBe(20 * scale);
      expect(used).toBeLessThanOrEqual(room - 10);
      expect(room - 10 - used).toBeLessThan((columns + 1) * (scale + 1));
    }),
  );
});

test.each([
  [1024, 3],
  [1440, 5],
  [3840, 8],
])('at %d pixels there are %d in a row', (room, columns) => expect(cardSize(room, 88).columns).toBe(columns));

test('where everything is larger, so are cards and the words on them', () => {
  const usual = cardSize(2000, 88);
  expect(cardSize(3500, 88, 1.75)).toEqual({
    columns: usual.columns,
    width: Math.floor(usual.width * 1.75),
    height: Math.round(usual.height * 1.75),
    gap: 35,
  });
});
