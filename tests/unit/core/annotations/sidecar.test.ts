import { redo, undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAnnotation,
  annotations,
  removeAnnotations,
  slideInk,
} from '../../../../src/core/annotations/annotation-field.ts';
import { type InkStroke, strokePath } from '../../../../src/core/annotations/ink.ts';
import { matchSlides, traceOf } from '../../../../src/core/annotations/likeness.ts';
import { loadAnnotations, sidecarText } from '../../../../src/core/annotations/sidecar.ts';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { createDeck, deckText } from '../../../../src/core/deck/deck-state.ts';
import { slideBody, slideByKey, slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { deckText as randomDeck } from '../deck/arbitrary-deck.ts';

const stroke = (slide: string, id = 'urn:uuid:1'): InkStroke => ({
  kind: 'ink',
  id,
  slide,
  points: [
    { x: 10, y: 20, pressure: 0.5, time: 0 },
    { x: 30, y: 40, pressure: 0.5, time: 16 },
  ],
  color: '#ff5a52',
  width: 4,
  created: '2026-01-01T00:00:00.000Z',
});

const key = (deck: EditorState, number: number) => slideIndex(deck).slides[number - 1]?.key ?? '';
const reopen = (deck: EditorState, text = deckText(deck)) => {
  const fresh = createDeck(text);
  return createDeck(text, { annotations: loadAnnotations(sidecarText(deck, null), fresh).annotations });
};
const titles = (deck: EditorState) =>
  annotations(deck).map(({ slide }) => {
    const found = slideByKey(slideIndex(deck), slide);
    return found === undefined ? '' : slideBody(deck, found).split('\n')[0];
  });

describe('annotations in the state', () => {
  it('are one history with moves and typing', () => {
    let deck = createDeck('# A\n\n---\n\n# B');
    const dispatch = (transaction: Transaction) => {
      deck = transaction.state;
    };
    dispatch(addAnnotation(deck, stroke(key(deck, 2))));
    dispatch(moveSlides(deck, [key(deck, 2)], { index: 0 }) ?? deck.update({}));
    expect(titles(deck)).toEqual(['# B']);
    undo({ state: deck, dispatch });
    expect(deckText(deck)).toBe('# A\n\n---\n\n# B');
    expect(annotations(deck)).toHaveLength(1);
    undo({ state: deck, dispatch });
    expect(annotations(deck)).toHaveLength(0);
    redo({ state: deck, dispatch });
    redo({ state: deck, dispatch });
    expect(titles(deck)).toEqual(['# B']);
    expect(slideInk(deck, key(deck, 1))).toHaveLength(1);
  });

  it('come back with their slide, and in their order', () => {
    let deck = createDeck('# A\n\n---\n\n# B');
    const dispatch = (transaction: Transaction | null) => {
      deck = transaction?.state ?? deck;
    };
    for (const id of ['a', 'b', 'c']) dispatch(addAnnotation(deck, stroke(key(deck, 1), id)));
    dispatch(removeAnnotations(deck, ['b']));
    undo({ state: deck, dispatch });
    expect(annotations(deck).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    dispatch(deleteSlides(deck, [key(deck, 1)]));
    expect(titles(deck)).toEqual(['', '', '']);
    undo({ state: deck, dispatch });
    expect(titles(deck)).toEqual(['# A', '# A', '# A']);
  });
});

describe('the sidecar', () => {
  it('brings ink back to its slide after the file was reordered and edited elsewhere', () => {
    const deck = createDeck('# First\n\nabout readiness\n\n---\n\n# Second\n\nabout deterrence\n');
    const drawn = addAnnotation(deck, stroke(key(deck, 2))).state;
    expect(titles(reopen(drawn))).toEqual(['# Second']);
    expect(
      titles(reopen(drawn, '# Second\n\nabout deterrence, with a word more\n\n---\n\n# First\n\nabout readiness\n')),
    ).toEqual(['# Second']);
  });

  it('prefers an id, and never puts two slides’ ink on one', () => {
    const deck = createDeck('# Same <!-- .slide: id="a" -->\n\n---\n\n# Same\n\n---\n\n# Same');
    const drawn = [1, 2, 3].reduce(
      (state, number) => addAnnotation(state, stroke(key(state, number), `n${number}`)).state,
      deck,
    );
    const back = reopen(drawn, '# Same\n\n---\n\n# Renamed altogether <!-- .slide: id="a" -->\n\n---\n\n# Same');
    expect(annotations(back).find(({ id }) => id === 'n1')?.slide).toBe(key(back, 2));
  });

  it('keeps ink whose slide is gone, and finds it again when the slide comes back', () => {
    const text = '# A\n\nwords of the first\n\n---\n\n# B\n\nother matters';
    const drawn = addAnnotation(createDeck(text), stroke('s2')).state;
    const without = reopen(drawn, '# A\n\nwords of the first');
    expect(titles(without)).toEqual(['']);
    expect(titles(reopen(without, text))).toEqual(['# B']);
  });

  it('keeps what it does not know', () => {
    const deck = createDeck('# A');
    const foreign = JSON.stringify({
      type: 'AnnotationCollection',
      'lectern:version': 1,
      generator: 'another program',
      items: [{ type: 'Annotation', id: 'x', motivation: 'commenting', body: { value: '<b>hi</b>' } }],
    });
    const loaded = createDeck('# A', { annotations: loadAnnotations(foreign, deck).annotations });
    const written: unknown = JSON.parse(sidecarText(loaded, foreign) ?? '');
    expect(written).toMatchObject({
      generator: 'another program',
      items: [{ id: 'x', motivation: 'commenting', body: { value: '<b>hi</b>' } }],
    });
  });

  it.each([
    ['truncated', '{"type": "Annotation'],
    ['not a collection', '[1, 2]'],
    ['without a version', '{"items": []}'],
    ['of a newer version', '{"lectern:version": 99, "items": []}'],
  ])('that is %s is read-only and says why', (_, text) => {
    const loaded = loadAnnotations(text, createDeck('# A'));
    expect(loaded.readOnly).toBe(true);
    expect(loaded.problem?.message).toMatch(/annotations/i);
  });

  it.each([[NaN], [Infinity], [1e9], ['<script>']])('does not draw a point at %s, and keeps it', (x) => {
    const item = {
      type: 'Annotation',
      id: 'i',
      motivation: 'lectern:ink',
      created: '',
      target: { selector: { type: 'lectern:SlideSelector', fingerprint: '' } },
      body: { type: 'lectern:Ink', color: '#ff0000', width: 2, points: [[x, 0, 0.5, 0]] },
    };
    const loaded = loadAnnotations(JSON.stringify({ 'lectern:version': 1, items: [item] }), createDeck('# A'));
    expect(loaded.annotations[0]?.kind).toBe('foreign');
  });

  it('is not written where there is nothing to write', () => {
    expect(sidecarText(createDeck('# A'), null)).toBeNull();
  });

  it('loses no annotation, whatever another program did to the file', () => {
    fc.assert(
      fc.property(
        randomDeck,
        randomDeck,
        fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
        (before, after, places) => {
          const deck = createDeck(before);
          const { slides } = slideIndex(deck);
          const drawn = places.reduce(
            (state, place, i) => addAnnotation(state, stroke(slides[place % slides.length]?.key ?? '', `n${i}`)).state,
            deck,
          );
          const back = reopen(drawn, after);
          expect(annotations(back).map(({ id }) => id)).toEqual(annotations(drawn).map(({ id }) => id));
        },
      ),
    );
  });
});

describe('matchSlides', () => {
  it('maps a deck onto any reordering of itself', () => {
    const bodies = ['# One\n\nalpha beta', '# Two\n\ngamma delta', '# Three\n\nepsilon', '', '# Four'];
    const traces = bodies.map((body) => traceOf(body, null));
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const found = matchSlides(
          traces,
          order.map((i) => traceOf(bodies[i] ?? '', null)),
        );
        expect(found.map((place) => order[place])).toEqual([0, 1, 2, 3, 4]);
      }),
    );
  });
});

describe('strokePath', () => {
  it('draws an outline of finite numbers, and nothing for no points', () => {
    expect(strokePath(stroke('s1'))).toMatch(/^M[\d. -]+Q[\d. -]+Z$/);
    expect(strokePath({ points: [], width: 4 })).toBe('');
  });
});
