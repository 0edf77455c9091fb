import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../src/core/annotations/annotation-field.ts';
import { importReview } from '../../../../src/core/annotations/review/import-review.ts';
import { isSameValue } from '../../../../src/core/annotations/review/same-value.ts';
import { loadAnnotations } from '../../../../src/core/annotations/sidecar/read.ts';
import { createDeck, type DeckOptions } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { readReview } from '../../../../src/host/review/read-review.ts';
import { comment, drawing } from '../../core/annotations/arbitrary-annotations.ts';
import { deckText, everyKind, markedDeck } from '../export/markup/marked-deck.ts';
import { writtenPdf } from './written-pdf.ts';

const context = { newId: () => 'urn:uuid:new', now: '2026-05-01T00:00:00.000Z' };
const keys = slideKeys(slideIndex(createDeck(deckText)));

/** Random annotations that lie on slides of the deck, where a slide can be seen. */
const onSlides = fc.array(
  fc
    .oneof(drawing(), comment())
    .chain((annotation) =>
      fc.record({ slide: fc.constantFrom(...keys) }).map(({ slide }) => ({ ...annotation, slide })),
    ),
  { maxLength: 8 },
);
const layouts = fc.constantFrom({}, { handout: 9 } as const, { notes: 'below' } as const, { page: 'letter' } as const);

describe('annotations that go out in a PDF and come back', () => {
  it('are the same to within rounding, and change nothing where nobody changed them', async () => {
    await fc.assert(
      fc.asyncProperty(onSlides, layouts, async (all, layout) => {
        const state = createDeck(deckText, { annotations: distinct(all) } satisfies DeckOptions);
        const review = await readReview('talk.pdf', writtenPdf(state, layout));
        const { transaction, added, changed, missing, unchanged, leftOut } = importReview(state, review, context);
        // What is nowhere near its slide is told, and stays in the deck.
        const gone = leftOut.length;
        expect([added, changed].map((list) => list.map(({ id }) => id))).toEqual([[], []]);
        expect(transaction).toBe(null);
        expect(unchanged).toBe(annotations(state).length - gone);
        expect(missing.length).toBe(gone);
      }),
      { numRuns: 60 },
    );
  });

  it('bring to a deck that has none what was drawn and said, with its ids', async () => {
    const state = markedDeck();
    const review = await readReview('talk.pdf', writtenPdf(state));
    const bare = { ...review, exported: null };
    const { added } = importReview(createDeck(deckText), bare, context);
    const wanted = everyKind(keys).slice(0, -1);
    expect(added.map(({ id, kind, slide }) => [id, kind, slide])).toEqual(
      wanted.map(({ id, kind, slide }) => [id, kind, slide]),
    );
    for (const [i, each] of added.entries()) {
      const before: Record<string, unknown> = { ...wanted[i] };
      const after: Record<string, unknown> = { ...each };
      for (const field of ['color', 'width', 'strokeWidth', 'x', 'y', 'from', 'to', 'arrow', 'text', 'size', 'creator'])
        expect(isSameValue(after[field], before[field]), `${each.kind} ${field}`).toBe(true);
    }
    const said = added.find(({ kind, replies }: { kind: string; replies?: unknown }) => kind === 'comment' && replies);
    expect(said).toMatchObject({
      replies: [{ creator: '山田 太郎', text: 'はい', created: '2026-03-02T15:00:00.000Z' }],
      resolved: { by: 'Bob Oda', at: '2026-03-03T09:00:00.000Z' },
    });
  });

  it('follow their slides through moves and edits; those whose slide is gone wait', async () => {
    const review = await readReview('talk.pdf', writtenPdf(markedDeck()));
    const edited = deckText
      .replace('---\n\n## Fallback', '')
      .replace(
        '# Readiness\n\nTwo of three crews are ready',
        '## Fallback\n\n---\n\n# Readiness\n\nThree of three crews are ready',
      );
    const state = createDeck(edited);
    const found = importReview(state, { ...review, exported: null }, context).added;
    const places = new Map(slideKeys(slideIndex(state)).map((key, i) => [key, i + 1]));
    expect(found.map(({ slide }) => places.get(slide))).toEqual([...Array.from({ length: 8 }, () => 2), 3, 3]);
    const lost = importReview(
      createDeck('## Next steps\n\n- Ask the third crew\n'),
      { ...review, exported: null },
      context,
    );
    expect(lost.added.filter(({ slide }) => slide === '').map(({ lastSlide }) => lastSlide?.number)).toEqual(
      Array.from({ length: 8 }, () => 1),
    );
  });

  it('say which deck they are not of', async () => {
    const review = await readReview('talk.pdf', writtenPdf(markedDeck()));
    expect(() => importReview(createDeck('# Something else\n'), review, context)).toThrow(
      /none of its pages is of this deck/,
    );
  });

  it('record what they were, to be read as a collection', async () => {
    const { exported } = await readReview('talk.pdf', writtenPdf(markedDeck()));
    const loaded = loadAnnotations(exported, createDeck(deckText));
    expect(loaded.annotations.map(({ id }) => id)).toEqual(
      everyKind(keys)
        .slice(0, -1)
        .map(({ id }) => id),
    );
  });
});

function distinct<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
