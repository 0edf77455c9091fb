import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slideLabel } from '../../../../src/core/deck/slide-label.ts';
import { samePlaces, StageMap } from '../../../../src/renderer/stage/stage-map.ts';
import { numberParts, progressAt, slideAtShare } from '../../../../src/renderer/stage/stage-marks.ts';
import { routeFrom, type RouteRules, type StageStep } from '../../../../src/renderer/stage/stage-routes.ts';
import { mountedColumns, slidesNear } from '../../../../src/renderer/stage/stage-window.ts';
import type { StageSlide } from '../../../../src/renderer/stage/stage-source.ts';

/** `a b/c d`: a slash goes down in a stack; an upper-case slide does not count. */
const slides = (shape: string): readonly StageSlide[] =>
  shape.split(' ').flatMap((column, h) =>
    column.split('/').map((key, v): StageSlide => ({
      key,
      break: v === 0 ? 'horizontal' : 'vertical',
      label: slideLabel({ h, v }),
      counted: key === key.toLowerCase(),
    })),
  );
const map = (shape: string): StageMap => new StageMap(slides(shape));
const rules: RouteRules = { loop: false, grid: false, left: new Set() };

/** The slides that a step leads through, one after the other, up to the end or `most`. */
function walk(shape: string, from: string, step: StageStep, own: Partial<RouteRules> = {}, most = 20): string {
  const deck = map(shape);
  const path = [from];
  for (let key: string | undefined = from; key !== undefined && path.length < most;) {
    key = routeFrom(deck, key, step, { ...rules, ...own })?.key;
    if (key !== undefined) path.push(key);
  }
  return path.join('');
}

test('knows where every slide stands', () => {
  const deck = map('a b/c/d e');
  expect(deck.columns).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  expect(deck.place('d')).toMatchObject({ h: 1, v: 2 });
  expect(deck.keyAt(1, 1)).toBe('c');
  expect(deck.keyAt(0, 1)).toBeUndefined();
  expect(deck.order('e')).toBe(4);
  expect(deck.order('x')).toBe(-1);
});

test('a slide that is gone gives way to the next that is left, else to the last before it', () => {
  const before = map('a b/c d e');
  expect(map('a e').survivor('b', before)).toBe('e');
  expect(map('a b').survivor('d', before)).toBe('b');
  expect(map('d a').survivor('d', before)).toBe('d');
  expect(map('x').survivor('d', before)).toBe('x');
  expect(new StageMap([]).survivor('d', before)).toBeUndefined();
});

test('the same places are told from others', () => {
  expect(samePlaces(slides('a b/c'), slides('a b/c'))).toBe(true);
  for (const other of ['a b c', 'a b/d', 'a b/c d', 'a b/C']) {
    expect(samePlaces(slides('a b/c'), slides(other)), other).toBe(false);
  }
  // A hidden slide was put before it.
  expect(samePlaces(slides('a'), [{ key: 'a', break: 'horizontal', label: '2', counted: true }])).toBe(false);
});

describe('routes', () => {
  test.each<[StageStep, string, string, string]>([
    ['next', 'a b/c/d e', 'a', 'abcde'],
    ['previous', 'a b/c/d e', 'e', 'edcba'],
    ['onward', 'a b/c/d e', 'a', 'abe'],
    ['backward', 'a b/c/d e', 'e', 'eba'],
    ['onward', 'a b/c/d e', 'c', 'ce'],
    ['down', 'a b/c/d e', 'b', 'bcd'],
    ['up', 'a b/c/d e', 'd', 'dcb'],
    ['down', 'a b/c/d e', 'a', 'a'],
    ['next', 'a/b/c', 'a', 'abc'],
    ['previous', 'a/b/c', 'c', 'cba'],
  ])('%s through %s from %s: %s', (step, shape, from, path) => {
    expect(walk(shape, from, step)).toBe(path);
  });

  test('a deck that loops goes on from its ends, and so does a stack', () => {
    expect(walk('a b/c d', 'a', 'next', { loop: true }, 6)).toBe('abcdab');
    expect(walk('a b/c d', 'c', 'previous', { loop: true }, 6)).toBe('cbadcb');
    expect(walk('a b/c d', 'b', 'down', { loop: true }, 4)).toBe('bcbc');
    expect(walk('a b/c d', 'a', 'backward', { loop: true }, 4)).toBe('adba');
    expect(walk('a/b', 'a', 'next', { loop: true }, 4)).toBe('abab');
    expect(walk('a', 'a', 'next', { loop: true })).toBe('a');
    expect(walk('a', 'a', 'previous', { loop: true })).toBe('a');
    const deck = map('a b');
    expect(routeFrom(deck, 'b', 'next', { ...rules, loop: true })).toEqual({ key: 'a', looped: true });
    expect(routeFrom(deck, 'a', 'previous', { ...rules, loop: true })).toEqual({ key: 'b', looped: true });
    expect(routeFrom(deck, 'a', 'next', { ...rules, loop: true })).toEqual({ key: 'b', looped: false });
  });

  test('a grid is crossed within the row, as far as a column reaches', () => {
    expect(walk('a/b/c d/e f/g/h', 'c', 'onward', { grid: true })).toBe('ceg');
    // Reading order takes no notice of that.
    expect(walk('a/b d/e', 'b', 'next', { grid: true })).toBe('bde');
  });

  test('a stack is entered from the side where it was left', () => {
    expect(walk('a b/c/d e', 'a', 'onward', { left: new Set(['c']) })).toBe('ace');
    expect(walk('a b/c/d e', 'e', 'backward', { left: new Set(['d']) })).toBe('eda');
  });

  test('what comes next comes back', () => {
    const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }).map((rows) => {
      let letter = 0;
      return rows.map((count) => Array.from({ length: count }, () => `s${letter++}`).join('/')).join(' ');
    });
    fc.assert(
      fc.property(shape, (text) => {
        const deck = map(text);
        for (const { key } of deck.slides) {
          const next = routeFrom(deck, key, 'next', rules);
          expect(next?.key).toBe(deck.at(deck.order(key) + 1));
          if (next !== null) expect(routeFrom(deck, next.key, 'previous', rules)?.key).toBe(key);
        }
      }),
    );
  });
});

