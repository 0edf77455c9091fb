import { expect, test } from 'vitest';
import { split } from '../../../scripts/split-selectors.ts';

test('choices at the end of a selector become selectors of their own', () => {
  expect(split('.a section :is(h1, h2)')).toEqual(['.a section h1', '.a section h2']);
  expect(split('.a > :is(.b, .c-d):first-child')).toEqual(['.a > .b:first-child', '.a > .c-d:first-child']);
  expect(split(":is(th, td)[style*='right']")).toEqual(["th[style*='right']", "td[style*='right']"]);
});

test('what weighs nothing goes on weighing nothing', () => {
  expect(split('section :where(p, .columns)')).toEqual(['section :where(p)', 'section :where(.columns)']);
});

test.each([
  ['choices that do not weigh the same', 'section :is(p, .columns)'],
  ['choices that stand further in front', 'section :is(h1, h2) + *'],
  ['choices with a name before them', 'pre:is(.a, .b)'],
  ['longer choices', 'li > :is(ul, p + p)'],
  ['one choice', 'section :is(h1)'],
  ['no choices', 'section h1'],
])('%s stay as they are', (_, selector) => {
  expect(split(selector)).toEqual([selector]);
});
