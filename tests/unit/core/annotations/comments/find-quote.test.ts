import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearMatches, textLikeness } from '../../../../../src/core/annotations/comments/approximate-match.ts';
import { findQuote } from '../../../../../src/core/annotations/comments/find-quote.ts';
import { quoteOf } from '../../../../../src/core/annotations/comments/text-quote.ts';

const slide =
  '# Readiness\n\nTwo of three crews are ready\n\n- Crews: 12 of 20\n- Aircraft: 12 of 13\n- Spares: as planned';
const quote = (words: string, text = slide, nth = 0) => {
  let from = text.indexOf(words);
  for (let i = 0; i < nth; i++) from = text.indexOf(words, from + 1);
  return quoteOf(text, from, from + words.length);
};
/** The words that a quote of `slide` is found at in another text. */
const foundIn = (text: string, words: string, nth = 0) => {
  const found = findQuote(text, quote(words, slide, nth));
  return found === null ? null : text.slice(found.from, found.to);
};

describe('a quote', () => {
  it.each<readonly [string, string, string, number, string | null]>([
    ['where it was', slide, 'Two of three', 0, 'Two of three'],
    ['behind new text', slide.replace('Two', 'As of Monday,\ntwo'), 'of three crews', 0, 'of three crews'],
    [
      'by what stands around it, where it is there twice',
      slide.replace('# Readiness', '# 12 of the 20'),
      '12',
      1,
      '12',
    ],
    [
      'though it was edited',
      slide.replace('three crews are', 'four crews were'),
      'Two of three crews',
      0,
      'Two of four crews',
    ],
    ['though a figure in it changed', slide.replace('Crews: 12', 'Crews: 14'), 'Crews: 12 of 20', 0, 'Crews: 14 of 20'],
    ['though it is a figure', slide.replace('Crews: 12', 'Crews: 14'), '12', 0, '14'],
    [
      'over another line break',
      slide.replace('three crews', 'three\ncrews'),
      'Two of three crews are',
      0,
      'Two of three\ncrews are',
    ],
    [
      'without the mark in front of it',
      slide.replace('Spares: as planned', 'Spares: all as planned'),
      'Spares: as planned',
      0,
      'Spares: all as planned',
    ],
    ['in other letters', slide.replace('Two of three', 'TWO OF THREE'), 'Two of three', 0, 'TWO OF THREE'],
    ['not where it was taken out', slide.replace('Two of three crews are ready\n\n', ''), 'Two of three', 0, null],
    [
      'not where it was rewritten',
      slide.replace('Two of three crews are ready', 'Nobody knows'),
      'Two of three crews',
      0,
      null,
    ],
    ['not where it is another short word elsewhere', slide.replace('Crews: 12 of 20', 'None'), '20', 0, null],
    ['not on an empty slide', '', 'Two of three', 0, null],
  ])('is found %s', (_, text, words, nth, expected) => {
    expect(foundIn(text, words, nth)).toBe(expected);
  });

  it('that is there twice is found by its neighbours', () => {
    for (const nth of [0, 1]) {
      const moved = slide.replace('- Crews', '- Pilots: 30\n- Crews');
      const found = findQuote(moved, quote('12', slide, nth));
      expect(moved.slice(0, found?.from).split('\n').at(-1)).toBe(['- Crews: ', '- Aircraft: '][nth]);
    }
  });

  it('that is longer than a page is found by its ends', () => {
    const words = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
    const long = quoteOf(`Before ${words} behind`, 7, 7 + words.length);
    const edited = words.replace('word200 word201', 'something else');
    const text = `New. Before ${edited} behind`;
    const found = findQuote(text, long);
    expect(text.slice(found?.from, found?.to)).toBe(edited);
    expect(findQuote('nothing of the kind', long)).toBeNull();
  });

  it('of any part of any text is found in that text, at words that are the same', () => {
    const text = fc.array(fc.constantFrom('crew ', 'ready ', '12 ', '防衛', 'مرحبا ', '😀', '\n', 'a'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (parts, a, b) => {
        const whole = parts.join('');
        const [from = 0, to = 0] = [a % (whole.length + 1), b % (whole.length + 1)].toSorted((x, y) => x - y);
        const found = findQuote(whole, quoteOf(whole, from, to));
        if (from === to) expect(found).toBeNull();
        else expect(whole.slice(found?.from, found?.to)).toBe(whole.slice(from, to));
      }),
    );
  });

  it('keeps no half of a character with it', () => {
    const emoji = '😀'.repeat(40);
    const { prefix, suffix } = quoteOf(`${emoji}x${emoji}`, 80, 81);
    expect([prefix.isWellFormed(), suffix.isWellFormed()]).toEqual([true, true]);
    const odd = quoteOf(`${emoji}xy${emoji}`, 81, 82);
    expect([odd.prefix.isWellFormed(), odd.suffix.isWellFormed()]).toEqual([true, true]);
  });
});

describe('near matches', () => {
  it('differ in as many characters as they say, and no part that ends there in fewer', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 });
    fc.assert(
      fc.property(letters, letters, (text, pattern) => {
        for (const { from, to, errors } of nearMatches(text, pattern, Math.ceil(pattern.length / 2))) {
          const all = Array.from({ length: to + 1 }, (_, start) => distance(text.slice(start, to), pattern));
          expect(distance(text.slice(from, to), pattern)).toBe(errors);
          expect(Math.min(...all)).toBe(errors);
        }
      }),
    );
  });

  it('likeness is of the longer text', () => {
    expect([
      textLikeness('', ''),
      textLikeness('ab', 'AB'),
      textLikeness('ab', ''),
      textLikeness('abcd', 'abxy'),
    ]).toEqual([1, 1, 0, 0.5]);
  });
});

/** Levenshtein's distance, by its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const name = `${i} ${j}`;
    const was = known.get(name);
    if (was !== undefined) return was;
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const least = Math.min(between(i - 1, j - 1) + same, between(i - 1, j) + 1, between(i, j - 1) + 1);
    known.set(name, least);
    return least;
  };
  return between(a.length, b.length);
}