describe('the part of a deck that is in the page', () => {
  const long = map(Array.from({ length: 5000 }, (_, i) => `s${i}`).join(' '));

  test('is three slides on either side, whatever the deck’s length', () => {
    expect(slidesNear(long, 's2500', rules)).toEqual(['s2500', 's2501', 's2499', 's2502', 's2498', 's2503', 's2497']);
    expect(slidesNear(long, 's0', rules)).toEqual(['s0', 's1', 's2', 's3']);
    expect(slidesNear(long, 'gone', rules)).toEqual([]);
  });

  test('reaches to where the columns beside a stack are entered', () => {
    const deck = map('a/b/c/d/e f/g/h/i/j/k/l/m n/o');
    expect(new Set(slidesNear(deck, 'j', rules))).toEqual(new Set('ghijklman'.split('')));
    expect(slidesNear(deck, 'j', { left: new Set(['c']) })).toContain('c');
  });

  test('keeps file order and knows stacks of which it holds only a part', () => {
    const deck = map('a b/c/d/e f');
    expect(mountedColumns(deck, ['f', 'd', 'a', 'd', 'gone'])).toEqual([
      { stacked: false, keys: ['a'] },
      { stacked: true, keys: ['d'] },
      { stacked: false, keys: ['f'] },
    ]);
    expect(mountedColumns(deck, ['e', 'c', 'b'])).toEqual([{ stacked: true, keys: ['b', 'c', 'e'] }]);
  });

  test('holds the slide and where each step from it leads', () => {
    const deck = map('a b/c/d/e f/g h i/j/k/l/m');
    for (const { key } of deck.slides) {
      const near = slidesNear(deck, key, rules);
      for (const step of ['next', 'previous', 'onward', 'backward', 'up', 'down'] as const) {
        const route = routeFrom(deck, key, step, rules);
        if (route !== null) expect(near, `${step} from ${key}`).toContain(route.key);
      }
    }
  });
});

describe('marks', () => {
  test('the bar counts the deck’s slides, not those in the page, and no uncounted ones', () => {
    const deck = map('a b/c D e');
    expect(progressAt(deck, 'a', 0)).toBe(0);
    expect(progressAt(deck, 'c', 0)).toBeCloseTo(2 / 3);
    expect(progressAt(deck, 'c', 1)).toBeCloseTo(2.9 / 3);
    expect(progressAt(deck, 'e', 1)).toBe(1);
    expect(progressAt(map('a'), 'a', 1)).toBe(0);
  });

  test('a place on the bar is a slide', () => {
    const deck = map('a b/c D e');
    expect([0, 0.3, 0.6, 0.99, 1, 2, -1].map((share) => slideAtShare(deck, share))).toEqual('a b c e e e a'.split(' '));
  });

  test.each<[boolean | string, string, string]>([
    [true, 'c', '2.1'],
    [true, 'b', '2'],
    ['h/v', 'c', '2/1'],
    ['h.v', 'a', '1'],
    ['c', 'c', '3'],
    ['c/t', 'c', '3/4'],
    ['c/t', 'e', '4/4'],
    ['c', 'D', '3'],
    [true, 'D', '3'],
  ])('the number in the format %j of %s is %s', (format, key, text) => {
    expect(numberParts(map('a b/c D e'), key, format).join('')).toBe(text);
  });

  test('hidden slides that are not shown count in a label', () => {
    const deck = new StageMap(slides('a b/c').map((slide) => ({ ...slide, label: slideLabel({ h: 4, v: 2 }) })));
    expect(numberParts(deck, 'c', true)).toEqual(['5', '.', '2']);
  });
});
