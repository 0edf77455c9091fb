import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptParts } from '../../../../src/renderer/library/excerpt-parts.ts';

const said = (excerpt: string, marks: [number, number][]): string =>
  excerptParts({ excerpt, marks })
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join('');

test.each<[string, [number, number][], string]>([
  ['a needle in it', [[2, 8]], 'a [needle] in it'],
  [
    'needle and needle',
    [
      [0, 6],
      [11, 17],
    ],
    '[needle] and [needle]',
  ],
  ['no mark', [], 'no mark'],
  ['a good many words that stand before the needle', [[40, 46]], '…that stand before the [needle]'],
  [
    '長い文章が前にあるときは途中から始めることにしている場合の例として演習',
    [[33, 35]],
    '…前にあるときは途中から始めることにしている場合の例として[演習]',
  ],
])('%s', (excerpt, marks, text) => expect(said(excerpt, marks)).toBe(text));

test('keeps every mark, whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ minLength: 1 }), (before, word) => {
      const marks: [number, number][] = [[before.length, before.length + word.length]];
      const parts = excerptParts({ excerpt: `${before}${word} after`, marks });
      expect(parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([word]);
      expect(parts.at(-1)).toEqual({ text: ' after', isMarked: false });
    }),
  );
});
