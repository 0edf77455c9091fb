import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { compareDecks, comparisonWords } from '../../../../src/core/deck/compare.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { outOfOrder } from '../../../../src/core/deck/out-of-order.ts';
import { deckText } from './arbitrary-deck.ts';

const deck = (...slides: readonly string[]) => createDeck(`${slides.join('\n\n---\n\n')}\n`);
const rows = (old: readonly string[], now: readonly string[]) =>
  compareDecks(deck(...old), deck(...now)).slides.map((row) => [row.kind, row.old, row.now]);

const a = '# Alpha\n\nthe first of them';
const b = '# Bravo\n\nthe second of them';
const c = '# Charlie\n\nsomething about ships';
const d = '# Delta\n\nsomething about bridges';

describe('compared with what it was', () => {
  it('a slide is the same, changed, moved, added or removed', () => {
    expect(rows([a, b, c, d], [a, b, c, d]).map(([kind]) => kind)).toEqual(['same', 'same', 'same', 'same']);
    expect(rows([a, b, c], [a, `${b} indeed`, c])).toEqual([
      ['same', 0, 0],
      ['changed', 1, 1],
      ['same', 2, 2],
    ]);
    expect(rows([a, b, c, d], [d, a, b, c])).toEqual([
      ['moved', 3, 0],
      ['same', 0, 1],
      ['same', 1, 2],
      ['same', 2, 3],
    ]);
    expect(rows([a, b], [a, c, b])[1]).toEqual(['added', null, 1]);
    expect(rows([a, b, c], [a, c])).toEqual([
      ['same', 0, 0],
      ['removed', 1, null],
      ['same', 2, 1],
    ]);
  });

  it('one that was moved and changed is both', () => {
    const [first] = compareDecks(deck(a, b, c), deck(`${c}, now`, a, b)).slides;
    expect(first).toEqual({ kind: 'moved', old: 2, now: 0, changed: true });
  });

  it('one that was written anew in its place is a changed one', () => {
    expect(rows([a, 'x', b], [a, 'y', b])[1]).toEqual(['changed', 1, 1]);
  });

  it('one that was put below another is moved', () => {
    const [, second] = compareDecks(createDeck(`${a}\n\n---\n\n${b}`), createDeck(`${a}\n\n--\n\n${b}`)).slides;
    expect(second?.kind).toBe('moved');
  });

  it('one that went past its neighbour is the only one that moved, whatever the separators say then', () => {
    const text = (one: string, two: string) => `${c}\n\n---\n\n${one}\n\n--\n\n${two}\n\n---\n\n${d}`;
    const say = (old: string, now: string) => comparisonWords(compareDecks(createDeck(old), createDeck(now)));
    expect(say(text(a, b), text(b, a))).toBe('1 moved');
    // Past the stack below it: its first slide is another one then.
    expect(say(`${a}\n\n---\n\n${b}\n\n--\n\n${c}`, `${b}\n\n--\n\n${a}\n\n--\n\n${c}`)).toBe('1 moved');
    expect(say([a, b, c].join('\n\n---\n\n'), [b, a, c].join('\n\n---\n\n'))).toBe('1 moved');
  });

  it('the slides of a stack that was cut in two: one moved', () => {
    const say = (old: string, now: string) => comparisonWords(compareDecks(createDeck(old), createDeck(now)));
    expect(say([a, b, c].join('\n\n--\n\n'), `${a}\n\n---\n\n${b}\n\n--\n\n${c}`)).toBe('1 moved');
  });

  it('words say how many', () => {
    const say = (old: string, now: string) => comparisonWords(compareDecks(createDeck(old), createDeck(now)));
    const text = [a, b, c].join('\n\n---\n\n');
    expect(say(text, text)).toBe('No differences');
    expect(say(text, `${text}\n\n\n`)).toBe('Only blank lines differ');
    expect(say(text, [`${c} too`, a, `${b}.`, d].join('\n\n---\n\n'))).toBe('1 changed, 1 moved and changed, 1 added');
    expect(say(`---\ntitle: A\n---\n\n${a}`, `---\ntitle: B\n---\n\n${a}`)).toBe('front matter changed');
  });

  it('every slide of either side is in one row', () => {
    fc.assert(
      fc.property(deckText, deckText, (old, now) => {
        const [before, after] = [createDeck(old), createDeck(now)];
        const { slides } = compareDecks(before, after);
        const places = (side: 'old' | 'now') => slides.flatMap((row) => row[side] ?? []);
        expect(places('old').toSorted((x, y) => x - y)).toEqual([...slideIndex(before).slides.keys()]);
        expect(places('now')).toEqual([...slideIndex(after).slides.keys()]);
      }),
      { numRuns: 200 },
    );
  });

  it('what was moved or deleted alone is all that differs', () => {
    const many = createDeck(
      Array.from({ length: 40 }, (_, i) => `# Slide ${i}\n\nnumber ${i * 7919}`).join('\n\n---\n\n'),
    );
    const keys = slideKeys(slideIndex(many));
    const moved = moveSlides(many, [keys[30] ?? ''], { index: 3 })?.state ?? many;
    const { state } = deleteSlides(moved, [keys[10] ?? '']) ?? { state: many };
    expect(compareDecks(many, state).slides.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'moved', old: 30, now: 3, changed: false },
      { kind: 'removed', old: 10, now: null, changed: false },
    ]);
  });
});

describe('slides out of order', () => {
  it('are as few as can be', () => {
    expect([...outOfOrder([0, 1, 2])]).toEqual([]);
    expect([...outOfOrder([3, 0, 1, 2])]).toEqual([0]);
    expect([...outOfOrder([1, -1, 2, 0, 3])]).toEqual([3]);
  });

  it('leave a rising rest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), (values) => {
        const moved = outOfOrder(values);
        const rest = values.filter((_, place) => !moved.has(place));
        expect(rest).toEqual(rest.toSorted((x, y) => x - y));
      }),
    );
  });
});
