import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSlideRange } from '../../../../src/core/export/slide-range.ts';
import { Failure } from '../../../../src/core/failure.ts';

describe('parseSlideRange', () => {
  it.each([
    ['5', [5]],
    ['1-3', [1, 2, 3]],
    ['1-5,8', [1, 2, 3, 4, 5, 8]],
    ['8, 2-3 ,2', [2, 3, 8]],
    ['4-4', [4]],
  ])('reads %s', (text, numbers) => expect(parseSlideRange(text)).toEqual(numbers));

  it.each([
    '',
    ' ',
    ',',
    '1,',
    '0',
    '0-3',
    '3-1',
    '-3',
    '3-',
    '1-2-3',
    'x',
    '1.5',
    '١',
    '1;2',
    '1-100001',
    '99999999999999999999',
  ])('refuses “%s”, which it quotes', (text) => {
    expect(() => parseSlideRange(text)).toThrow(Failure);
    expect(() => parseSlideRange(text)).toThrow(`“${text}”`);
  });

  it('reads back what any set of numbers is written as', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), (numbers) => {
        expect(parseSlideRange(numbers.join(','))).toEqual(numbers.toSorted((a, b) => a - b));
      }),
    );
  });
});
