import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideBody, slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { scanSlides } from '../../../../src/core/deck/slide-scan.ts';

const bodiesOf = (text: string) => {
  const state = createDeck(text);
  return slideIndex(state).slides.map((slide) =>
    [slide.break === 'horizontal' ? '-' : '|', slideBody(state, slide)].join(' '),
  );
};

describe('slide breaks', () => {
  it.each([
    ['an empty file is one empty slide', '', ['- ']],
    ['a horizontal and two vertical breaks', 'a\n\n---\n\nb\n\n--\n\nc\n\n----\n\nd', ['- a', '- b', '| c', '| d']],
    ['white space may follow a break', 'a\n\n---  \t\n\nb', ['- a', '- b']],
    ['nothing else may', 'a\n\n--- x\n\nb', ['- a\n\n--- x\n\nb']],
    ['a break is not indented', 'a\n\n ---\n\nb', ['- a\n\n ---\n\nb']],
    ['five dashes are a rule', 'a\n\n-----\n\nb', ['- a\n\n-----\n\nb']],
    ['right under text it makes a heading', 'a\n---\n\nb', ['- a\n---\n\nb']],
    ['after a break comes a break', 'a\n\n---\n---\nb', ['- a', '- ', '- b']],
    ['at the start of the file', '---\n\na', ['- ', '- a']],
    ['after the front matter', '---\ntitle: x\n---\n---\na', ['- ', '- a']],
    ['not in fenced code', '```\n\n---\n\n```\n\n---\n\nb', ['- ```\n\n---\n\n```', '- b']],
    ['not in a longer fence', '````\n```\n\n---\n````', ['- ````\n```\n\n---\n````']],
    ['not in a comment', '<!--\n\n---\n\n-->', ['- <!--\n\n---\n\n-->']],
    ['not in an HTML block', '<pre>\n\n---\n\n</pre>', ['- <pre>\n\n---\n\n</pre>']],
    ['a list item’s code ends with the item', '- ```\n  a\n\n---\n\nb', ['- - ```\n  a', '- b']],
    ['not in a quote', '> a\n>\n> ---\n\nb', ['- > a\n>\n> ---\n\nb']],
    ['a fence that only looks like one', '``` a`b\n\n---\n\nb', ['- ``` a`b', '- b']],
    ['with CRLF', 'a\r\n\r\n---\r\n\r\nb', ['- a', '- b']],
    ['with mixed line ends', 'a\r\n\n---\r\n\nb', ['- a', '- b']],
    ['behind a byte order mark', '\uFEFFa\n\n---\n\nb', ['- a', '- b']],
  ])('%s', (_, text, expected) => {
    expect(bodiesOf(text)).toEqual(expected);
  });

  it('reads the attributes of slides, not those in code', () => {
    const state = createDeck(
      '# A <!-- .slide: id="a" data-x -->\n\n```\n<!-- .slide: id="no" -->\n```\n\n`<!-- .slide: id="no" -->`\n\n<!-- .slide:\n data-timing="90" -->',
    );
    expect([...(slideIndex(state).slides[0]?.attributes ?? [])]).toEqual([
      ['id', 'a'],
      ['data-x', ''],
      ['data-timing', '90'],
    ]);
  });

  it('see a list that counts from another number end a quote, not a paragraph of its own', () => {
    expect(bodiesOf('> quote\n2. two\n   ~~~~\n\n---\n\nb')).toHaveLength(2);
    expect(bodiesOf('quote\n2. two\n   ~~~~\n\n---\n\nb')).toHaveLength(1);
  });

  it.each([
    [
      'of its own',
      '---\nseparator: "^NEXT$"\nverticalSeparator: "^DOWN$"\n---\na\n\nNEXT\n\nb\n\nDOWN\n\nc\n\n---\n\nstill c',
      ['- a', '- b', '| c\n\n---\n\nstill c'],
    ],
    ['of one kind keep the other', '---\nseparator: "^NEXT$"\n---\na\n\nNEXT\n\nb\n\n--\n\nc', ['- a', '- b', '| c']],
    ['do not break code', '---\nseparator: "^NEXT$"\n---\n```\nNEXT\n```\n\nNEXT\n\nb', ['- ```\nNEXT\n```', '- b']],
    ['that could hang are refused', '---\nseparator: "^(a+)+$"\n---\naaa\n\n---\n\nb', ['- aaa', '- b']],
    ['that do not compile are refused', '---\nseparator: "(["\n---\na\n\n---\n\nb', ['- a', '- b']],
  ])('separators %s', (_, text, expected) => {
    expect(bodiesOf(text)).toEqual(expected);
  });

  // Lines that open, close or continue blocks, in any order: where CommonMark sees a rule (or a paragraph `--`) at the top
  // level after a blank line, and only there, the scanner sees a break.
  const line = fc.constantFrom(
    '',
    '',
    '',
    '---',
    '--',
    'text',
    '```',
    '~~~',
    '  ```',
    '   ~~~~',
    '    code',
    '- item',
    '  - nested',
    '1. one',
    '2. two',
    '  more',
    '> quote',
    '> ```',
    '<!-- note',
    '-->',
    '<!-- one -->',
    '<div>',
    '</div>',
    '<pre>',
    '</pre>',
    '<b>',
    '# head',
    '#hash',
    '***',
    '-',
    '- ```',
    '- - x',
    '\t- tab',
    '```js `x`',
    '<?x',
    '?>',
    '10) ten',
  );
  it('agree with CommonMark on which lines are inside a block', () => {
    const markdown = new MarkdownIt('commonmark', { html: true });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        // One segment at a time: up to the first break, since each slide is a Markdown document of its own.
        const text = lines.join('\n');
        const { slides } = scanSlides(text, 0);
        const second = slides[1];
        const found = second === undefined ? -1 : text.slice(0, second.start).replace(/\n$/, '').split('\n').length - 1;
        const meant = markdown
          .parse(text, {})
          .filter(
            (token) =>
              token.level === 0 &&
              (token.type === 'hr' || token.type === 'paragraph_open' || token.type === 'heading_open'),
          )
          .map((token) => token.map?.[0] ?? -1)
          .filter((at) => /^---?$/.test(lines[at] ?? '') && (at === 0 || lines[at - 1] === ''));
        expect(found).toBe(meant[0] ?? -1);
      }),
      { numRuns: 3000 },
    );
  });
});
