import { expect, test } from 'vitest';
import { cardFacts } from '../../../../src/renderer/library/card-facts.ts';

const now = new Date(2025, 11, 11, 14, 30);
const at = (...time: readonly [number, number, number, number, number]) => new Date(...time).toISOString();

test.each([
  [{ slides: 1, minutes: null, modified: at(2025, 11, 11, 0, 5) }, '1 slide · changed today 00:05'],
  [{ slides: 14, minutes: 20, modified: at(2025, 11, 10, 23, 59) }, '14 slides · 20 min · changed yesterday 23:59'],
  [{ slides: 2, minutes: 2.5, modified: at(2025, 10, 3, 9, 0) }, '2 slides · 2.5 min · changed 3 Nov 2025'],
])('%o', (card, text) => expect(cardFacts(card, now)).toBe(text));
