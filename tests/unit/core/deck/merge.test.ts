import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { insertSlide } from '../../../../src/core/deck/commands/insert-slide.ts';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { createDeck, deckText as textOf } from '../../../../src/core/deck/deck-state.ts';
import { planMerge } from '../../../../src/core/deck/merge.ts';
import { mergedText, type Resolution } from '../../../../src/core/deck/merged-text.ts';
import { slideBody, slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { deckText } from './arbitrary-deck.ts';

const join = (...slides: readonly string[]) => `${slides.join('\n\n---\n\n')}\n`;
const a = '# Alpha\n\nfirst line\n\nmiddle\n\nlast line';
const b = '# Bravo\n\nthe second of them';
const c = '# Charlie\n\nsomething about ships';
const d = '# Delta\n\nsomething about bridges';
const base = join(a, b, c, d);

function merge(mine: string, theirs: string, from = base, ...resolutions: readonly Resolution[]) {
  const plan = planMerge(from, mine, theirs);
  return { text: mergedText(plan, resolutions), conflicts: plan.conflicts, taken: plan.taken };
}

const bodies = (text: string) => {
  const deck = createDeck(text);
  return slideIndex(deck).slides.map((slide) => slideBody(deck, slide).replace(/\r/g, ''));
};

describe('a merge', () => {
  it('takes what one side changed alone, and leaves every other byte as mine', () => {
    const mine = base.replace('ships', 'tugs').replace('\n\n---\n\n# Bravo', '\n\n\n---\n\n\n# Bravo');
    expect(merge(mine, base.replace('bridges', 'tunnels'))).toEqual({
      text: mine.replace('bridges', 'tunnels'),
      conflicts: [],
      taken: 1,
    });
  });

  it('puts edits of different lines of one slide together', () => {
    const { text, conflicts } = merge(base.replace('first line', 'mine'), base.replace('last line', 'theirs'));
    expect(text).toBe(base.replace('first line', 'mine').replace('last line', 'theirs'));
    expect(conflicts).toEqual([]);
  });

  it('takes moves, additions and removals', () => {
    const mine = join(a, `${b}!`, c, d);
    expect(merge(mine, join(d, a, b, c)).text).toBe(join(d, a, `${b}!`, c));
    expect(merge(mine, join(a, b, '# New', c, d)).text).toBe(join(a, `${b}!`, '# New', c, d));
    expect(merge(mine, join(a, b, d)).text).toBe(join(a, `${b}!`, d));
    expect(merge(join(d, a, b, c), join(a, b, `${c}.`, d)).text).toBe(join(d, a, b, `${c}.`));
    expect(merge(join(b, a, c, d), join(a, b, d, c))).toMatchObject({ text: join(b, a, d, c), taken: 1 });
    expect(merge(join(a, b), join(a, b, c, d, '# New')).text).toBe(join(a, b, '# New'));
  });

  it('holds to my place for a slide that both moved, and counts it unless they moved it alike', () => {
    const [mine, theirs] = [join(b, c, a, d), join(b, c, d, a)];
    expect(merge(mine, theirs).text).toBe(mine);
    expect(planMerge(base, mine, theirs).heldMoves).toBe(1);
    expect(planMerge(base, mine, join(b, c, a, `${d}.`)).heldMoves).toBe(0);
    expect(planMerge(base, join(d, a, b, c), join(b, a, c, d)).heldMoves).toBe(0);
    // Gone from theirs: nothing of it was moved there.
    expect(planMerge(base, mine, join(b, c, d)).heldMoves).toBe(0);
  });

  it('has one of a slide that both added or both took away', () => {
    expect(merge(join(a, '# New', b, c, d), join(a, '# New', b, c, `${d}.`)).text).toBe(
      join(a, '# New', b, c, `${d}.`),
    );
    expect(merge(join(a, c, d), join(a, c, `${d}.`)).text).toBe(join(a, c, `${d}.`));
  });

  it('keeps slides in the stacks that they were put in', () => {
    const stacked = base.replace('\n\n---\n\n# Bravo', '\n\n--\n\n# Bravo');
    expect(merge(base.replace('ships', 'tugs'), stacked).text).toBe(stacked.replace('ships', 'tugs'));
  });

  it.each([
    ['mine', join(a, 'B mine', c, d)],
    ['theirs', join(a, 'B theirs', c, d)],
    ['both', join(a, 'B mine', 'B theirs', c, d)],
    [{ text: '\nB of both\n' }, join(a, 'B of both', c, d)],
    [{ text: '' }, join(a, c, d)],
  ] as const)('asks about one line that both changed: %j', (resolution, text) => {
    const mine = join(a, 'B mine', c, d);
    const theirs = join(a, 'B theirs', c, d);
    const from = join(a, 'B', c, d);
    const merged = merge(mine, theirs, from, resolution);
    expect(merged.conflicts).toEqual([{ part: 'slide', base: 'B', mine: 'B mine', theirs: 'B theirs' }]);
    expect(merged.text).toBe(text);
  });

  it('asks about a slide that one side changed and the other took away', () => {
    const merged = (resolution: Resolution) => merge(join(a, c, d), join(a, `${b}!`, c, d), base, resolution);
    expect(merged('mine').conflicts).toEqual([{ part: 'slide', base: b, mine: null, theirs: `${b}!` }]);
    expect(merged('mine').text).toBe(join(a, c, d));
    expect(merged('theirs').text).toBe(join(a, `${b}!`, c, d));
    expect(merged('both').text).toBe(join(a, `${b}!`, c, d));
    const other = (resolution: Resolution) => merge(join(a, `${b}!`, c, d), join(a, c, d), base, resolution);
    expect(other('theirs').text).toBe(join(a, c, d));
    expect(other('both').text).toBe(join(a, `${b}!`, c, d));
  });

  it('refuses a text that would be two slides', () => {
    const merged = merge(join('B mine', c), join('B theirs', c), join('B', c), { text: 'x\n\n---\n\ny' });
    expect(merged.text).toBeNull();
  });

  it('leaves nothing of two sides that took away everything but an empty slide', () => {
    expect(bodies(merge(`${a}\n`, `${b}\n`, join(a, b)).text ?? 'x')).toEqual(['']);
  });

  describe('of front matter', () => {
    const head = (lines: string) => `---\n${lines}---\n\n${base}`;
    it('goes by line, then by key', () => {
      const from = head('title: T\nauthor: A\nsize: 1\n');
      expect(merge(head('title: mine\nauthor: A\nsize: 1\n'), head('title: T\nauthor: A\nsize: 2\n'), from).text).toBe(
        head('title: mine\nauthor: A\nsize: 2\n'),
      );
      expect(merge(head('title: mine\nauthor: A\nsize: 1\n'), head('title: T\nauthor: B\nsize: 1\n'), from).text).toBe(
        head('title: mine\nauthor: B\nsize: 1\n'),
      );
      expect(
        merge(head('title: T\nauthor: A\nsize: 1\nnew: 1\n'), head('title: T\nsize: 2\nlang: ja\n'), from).text,
      ).toBe(head('title: T\nsize: 2\nnew: 1\nlang: ja\n'));
    });

    it('asks about a key that both changed', () => {
      const [mine, theirs] = [head('title: mine\n'), head('title: theirs\n')];
      const merged = (resolution: Resolution) => merge(mine, theirs, head('title: T\n'), resolution);
      expect(merged('mine').conflicts).toMatchObject([{ part: 'front-matter', mine: '---\ntitle: mine\n---\n' }]);
      expect(merged('mine').text).toBe(mine);
      expect(merged('theirs').text).toBe(theirs);
      expect(merged({ text: '---\ntitle: ours\n---' }).text).toBe(head('title: ours\n'));
    });

    it('that one side wrote, or took away', () => {
      const mine = base.replace('ships', 'tugs');
      expect(merge(mine, head('title: T\n')).text).toBe(head('title: T\n').replace('ships', 'tugs'));
      expect(bodies(merge(head('title: T\n').replace('ships', 'tugs'), base, head('title: T\n')).text ?? '')).toEqual(
        bodies(mine),
      );
    });
  });

  it('writes my line ends', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const mine = base.replace('ships', 'tugs');
    const theirs = base.replace('bridges', 'tunnels\nand more');
    const both = mine.replace('bridges', 'tunnels\nand more');
    expect(merge(crlf(mine), theirs).text).toBe(crlf(both));
    expect(merge(mine, crlf(theirs), crlf(base)).text).toBe(both);
    expect(merge(crlf(mine), crlf(theirs), crlf(base)).text).toBe(crlf(both));
  });
});

