import { expect, test } from 'vitest';
import type { DeckCard } from '../../../../src/contract/schemas/library.ts';
import { keepSame } from '../../../../src/renderer/library/use-library.ts';

const card = (deck: string, title: string): DeckCard => ({
  deck,
  name: `${deck}.md`,
  title,
  slides: 1,
  minutes: null,
  bytes: 1,
  modified: '2025-12-11T00:00:00.000Z',
  opening: '',
  assets: '/',
  problem: null,
});

test('a card that did not change stays the same object', () => {
  const before = [card('a', 'A'), card('b', 'B')];
  const [a, c, b] = keepSame(before, [card('a', 'A'), card('c', 'C'), card('b', 'Other')]);
  expect(a).toBe(before[0]);
  expect(c?.title).toBe('C');
  expect(b?.title).toBe('Other');
});
