import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../../scripts/build-if-stale.js';
import { deckPrinter } from './printed-deck.ts';
import { hasPoppler, readPdf } from './read-pdf.ts';

const withPoppler = hasPoppler();
const print = deckPrinter();

const deck = `---
title: Talk
subtitle: About talking
author: Staff Officer
date: 2025-12-11
minutes: 5
sources:
  a: { text: Source A, url: https://example.org/a, date: 2025, reliability: A, credibility: 1 }
  b: Source B
---

# Talk

First words [@a]

Note: Say hello.

---

## Steps

- alpha <!-- .element: class="fragment" -->
- beta <!-- .element: class="fragment fade-out" -->
- gamma <!-- .element: class="fragment" data-fragment-index="0" -->

--

## Below

[to the first](#/0)

Note:
${Array.from({ length: 90 }, (_, i) => `Paragraph ${i} of a long note.`).join('\n\n')}
`;

/** One number for each page: what its label and its text are. */
async function pagesOf(pdf: Uint8Array) {
  const { pages, outline, labels } = await readPdf(pdf);
  return {
    texts: pages.map(({ text }) => text),
    sizes: pages.map(({ width, height }) => [width, height]),
    outline,
    labels,
  };
}

describe('a PDF', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it('has notes on pages after their slides, as long as they are, with labels of their own', async () => {
    const { pdf, pages } = await print(deck, { notes: 'page' });
    const { texts, labels, outline } = await pagesOf(pdf);
    expect(labels.slice(0, 5)).toEqual(['1', 'Notes 1', '2', '2.1', 'Notes 2.1']);
    expect(new Set(labels.slice(5))).toEqual(new Set(['Notes 2.1']));
    expect(labels).toHaveLength(pages);
    expect(texts[1]).toMatch(/Notes to slide 1: Talk[\s\S]*Say hello/);
    expect(texts.at(-1)).toContain('Paragraph 89 of');
    expect(outline).toBe('Talk@1 Steps@3(Below@4)');
  });

  it('has notes below their slides on upright sheets', async () => {
    const { pdf } = await print(deck, { notes: 'below', page: 'letter' });
    const { texts, sizes, labels } = await pagesOf(pdf);
    expect(sizes[0]).toEqual([612, 792]);
    expect(texts[0]).toMatch(/First words[\s\S]*Say hello/);
    expect(labels.slice(0, 4)).toEqual(['1', '2', '2.1', '2.1']);
  });

  it('has as many slides on a page as asked for, and lines that no reader reads', async () => {
    const { pdf, pages } = await print(deck, { handout: 2 });
    const { texts, sizes, labels, outline } = await pagesOf(pdf);
    expect(pages).toBe(2);
    expect(labels).toEqual(['1–2', '2.1']);
    expect(sizes[0]?.map(Math.round)).toEqual([595, 842]);
    expect(texts[0]).toMatch(/First words[\s\S]*Steps/);
    expect(outline).toBe('Talk@1 Steps@1(Below@2)');
  });

  it('has a page for each step of a slide, and one entry for all of them', async () => {
    const { pdf, pages } = await print(deck, { fragments: 'steps', slides: [2] });
    const { texts, labels, outline } = await pagesOf(pdf);
    expect(pages).toBe(4);
    const seen = texts.map((text) => ['alpha', 'beta', 'gamma'].filter((word) => text.includes(word)).join(' '));
    expect(seen).toEqual(['beta', 'beta gamma', 'alpha beta gamma', 'alpha gamma']);
    expect(labels).toEqual(['2', '2', '2', '2']);
    expect(outline).toBe('Steps@1');
  });

  it('has a cover, and the sources that slides cite', async () => {
    const { pdf } = await print(deck, { cover: true, sources: true });
    const { texts, labels, outline } = await pagesOf(pdf);
    expect(labels).toEqual(['Cover', '1', '2', '2.1', 'Sources']);
    for (const part of ['Talk', 'About talking', 'Staff Officer', '2025-12-11', '3 slides · 5 minutes'])
      expect(texts[0]).toContain(part);
    expect(texts[4]).toMatch(/Source A, 2025, A1\. https:\/\/example\.org\/a\. Slide 1/);
    expect(texts[4]).not.toContain('Source B');
    expect(outline).toBe('Cover@1 Talk@2 Steps@3(Below@4) Sources@5');
  });

  it('says so when there are no sources', async () => {
    const { pages, diagnostics } = await print('# A\n', { sources: true });
    expect([pages, diagnostics.map(({ code }) => code)]).toEqual([1, ['no-sources']]);
  });

  it('puts a slide on a sheet of paper', async () => {
    const { pdf } = await print(deck, { page: 'a4', slides: [1] });
    expect((await pagesOf(pdf)).sizes.map((size) => size.map(Math.round))).toEqual([[842, 595]]);
  });

  const tooMuch = `# Fine\n\n---\n\n## Too much\n\n${Array.from({ length: 20 }, (_, i) => `- line ${i}`).join('\n')}\n`;

  it('cuts off what runs over its slide, and names the slide', async () => {
    const { diagnostics } = await print(tooMuch);
    expect(diagnostics).toMatchObject([
      { code: 'overflow', slide: 2, message: expect.stringMatching(/^The list goes \d+ px below the slide’s edge\./) },
    ]);
  });

  it('makes it smaller when asked', async () => {
    const { pdf, diagnostics } = await print(tooMuch, { shrink: true });
    expect(diagnostics).toEqual([]);
    expect((await pagesOf(pdf)).texts[1]).toContain('line 19');
  });

  it('still says so when it does not fit at half its size', async () => {
    const { diagnostics } = await print(tooMuch.replace('- line 0', '- line\n'.repeat(60)), { shrink: true });
    expect(diagnostics).toMatchObject([
      { code: 'overflow', slide: 2, message: expect.stringContaining('half as large') },
    ]);
  });

  it.skipIf(!withPoppler)('has no colour in greyscale, and the same text', async () => {
    const colours = `<!-- .slide: data-background-gradient="linear-gradient(red, blue)" -->\n# Text\n\n[link](https://example.org)\n\n![A square](square.svg)\n`;
    const [grey, coloured] = [await print(colours, { greyscale: true }), await print(colours)];
    expect(saturated(grey.pdf)).toBe(false);
    expect(saturated(coloured.pdf)).toBe(true);
    expect((await pagesOf(grey.pdf)).texts).toEqual((await pagesOf(coloured.pdf)).texts);
  });
});

/** Whether the first page has a pixel that is not grey. */
function saturated(pdf: Uint8Array): boolean {
  const ppm = execFileSync('pdftoppm', ['-r', '24', '-l', '1', '-'], { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] });
  const pixels = ppm.subarray(-320 * 180 * 3);
  return pixels.some((value, i) => i % 3 > 0 && Math.abs(value - (pixels[i - 1] ?? 0)) > 2);
}