describe('for any deck', () => {
  /** Some edit of a deck: of texts, places, number. */
  const edit = fc.array(
    fc.record({
      kind: fc.constantFrom('write', 'move', 'delete', 'insert'),
      at: fc.nat(20),
      to: fc.nat(20),
      word: fc.constantFrom('mine', 'theirs', '日本語', 'x', 'longer words here'),
    }),
    { minLength: 1, maxLength: 4 },
  );
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;
  const apply = (text: string, edits: Edit): string => {
    let deck = createDeck(text);
    for (const { kind, at, to, word } of edits) {
      const keys = slideKeys(slideIndex(deck));
      const key = keys[at % keys.length] ?? '';
      const slide = slideIndex(deck).slides[at % keys.length];
      if (kind === 'write' && slide !== undefined)
        deck = deck.update({ changes: { from: slide.to, insert: deck.toText(` ${word}`) } }).state;
      if (kind === 'move') deck = moveSlides(deck, [key], { index: to % keys.length })?.state ?? deck;
      if (kind === 'delete') deck = deleteSlides(deck, [key])?.state ?? deck;
      if (kind === 'insert')
        deck = insertSlide(deck, { after: key, break: 'horizontal', body: `# ${word} ${to}` })?.state ?? deck;
    }
    return textOf(deck);
  };

  it('a side without changes leaves the other one as it is, to the byte', () => {
    fc.assert(
      fc.property(deckText, deckText, edit, (from, anything, edits) => {
        for (const other of [anything, apply(from, edits)]) {
          expect(merge(other, from, from)).toMatchObject({ text: textOf(createDeck(other)), conflicts: [], taken: 0 });
          expect(merge(from, other, from)).toMatchObject({ text: other, conflicts: [] });
          expect(merge(other, other, from)).toMatchObject({ text: textOf(createDeck(other)), conflicts: [] });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('edits of different slides are both there', () => {
    const words = fc.constantFrom('mine', 'theirs', '- 日本語', 'two\n\nparagraphs');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(99), fc.nat(99), words, words, (many, i, j, mine, theirs) => {
        fc.pre(i % many !== j % many);
        const slides = Array.from({ length: many }, (_, n) => `# Slide ${n}\n\nnumber ${n * 7919}`);
        const withText = (at: number, text: string) =>
          join(...slides.map((slide, n) => (n === at % many ? `${slide}\n\n${text}` : slide)));
        const both = slides.map((slide, n) =>
          n === i % many ? `${slide}\n\n${mine}` : n === j % many ? `${slide}\n\n${theirs}` : slide,
        );
        expect(merge(withText(i, mine), withText(j, theirs), join(...slides))).toEqual({
          text: join(...both),
          conflicts: [],
          taken: 1,
        });
      }),
    );
  });

  it('no slide of either side is lost, whichever side is mine', () => {
    const plain = fc
      .integer({ min: 1, max: 7 })
      .map((many) => join(...Array.from({ length: many }, (_, n) => `# Slide ${n}\n\nnumber ${n * 7919}`)));
    fc.assert(
      fc.property(plain, edit, edit, (from, mineEdits, theirEdits) => {
        const [mine, theirs] = [apply(from, mineEdits), apply(from, theirEdits)];
        const plan = planMerge(from, mine, theirs);
        const mirrored = planMerge(from, theirs, mine);
        expect(mirrored.conflicts.length).toBe(plan.conflicts.length);
        const all = plan.conflicts.map((): Resolution => 'both');
        const text = mergedText(plan, all) ?? '';
        const back = mergedText(mirrored, all) ?? '';
        expect(bodies(text).toSorted()).toEqual(bodies(back).toSorted());
        const there = bodies(text).join('\n');
        const old = new Set(bodies(from));
        for (const body of [...bodies(mine), ...bodies(theirs)])
          if (!old.has(body)) for (const line of body.split('\n')) expect(there).toContain(line);
      }),
      { numRuns: 300 },
    );
  });

  it('with its many forms a merge is a text or a refusal, never a failure', () => {
    fc.assert(
      fc.property(deckText, edit, edit, (from, mineEdits, theirEdits) => {
        const [mine, theirs] = [apply(from, mineEdits), apply(from, theirEdits)];
        const plan = planMerge(from, mine, theirs);
        const text = mergedText(plan, []);
        if (text !== null && plan.whole === null) expect(bodies(text).length).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});
