import { beforeAll, describe, expect, it, vi } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { buildIfStale } from '../../../../scripts/build-if-stale.js';
import { hasQpdf, matterhorn } from './matterhorn.ts';
import { deckPrinter } from './printed-deck.ts';
import { readPdf } from './read-pdf.ts';

const print = deckPrinter();
const withQpdf = hasQpdf();

const slide = (number: number): string =>
  `## Slide ${number}\n\n[to the last](#/199) [to the first](#/first) [nowhere](#/nobody) words.[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n![A square](square.png)\n\n[^1]: Foot`;
const deck = `<!-- .slide: id="first" -->\n${Array.from({ length: 200 }, (_, i) => slide(i + 1)).join('\n\n---\n\n')}\n`;

/** Where the links of a page lead: pages from 1, or names that lead nowhere. */
async function linksOf(pdf: Uint8Array, number: number): Promise<readonly unknown[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const annotations = (await (await document.getPage(number)).getAnnotations()) as readonly {
    dest?: string;
    contentsObj: { str: string };
  }[];
  const links = annotations.map(async ({ dest, contentsObj }) => {
    const place = dest === undefined ? null : await document.getDestination(dest);
    return [place === null ? dest : (await document.getPageIndex(place[0])) + 1, contentsObj.str];
  });
  const found = await Promise.all(links);
  await task.destroy();
  return found;
}

describe('a deck that is printed in parts', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it('is one document, with one outline, and links from part to part', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    const done: number[] = [];
    const onProgress = (progress: { phase: string; done: number }): void => {
      if (progress.phase === 'print') done.push(progress.done);
    };
    const { pdf, pages } = await print(deck, {}, { onProgress });
    const { outline, labels, pages: read } = await readPdf(pdf);
    expect(pages).toBe(200);
    expect(done.toSorted((a, b) => a - b)).toEqual([0, 100, 200]);
    expect(labels).toEqual(Array.from({ length: 200 }, (_, i) => String(i + 1)));
    expect(outline.split('Slide ').at(-1)).toBe('200@200');
    expect(read[150]?.text).toContain('Slide 151');
    for (const number of [1, 200]) {
      expect(await linksOf(pdf, number)).toEqual([
        [200, 'Slide 200: Slide 200'],
        [1, 'Elsewhere in this document'],
        [number, 'Elsewhere in this document'],
      ]);
    }
    const again = await print(deck);
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true);
    if (withQpdf) expect(matterhorn(pdf)).toEqual([]);
    vi.unstubAllEnvs();
  });
});
