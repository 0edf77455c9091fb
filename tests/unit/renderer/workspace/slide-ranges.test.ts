import { expect, test } from 'vitest';
import { readSlideRanges } from '../../../../src/renderer/workspace/slide-ranges.ts';

test.each([
  ['3', [3]],
  ['1-4, 6', [1, 2, 3, 4, 6]],
  [' 2 – 3;5 ', [2, 3, 5]],
  ['5 1 5', [1, 5]],
])('%j is %j', (text, numbers) => expect(readSlideRanges(text, 6)).toEqual({ numbers }));

test.each([
  ['', /Write which/],
  ['x', /“x” is not/],
  ['1-2-3', /“1-2-3” is not/],
  ['0', /no slide 0/],
  ['2-9', /no slide 9; the deck has slides 1 to 6/],
  ['4-2', /backwards/],
  ['1.5', /“1.5” is not/],
])('%j is refused with a reason', (text, problem) => {
  const read = readSlideRanges(text, 6);
  expect('problem' in read ? read.problem : '').toMatch(problem);
});
