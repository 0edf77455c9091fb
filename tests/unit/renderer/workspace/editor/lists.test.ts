import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import { expect, test } from 'vitest';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { dedentItems, endList, indentItems, toggleTask } from '../../../../../src/renderer/workspace/editor/lists.ts';
import { insertLink, toggleMark } from '../../../../../src/renderer/workspace/editor/markup.ts';

/** What a command makes of a deck whose selection stands between `‹` and `›`. */
function run(command: StateCommand, text: string): string | null {
  const [from, to] = [text.indexOf('‹'), text.indexOf('›') - 1];
  const state = createDeck(text.replace(/[‹›]/g, '')).update({ selection: EditorSelection.range(from, to) });
  let after: EditorState | null = null;
  const done = command({ state: state.state, dispatch: (transaction) => (after = transaction.state) });
  return done ? deckText(after ?? state.state) : null;
}

test.each([
  ['- a\n- b‹›\n', '- a\n  - b\n'],
  ['1. a\n2. b‹›\n', '1. a\n   1. b\n'],
  ['1. a\n   1. b\n2. c‹›\n', '1. a\n   1. b\n   2. c\n'],
  ['- a\n- b‹›\n  - c\n- d\n', '- a\n  - b\n    - c\n- d\n'],
  ['- a‹›\n', '- a\n'],
])('Tab takes the item of %j in', (before, after) => {
  expect(run(indentItems, before)).toBe(after);
});

test.each([
  ['- a\n  - b‹›\n', '- a\n- b\n'],
  ['1. a\n   1. b\n   2. c‹›\n', '1. a\n   1. b\n2. c\n'],
  ['- a\n  - b‹›\n    - c\n', '- a\n- b\n  - c\n'],
])('Shift+Tab takes the item of %j out', (before, after) => {
  expect(run(dedentItems, before)).toBe(after);
});

test('Tab in plain words is not taken', () => {
  expect(run(indentItems, 'plain‹› words\n')).toBeNull();
});

test('Enter on an empty item ends the list with a blank line', () => {
  expect(run(endList, '- a\n- ‹›')).toBe('- a\n\n');
  expect(run(endList, '- a\n- b‹›')).toBeNull();
});

test('tasks are made, ticked and unticked', () => {
  expect(run(toggleTask, '‹a\n- b\n- [ ] c\n2. [x] d›')).toBe('- [ ] a\n- [ ] b\n- [x] c\n2. [ ] d');
});

test.each([
  ['**', 'some wo‹›rds', 'some **words**'],
  ['**', 'some **wo‹›rds**', 'some words'],
  ['**', '‹**some words**›', 'some words'],
  ['*', '**wo‹›rds**', '***words***'],
  ['*', '***wo‹›rds***', '**words**'],
  ['`', '‹a b ›c', '`a b` c'],
])('%s is put around %j, or taken away', (mark, before, after) => {
  expect(run(toggleMark(mark), before)).toBe(after);
});

test.each([
  ['‹words›', '[words]()'],
  ['‹https://example.org›', '[](https://example.org)'],
])('a link from %j', (before, after) => {
  expect(run(insertLink, before)).toBe(after);
});
