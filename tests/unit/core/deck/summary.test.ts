import { describe, expect, it } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { deckDiagnostics } from '../../../../src/core/checks/deck-diagnostics.ts';
import { slideParts } from '../../../../src/core/deck/notes.ts';
import { deckTitle, plainText, summarise } from '../../../../src/core/deck/summary.ts';

describe('summarise', () => {
  it('counts what a slide holds, in file lines from 1', () => {
    const deck = createDeck(
      '---\ntitle: T\n---\n<!-- .slide: id="a" data-timing="90" -->\n# A *title* <!-- .element: class="fragment" -->\n\n- one two <!-- .element: class="fragment grow" -->\n\nNote: three words here\n\n--\n\n## B\n\n```js [1|2-3|4]\ncode\n```\n\n<!-- .slide: data-visibility="hidden" -->\n',
    );
    expect(summarise(deck)).toEqual([
      {
        number: 1,
        h: 0,
        v: 0,
        title: 'A title',
        id: 'a',
        hidden: false,
        marking: null,
        lines: [4, 9],
        words: 4,
        fragments: 2,
        notesWords: 3,
        timing: 90,
      },
      {
        number: 2,
        h: 0,
        v: 1,
        title: 'B',
        id: null,
        hidden: true,
        marking: null,
        lines: [13, 19],
        words: 2,
        fragments: 2,
        notesWords: 0,
        timing: null,
      },
    ]);
  });

  it.each([
    ['# **Bold** and `code` [link](x.md)', 'Bold and code link'],
    ['Setext\n---', 'Setext'],
    ['```\n# not\n```\n\n## yes ##', 'yes'],
    ['<!-- # not -->\n# 日本の防衛', '日本の防衛'],
    ['<h1 class="x">Raw</h1>', 'Raw'],
    ['no heading', ''],
    ['Note:\n# in notes', ''],
  ])('finds the title in %j', (body, title) => {
    expect(summarise(createDeck(body))[0]?.title).toBe(title);
  });

  it('counts words in scripts without spaces', () => {
    expect(summarise(createDeck('防衛省は発表した'))[0]?.words).toBeGreaterThan(2);
  });

  it('takes the title from the front matter, else from the first heading', () => {
    expect(deckTitle(createDeck('---\ntitle: T\n---\n# H'))).toBe('T');
    expect(deckTitle(createDeck('text\n\n---\n\n# H'))).toBe('H');
  });
});

describe('slideParts', () => {
  it.each([
    ['# A\n\nNote: say', '# A', 'say'],
    ['# A\nNOTES:\nsay\n\nmore', '# A', 'say\n\nmore'],
    ['```\nNote: code\n```', '```\nNote: code\n```', null],
    ['# A\n\n  Note: indented is text', '# A\n\n  Note: indented is text', null],
  ])('splits %j', (body, content, notes) => {
    expect(slideParts(body)).toMatchObject({ content, notes });
  });

  it('uses the deck’s own separator', () => {
    expect(slideParts('# A\n\n???\n\nsay', '^\\?\\?\\?$')).toMatchObject({ content: '# A', notes: 'say' });
  });
});

describe('plainText', () => {
  it('drops marks, not words', () => {
    expect(plainText('a **b** _c_ snake_case_name ![alt](x.png) <b>d</b> \\*e\\* 2 < 3')).toBe(
      'a b c snake_case_name alt d *e* 2 < 3',
    );
  });
});

describe('deckDiagnostics', () => {
  it('hints at a heading that may have been meant as a break', () => {
    expect(deckDiagnostics(createDeck('# A\n\ntext\n---\n\nmore'))).toMatchObject([
      { code: 'setext-heading', slide: 1, line: 4 },
    ]);
  });

  it('warns of a block that swallows the rest, and of ids given twice', () => {
    expect(
      deckDiagnostics(createDeck('# A <!-- .slide: id="x" -->\n\n---\n\n<!-- .slide: id="x" -->\n```\ncode')).map(
        ({ code }) => code,
      ),
    ).toEqual(['repeated-id', 'unclosed-block']);
  });
});
