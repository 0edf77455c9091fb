import { describe, expect, it } from 'vitest';
import { textDocument } from '../../../../src/core/export/text-document.ts';

function written(bodies: readonly string[], rest = {}): string {
  return textDocument({
    title: 'Deck',
    lines: ['Ada', '', '2025-12-11'],
    slides: bodies.map((body, i) => ({ label: String(i + 1), body })),
    withNotes: true,
    ...rest,
  });
}

describe('textDocument', () => {
  it('has a heading for the deck and one for each slide, with its number', () => {
    expect(written(['# One\n\nText\n\nNote: Say it', 'No title'])).toBe(
      '# Deck\n\nAda · 2025-12-11\n\n## 1 One\n\nText\n\n> **Notes**\n>\n> Say it\n\n## Slide 2\n\nNo title\n',
    );
  });

  it('leaves every kind of notes out when not asked for them', () => {
    const body =
      '<!-- .slide: data-notes="ATTRIBUTE" -->\n## A\n\n<aside class="notes">\n\nASIDE\n\n</aside>\n\nShown\n\nNotes: WORDS';
    const without = written([body], { withNotes: false });
    expect(without).toBe('# Deck\n\nAda · 2025-12-11\n\n## 1 A\n\nShown\n');
    for (const word of ['ATTRIBUTE', 'ASIDE', 'WORDS']) expect(written([body])).toContain(`> ${word}`);
  });

  it('takes comments out, and leaves what looks like one in code', () => {
    const body = [
      '<!-- .slide: id="a" -->',
      '## A <!-- .element: class="x" -->',
      '',
      '- point <!-- .element: class="fragment" -->',
      '',
      '`<!-- kept -->`',
      '',
      '```html',
      '<!-- kept too -->',
      '```',
      '',
      '<!-- a remark -->',
      'Text',
    ].join('\n');
    const text = written([body]);
    expect(text).not.toMatch(/\.element|\.slide|a remark/);
    expect(text).toContain('- point\n');
    expect(text).toContain('`<!-- kept -->`');
    expect(text).toContain('<!-- kept too -->');
  });

  it('puts a slide’s further headings below its own, and takes columns apart', () => {
    const body = '# A\n\n::: columns\n::: column\n# Left\n\nx\n:::\n::: column\nRight\n-----\n:::\n:::';
    expect(written([body])).toContain('## 1 A\n\n### Left\n\nx\n\n### Right\n');
  });
});
