import { describe, expect, it } from 'vitest';
import { traceOf } from '../../../../src/core/annotations/likeness.ts';
import { matchSlides } from '../../../../src/core/annotations/match-slides.ts';
import { parseAttributes } from '../../../../src/core/deck/attributes.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { deckDiagnostics } from '../../../../src/core/checks/deck-diagnostics.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { plainText, summarise } from '../../../../src/core/deck/summary.ts';
import { renderMarkdown } from '../../../../src/core/markdown/markdown.ts';

// Each of these took seconds, or for ever, when a pattern looked at its characters over and over. They end in no time now;
// what fails here is the runner's limit of five seconds.
const many = 40_000;
const texts: Readonly<Record<string, string>> = {
  'one word in a comment': `<!-- .slide: ${'a'.repeat(2 * many)} -->`,
  'an unquoted value': `<!-- .slide: data-x=${'a'.repeat(many)} -->`,
  'slide marks': '.slide:'.repeat(2 * many),
  'open slide comments': '<!-- .slide: '.repeat(many),
  'open comments': '<!--'.repeat(many),
  'open element comments': '<!-- .element: '.repeat(many),
  'open emphasis': ' *a'.repeat(many),
  'open strong': '**a '.repeat(many),
  'open brackets': '['.repeat(many),
  'open tags': '<a'.repeat(many),
  'open asides': '<aside class="notes">'.repeat(many / 4),
  backticks: '`'.repeat(many),
  'a heading of spaces': `# ${' '.repeat(many)}x`,
  'a long line': 'word '.repeat(many),
  'blank lines': '\r\n'.repeat(many) + '\n'.repeat(many),
  'nested lists': Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}- a`).join('\n'),
};

describe('texts made to be slow', () => {
  it.each(Object.entries(texts))('%s', (_, text) => {
    const deck = createDeck(`# A\n\n${text}\n\n---\n\n${text}`);
    expect(summarise(deck).length).toBe(slideIndex(deck).slides.length);
    deckDiagnostics(deck);
    plainText(text);
    parseAttributes(text);
  });

  it('custom separators with mixed line ends', () => {
    const deck = createDeck(`---\nseparator: '^NEXT$'\n---\na${'\r\n'.repeat(40)}\nNEXT\n${'\r\n'.repeat(40)}b`);
    expect(slideIndex(deck).slides).toHaveLength(2);
  });

  it('a line step that never closes', () => {
    expect(renderMarkdown(`\`\`\`js [${' '.repeat(20_000)}\ncode\n\`\`\``)).toContain('code');
  });

  it('two thousand slides that all have changed', () => {
    const slides = Array.from(
      { length: 2000 },
      (_, i) => `# Slide ${i}\n\nabout topic ${i * 7} and matter ${i * 13} with the same words as all`,
    );
    const found = matchSlides(
      slides.map((body) => traceOf(body, null)),
      slides.toReversed().map((body) => traceOf(`${body} and one more`, null)),
    );
    expect(found.filter((place, i) => place === 1999 - i).length).toBeGreaterThan(1990);
  });
});
