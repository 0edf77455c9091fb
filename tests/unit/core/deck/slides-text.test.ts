import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import type { Destination } from '../../../../src/core/deck/commands/move-slides.ts';
import { pasteSlides } from '../../../../src/core/deck/commands/paste-slides.ts';
import { createDeck, deckText } from '../../../../src/core/deck/deck-state.ts';
import { slideBody, slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { type LooseSlide, looseSlides, slidesAsText, slidesInText } from '../../../../src/core/deck/slides-text.ts';
import { newIds } from '../annotations/new-ids.ts';
import { deckText as randomDeck } from './arbitrary-deck.ts';

const stack = '# A\n\n---\n\n# B\n\n--\n\n# B1\n\n--\n\n# B2\n\n---\n\n# C\n';
const bare = { annotations: [], layers: [] };
const keyed = (text: string) => {
  const state = createDeck(text);
  return { state, keys: slideKeys(slideIndex(state)) };
};

describe('slides as text', () => {
  it('keeps the breaks that still hold', () => {
    const { state, keys } = keyed(stack);
    const text = (...places: readonly number[]) =>
      slidesAsText(
        looseSlides(
          state,
          places.map((place) => keys[place] ?? ''),
        ),
      );
    expect(text(1, 2, 3)).toBe('# B\n\n--\n\n# B1\n\n--\n\n# B2');
    expect(text(1, 3, 4)).toBe('# B\n\n--\n\n# B2\n\n---\n\n# C');
    expect(text(0, 2)).toBe('# A\n\n---\n\n# B1');
  });

  it('closes what a slide leaves open', () => {
    expect(
      slidesAsText([
        { body: '```\ncode', break: 'horizontal', id: null, ...bare },
        { body: '# B', break: 'horizontal', id: null, ...bare },
      ]),
    ).toBe('```\ncode\n```\n\n---\n\n# B');
  });

  it('is read back as the same slides, but for the empty ones', () => {
    fc.assert(
      fc.property(randomDeck, (text) => {
        const state = createDeck(text);
        const { slides, closer } = slideIndex(state);
        const all = looseSlides(state, slideKeys(slideIndex(state)));
        // A lone carriage return in a line is a line end to whoever reads plain text.
        if (all.some(({ body }) => body.includes('\r'))) return;
        const bodies = all.map(({ body }) => body).filter((body) => body !== '');
        expect(slidesInText(slidesAsText(all)).map(({ body }) => body)).toEqual(bodies);
        if (closer === null && slides.every(({ from, to }) => from < to))
          expect(slidesInText(slidesAsText(all))).toEqual(all);
      }),
    );
  });

  it('leaves front matter and empty slides out, and knows every line end', () => {
    expect(slidesInText('---\ntitle: T\n---\r\n\r\n---\r\n\r\n# A\r\ntext\r\n\r\n--\r\n\r\n# B')).toEqual([
      { body: '# A\ntext', break: 'horizontal', id: null, ...bare },
      { body: '# B', break: 'vertical', id: null, ...bare },
    ]);
    expect(slidesInText('')).toEqual([]);
    expect(slidesInText('\n---\n\n---\n')).toEqual([]);
  });

  it('does not put what was below an empty slide below another', () => {
    expect(slidesInText('# A\n\n---\n\n--\n\n# B').map((slide) => slide.break)).toEqual(['horizontal', 'horizontal']);
  });
});

describe('pasteSlides', () => {
  const two = slidesInText('# X\n\n--\n\n# Y\n');
  const after = (text: string, slides: readonly LooseSlide[], to: Destination) => {
    const pasted = pasteSlides(createDeck(text), slides, to, newIds());
    return pasted === null ? null : deckText(pasted.state);
  };

  it('keeps a stack a stack, between columns', () => {
    expect(after('# A\n\n---\n\n# B\n', two, { index: 1 })).toBe('# A\n\n---\n\n# X\n\n--\n\n# Y\n\n---\n\n# B\n');
  });

  it('joins the stack that it is pasted into', () => {
    expect(after('# A\n\n--\n\n# B\n', slidesInText('# X\n\n---\n\n# Y'), { index: 1 })).toBe(
      '# A\n\n--\n\n# X\n\n--\n\n# Y\n\n--\n\n# B\n',
    );
  });

  it('takes the place of the empty slide of an empty deck', () => {
    expect(after('---\ntitle: T\n---\n', two, { index: 1 })).toBe('---\ntitle: T\n---\n# X\n\n--\n\n# Y\n');
  });

  it('writes the line ends and the separators of the deck', () => {
    expect(after('# A\r\n\r\n---\r\n\r\n# B\r\n', slidesInText('# X\n\ntext'), { index: 2 })).toBe(
      '# A\r\n\r\n---\r\n\r\n# B\r\n\r\n---\r\n\r\n# X\r\n\r\ntext\r\n',
    );
    const own = "---\nseparator: '^\\r?\\n\\r?\\n\\r?\\n'\n---\n# A\n\n\n\n# B";
    expect(after(own, slidesInText('# X'), { index: 1 })).toBe(own.replace('# B', '# X\n\n\n\n# B'));
    expect(after(own, slidesInText('# X\n\n\n\ntext'), { index: 1 })).toBeNull();
  });

  it('drops an id that is taken, and keeps one that is free', () => {
    const named = slidesInText('# X <!-- .slide: id="x" -->\n\n---\n\n# X <!-- .slide: id="x" -->');
    expect(after('# A', named, { index: 1 })).toBe('# A\n\n---\n\n# X <!-- .slide: id="x" -->\n\n---\n\n# X ');
    expect(after('# A <!-- .slide: id="x" -->', named, { index: 1 })).toBe(
      '# A <!-- .slide: id="x" -->\n\n---\n\n# X \n\n---\n\n# X ',
    );
  });

  it('gives a slide that was cut its key back, once', () => {
    const { state, keys } = keyed(stack);
    const [, , cut = ''] = keys;
    const loose = looseSlides(state, [cut]);
    const without = deleteSlides(state, [cut])?.state ?? state;
    const back = pasteSlides(without, loose, { index: 4 }, newIds())?.state ?? without;
    expect(slideIndex(back).slides.map((slide) => [slide.key, slideBody(back, slide)])).toContainEqual([cut, '# B1']);
    const again = pasteSlides(back, loose, { index: 0 }, newIds())?.state ?? back;
    expect(new Set(slideKeys(slideIndex(again))).size).toBe(6);
  });

  it('of nothing does not apply', () => expect(after('# A', [], { index: 0 })).toBeNull());
});
