import { expect, test, vi } from 'vitest';
import { addAnnotations } from '../../../../src/core/annotations/commands/add-annotations.ts';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { duplicateSlides } from '../../../../src/core/deck/commands/duplicate-slides.ts';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { setNotes } from '../../../../src/core/deck/commands/set-notes.ts';
import { createDeck, deckText } from '../../../../src/core/deck/deck-state.ts';
import { slideByKey, slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { DeckSession } from '../../../../src/renderer/workspace/deck-session.ts';
import { stroke } from '../../core/annotations/sample-annotations.ts';

const text = 'A\n\n---\n\nB\n\n---\n\nC\n';
const open = () => {
  const session = new DeckSession(createDeck(text));
  const [a = '', b = '', c = ''] = slideKeys(slideIndex(session.state));
  return { session, a, b, c };
};
const order = (session: DeckSession) => slideKeys(slideIndex(session.state));

test('the slide that the caret is in is the current one', () => {
  const { session, a, b } = open();
  expect(session.snapshot().current).toBe(a);
  session.goTo(b);
  expect(session.snapshot().current).toBe(b);
  expect(session.state.selection.main.head).toBe(slideByKey(slideIndex(session.state), b)?.from);
  session.dispatch({ selection: { anchor: 0 } });
  expect(session.snapshot()).toMatchObject({ current: a, selected: new Set([a]) });
});

test('going to the current slide leaves the caret where it is', () => {
  const { session, a } = open();
  session.dispatch({ selection: { anchor: 1 } });
  session.goTo(a);
  expect(session.state.selection.main.head).toBe(1);
});

test('a moved slide stays current and selected', () => {
  const { session, a, b, c } = open();
  session.select([a, b], a);
  expect(session.run((state) => moveSlides(state, [a, b], { index: 1 }))).toBe(true);
  expect(order(session)).toEqual([c, a, b]);
  expect(session.snapshot()).toMatchObject({ current: a, selected: new Set([a, b]) });
});

test('copies become the selection, and a deleted slide leaves it', () => {
  const { session, a, b } = open();
  session.run((state) => duplicateSlides(state, [a]));
  const [, copy = ''] = order(session);
  expect(session.snapshot()).toMatchObject({ current: copy, selected: new Set([copy]) });
  session.run((state) => deleteSlides(state, [copy]));
  expect(session.snapshot().selected.has(copy)).toBe(false);
  expect(order(session)).toContain(b);
});

test('a command that does not apply changes and tells nothing', () => {
  const { session } = open();
  const listener = vi.fn();
  session.subscribe(listener);
  expect(session.run(() => null)).toBe(false);
  expect(listener).not.toHaveBeenCalled();
});

test('followers get every transaction in order; one for another state is refused', () => {
  const { session, b } = open();
  let { state } = session;
  session.follow((transactions) => {
    for (const transaction of transactions) {
      expect(transaction.startState).toBe(state);
      ({ state } = transaction);
    }
  });
  session.goTo(b);
  session.dispatch({ changes: { from: 0, insert: 'x' } });
  session.undo();
  expect(state).toBe(session.state);
  const stale = createDeck(text).update({ changes: { from: 0, insert: 'y' } });
  expect(() => session.apply([stale])).toThrow(RangeError);
});

test('one history holds typing, moves, ink and notes', () => {
  const { session, a } = open();
  session.dispatch({ changes: { from: 1, insert: '!' }, userEvent: 'input.type' });
  session.run((state) => moveSlides(state, [a], { index: 2 }));
  session.run((state) => addAnnotations(state, [stroke(a)]));
  for (const notes of ['S', 'Sa', 'Say']) session.run((state) => setNotes(state, a, notes));
  const after = deckText(session.state);
  let steps = 0;
  while (session.undo()) steps++;
  expect(steps).toBe(4);
  expect(deckText(session.state)).toBe(text);
  while (session.redo()) steps--;
  expect(steps).toBe(0);
  expect(deckText(session.state)).toBe(after);
});

test('stepping stops at the ends', () => {
  const { session, a, c } = open();
  session.step(-1);
  expect(session.snapshot().current).toBe(a);
  session.step(1);
  session.step(1);
  session.step(1);
  expect(session.snapshot().current).toBe(c);
});
