import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../../scripts/build-if-stale.js';
import type { PrintEngine } from '../../../../src/host/export/print-engine.ts';
import { chromiumEngine } from '../../../../src/server/chromium-engine.ts';
import { hasQpdf, matterhorn } from './matterhorn.ts';
import { deckPrinter, everything } from './printed-deck.ts';
import { readPdf } from './read-pdf.ts';

const engine = chromiumEngine();
/** What the browser wrote last. */
let raw: Uint8Array = new Uint8Array();
const watched: PrintEngine = {
  ...engine,
  async printAll(requests, signal) {
    const printed = await engine.printAll(requests, signal);
    raw = printed[0] ?? raw;
    return printed;
  },
};
const print = deckPrinter(watched);

describe('a PDF', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it.skipIf(!hasQpdf())('meets the conditions of PDF/UA-1 that a machine can check', async () => {
    const { pdf } = await print(await everything());
    expect(matterhorn(pdf)).toEqual([]);
    // What the browser writes does not: the conditions are looked at.
    const before = new Set(matterhorn(raw).map((failure) => failure.slice(0, 6)));
    expect([...before].toSorted()).toEqual(
      expect.arrayContaining(['01-005', '02-001', '06-001', '09-004', '13-004', '14-002', '14-003', '28-012']),
    );
  });

  it.skipIf(!hasQpdf())('meets them with everything that can be asked for, too', async () => {
    const all = { cover: true, sources: true, shrink: true, greyscale: true, fragments: 'steps' } as const;
    const cases = [
      { ...all, notes: 'below' },
      { ...all, notes: 'page', page: 'a4' },
      { ...all, handout: 6 },
    ] as const;
    for (const options of cases) expect(matterhorn((await print(await everything(), options)).pdf)).toEqual([]);
  });

  it('names a slide with a character that no font has, and then does not call itself PDF/UA', async () => {
    const { pdf, diagnostics } = await print('# Fine\n\n---\n\n# \u{13000} is a bird\n');
    expect(diagnostics).toMatchObject([{ code: 'no-glyph', slide: 2 }]);
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('pdfuaid:part');
  });

  it('has tags that another reader finds, and no boxes that mean nothing', async () => {
    const { pages } = await readPdf((await print(await everything())).pdf);
    expect(pages.map(({ tags }) => tags.filter((tag) => tag === 'NonStruct'))).toEqual(pages.map(() => []));
    expect(pages[0]?.tags).toEqual(expect.arrayContaining(['H1', 'P', 'Span', 'Code', 'Link', 'BlockQuote']));
    expect(pages[1]?.tags).toEqual(expect.arrayContaining(['L', 'LI', 'Lbl', 'LBody', 'Figure']));
    expect(pages[2]?.tags).toEqual(expect.arrayContaining(['Table', 'Caption', 'TR', 'TH', 'TD']));
    expect(pages[3]?.tags.filter((tag) => tag === 'Figure')).toHaveLength(5);
  });
});
