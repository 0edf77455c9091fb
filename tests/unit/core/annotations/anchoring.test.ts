import { redo, undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../src/core/annotations/annotation-field.ts';
import type { Annotation } from '../../../../src/core/annotations/annotation.ts';
import { likenessThreshold } from '../../../../src/core/annotations/likeness.ts';
import { loadAnnotations } from '../../../../src/core/annotations/sidecar/read.ts';
import { sidecarText } from '../../../../src/core/annotations/sidecar/write.ts';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { duplicateSlides } from '../../../../src/core/deck/commands/duplicate-slides.ts';
import { mergeWithNext } from '../../../../src/core/deck/commands/merge-with-next.ts';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { replaceText } from '../../../../src/core/deck/commands/replace-text.ts';
import { splitSlide } from '../../../../src/core/deck/commands/split-slide.ts';
import { createDeck, deckText } from '../../../../src/core/deck/deck-state.ts';
import { slideBody, slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { newIds } from './new-ids.ts';
import { likeness } from './plain-likeness.ts';
import { comment, stroke, withAnnotation } from './sample-annotations.ts';

/** Slides that are all much alike. Each is headed by a name of its own, by which a test knows it whatever was done to it. */
const words = fc.constantFrom('crews', 'ready', 'of', 'the', 'north', 'south', '12', '14');
const tail = fc.array(words, { maxLength: 8 });
const slide = (name: string, rest: readonly string[]) => `## ${name}\n\n${rest.join(' ')} ${name}x ${name}y`;

const bodies = (deck: EditorState) => slideIndex(deck).slides.map((each) => slideBody(deck, each));
const newId = newIds();
const nameIn = (body: string) => /^## (n\w+)/.exec(body)?.[1] ?? '';
/** The place of an annotation's slide, from 0; -1 where it has none. */
const placeOf = (deck: EditorState, { slide: key }: Annotation) => slideIndex(deck).outline.place(key);
const reloaded = (deck: EditorState, text = deckText(deck)) =>
  createDeck(text, loadAnnotations(sidecarText(deck, null), createDeck(text)));

/** One thing that somebody does to the deck; `at` and `to` are shares of what there is. */
const step = fc.record({
  kind: fc.constantFrom('move', 'type', 'split', 'merge', 'delete', 'copy', 'undo', 'redo', 'disk', 'reopen'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  words: tail,
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The deck's text after another program reordered, cut, added and edited slides. */
function editedElsewhere(deck: EditorState, { at, to, words: added }: Step, number: number): string {
  const all = bodies(deck);
  const [from, place] = [Math.floor(at * all.length), Math.floor(to * all.length)];
  const [moved = ''] = all.splice(from, 1);
  all.splice(place, 0, moved);
  const touched = Math.floor(((at * 7) % 1) * all.length);
  const edited = `${all[touched] ?? ''} ${added.join(' ')}`.trim();
  if (likeness(edited, all[touched] ?? '') > 0.6) all[touched] = edited;
  if (all.length > 2 && (to * 13) % 1 < 0.4) all.splice(Math.floor(((to * 5) % 1) * all.length), 1);
  if ((at * 11) % 1 < 0.4) all.splice(place, 0, slide(`nx${number}`, ['with', 'words', 'all', 'its', `own${number}`]));
  return all.join('\n\n---\n\n');
}

function done(deck: EditorState, each: Step, number: number): EditorState {
  const index = slideIndex(deck);
  const chosen = index.slides[Math.floor(each.at * index.slides.length)];
  if (chosen === undefined) return deck;
  const { key } = chosen;
  let result: EditorState | null = null;
  const dispatch = (transaction: Transaction) => {
    result = transaction.state;
  };
  const within = Math.floor(chosen.from + each.to * (chosen.to - chosen.from));
  // Behind the heading: that is what slides are known by here.
  const heading = deck.doc.lineAt(chosen.from).to;
  const run: Readonly<Record<Step['kind'], () => Transaction | boolean | null>> = {
    move: () => moveSlides(deck, [key], { index: Math.floor(each.to * (index.slides.length + 1)) }),
    type: () => deck.update({ changes: { from: chosen.to, insert: ` ${each.words.join(' ')}` } }),
    split: () => splitSlide(deck, Math.max(heading, within), 'horizontal'),
    merge: () => mergeWithNext(deck, key),
    delete: () => deleteSlides(deck, [key]),
    copy: () => duplicateSlides(deck, [key], newId),
    undo: () => undo({ state: deck, dispatch }),
    redo: () => redo({ state: deck, dispatch }),
    disk: () => replaceText(deck, editedElsewhere(deck, each, number), each.at < 0.5),
    reopen: () => null,
  };
  if (each.kind === 'reopen') return reloaded(deck);
  const transaction = run[each.kind]();
  return result ?? (typeof transaction === 'object' ? transaction?.state : null) ?? deck;
}

const tails = fc.array(fc.array(words, { minLength: 6, maxLength: 10 }), { minLength: 1, maxLength: 6 });

/** A deck with a comment and a stroke on each slide, each with its slide's name on it. */
function opened(slides: readonly (readonly string[])[]): EditorState {
  const text = slides.map((rest, i) => slide(`n${i}`, rest)).join('\n\n---\n\n');
  return createDeck(text, {
    annotations: slideIndex(createDeck(text)).slides.flatMap(({ key }, i) => [
      comment(key, `c${i}`, { text: `n${i}` }),
      stroke(key, `i${i}`, { creator: `n${i}` }),
    ]),
  });
}

const ownName = (annotation: Annotation) =>
  annotation.kind === 'comment' ? annotation.text : annotation.kind === 'ink' ? annotation.creator : '';

describe('the law of anchoring', () => {
  it('no step loses an annotation, nor brings it to another slide while its own is there', () => {
    fc.assert(
      fc.property(tails, fc.array(step, { maxLength: 14 }), (slides, steps) => {
        const first = opened(slides);
        let deck = first;
        /** Names that no slide had any more at some time, or two had; those whose slide was joined to another. */
        const [lost, joined] = [new Set<string>(), new Set<string>()];
        for (const [i, each] of steps.entries()) {
          deck = done(deck, each, i);
          const ids = new Set(annotations(deck).map(({ id }) => id));
          expect(annotations(first).every(({ id }) => ids.has(id))).toBe(true);
          const names = bodies(deck).map(nameIn);
          for (const body of bodies(deck))
            for (const [, name = ''] of body.slice(1).matchAll(/^## (n\w+)/gm)) joined.add(name);
          for (const annotation of annotations(deck)) {
            const [name, place] = [ownName(annotation), placeOf(deck, annotation)];
            if (names.filter((other) => other === name).length !== 1) lost.add(name);
            if (joined.has(name)) continue;
            if (place !== -1 || !lost.has(name)) expect(names[place]).toBe(name);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('saving and opening again changes no place, whatever was done', () => {
    fc.assert(
      fc.property(tails, fc.array(step, { maxLength: 14 }), (slides, steps) => {
        const deck = steps.reduce(done, opened(slides));
        const back = reloaded(deck);
        expect(annotations(back).map((each) => placeOf(back, each))).toEqual(
          annotations(deck).map((each) => placeOf(deck, each)),
        );
        const twice = reloaded(back);
        expect(annotations(twice).map((each) => placeOf(twice, each))).toEqual(
          annotations(back).map((each) => placeOf(back, each)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('what another program did between saving and opening moves nothing to a slide that is less like its own', () => {
    const lone = fc.array(fc.tuple(words, words, words), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(lone, fc.array(step, { minLength: 1, maxLength: 4 }), (slides, steps) => {
        const text = slides.map((rest) => rest.join(' ')).join('\n\n---\n\n');
        const deck = slideIndex(createDeck(text)).slides.reduce(
          (state, { key }, i) => withAnnotation(state, comment(key, `c${i}`)),
          createDeck(text),
        );
        const edited = steps.reduce((state, each, i) => createDeck(editedElsewhere(state, each, i)), createDeck(text));
        const back = reloaded(deck, deckText(edited));
        const [old, now] = [bodies(deck), bodies(back)];
        const found = annotations(back).map((each) => placeOf(back, each));
        expect(found).toHaveLength(old.length);
        expect(new Set(found.filter((place) => place !== -1)).size).toBe(found.filter((place) => place !== -1).length);
        const like = old.map((was) => now.map((is) => likeness(was, is)));
        for (const [i, row] of like.entries()) {
          const best = Math.max(...row);
          const place = row.indexOf(best);
          const rivals = like.filter((_, other) => other !== i).map((other) => other[place] ?? 0);
          const isOnly = row.filter((value) => value === best).length === 1 && rivals.every((rival) => rival < best);
          if (best >= likenessThreshold && isOnly) expect(found[i]).toBe(place);
          if (found[i] !== -1) expect(row[found[i] ?? -1]).toBeGreaterThanOrEqual(likenessThreshold);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
