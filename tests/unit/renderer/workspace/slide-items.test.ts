import { expect, test } from 'vitest';
import { setHidden } from '../../../../src/core/deck/commands/set-slide-attribute.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { itemsOf } from '../../../../src/renderer/workspace/slide-items.ts';

const deck = createDeck('A\n\n---\n\nB\n\n--\n\nC\n\n----\n\nD\n\n---\n\nE\n');

test('numbers stacks as people say them', () => {
  const items = itemsOf()(slideIndex(deck));
  expect(items.map(({ label }) => label)).toEqual(['1', '2', '2.1', '2.2', '3']);
  expect(items.map(({ depth }) => depth)).toEqual([0, 0, 1, 1, 0]);
});

test('an item stays the same object until something in it changes', () => {
  const items = itemsOf();
  const before = items(slideIndex(deck));
  const typed = deck.update({ changes: { from: 1, insert: ' typed' } }).state;
  expect(items(slideIndex(typed))).toBe(before);
  const hidden = setHidden(typed, [before[1]?.id ?? ''], true)?.state ?? typed;
  const after = items(slideIndex(hidden));
  expect(after.map((item, i) => item === before[i])).toEqual([true, false, true, true, true]);
  expect(after[1]?.hidden).toBe(true);
});
