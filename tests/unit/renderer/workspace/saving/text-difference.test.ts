import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { textDifference } from '../../../../../src/renderer/workspace/saving/text-difference.ts';

const textOf = (value: string) => Text.of(value.split('\n'));
const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '海', '😀'), maxLength: 30 });

test('makes the one text of the other, whatever they are', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const state = createDeck(before);
      const changes = textDifference(state.doc, textOf(after));
      expect(changes === null).toBe(before === after);
      expect(state.update({ changes: changes ?? [] }).state.doc.toString()).toBe(after);
    }),
  );
});

test('replaces only the middle', () => {
  expect(textDifference(textOf('one\ntwo\nthree'), textOf('one\n2\nthree'))).toMatchObject({ from: 4, to: 7 });
});
