import { redo, undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeck, deckText } from '../../../../src/core/deck/deck-state.ts';
import { buildIndex } from '../../../../src/core/deck/slide-index-build.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import type { SlideIndex } from '../../../../src/core/deck/slide.ts';
import { deckText as randomDeck, typed } from './arbitrary-deck.ts';

/** All that a full parse can know: everything but the keys. */
function facts(index: SlideIndex) {
  const { head, frontMatter, starts, closer } = index;
  return { head, frontMatter, starts, closer, slides: index.slides.map(({ key: _, ...slide }) => slide) };
}

function edit(state: EditorState, at: number, length: number, insert: string): EditorState {
  const from = Math.floor(at * state.doc.length);
  const to = Math.min(state.doc.length, from + length);
  return state.update({ changes: { from, to, insert: state.toText(insert) } }).state;
}

const edits = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(fc.constant(0), fc.nat(12), fc.nat(120)), typed),
  { minLength: 1, maxLength: 12 },
);

describe('the slide index', () => {
  it('tiles the text with bodies and gaps', () => {
    fc.assert(
      fc.property(randomDeck, (text) => {
        const state = createDeck(text);
        const { head, slides } = slideIndex(state);
        expect(slides.length).toBeGreaterThan(0);
        let at = head.to;
        let tiled = state.sliceDoc(0, head.to);
        for (const slide of slides) {
          expect(slide.from).toBeGreaterThanOrEqual(at);
          expect(slide.to).toBeGreaterThanOrEqual(slide.from);
          tiled += state.sliceDoc(at, slide.from) + state.sliceDoc(slide.from, slide.to);
          at = slide.to;
        }
        expect(tiled + state.sliceDoc(at)).toBe(text);
        expect(deckText(state)).toBe(text);
      }),
    );
  });

  it('equals a full parse after any sequence of edits', () => {
    fc.assert(
      fc.property(randomDeck, edits, (text, steps) => {
        let state = createDeck(text);
        for (const [at, length, insert] of steps) {
          state = edit(state, at, length, insert);
          expect(facts(slideIndex(state))).toEqual(facts(buildIndex(state.doc)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('equals a full parse after edits in many places at once', () => {
    fc.assert(
      fc.property(randomDeck, edits, (text, steps) => {
        const state = createDeck(text);
        const changes = steps.map(([at, length, insert]) => {
          const from = Math.floor(at * state.doc.length);
          return { from, to: Math.min(state.doc.length, from + length), insert: state.toText(insert) };
        });
        changes.sort((a, b) => a.from - b.from);
        const apart = changes.filter((change, i) => i === 0 || change.from > (changes[i - 1]?.to ?? 0));
        const after = state.update({ changes: apart }).state;
        expect(facts(slideIndex(after))).toEqual(facts(buildIndex(after.doc)));
      }),
      { numRuns: 400 },
    );
  });

  it('never gives two slides one key, and gives keys back on undo and redo', () => {
    fc.assert(
      fc.property(randomDeck, edits, (text, steps) => {
        let state = createDeck(text);
        const dispatch = (transaction: Transaction) => {
          state = transaction.state;
        };
        const keys = () => slideIndex(state).slides.map(({ key }) => key);
        const before = keys();
        for (const [at, length, insert] of steps) {
          state = edit(state, at, length, insert);
          expect(new Set(keys()).size).toBe(keys().length);
        }
        const after = keys();
        let undone = 0;
        while (undo({ state, dispatch })) undone++;
        expect(deckText(state)).toBe(text);
        expect(keys()).toEqual(before);
        for (let i = 0; i < undone; i++) redo({ state, dispatch });
        expect(keys()).toEqual(after);
      }),
    );
  });

  it('keeps its outline just while no slide comes, goes or changes its break or attributes', () => {
    fc.assert(
      fc.property(randomDeck, edits, (text, steps) => {
        let state = createDeck(text);
        const alike = ({ slides }: SlideIndex) =>
          slides.map(({ key, break: kind, attributes }) => [key, kind, new Map([...attributes].toSorted())]);
        for (const [at, length, insert] of steps) {
          const before = slideIndex(state);
          state = edit(state, at, length, insert);
          const after = slideIndex(state);
          const same = JSON.stringify(listed(alike(before))) === JSON.stringify(listed(alike(after)));
          expect(after.outline === before.outline).toBe(same);
          expect(after.slides.map(({ key }) => after.outline.place(key))).toEqual(after.slides.map((_, i) => i));
          expect(after.outline.place('none')).toBe(-1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Maps as lists, so that they can be written down. */
function listed(values: readonly (readonly unknown[])[]): unknown {
  return values.map((parts) => parts.map((part) => (part instanceof Map ? [...part] : part)));
}
