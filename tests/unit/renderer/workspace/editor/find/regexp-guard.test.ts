import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { patternTrouble } from '../../../../../../src/renderer/workspace/editor/find/regexp-guard.ts';

const briefing = Text.of([
  '# Title',
  'A line of a hundred or so characters, as paragraphs in a briefing are. '.repeat(3),
]);
const long = Text.of(['a'.repeat(1_000_000)]);

test.each(['FY\\d{4}', '\\w+@\\w+', 'a.*b', '^## .*$', '\\bword\\b'])('%s can be looked for', (pattern) => {
  expect(patternTrouble(pattern, false, briefing)).toBeNull();
});

test.each(['(a+)+$', '(a|a)*$', '(.*)*x', '(\\w+)\\1+z'])(
  '%s is refused: its cost doubles with each letter',
  (pattern) => {
    expect(patternTrouble(pattern, false, briefing)).toMatch(/for ever/);
  },
);

test('what is quick in short lines is refused where a line is very long', () => {
  expect(patternTrouble('a.*b', false, long)).toMatch(/for ever/);
  expect(patternTrouble('FY\\d{4}', false, long)).toBeNull();
});

test('what is no regular expression is told', () => {
  expect(patternTrouble('(', false, briefing)).toMatch(/^Not a regular expression: /);
});
