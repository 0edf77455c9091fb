import { expect, test } from 'vitest';
import { readSlideRanges } from '../../../../src/renderer/workspace/slide-ranges.ts';

const flat = ['1', '2', '3', '4', '5', '6'];
const stacked = ['1', '2', '2.1', '2.2', '3', '3.1'];

test.each([
  ['3', [3]],
  ['1-4, 6', [1, 2, 3, 4, 6]],
  [' 2 – 3;5 ', [2, 3, 5]],
  ['5 1 5', [1, 5]],
])('%j is %j', (text, numbers) => expect(readSlideRanges(text, flat)).toEqual({ numbers }));

test.each([
  ['2', [2]],
  ['2.1', [3]],
  ['1-2', [1, 2]],
  ['1-3', [1, 2, 3, 4, 5]],
  ['2.1 – 3', [3, 4, 5]],
  ['3.1, 1-2.1', [1, 2, 3, 6]],
])('where there are stacks, %j is %j', (text, numbers) => expect(readSlideRanges(text, stacked)).toEqual({ numbers }));

test.each([
  ['', /Write which/],
  ['x', /“x” is not/],
  ['1-2-3', /“1-2-3” is not/],
  ['2.', /“2.” is not/],
  ['0', /no slide 0/],
  ['2-9', /no slide 9; the deck has slides 1 to 6\.$/],
  ['4-2', /backwards/],
  ['1.5', /no slide 1\.5; the deck has slides 1 to 6\.$/],
])('%j is refused with a reason', (text, problem) => {
  const read = readSlideRanges(text, flat);
  expect('problem' in read ? read.problem : '').toMatch(problem);
});

test.each([
  [stacked, '5', 'There is no slide 5; the deck has slides 1 to 3, the last 3.1.'],
  [stacked, '3-2.1', '“3-2.1” runs backwards.'],
  [['1', '1.1'], '2', 'There is no slide 2; the deck has slides 1 to 1.1.'],
  [['1'], '2', 'There is no slide 2; the deck has one slide.'],
])('with the slides %j, %j is refused: %s', (labels, text, problem) =>
  expect(readSlideRanges(text, labels)).toEqual({ problem }),
);
