import { expect, test } from 'vitest';
import { cardFacts, changedAt } from '../../../../src/renderer/library/card-facts.ts';

test.each([
  [{ slides: 1, minutes: null }, '1 slide'],
  [{ slides: 14, minutes: 20 }, '14 slides · 20 min'],
  [{ slides: 2, minutes: 2.5 }, '2 slides · 2.5 min'],
])('%o', (card, text) => expect(cardFacts(card)).toBe(text));

const now = new Date(2025, 11, 11, 14, 30);

test.each([
  [new Date(2025, 11, 11, 0, 5), 'today 00:05'],
  [new Date(2025, 11, 10, 23, 59), 'yesterday 23:59'],
  [new Date(2025, 10, 3, 9, 0), '3 Nov 2025'],
])('%o', (time, text) => expect(changedAt(time, now)).toBe(text));
