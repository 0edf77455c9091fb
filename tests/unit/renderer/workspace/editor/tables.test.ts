import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { displayWidth } from '../../../../../src/renderer/workspace/editor/display-width.ts';
import { layOut, splitRow, tableAt } from '../../../../../src/renderer/workspace/editor/table-text.ts';
import { cellBelow, nextCell, previousCell } from '../../../../../src/renderer/workspace/editor/tables.ts';

/** A deck with the caret where `‸` stands. */
function deck(text: string): EditorState {
  const caret = text.indexOf('‸');
  const state = createDeck(text.replace('‸', ''));
  return state.update({ selection: EditorSelection.cursor(caret) }).state;
}

/** What a command makes of a deck, the selection between `‹` and `›`; `null` where it does not apply. */
function run(command: StateCommand, state: EditorState): string | null {
  let after: EditorState | null = null;
  const done = command({ state, dispatch: (transaction) => (after = transaction.state) });
  if (!done || after === null) return null;
  const { doc, selection } = after as EditorState;
  const { from, to } = selection.main;
  return `${doc.sliceString(0, from)}‹${doc.sliceString(from, to)}›${doc.sliceString(to)}`;
}

test('Tab goes to the next cell, aligns the columns by their width on the screen, and keeps the alignment', () => {
  expect(run(nextCell, deck('|a‸|日本|\n|:-|--:|\n|long one|1|\n'))).toBe(
    '| a        | ‹日本› |\n| :------- | ---: |\n| long one |    1 |\n',
  );
});

test('Tab in the last cell adds a row, Shift+Tab goes back', () => {
  expect(run(nextCell, deck('| a | b |\n| --- | --- |\n| 1 | 2‸ |'))).toBe(
    '| a   | b   |\n| --- | --- |\n| 1   | 2   |\n| ‹›    |     |',
  );
  expect(run(previousCell, deck('| a   | b   |\n| --- | --- |\n| 1‸   | 2   |'))).toBe(
    '| a   | ‹b›   |\n| --- | --- |\n| 1   | 2   |',
  );
});

test('Enter goes down, adds a row behind the last, and leaves the table from an empty one', () => {
  expect(run(cellBelow, deck('| a‸ |\n| --- |\n| 1 |'))).toBe('| a   |\n| --- |\n| ‹1›   |');
  expect(run(cellBelow, deck('| a   |\n| --- |\n| 1‸   |'))).toBe('| a   |\n| --- |\n| 1   |\n| ‹›    |');
  expect(run(cellBelow, deck('| a   |\n| --- |\n| 1   |\n|  ‸   |'))).toBe('| a   |\n| --- |\n| 1   |\n‹›');
});

test.each(['a | b‸ without a rule', '```\n| a‸ |\n| - |\n```', '---\nx: "|‸|"\n---\n', 'plain‸'])(
  'there is no table in %j',
  (text) => {
    expect(run(nextCell, deck(text))).toBeNull();
  },
);

test('a pipe behind a backslash belongs to its cell', () => {
  expect(splitRow('| a \\| b | c |')).toEqual(['a \\| b', 'c']);
});

test('a table that was laid out keeps its cells, is as wide in each line, and stays as it is', () => {
  const cell = fc.stringMatching(/^[a-z日本한é ]{0,8}$/).map((text) => text.trim());
  const table = fc
    .tuple(
      fc.array(fc.constantFrom('left', 'right', 'centre', 'none'), { minLength: 1, maxLength: 4 }),
      fc.nat({ max: 4 }),
    )
    .chain(([alignments, count]) =>
      fc
        .array(fc.array(cell, { minLength: alignments.length, maxLength: alignments.length }), {
          minLength: count + 1,
          maxLength: count + 1,
        })
        .map((rows) => ({ rows, alignments, indent: '' })),
    );
  fc.assert(
    fc.property(table, (made) => {
      const { lines } = layOut(made);
      const found = tableAt(createDeck(lines.join('\n')).doc, 1);
      expect(found?.rows).toEqual(made.rows);
      expect(found?.alignments).toEqual(made.alignments);
      expect(new Set(lines.map(displayWidth)).size).toBe(1);
      expect(found === null ? [] : layOut(found).lines).toEqual(lines);
    }),
  );
});

test.each([
  ['abc', 3],
  ['日本', 4],
  ['ｶﾅ', 2],
  ['e\u0301', 1],
  ['👩‍✈️', 2],
  ['한국', 4],
])('%s takes %d columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
