// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../../src/core/deck/slide-index.ts';
import { DeckSession } from '../../../../../src/renderer/workspace/deck-session.ts';
import { LateView } from '../../../../../src/renderer/workspace/editor/late-view.ts';

const slides = Array.from({ length: 6 }, (_, i) => `Slide ${i}`);

function open() {
  const session = new DeckSession(createDeck(`${slides.join('\n\n---\n\n')}\n`));
  const view = new LateView(session, document.body);
  return { session, view, keys: slideKeys(slideIndex(session.state)) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('it hears of a step after the frame, and of a row of steps when they end', () => {
  const { session, view, keys } = open();
  const update = vi.spyOn(view, 'update');
  session.goTo(keys[1] ?? '');
  expect(view.state.selection.main.head).toBe(0);
  vi.advanceTimersByTime(110);
  expect(view.state).toBe(session.state);

  update.mockClear();
  for (const key of keys.slice(2)) {
    session.goTo(key);
    vi.advanceTimersByTime(30);
  }
  expect(update).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(view.state).toBe(session.state);
  // The steps, and the scrolling to where they ended.
  expect(update).toHaveBeenCalledTimes(2);
  view.destroy();
});

test('whatever else happens to the deck, it is up to date before that', () => {
  const { session, view, keys } = open();
  session.goTo(keys[3] ?? '');
  session.dispatch({ changes: { from: 0, insert: 'New ' } });
  expect(view.state).toBe(session.state);
  session.goTo(keys[1] ?? '');
  view.dispatch({ changes: { from: 0, insert: 'Very ' } });
  expect(view.state).toBe(session.state);
  expect(deckText(session.state)).toMatch(/^Very New Slide 0/);
  view.destroy();
});

test('a view that is turned to shows where the steps led', () => {
  const { session, view, keys } = open();
  session.goTo(keys[4] ?? '');
  view.contentDOM.focus();
  expect(view.state).toBe(session.state);
  // With the focus in it, it never waits.
  session.goTo(keys[2] ?? '');
  expect(view.state.selection.main.head).toBe(session.state.selection.main.head);
  view.destroy();
});
