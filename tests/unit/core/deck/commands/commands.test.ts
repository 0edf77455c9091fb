import { undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteSlides } from '../../../../../src/core/deck/commands/delete-slides.ts';
import { duplicateSlides } from '../../../../../src/core/deck/commands/duplicate-slides.ts';
import { insertSlide } from '../../../../../src/core/deck/commands/insert-slide.ts';
import { mergeWithNext } from '../../../../../src/core/deck/commands/merge-with-next.ts';
import { moveSlides } from '../../../../../src/core/deck/commands/move-slides.ts';
import { pasteSlides } from '../../../../../src/core/deck/commands/paste-slides.ts';
import { replaceText } from '../../../../../src/core/deck/commands/replace-text.ts';
import { setFrontMatterKey } from '../../../../../src/core/deck/commands/set-front-matter-key.ts';
import { setNotes } from '../../../../../src/core/deck/commands/set-notes.ts';
import { setHidden, setSlideAttribute } from '../../../../../src/core/deck/commands/set-slide-attribute.ts';
import { splitSlide } from '../../../../../src/core/deck/commands/split-slide.ts';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { buildIndex } from '../../../../../src/core/deck/slide-index-build.ts';
import { slideBody, slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { looseSlides, slidesInText } from '../../../../../src/core/deck/slides-text.ts';
import { newIds } from '../../annotations/new-ids.ts';
import { deckText as randomDeck } from '../arbitrary-deck.ts';

type Command = (state: EditorState, pick: Pick) => Transaction | null;

interface Pick {
  readonly keys: readonly string[];
  readonly at: number;
  readonly offset: number;
  readonly flag: boolean;
}

const commands: Readonly<Record<string, Command>> = {
  move: (state, { keys, at, flag }) =>
    moveSlides(state, keys, { index: at, ...(flag ? { break: 'vertical' as const } : {}) }),
  moveOut: (state, { keys, at }) => moveSlides(state, keys, { index: at, break: 'horizontal' }),
  moveOnTop: (state, { keys, at }) => moveSlides(state, keys, { index: at, break: 'horizontal', next: 'vertical' }),
  paste: (state, { at, flag }) =>
    pasteSlides(
      state,
      slidesInText('## One\n\n--\n\n```\n---\n```\n\n---\n\n防衛省\n'),
      { index: at, ...(flag ? { break: 'vertical' as const } : {}) },
      newIds(),
    ),
  pasteOwn: (state, { keys, at }) => pasteSlides(state, looseSlides(state, keys), { index: at }, newIds()),
  insert: (state, { keys, flag }) =>
    insertSlide(state, {
      after: flag ? null : (keys[0] ?? null),
      break: flag ? 'horizontal' : 'vertical',
      body: '## New\n\n```\n---\n```',
    }),
  duplicate: (state, { keys }) => duplicateSlides(state, keys, newIds()),
  delete: (state, { keys }) => deleteSlides(state, keys),
  hide: (state, { keys, flag }) => setHidden(state, keys, flag),
  split: (state, { offset, flag }) => splitSlide(state, offset, flag ? 'vertical' : 'horizontal'),
  merge: (state, { keys }) => mergeWithNext(state, keys[0] ?? ''),
  notes: (state, { keys, flag }) => setNotes(state, keys[0] ?? '', flag ? '' : 'Say this.\n\n---\n\nThen 防衛省.'),
  timing: (state, { keys }) => setSlideAttribute(state, keys, 'data-timing', '90'),
  title: (state, { flag }) => setFrontMatterKey(state, 'title', flag ? 'New: title' : null),
};

const picks = fc.record({
  keys: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
  at: fc.nat(10),
  offset: fc.double({ min: 0, max: 1, noNaN: true }),
  flag: fc.boolean(),
});

function pickFrom(
  state: EditorState,
  random: { keys: readonly number[]; at: number; offset: number; flag: boolean },
): Pick {
  const { slides } = slideIndex(state);
  return {
    keys: random.keys.map((i) => slides[i % slides.length]?.key ?? ''),
    at: random.at % (slides.length + 1),
    offset: Math.floor(random.offset * state.doc.length),
    flag: random.flag,
  };
}

const bodies = (state: EditorState) =>
  new Map(slideIndex(state).slides.map((slide) => [slide.key, slideBody(state, slide)]));
const facts = (index: ReturnType<typeof slideIndex>) => index.slides.map(({ key: _, ...slide }) => slide);

describe.each(Object.entries(commands))('%s', (name, command) => {
  it('is one undo step, and undoing it restores every byte and key', () => {
    fc.assert(
      fc.property(randomDeck, picks, (text, random) => {
        const before = createDeck(text);
        const transaction = command(before, pickFrom(before, random));
        if (transaction === null) return;
        let state = transaction.state;
        expect(facts(slideIndex(state))).toEqual(facts(buildIndex(state.doc)));
        const dispatch = (undoing: Transaction) => {
          state = undoing.state;
        };
        expect(undo({ state, dispatch })).toBe(true);
        expect(deckText(state)).toBe(text);
        expect([...bodies(state).keys()]).toEqual([...bodies(before).keys()]);
        expect(undo({ state, dispatch })).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the bytes of every slide that it does not name', () => {
    fc.assert(
      fc.property(randomDeck, picks, (text, random) => {
        const before = createDeck(text);
        const pick = pickFrom(before, random);
        const transaction = command(before, pick);
        if (transaction === null) return;
        const old = bodies(before);
        const now = bodies(transaction.state);
        const { slides, closer } = slideIndex(before);
        const at = slides.findIndex(({ key }) => key === pick.keys[0]);
        const named = new Set<string | undefined>(
          name === 'split'
            ? [slides.findLast(({ from }) => from <= pick.offset)?.key]
            : name === 'merge'
              ? [slides[at]?.key, slides[at + 1]?.key]
              : name === 'title'
                ? []
                : pick.keys,
        );
        for (const [key, body] of old) {
          if (!now.has(key)) {
            expect(named).toContain(key);
          } else if (!['hide', 'timing', 'notes', 'split', 'merge'].includes(name) || !named.has(key)) {
            // A block left open at the end of the file is closed when slides come behind it; nothing else is ever added.
            const open = closer !== null && key === slides.at(-1)?.key;
            expect(open ? now.get(key)?.slice(0, body.length) : now.get(key)).toBe(body);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

const deck = (text: string) => createDeck(text);
const keysOf = (state: EditorState, numbers: readonly number[]) =>
  numbers.map((number) => slideIndex(state).slides[number - 1]?.key ?? '');
const after = (transaction: Transaction | null) => (transaction === null ? null : deckText(transaction.state));

describe('moveSlides', () => {
  const abc = deck('---\ntitle: T\n---\n# A\n\n---\n\n# B\n\n--\n\n# B1\n\n---\n\n# C\n');

  it('moves a column, its break with it', () => {
    expect(after(moveSlides(abc, keysOf(abc, [4]), { index: 0 }))).toBe(
      '---\ntitle: T\n---\n# C\n\n---\n\n# A\n\n---\n\n# B\n\n--\n\n# B1\n',
    );
  });

  it('changes the text in two places', () => {
    const places: [number, number][] = [];
    moveSlides(abc, keysOf(abc, [4]), { index: 1 })?.changes.iterChanges((from, to) => places.push([from, to]));
    expect(places).toHaveLength(2);
  });

  it('makes the first slide left behind the head of its stack', () => {
    expect(after(moveSlides(abc, keysOf(abc, [2]), { index: 0 }))).toBe(
      '---\ntitle: T\n---\n# B\n\n---\n\n# A\n\n---\n\n# B1\n\n---\n\n# C\n',
    );
  });

  it('joins the stack that it lands in, and leaves one when asked', () => {
    expect(after(moveSlides(abc, keysOf(abc, [4]), { index: 2 }))).toContain('# B\n\n--\n\n# C\n\n--\n\n# B1\n');
    expect(after(moveSlides(abc, keysOf(abc, [3]), { index: 3, break: 'horizontal' }))).toContain(
      '# C\n\n---\n\n# B1\n',
    );
    expect(after(moveSlides(abc, keysOf(abc, [4]), { index: 3, break: 'vertical' }))).toContain('# B1\n\n--\n\n# C\n');
  });

  it('becomes the top of a stack', () => {
    const onTop = { index: 1, break: 'horizontal', next: 'vertical' } as const;
    expect(after(moveSlides(abc, keysOf(abc, [4]), onTop))).toBe(
      '---\ntitle: T\n---\n# A\n\n---\n\n# C\n\n--\n\n# B\n\n--\n\n# B1\n',
    );
    expect(after(moveSlides(abc, keysOf(abc, [4]), { ...onTop, index: 0 }))).toBe(
      '---\ntitle: T\n---\n# C\n\n--\n\n# A\n\n---\n\n# B\n\n--\n\n# B1\n',
    );
  });

  it('does not apply where nothing would change', () => {
    expect(moveSlides(abc, keysOf(abc, [1]), { index: 0 })).toBeNull();
    expect(moveSlides(abc, ['nobody'], { index: 0 })).toBeNull();
  });

  it('writes breaks with the file’s own line ends', () => {
    const state = deck('# A\r\n\r\n---\r\n\r\n# B');
    expect(after(moveSlides(state, keysOf(state, [2]), { index: 0 }))).toBe('# B\r\n\r\n---\r\n\r\n# A');
  });

  it('closes a code block that would swallow the slides behind it', () => {
    const state = deck('# A\n\n---\n\n```\ncode');
    expect(after(moveSlides(state, keysOf(state, [2]), { index: 0 }))).toBe('```\ncode\n```\n\n---\n\n# A');
  });

  it('copies the breaks of a deck that has its own', () => {
    const state = deck("---\nseparator: '^\\r?\\n\\r?\\n\\r?\\n'\n---\n# A\n\n\n\n# B\n\n\n\n# C");
    expect(slideIndex(state).slides).toHaveLength(3);
    expect(after(moveSlides(state, keysOf(state, [3]), { index: 0 }))).toBe(
      "---\nseparator: '^\\r?\\n\\r?\\n\\r?\\n'\n---\n# C\n\n\n\n# A\n\n\n\n# B",
    );
  });
});

describe('the other commands, by example', () => {
  it.each([
    ['# A', 'hidden', '<!-- .slide: data-visibility="hidden" -->\n# A'],
    ['<!-- .slide: id="a" -->\n# A', 'hidden', '<!-- .slide: id="a" data-visibility="hidden" -->\n# A'],
    [
      '# A <!-- .slide: data-visibility="uncounted" id="a" -->',
      'hidden',
      '# A <!-- .slide: data-visibility="hidden" id="a" -->',
    ],
  ])('hides %j', (text, value, expected) => {
    const state = deck(text);
    expect(after(setSlideAttribute(state, keysOf(state, [1]), 'data-visibility', value))).toBe(expected);
  });

  it('takes the comment away with its last attribute, and the line with it', () => {
    const state = deck('<!-- .slide: data-visibility="hidden" -->\n# A');
    expect(after(setHidden(state, keysOf(state, [1]), false))).toBe('# A');
  });

  it('keeps comments, order and quotes of the front matter', () => {
    const state = deck('---\ntitle: "Old" # why\n# a comment\nminutes: 5\n---\n# A\n');
    expect(after(setFrontMatterKey(state, 'title', 'New: one'))).toBe(
      '---\ntitle: "New: one" # why\n# a comment\nminutes: 5\n---\n# A\n',
    );
    expect(after(setFrontMatterKey(state, 'author', 'Analyst'))).toBe(
      '---\ntitle: "Old" # why\n# a comment\nminutes: 5\nauthor: Analyst\n---\n# A\n',
    );
    expect(after(setFrontMatterKey(state, 'minutes', null))).toBe('---\ntitle: "Old" # why\n# a comment\n---\n# A\n');
    expect(after(setFrontMatterKey(deck('# A'), 'title', 'T'))).toBe('---\ntitle: T\n---\n\n# A');
  });

  it.each([
    ['title: x\n\n# comment\nb: 1', 'title', null, '# comment\nb: 1'],
    ['{title: x, b: 1}', 'title', null, null],
    ['? title\n: x', 'title', null, null],
    ['title: |\n  a\n  b\nz: 1', 'title', 'T', 'title: T\nz: 1'],
    ['title: x # c', 'title', '---', 'title: "---" # c'],
    ['title: !!str x', 'title', 5, null],
    ['title:\nb: 1', 'title', 'T', 'title: T\nb: 1'],
    ['sources:\n  a: 1\nb: 2', 'sources', null, 'b: 2'],
  ])('sets a key in %j, or leaves all as it is', (yaml, key, value, expected) => {
    const state = deck(`---\n${yaml}\n---\n# A`);
    expect(after(setFrontMatterKey(state, key, value))).toBe(expected === null ? null : `---\n${expected}\n---\n# A`);
  });

  it('closes a block that notes leave open, before it swallows the next slide', () => {
    const state = deck('# A\n\n---\n\n# B');
    expect(after(setNotes(state, keysOf(state, [1])[0] ?? '', 'see\n```'))).toBe(
      '# A\n\nNote:\nsee\n```\n```\n\n---\n\n# B',
    );
  });

  it('does not touch front matter that does not parse', () => {
    expect(setFrontMatterKey(deck('---\ntitle: [\n---\n# A'), 'title', 'T')).toBeNull();
  });

  it('writes, replaces and removes notes', () => {
    const state = deck('# A\n\n---\n\n# B\n\nNote: old');
    expect(after(setNotes(state, keysOf(state, [1])[0] ?? '', 'new'))).toBe(
      '# A\n\nNote: new\n\n---\n\n# B\n\nNote: old',
    );
    expect(after(setNotes(state, keysOf(state, [2])[0] ?? '', 'new'))).toBe('# A\n\n---\n\n# B\n\nNote: new');
    expect(after(setNotes(state, keysOf(state, [2])[0] ?? '', ''))).toBe('# A\n\n---\n\n# B');
  });

  it('splits at the caret, but not inside code', () => {
    const state = deck('# A\n\ntext\n\n```\ncode\n```');
    expect(after(splitSlide(state, 5, 'horizontal'))).toBe('# A\n\n---\n\ntext\n\n```\ncode\n```');
    expect(splitSlide(state, 16, 'horizontal')).toBeNull();
  });

  it('merges text with text and notes with notes', () => {
    const state = deck('# A\n\nNote: one\n\n---\n\n## B\n\nNote: two\n');
    expect(after(mergeWithNext(state, keysOf(state, [1])[0] ?? ''))).toBe('# A\n\n## B\n\nNote: one\n\ntwo\n');
  });

  it('merges an empty slide into the next one, which stays the slide that it is', () => {
    const state = deck('---\n\n# B\n');
    const [empty = '', second = ''] = keysOf(state, [1, 2]);
    const merged = mergeWithNext(state, empty);
    expect(merged === null ? [] : slideIndex(merged.state).slides.map(({ key }) => key)).toEqual([second]);
  });

  it('drops the id of a copy, and puts a copy of a stack’s head into the stack', () => {
    const state = deck('# A <!-- .slide: id="a" -->\n\n--\n\n# A1');
    expect(after(duplicateSlides(state, keysOf(state, [1]), newIds()))).toBe(
      '# A <!-- .slide: id="a" -->\n\n--\n\n# A \n\n--\n\n# A1',
    );
  });

  it('leaves an empty slide when all are deleted', () => {
    const state = deck('# A\n\n---\n\n# B\n');
    expect(after(deleteSlides(state, keysOf(state, [1, 2])))).toBe('\n');
  });

  it('finds slides again in a text from elsewhere', () => {
    const state = deck('# One thing\n\nwith words\n\n---\n\n# Another thing\n\nwith other words\n');
    const [first, second] = keysOf(state, [1, 2]);
    const reloaded = replaceText(
      state,
      '# Another thing\n\nwith other words, edited\n\n---\n\n# One thing\n\nwith words\n',
      false,
    )?.state;
    expect(reloaded === undefined ? [] : slideIndex(reloaded).slides.map(({ key }) => key)).toEqual([second, first]);
  });
});
