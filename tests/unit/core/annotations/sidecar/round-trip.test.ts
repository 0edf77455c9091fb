import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotations, annotationSet, layers } from '../../../../../src/core/annotations/annotation-field.ts';
import type { Annotation } from '../../../../../src/core/annotations/annotation.ts';
import { withDefaultLayer } from '../../../../../src/core/annotations/layer.ts';
import { loadAnnotations, noAnnotations } from '../../../../../src/core/annotations/sidecar/read.ts';
import { sidecarText } from '../../../../../src/core/annotations/sidecar/write.ts';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { deckText as randomDeck } from '../../deck/arbitrary-deck.ts';
import { annotation, layer } from '../arbitrary-annotations.ts';

const layerIds = ['default', 'urn:l1', 'urn:l2'] as const;
const sheets = fc.tuple(layer, layer).map(([one, two]) =>
  withDefaultLayer([
    { ...one, id: 'urn:l1' },
    { ...two, id: 'urn:l2' },
  ]),
);
/** Annotations with ids of their own, each on one of the deck's slides by its place. */
const placed = fc.array(fc.tuple(annotation(layerIds), fc.nat(9)), { maxLength: 8 });

function onSlides(text: string, each: readonly (readonly [Annotation, number])[], drop = -1): readonly Annotation[] {
  const { slides } = slideIndex(createDeck(text));
  return each.map(([one, place], i) => ({
    ...one,
    id: `urn:a${i}`,
    slide: i === drop ? '' : (slides[place % slides.length]?.key ?? ''),
  }));
}

describe('a sidecar', () => {
  it('that is not there asks nothing of the deck, which need not be read for it', () => {
    expect(loadAnnotations(null, EditorState.create())).toBe(noAnnotations);
  });

  it('says all of every kind of annotation and layer, and is read as it was', () => {
    fc.assert(
      fc.property(randomDeck, placed, sheets, (text, each, layersThen) => {
        const deck = createDeck(text, { annotations: onSlides(text, each), layers: layersThen });
        const written = sidecarText(deck, null);
        const back = loadAnnotations(written, createDeck(text));
        expect(back.annotations).toEqual(annotations(deck));
        expect(back.layers).toEqual(layers(deck));
        expect([back.problem, back.readOnly]).toEqual([null, false]);
        expect(sidecarText(createDeck(text, back), back.kept)).toBe(written);
      }),
    );
  });

  it('says the same once more after its deck was edited by others, and loses nothing', () => {
    fc.assert(
      fc.property(randomDeck, randomDeck, placed, (text, other, each) => {
        const deck = createDeck(text, { annotations: onSlides(text, each, 0) });
        const first = loadAnnotations(sidecarText(deck, null), createDeck(other));
        const elsewhere = createDeck(other, first);
        const second = loadAnnotations(sidecarText(elsewhere, first.kept), createDeck(other));
        const third = loadAnnotations(sidecarText(createDeck(other, second), second.kept), createDeck(text));
        const said = (all: readonly Annotation[]) => all.map((one) => ({ ...one, slide: '', lastSlide: undefined }));
        for (const read of [first, second, third]) expect(said(read.annotations)).toEqual(said(annotations(deck)));
        expect(second.annotations).toEqual(first.annotations);
        expect(annotationSet(elsewhere).layers).toEqual(layers(deck));
      }),
    );
  });

  it('has one line for each annotation, reply and slide', () => {
    fc.assert(
      fc.property(randomDeck, placed, (text, each) => {
        const deck = createDeck(text, { annotations: onSlides(text, each) });
        const written = sidecarText(deck, null);
        if (written === null) {
          expect(each).toEqual([]);
          return;
        }
        const parsed = JSON.parse(written);
        const lines = written.split('\n');
        for (const item of parsed.items) {
          const text = JSON.stringify(item);
          expect(lines.filter((line) => line === text || line === `${text},`).length).toBeGreaterThan(0);
        }
        expect(parsed.total).toBe(parsed.items.length);
        expect(parsed['lectern:slides']).toHaveLength(slideIndex(deck).slides.length);
        expect(deckText(deck)).toBe(text);
      }),
    );
  });
});
