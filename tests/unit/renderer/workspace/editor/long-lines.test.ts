// @vitest-environment jsdom
import { cursorCharRight, deleteCharBackward, history, undo } from '@codemirror/commands';
import { type EditorState, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { hiddenMiddles, hiddenParts } from '../../../../../src/renderer/workspace/editor/long-lines.ts';
import { foldSlide, slideFolds, unfoldSlide } from '../../../../../src/renderer/workspace/editor/slide-folds.ts';

const picture = `![A picture](data:image/png;base64,${'A'.repeat(50_000)})`;
const before = '# First\n\n';
const after = '\n\n---\n\n## Second\n\nShort.\n';
const from = before.length;
const to = from + picture.length;

const deck = (text: string): EditorState => createDeck(text, { extensions: [slideFolds, hiddenMiddles] });
const opened = deck(before + picture + after);

function shown(state: EditorState): string {
  let text = '';
  let at = 0;
  for (const part of hiddenParts(state)) {
    text += `${state.sliceDoc(at, part.from)}[${part.to - part.from}]`;
    at = part.to;
  }
  return text + state.sliceDoc(at);
}

function update(state: EditorState, ...specs: readonly TransactionSpec[]): EditorState {
  return specs.reduce((now, spec) => now.update(spec).state, state);
}

function show(state: EditorState): EditorView {
  return new EditorView({ state, parent: document.body });
}

afterEach(() => document.body.replaceChildren());

test('of a long line the start and the end are in sight, and all of it is in the text', () => {
  expect(hiddenParts(opened)).toEqual([{ from: from + 200, to: to - 100 }]);
  expect(deckText(opened)).toBe(before + picture + after);
  const view = show(opened);
  expect(view.contentDOM.textContent).toContain('49,736 characters more');
  expect(view.contentDOM.textContent).toContain('A)');
  expect(view.contentDOM.textContent?.length).toBeLessThan(1000);
  view.destroy();
});

test('lines that can be read are shown as they are', () => {
  expect(hiddenParts(deck(`${'A line. '.repeat(2500)}\n`.repeat(10)))).toEqual([]);
});

test('beside a part that is hidden one writes as anywhere', () => {
  const typed = update(
    opened,
    { changes: { from: to, insert: ' Behind it.' }, userEvent: 'input.type' },
    { changes: { from: to - 100, insert: 'x' }, userEvent: 'input.type' },
    { changes: { from: from + 200, insert: 'y' }, userEvent: 'input.type' },
  );
  expect(shown(typed)).toBe(`${before}${picture.slice(0, 200)}y[49736]x${picture.slice(-100)} Behind it.${after}`);
});

test('a line that is typed longer and longer stays in sight; what is pasted in one go does not', () => {
  let state = deck('# First\n\n');
  for (let i = 0; i < 30; i++) {
    const insert = 'A sentence. '.repeat(100);
    state = update(state, { changes: { from: state.doc.length, insert }, userEvent: 'input.type' });
  }
  expect(hiddenParts(state)).toEqual([]);
  const { length } = state.doc;
  const pasted = update(state, {
    changes: { from: length, insert: picture },
    selection: { anchor: length + picture.length },
    userEvent: 'input.paste',
  });
  expect(hiddenParts(pasted)).toEqual([{ from: length, to: pasted.doc.length - 100 }]);
});

test('pasting lines hides nothing of what stands around them', () => {
  const lines = 'A line of a slide.\n'.repeat(5000);
  expect(hiddenParts(update(deck('# First\n'), { changes: { from: 8, insert: lines } }))).toEqual([]);
});

test('where the caret comes to be, as by a search, the text around it shows', () => {
  const found = update(opened, { selection: { anchor: from + 20_000, head: from + 20_010 } });
  expect(hiddenParts(found)).toEqual([
    { from: from + 200, to: from + 20_000 - 301 },
    { from: from + 20_000 + 301, to: to - 100 },
  ]);
  // A selection over the whole of it looks at nothing in it.
  expect(hiddenParts(update(opened, { selection: { anchor: 0, head: opened.doc.length } }))).toHaveLength(1);
});

test('the caret passes over what is hidden', () => {
  const view = show(update(opened, { selection: { anchor: from + 200 } }));
  cursorCharRight(view);
  expect(view.state.selection.main.head).toBe(to - 100);
  expect(hiddenParts(view.state)).toEqual(hiddenParts(opened));
  view.destroy();
});

test('a key that would delete what nobody sees shows it first', () => {
  const view = show(update(opened, { selection: { anchor: to - 100 } }));
  deleteCharBackward(view);
  expect(deckText(view.state)).toBe(deckText(opened));
  expect(hiddenParts(view.state)).toEqual([{ from: from + 200, to: to - 400 }]);
  deleteCharBackward(view);
  expect(view.state.doc.length).toBe(opened.doc.length - 1);
  view.destroy();
});

test('a selection over it is deleted with it, and undo brings it back', () => {
  let state = createDeck(deckText(opened), { extensions: [history(), hiddenMiddles] });
  state = update(state, { changes: { from, to }, userEvent: 'delete.selection' });
  expect(hiddenParts(state)).toEqual([]);
  undo({ state, dispatch: (transaction) => (state = transaction.state) });
  expect(deckText(state)).toBe(deckText(opened));
  expect(hiddenParts(state)).toEqual(hiddenParts(opened));
});

test('pressing it shows more of it, and so does the key that unfolds; the key that folds hides it again', () => {
  const view = show(opened);
  view.contentDOM.querySelector<HTMLElement>('.ui-fold')?.click();
  expect(hiddenParts(view.state)).toEqual([{ from: from + 10_200, to: to - 100 }]);
  for (let left = 3; left > 0; left--) expect(unfoldSlide(view)).toBe(true);
  expect(hiddenParts(view.state)).toEqual([{ from: from + 40_200, to: to - 100 }]);
  unfoldSlide(view);
  expect(hiddenParts(view.state)).toEqual([]);
  expect(unfoldSlide(view)).toBe(false);
  expect(foldSlide(view)).toBe(true);
  expect(hiddenParts(view.state)).toEqual(hiddenParts(opened));
  view.destroy();
});

test('whatever is done, parts lie in order within the text, and no caret in one', () => {
  const place = fc.nat({ max: 120_000 });
  const insert = fc.constantFrom('', 'x', '\n', 'word '.repeat(6000), 'short\n'.repeat(5000));
  const step = fc.record({ a: place, b: place, insert, caret: place });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let state = deck(`${before}${picture}${after}${'word '.repeat(10_000)}`);
      for (const { a, b, insert: text, caret } of steps) {
        const { length } = state.doc;
        const [first, last] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)];
        const changes = { from: first, to: last, insert: text };
        state = update(state, { changes }, { selection: { anchor: Math.min(caret, 1) } });
        state = update(state, { selection: { anchor: Math.min(caret, state.doc.length) } });
        let end = 0;
        for (const part of hiddenParts(state)) {
          expect(part.from).toBeGreaterThanOrEqual(end);
          expect(part.to).toBeGreaterThan(part.from);
          end = part.to;
          const { head } = state.selection.main;
          expect(head <= part.from || head >= part.to).toBe(true);
        }
        expect(end).toBeLessThanOrEqual(state.doc.length);
      }
    }),
    { numRuns: 30 },
  );
});
