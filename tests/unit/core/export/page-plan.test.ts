import { describe, expect, it } from 'vitest';
import { planPages } from '../../../../src/core/export/page-plan.ts';

const deck = [false, false, true, false].map((hidden, i) => ({ number: i + 1, hidden }));

describe('planPages', () => {
  it('leaves hidden slides out, and says so', () => {
    expect(planPages(deck, { slides: null, hidden: false })).toEqual({
      slides: [1, 2, 4],
      leftOut: [{ slide: 3, reason: 'hidden' }],
    });
  });

  it('prints hidden slides when asked', () => {
    expect(planPages(deck, { slides: null, hidden: true })).toEqual({ slides: [1, 2, 3, 4], leftOut: [] });
  });

  it('prints a choice in file order', () => {
    expect(planPages(deck, { slides: [4, 3, 1], hidden: false })).toEqual({
      slides: [1, 4],
      leftOut: [
        { slide: 2, reason: 'not-selected' },
        { slide: 3, reason: 'hidden' },
      ],
    });
  });

  it.each([[0], [5]])('refuses a slide %i that is not there, with the numbers', (number) => {
    expect(() => planPages(deck, { slides: [1, number], hidden: false })).toThrow(
      `no slide ${number}: the deck has 4 slides`,
    );
  });

  it('refuses to print nothing', () => {
    expect(() => planPages(deck, { slides: [3], hidden: false })).toThrow('no page to print');
  });
});
