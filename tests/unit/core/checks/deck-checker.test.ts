import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeckChecker } from '../../../../src/core/checks/deck-checker.ts';
import { checkDeck } from '../../../../src/core/checks/deck-diagnostics.ts';
import { DeckFiles } from '../../../../src/core/checks/deck-files.ts';
import { type Problem, problemRange } from '../../../../src/core/checks/problem.ts';
import type { Rule } from '../../../../src/core/checks/rule.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { deckText as anyDeck, typed } from '../deck/arbitrary-deck.ts';

/** The problems, and how often the check stopped on its way. */
function run(check: Generator<void, readonly Problem[]>): { problems: readonly Problem[]; stops: number } {
  for (let stops = 0; ; stops++) {
    const step = check.next();
    if (step.done === true) return { problems: step.value, stops };
  }
}

const plain = (problems: readonly Problem[]) => problems.map(({ mend, ...rest }) => ({ ...rest, fix: mend?.label }));

describe('a check after a change', () => {
  it('reads the changed slide alone', () => {
    const text = Array.from({ length: 500 }, (_, i) => `## Slide ${i}\n\ntext\n---\n\nmore`).join('\n\n---\n\n');
    let state = createDeck(text);
    const seen: string[] = [];
    const spy: Rule = { inSlide: ({ body }) => (seen.push(body), []) };
    const checker = new DeckChecker([spy]);
    expect(run(checker.check(state, null)).stops).toBeGreaterThanOrEqual(500);
    expect(seen).toHaveLength(500);
    seen.length = 0;
    const at = text.indexOf('Slide 250');
    const transaction = state.update({ changes: { from: at, insert: 'The ' } });
    checker.touch([transaction]);
    state = transaction.state;
    run(checker.check(state, null));
    expect(seen.filter((body) => body.includes('The Slide 250'))).toHaveLength(1);
    // The one before stands next to the change: whether it grew cannot be told from the change alone.
    expect(seen.length).toBeLessThanOrEqual(2);
  });

  it('puts what others found about the whole deck where they say, before the slides', () => {
    const state = createDeck('---\ntitle: A\ncss: house.css\n---\n\n##No space\n');
    const finding = {
      code: 'css-missing',
      severity: 'warning',
      message: 'It cannot be read.',
      from: 13,
      to: 27,
    } as const;
    const [first, ...others] = run(new DeckChecker().check(state, null, () => [], [finding])).problems;
    expect(first).toMatchObject({ code: 'css-missing', key: null, line: 3, column: 1, at: { from: 13, to: 27 } });
    expect(others.length).toBeGreaterThan(0);
    expect(others.some(({ code }) => code === 'css-missing')).toBe(false);
  });

  it('finds what a check from scratch finds', () => {
    const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 40 }), insert: typed });
    fc.assert(
      fc.property(anyDeck, fc.array(edit, { maxLength: 6 }), (text, edits) => {
        let state = createDeck(text);
        const checker = new DeckChecker();
        run(checker.check(state, null));
        for (const { at, remove, insert } of edits) {
          const from = at % (state.doc.length + 1);
          const to = Math.min(state.doc.length, from + remove);
          const transaction = state.update({ changes: { from, to, insert } });
          checker.touch([transaction]);
          state = transaction.state;
          expect(plain(run(checker.check(state, null)).problems)).toEqual(plain(checkDeck(state)));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a fix', () => {
  it('mends what it is for, and leaves no other problem behind, one undo step each', () => {
    const texts = [
      '# A\n\ntext\n---\n\nmore',
      '# A <!-- .slide: data-background-iframe="x" id="a" -->',
      '# A <!-- .slide: id="a" -->\n\n---\n\n<!-- .slide: class="x" id="a" -->\n# B',
      "# A\n\n- b <!-- .element: class='fragment' -->",
      '# A\n\n```js\ncode',
      '::: columns\n::: column\nleft\n\nNote: x',
      '-one\n-two',
      '##Heading\n\ntext',
      '![a](Images/map.png)',
    ];
    const files = new DeckFiles([{ path: 'images/map.png', bytes: 1 }]);
    for (const text of texts) {
      let state = createDeck(text);
      let problems = checkDeck(state, files);
      expect(problems, text).not.toHaveLength(0);
      for (let step = 0; problems.length > 0 && step < 5; step++) {
        const transaction = problems[0]?.mend?.command(state) ?? null;
        expect(transaction, text).not.toBeNull();
        if (transaction !== null) state = transaction.state;
        problems = checkDeck(state, files);
      }
      expect(plain(problems), text).toEqual([]);
    }
  });

  it('does nothing to a slide that says something else by now', () => {
    const state = createDeck('# A\n\ntext\n---\n\nmore');
    const mend = checkDeck(state)[0]?.mend;
    const changed = state.update({ changes: { from: 0, insert: 'x' } }).state;
    expect(mend?.command(changed)).toBeNull();
  });

  it('keeps to the slide it is for, in any deck', () => {
    fc.assert(
      fc.property(anyDeck, (text) => {
        const state = createDeck(text);
        for (const { mend, key } of checkDeck(state)) {
          const transaction = mend?.command(state);
          if (transaction === undefined || transaction === null) continue;
          const slide = slideIndex(state).slides.find((one) => one.key === key);
          transaction.changes.iterChangedRanges((from, to) => {
            expect(from).toBeGreaterThanOrEqual(slide?.from ?? 0);
            expect(to).toBeLessThanOrEqual(slide?.to ?? 0);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('knows where a problem stands after its slide has moved', () => {
  const state = createDeck('# A\n\n---\n\n# B\n\ntext\n---\n\nmore');
  const problem = checkDeck(state)[0];
  const moved = state.update({ changes: { from: 0, insert: 'first\n\n' } }).state;
  const range = problem === undefined ? null : problemRange(moved, problem);
  expect(range === null ? '' : moved.sliceDoc(range.from, range.to)).toBe('---');
});
