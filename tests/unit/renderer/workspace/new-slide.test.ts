import { expect, test } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { DeckSession } from '../../../../src/renderer/workspace/deck-session.ts';
import { newSlide, newSlideTitle } from '../../../../src/renderer/workspace/new-slide.ts';

/** The deck after a new slide was added after its current one. */
function grown(text: string): DeckSession {
  const session = new DeckSession(createDeck(text));
  session.run((state) => newSlide(state, session.snapshot().current));
  return session;
}

test.each([
  ['', '## New slide\n\n-'],
  ['\n\n', '## New slide'],
  ['---\ntitle: T\n---\n', '---\ntitle: T\n---\n'],
])('takes the place of the only slide when that is empty: %j', (text, start) => {
  const { state } = grown(text);
  const written = state.doc.toString();
  expect(written.trimStart().startsWith(start)).toBe(true);
  expect(written).toContain('## New slide');
  expect(written.split('## New slide')[1]).not.toContain('---');
  expect(written.split('---')).toHaveLength(text.split('---').length);
});

test('goes after a slide that says something', () => {
  expect(grown('A\n').state.doc.toString()).toBe('A\n\n---\n\n## New slide\n\n-\n');
});

test('its title is what to write over', () => {
  const session = grown('A\n');
  const range = newSlideTitle(session.snapshot());
  expect(range && session.state.sliceDoc(range.from, range.to)).toBe('New slide');
  expect(newSlideTitle(new DeckSession(createDeck('A\n')).snapshot())).toBeNull();
});
