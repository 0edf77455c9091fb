import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessThreshold, type SlideTrace, traceOf } from '../../../../src/core/annotations/likeness.ts';
import { matchSlides } from '../../../../src/core/annotations/match-slides.ts';
import { likeness } from './plain-likeness.ts';

const traces = (bodies: readonly string[]) => bodies.map((body) => traceOf(body, null));
const match = (old: readonly string[], now: readonly string[]) => matchSlides(traces(old), traces(now));

describe('matchSlides', () => {
  it('maps a deck onto any reordering of itself', () => {
    const bodies = ['# One\n\nalpha beta', '# Two\n\ngamma delta', '# Three\n\nepsilon', '', '# Four'];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const found = match(
          bodies,
          order.map((i) => bodies[i] ?? ''),
        );
        expect(found.map((place) => order[place])).toEqual([0, 1, 2, 3, 4]);
      }),
    );
  });

  it.each<readonly [string, readonly string[], readonly string[], readonly number[]]>([
    ['the first copy was taken away', ['t', 'A', 't', 'B', 't'], ['A', 't', 'B', 't'], [-1, 0, 1, 2, 3]],
    ['blocks changed places', ['t', 'A', 't', 'B'], ['t', 'B', 't', 'A'], [2, 3, 0, 1]],
    ['one of two neighbours was taken away', ['A', 't', 't', 'B'], ['A', 't', 'B'], [0, 1, -1, 2]],
    ['one was copied in its place', ['A', 't', 'B'], ['A', 't', 't', 'B'], [0, 1, 3]],
    ['all are the same', ['t', 't', 't'], ['t', 't'], [0, -1, 1]],
    ['none is left', ['t', 'A'], ['A'], [-1, 0]],
  ])('tells slides of one text apart where %s', (_, old, now, found) => {
    expect(match(old, now)).toEqual(found);
  });

  it('does not swap two that are nearly the same and both changed', () => {
    const slide = (where: string, many: number) => `## Readiness ${where}\n\n- Crews: ${many} of 20\n- Aircraft: all`;
    const old = [slide('North', 12), slide('South', 14)];
    const now = [slide('South', 13), slide('North', 13)];
    expect(match(old, now)).toEqual([1, 0]);
  });

  it('takes no slide for one of another id, nor for a lost one while it may be one that was there', () => {
    const like = 'boats and planes and trains and tanks';
    expect(matchSlides([traceOf(like, 'a')], [traceOf(`${like} too`, 'b')])).toEqual([-1]);
    const [gone, edited] = [traceOf(`${like} and cars`, null), traceOf(`${like} and trucks`, null)];
    expect(matchSlides([traceOf(like, null)], [edited], [gone])).toEqual([0, -1]);
    expect(matchSlides([], [edited], [gone])).toEqual([0]);
    expect(matchSlides([traceOf(like, null)], [gone], [gone])).toEqual([-1, 0]);
  });

  it('finds Japanese, and words with marks, by what they say', () => {
    expect(
      match(['# 防衛省の即応態勢\n\n三つの部隊', '# 予算'], ['# 予算案', '# 防衛省の即応態勢\n\n四つの部隊']),
    ).toEqual([1, 0]);
    expect(match(['चालक दल तैयार है आज'], ['चालक दल तैयार है कल'])).toEqual([0]);
  });
});

/** Slides of a few words, so that many are nearly the same, and some quite. */
const words = fc.constantFrom('alpha', 'bravo', 'crews', 'ready', 'north', 'south', '12', '14', 'of', 'the');
const body = fc
  .array(words, { minLength: 1, maxLength: 9 })
  .map(([title = '', ...rest]) => `## ${title}\n\n${rest.join(' ')}`);
const id = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 6 });

/** What another program did to a deck: for each slide of the new one which it was, if any. */
const edit = fc.record({
  keep: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
  changes: fc.array(fc.option(fc.array(words, { maxLength: 3 }), { freq: 2 }), { minLength: 8, maxLength: 8 }),
  cut: fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
  added: fc.array(body, { maxLength: 2 }),
});

describe('the law of matching', () => {
  it('a slide is found if one has its id, or if one is like enough and neither is as like any other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(body, id), { minLength: 1, maxLength: 8 }), edit, (slides, change) => {
        const taken = new Set<string>();
        const old = slides.map(([text, name]) => {
          const own = name !== null && !taken.has(name) ? name : null;
          if (own !== null) taken.add(own);
          return traceOf(own === null ? text : `${text} ${own}`, own);
        });
        const now: SlideTrace[] = change.order.flatMap((i) => {
          const was = old[i];
          if (was === undefined || change.keep[i] === false) return [];
          const words = was.text.split(' ').slice(0, -1 * (change.cut[i] ?? 0) || undefined);
          return [traceOf([...words, ...(change.changes[i] ?? [])].join(' '), was.id)];
        });
        now.push(...traces(change.added));
        const found = matchSlides(old, now);
        const places = found.filter((place) => place !== -1);
        expect(new Set(places).size).toBe(places.length);
        const like = old.map((was) => now.map((is) => likeness(was.text, is.text)));
        for (const [i, was] of old.entries()) {
          const named = was.id === null ? -1 : now.findIndex(({ id: other }) => other === was.id);
          if (named !== -1) expect(found[i]).toBe(named);
          for (const [j, value] of (like[i] ?? []).entries()) {
            const rivals = [
              ...(like[i] ?? []).filter((_, other) => other !== j),
              ...like.flatMap((row, other) => (other === i ? [] : [row[j] ?? 0])),
            ];
            const ids = was.id === null && now[j]?.id === null;
            if (ids && value >= likenessThreshold && rivals.every((rival) => rival < value)) expect(found[i]).toBe(j);
          }
          // Wherever else it landed, that is at least as like it as any that was still to be had.
          const place = found[i] ?? -1;
          if (place !== -1 && named === -1) expect(like[i]?.[place]).toBeGreaterThanOrEqual(likenessThreshold - 1e-9);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of slides of one text each is found that still stands between the same two', () => {
    const change = fc.constantFrom('keep', 'keep', 'drop', 'edit', 'insert');
    fc.assert(
      fc.property(fc.array(change, { minLength: 3, maxLength: 17 }), (changes) => {
        const old = changes.map((_, i) =>
          i % 2 === 1 ? '## Questions?' : `## Part ${i} of it\n\nabout matter ${i * 7}`,
        );
        const now: { readonly text: string; readonly was: number }[] = changes.flatMap((what, i) => {
          const text = old[i] ?? '';
          if (what === 'drop') return [];
          if (what === 'insert')
            return [
              { text: `new ${i}`, was: -1 },
              { text, was: i },
            ];
          return [{ text: what === 'edit' && i % 2 === 0 ? `${text} more` : text, was: i }];
        });
        const found = match(
          old,
          now.map(({ text }) => text),
        );
        for (const [j, { was }] of now.entries()) {
          const between = now[j - 1]?.was === was - 1 && now[j + 1]?.was === was + 1;
          if (was !== -1 && (between || was % 2 === 0)) expect(found[was]).toBe(j);
        }
      }),
      { numRuns: 500 },
    );
  });
});
