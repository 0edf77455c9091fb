import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardGap, cardSize } from '../../../../src/renderer/library/card-size.ts';

test('cards fill the width there is but for the scroll bar, and never more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 320, max: 8000 }), (room) => {
      const { columns, width } = cardSize(room, 88);
      const used = columns * (width + cardGap) + cardGap;
      expect(used).toBeLessThanOrEqual(room - 10);
      expect(room - 10 - used).toBeLessThan(columns);
    }),
  );
});

test.each([
  [1024, 3],
  [1440, 5],
  [3840, 8],
])('at %d pixels there are %d in a row', (room, columns) => expect(cardSize(room, 88).columns).toBe(columns));
