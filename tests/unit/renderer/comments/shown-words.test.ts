// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { shownText } from '../../../../src/core/annotations/comments/quoted-text.ts';
import { shownWords, trimmed } from '../../../../src/renderer/comments/shown-words.ts';
import { renderSlide } from '../../../../src/renderer/slide/slide-element.ts';

const body = '## Readiness\n\nTwo **of\nthree** crews\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nNote: say so';
const { section } = renderSlide({ body, label: '1', assets: '/' });

describe('the words that a slide shows', () => {
  const words = shownWords(section);

  it('are those that its Markdown says, without the notes', () => {
    expect(words.text).toBe('Readiness Two of three crews a b 1 2');
    expect(words.text).toBe(shownText(body));
  });

  it('are found on the page, across marks and lines', () => {
    const from = words.text.indexOf('of three crews');
    const range = words.rangeOf(from, from + 'of three crews'.length);
    expect(range?.toString()).toBe('of\nthree crews');
    expect(range === null ? null : words.within(range)).toEqual([from, from + 'of three crews'.length]);
    expect(words.rangeOf(3, 3)).toBeNull();
  });

  it('are all of those that a selection holds, wherever its ends are', () => {
    const range = document.createRange();
    range.selectNodeContents(section);
    expect(words.within(range)).toEqual([0, words.text.length]);
    range.selectNodeContents(section.querySelector('strong') ?? section);
    const [from, to] = words.within(range);
    expect(words.text.slice(from, to)).toBe('of three');
    const notes = section.querySelector('aside');
    if (notes !== null) range.selectNodeContents(notes);
    expect(trimmed(words.text, ...words.within(range)).every((end, _, ends) => end === ends[0])).toBe(true);
  });
});
