import { undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setSlideAttribute } from '../../../../../src/core/deck/commands/set-slide-attribute.ts';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { deckText as anyDeck } from '../arbitrary-deck.ts';

const attributesOf = (state: EditorState) => slideIndex(state).slides.map(({ attributes }) => new Map(attributes));
const keysOf = (state: EditorState) => slideIndex(state).slides.map(({ key }) => key);

function undone(state: EditorState): EditorState {
  let back = state;
  undo({ state, dispatch: (transaction: Transaction) => (back = transaction.state) });
  return back;
}

/** Comments as careful and careless authors write them. */
const comments = fc.constantFrom(
  '<!-- .slide: data-background="#123"   data-x=\'kept\' id="a" -->',
  '<!--.slide: class="one  two"-->',
  '<!-- .slide:\n  data-state="s"\n  data-timing="5"\n-->',
  '<!-- .slide: unknown="1" data-bare -->\n\ntext\n\n<!-- .slide: data-y="2" -->',
  '<!-- .slide: id="1" id="2" -->',
  '<!-- .slide: open="never -->',
  '',
);
const decks = fc
  .tuple(anyDeck, comments, fc.constantFrom('\n\n---\n\n', '\r\n\r\n---\r\n\r\n'))
  .map(([text, comment, gap]) => `# First ${comment}${gap}${text}`);
const names = fc.constantFrom('data-timing', 'data-marking', 'id', 'class', 'data-x', 'data-background-color');
const values = fc.constantFrom('90', 'TLP:AMBER', '', 'a "quoted" --> value', '機密', '#123');

describe('setting an attribute, in any deck', () => {
  it('sets it, and leaves every other attribute of every slide as it was', () => {
    fc.assert(
      fc.property(decks, names, values, fc.nat(), (text, name, value, pick) => {
        const state = createDeck(text);
        const keys = keysOf(state);
        const place = pick % keys.length;
        const transaction = setSlideAttribute(state, [keys[place] ?? ''], name, value);
        if (transaction === null) return;
        const before = attributesOf(state);
        const after = attributesOf(transaction.state);
        const written = value.replaceAll('"', "'").replaceAll('-->', '-- >');
        before[place]?.set(name, written);
        expect(after).toEqual(before);
        expect(deckText(undone(transaction.state))).toBe(deckText(state));
      }),
    );
  });

  it('is taken back to the very bytes, where the attribute was new', () => {
    fc.assert(
      fc.property(decks, names, values, fc.nat(), (text, name, value, pick) => {
        const state = createDeck(text);
        const slide = slideIndex(state).slides[pick % keysOf(state).length];
        // An empty slide gets a line of its own to write on, which stays.
        if (slide === undefined || slide.attributes.has(name) || slide.from === slide.to) return;
        const set = setSlideAttribute(state, [slide.key], name, value);
        const removed = set === null ? null : setSlideAttribute(set.state, [slide.key], name, null);
        expect(removed === null ? null : deckText(removed.state)).toBe(deckText(state));
      }),
    );
  });

  it('sets it on many slides in one undo step, and takes it from all of them', () => {
    fc.assert(
      fc.property(decks, names, (text, name) => {
        const state = createDeck(text);
        const set = setSlideAttribute(state, keysOf(state), name, 'v');
        if (set === null) return;
        expect(attributesOf(set.state).every((attributes) => attributes.get(name) === 'v')).toBe(true);
        expect(deckText(undone(set.state))).toBe(deckText(state));
        const removed = setSlideAttribute(set.state, keysOf(set.state), name, null);
        expect(
          removed === null ? [] : attributesOf(removed.state).filter((attributes) => attributes.has(name)),
        ).toEqual([]);
      }),
    );
  });
});

it.each([
  ['<!-- .slide: a="1" b="2" -->', 'a', '<!-- .slide: b="2" -->'],
  ['<!-- .slide: id="1" id="2" c="3" -->', 'id', '<!-- .slide: c="3" -->'],
  ['# A\n<!-- .slide: id="1" id="2" -->\n\ntext', 'id', '# A\n\ntext'],
])('removes from %j', (text, name, expected) => {
  const state = createDeck(text);
  const transaction = setSlideAttribute(state, keysOf(state), name, null);
  expect(transaction === null ? null : deckText(transaction.state)).toBe(expected);
});
