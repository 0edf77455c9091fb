import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { writing } from '../../../../../src/renderer/workspace/editor/editor-extensions.ts';

test.each([
  ['A\n', 'A\n1\n2\n3\n'],
  ['A\r\n', 'A\r\n1\r\n2\r\n3\r\n'],
])('lines of any kind that are pasted into %j take its line ends', (text, wanted) => {
  const state = createDeck(text, { extensions: writing });
  const pasted = state
    .facet(EditorView.clipboardInputFilter)
    .reduce((input, filter) => filter(input, state), '1\r\n2\r3\n');
  // As the editor does with what a filter returns.
  const { doc } = state;
  const after = state.update({ changes: { from: doc.length, insert: state.toText(pasted) } }).state;
  expect(deckText(after)).toBe(wanted);
  expect(after.doc.lines).toBe(5);
});
