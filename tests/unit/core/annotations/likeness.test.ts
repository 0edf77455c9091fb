import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSlides, traceOf } from '../../../../src/core/annotations/likeness.ts';

describe('matchSlides', () => {
  it('maps a deck onto any reordering of itself', () => {
    const bodies = ['# One\n\nalpha beta', '# Two\n\ngamma delta', '# Three\n\nepsilon', '', '# Four'];
    const traces = bodies.map((body) => traceOf(body, null));
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const found = matchSlides(
          traces,
          order.map((i) => traceOf(bodies[i] ?? '', null)),
        );
        expect(found.map((place) => order[place])).toEqual([0, 1, 2, 3, 4]);
      }),
    );
  });
});
