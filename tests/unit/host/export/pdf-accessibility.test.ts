import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, projectRoot } from '../../../../scripts/build-if-stale.js';
import { defaultOptions, type ExportOptions } from '../../../../src/core/export/options.ts';
import { pdfWriter } from '../../../../src/host/export/pdf-writer.ts';
import type { PrintEngine } from '../../../../src/host/export/print-engine.ts';
import { chromiumEngine } from '../../../../src/server/chromium-engine.ts';
import { temporaryFolders } from '../temporary-folder.ts';
import { hasQpdf, matterhorn } from './matterhorn.ts';
import { readPdf } from './read-pdf.ts';

const folderFor = temporaryFolders();
const engine = chromiumEngine();
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="100" height="50"><rect width="200" height="100" fill="#2a6"/></svg>';

/** What the browser wrote last. */
let raw: Uint8Array = new Uint8Array();
const watched: PrintEngine = {
  ...engine,
  print: async (request, signal) => (raw = await engine.print(request, signal)),
};

async function print(options: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  const text = await readFile(join(projectRoot, 'tests', 'fixtures', 'print', 'everything.md'), 'utf8');
  return (await printed(text, options)).pdf;
}

async function printed(text: string, options: Partial<ExportOptions> = {}) {
  const folder = await folderFor();
  await mkdir(join(folder, 'deck'));
  const deckPath = join(folder, 'deck', 'talk.md');
  await writeFile(deckPath, text);
  await writeFile(join(folder, 'deck', 'square.svg'), square);
  const write = pdfWriter({ bundle: join(projectRoot, 'out', 'renderer'), engine: watched, version: '1.2.3' });
  const order = { text, annotations: null, deckPath, fileName: 'talk.md' };
  const whole = { ...order, options: { ...defaultOptions('pdf'), ...options } };
  const { bytes, ...rest } = await write(whole, new AbortController().signal, () => undefined);
  return { pdf: bytes, ...rest };
}

describe('a PDF', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it.skipIf(!hasQpdf())('meets the conditions of PDF/UA-1 that a machine can check', async () => {
    expect(matterhorn(await print())).toEqual([]);
    // What the browser writes does not: the conditions are looked at.
    const before = new Set(matterhorn(raw).map((failure) => failure.slice(0, 6)));
    expect([...before].toSorted()).toEqual(
      expect.arrayContaining(['01-005', '02-001', '06-001', '09-004', '13-004', '14-002', '14-003', '28-012']),
    );
  });

  it('names a slide with a character that no font has, and then does not call itself PDF/UA', async () => {
    const { pdf, diagnostics } = await printed('# Fine\n\n---\n\n# \u{13000} is a bird\n');
    expect(diagnostics).toMatchObject([{ code: 'no-glyph', slide: 2 }]);
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('pdfuaid:part');
  });

  it('has tags that another reader finds, and no boxes that mean nothing', async () => {
    const { pages } = await readPdf(await print());
    expect(pages.map(({ tags }) => tags.filter((tag) => tag === 'NonStruct'))).toEqual(pages.map(() => []));
    expect(pages[0]?.tags).toEqual(expect.arrayContaining(['H1', 'P', 'Span', 'Code', 'Link', 'BlockQuote']));
    expect(pages[1]?.tags).toEqual(expect.arrayContaining(['L', 'LI', 'Lbl', 'LBody', 'Figure']));
    expect(pages[2]?.tags).toEqual(expect.arrayContaining(['Table', 'Caption', 'TR', 'TH', 'TD']));
    expect(pages[3]?.tags.filter((tag) => tag === 'Figure')).toHaveLength(5);
  });
});
