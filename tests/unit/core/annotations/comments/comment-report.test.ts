import type { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentReport } from '../../../../../src/core/annotations/comments/comment-report.ts';
import { shownText } from '../../../../../src/core/annotations/comments/quoted-text.ts';
import { textParts } from '../../../../../src/core/annotations/comments/text-links.ts';
import { deleteSlides } from '../../../../../src/core/deck/commands/delete-slides.ts';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { words } from '../arbitrary-annotations.ts';
import { comment, stroke, withAnnotation } from '../sample-annotations.ts';

const quote = { kind: 'quote', in: 'source', prefix: '', suffix: '' } as const;

describe('the report', () => {
  it('is a Markdown document, slide by slide', () => {
    const deck = [
      comment('s2', 'a', {
        creator: 'Bob Oda',
        created: '2026-03-02T14:07:00Z',
        anchor: { ...quote, exact: 'Two of three' },
        text: 'As of when?\nSee https://example.org/a_b, or 3 * 4.',
        replies: [
          { id: 'r', creator: 'Ann Ray', created: '2026-03-02T15:00:00Z', text: 'As of Monday.\n# Not a heading' },
        ],
        resolved: { by: 'Bob Oda', at: '2026-03-02T15:10:00Z' },
      }),
      stroke('s2', 'ink'),
      comment('s2', 'b', { text: '- one\n2. two', anchor: { kind: 'point', x: 640, y: 360 } }),
      comment('s2', 'c', {
        text: 'Gone',
        anchor: { ...quote, exact: 'Seven of nine' },
        modified: '2026-03-03T00:00:00Z',
      }),
      comment('s3', 'd', { text: 'Still true?' }),
    ].reduce<EditorState>(
      withAnnotation,
      createDeck('# Readiness\n\n---\n\n## State\n\nTwo of three\n\n---\n\n# Fallback'),
    );
    const cut = deleteSlides(deck, ['s3'])?.state ?? deck;
    expect(commentReport(cut)).toBe(`# Comments on Readiness

4 comments, 1 resolved, on 1 of 2 slides.

## Slide 2: State

### 1. Bob Oda, 2 March 2026, 14:07

> Two of three

As of when?\\
See <https://example.org/a_b>, or 3 \\* 4.

- **Ann Ray**, 2 March 2026, 15:00: As of Monday.\\
  \\# Not a heading

*Resolved by Bob Oda, 2 March 2026, 15:10.*

### 2. Somebody, 1 January 2026, 00:00

At 640, 360 on the slide.

\\- one\\
2\\. two

### 3. Somebody, 1 January 2026, 00:00, edited

> Seven of nine

These words are not on it any more.

Gone

## Slide 3 of the file then, “Fallback”, no longer in the deck

### 1. Somebody, 1 January 2026, 00:00

Still true?
`);
  });

  it('of a deck without comments says so', () => {
    expect(commentReport(createDeck(''))).toBe('# Comments\n\nNo comments.\n');
  });

  it('says any text as it is: nothing in it is markup', () => {
    const any = fc.array(
      fc.oneof(
        words,
        fc.constantFrom(
          '# a',
          '- b',
          '1. c',
          '> d',
          '`e`',
          '**f**',
          '| g |',
          '[h](i)',
          '![j](k)',
          '&amp;',
          '::: columns',
          '[^1]',
          '---',
          '+ l',
          'Note: m',
          '~~n~~',
          '\\',
          '===',
          '    o',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(any, (lines) => {
        const text = lines.join('\n');
        const report = commentReport(withAnnotation(createDeck(''), comment('s1', 'a', { text })));
        const said = text
          .replace(/\p{Cc}/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim();
        expect(shownText(report, '^never$').replace(/\s+/g, '')).toContain(said.replace(/\s+/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});

describe('addresses in a text', () => {
  it('are those of the web and of mail, and no others', () => {
    const links = (text: string) => textParts(text).flatMap(({ href }) => href ?? []);
    expect(links('see https://example.org/a?b=c#d, or HTTP://example.org.')).toEqual([
      'https://example.org/a?b=c#d',
      'HTTP://example.org',
    ]);
    expect(links('mail ann@example.org or mailto:bob@example.org')).toEqual([
      'mailto:ann@example.org',
      'mailto:bob@example.org',
    ]);
    expect(links('javascript:alert(1) file:///etc/passwd ftp://x.org //x.org readme.md data:text/html,x')).toEqual([]);
    expect(textParts('<b>no</b>')).toEqual([{ text: '<b>no</b>', href: null }]);
  });

  it('leave the text as it was', () => {
    const part = fc.oneof(
      words,
      fc.constantFrom('https://example.org/x', ' ', 'a@b.org', '<', 'http://', '(https://x.org)'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        expect(
          textParts(text)
            .map((each) => each.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
