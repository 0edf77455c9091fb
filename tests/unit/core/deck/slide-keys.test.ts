import type { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../src/core/annotations/annotation-field.ts';
import { loadAnnotations } from '../../../../src/core/annotations/sidecar/read.ts';
import { sidecarText } from '../../../../src/core/annotations/sidecar/write.ts';
import { createDeck, deckText } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { stroke, withAnnotation } from '../annotations/sample-annotations.ts';

const text = '# One\n\nalpha\n\n---\n\n# Two\n\nbeta, and far more words than on the first\n\n---\n\n# Three\n\ngamma';
const keys = (deck: EditorState) => slideIndex(deck).slides.map(({ key }) => key);
const type = (deck: EditorState, at: number, letters: string) =>
  [...letters].reduce(
    (state, letter, i) => state.update({ changes: { from: at + i, insert: state.toText(letter) } }).state,
    deck,
  );

describe('a slide’s key', () => {
  it.each([
    ['a code block', '\n\n```js\ncode\n```'],
    ['a longer one', '\n\n~~~~\n---\n~~~~'],
    ['a comment', '\n\n<!-- aside\n-->'],
    ['an HTML block', '\n\n<pre>\nx\n</pre>'],
  ])('survives somebody typing %s on an earlier slide, letter by letter', (_, typed) => {
    const deck = createDeck(text);
    const after = type(deck, text.indexOf('alpha') + 5, typed);
    expect(keys(after)).toEqual(keys(deck));
  });

  it('goes with the first of two slides that become one, and comes back with the second', () => {
    const deck = createDeck(text);
    const gap = text.indexOf('\n\n---');
    const merged = deck.update({ changes: { from: gap, to: gap + 7 } }).state;
    expect(keys(merged)).toEqual(['s1', 's3']);
    const cut = deck.update({ changes: { from: gap, to: text.indexOf('\n\n---', gap + 7) } }).state;
    expect(keys(cut)).toEqual(['s1', 's3']);
    const pasted = cut.update({
      changes: {
        from: cut.doc.length,
        insert: cut.toText(`\n\n---\n\n# Two\n\nbeta, and far more words than on the first`),
      },
    }).state;
    expect(keys(pasted)).toEqual(['s1', 's3', 's2']);
  });

  it('is never given twice, whatever is opened and closed', () => {
    const piece = fc.constantFrom('```\n', '\n```\n', '<!--', '-->', '\n\n---\n\n', '# Two', 'x', '~~~\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), piece), { maxLength: 12 }),
        (edits) => {
          let deck = createDeck(text);
          for (const [at, length, insert] of edits) {
            const from = Math.floor(at * deck.doc.length);
            deck = deck.update({
              changes: { from, to: Math.min(deck.doc.length, from + length), insert: deck.toText(insert) },
            }).state;
            expect(new Set(keys(deck)).size).toBe(keys(deck).length);
            for (const key of slideIndex(deck).lost.keys()) expect(keys(deck)).not.toContain(key);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves a trace in the sidecar when its slide is gone, so that the ink is found with it later', () => {
    const deck = createDeck(text);
    const drawn = withAnnotation(deck, stroke('s2'));
    const cut = drawn.update({ changes: { from: text.indexOf('\n\n---'), to: text.lastIndexOf('\n\n---') } }).state;
    expect(deckText(cut)).not.toContain('# Two');
    const sidecar = sidecarText(cut, null);
    const back = createDeck(text);
    expect(loadAnnotations(sidecar, back).annotations.map(({ slide }) => slide)).toEqual(['s2']);
    expect(annotations(cut)).toHaveLength(1);
  });
});
