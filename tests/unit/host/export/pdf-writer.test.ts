import { execFileSync } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildIfStale, projectRoot } from '../../../../scripts/build-if-stale.js';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { sidecarText } from '../../../../src/core/annotations/sidecar/write.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { defaultOptions, type ExportOptions } from '../../../../src/core/export/options.ts';
import { pdfWriter } from '../../../../src/host/export/pdf-writer.ts';
import type { ExportOrder, WriterTools } from '../../../../src/host/export/writer.ts';
import { stroke, withAnnotation } from '../../core/annotations/sample-annotations.ts';
import { chromiumEngine } from '../../../../src/server/chromium-engine.ts';
import { temporaryFolders } from '../temporary-folder.ts';
import { onlyFile } from './exported.ts';
import { hasPoppler, poppler, readPdf } from './read-pdf.ts';

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="400" height="200"><rect width="200" height="100" fill="#2a6"/></svg>';

const text = `---
title: "Übung: 演習"
subtitle: Printing
author: Staff Officer
lang: de
footer: Exercise
---

# First slide

Words in **bold** and *italics*.

Note: SPOKENWORD

---

## A list

- point <!-- .element: class="fragment" -->
- [to the table](#/1/1), [to nowhere](#/9), [a source](https://example.org/source)

--

## A table

| Type | Payload |
|:-----|--------:|
| one  | 70,000  |

---

<!-- .slide: data-visibility="hidden" -->
## HIDDENTITLE

---

<!-- .slide: data-background-color="#ff0000" -->
日本語の文章 without a title

![A square](square.svg) ![gone](gone.png)

--

### Overflow

${Array.from({ length: 60 }, (_, i) => `- line ${i}`).join('\n')}

---

## Canaries

<img src="http://127.0.0.1:9/c.png">
<script>document.title = "RAN"</script> <img src="x.png" onerror="document.title='RAN'">
![outside](../outside.svg)
`;

const folderFor = temporaryFolders();
const withPoppler = hasPoppler();
const engine = chromiumEngine();

type Over = Partial<Omit<ExportOrder, 'options'> & Pick<WriterTools, 'engine'>> & {
  readonly options?: Partial<ExportOptions>;
};

async function print({ engine: by, options, ...over }: Over = {}) {
  const folder = await folderFor();
  await mkdir(join(folder, 'deck'));
  const deckPath = join(folder, 'deck', 'talk.md');
  await writeFile(deckPath, over.text ?? text);
  await writeFile(join(folder, 'deck', 'square.svg'), square);
  await writeFile(join(folder, 'outside.svg'), square.replace('<rect', '<text>OUTSIDECANARY</text><rect'));
  const order = { text, annotations: null, deckPath, fileName: 'talk.md', ...over };
  const write = pdfWriter({ bundle: join(projectRoot, 'out', 'renderer'), engine: by ?? engine, version: '1.2.3' });
  const whole = { ...order, options: { ...defaultOptions('pdf'), ...options } };
  const made = await write(whole, new AbortController().signal, () => undefined);
  return { pdf: onlyFile(made), ...made };
}

describe('pdfWriter', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);
  afterEach(() => void vi.unstubAllEnvs());

  it('prints one page a slide at the deck’s size, tagged, with the deck’s properties', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    const { pdf, pages, leftOut } = await print();
    const read = await readPdf(pdf);
    expect(pages).toBe(6);
    expect(read.pages.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 6 }, () => [960, 540]));
    expect(leftOut).toEqual([{ slide: 4, reason: 'hidden' }]);
    expect(read.info).toMatchObject({
      Title: 'Übung: 演習',
      Author: 'Staff Officer',
      Subject: 'Printing',
      Creator: 'Lectern 1.2.3',
      CreationDate: 'D:20231114221320Z',
    });
    expect(read.lang).toBe('de');
    expect(read.marked).toBe(true);
    for (const page of read.pages) expect(page.tags).not.toEqual([]);
    expect(read.pages[0]?.tags).toContain('H1');
    expect(read.pages[1]?.tags).toEqual(expect.arrayContaining(['H2', 'L', 'LI', 'Link']));
    expect(read.pages[2]?.tags).toEqual(expect.arrayContaining(['H2', 'Table', 'TR', 'TH', 'TD']));
    expect(read.pages[3]?.tags).toContain('Figure');
  });

  it('lists every titled slide once in the outline, stacks under their head', async () => {
    const { pdf } = await print();
    expect((await readPdf(pdf)).outline).toBe('First slide@1 A list@2(A table@3) Overflow@5 Canaries@6');
  });

  it('prints what is on the slides, fragments too, and neither notes nor hidden slides', async () => {
    const { pdf } = await print();
    const words = (await readPdf(pdf)).pages.map((page) => page.text).join('\n');
    for (const part of ['Words in', 'bold', 'point', '70,000', '日本語の文章', 'Exercise'])
      expect(words).toContain(part);
    for (const part of ['SPOKENWORD', 'HIDDENTITLE']) expect(words).not.toContain(part);
  });

  it('clips a slide that runs over to its page', async () => {
    const { pdf } = await print();
    expect((await readPdf(pdf)).pages[4]?.text).toContain('line 0');
    expect((await readPdf(pdf)).pages[5]?.text).toContain('Canaries');
  });

  it('lets nothing in from outside the deck’s folder, runs nothing, and names the files that are missing', async () => {
    const folder = await folderFor();
    await writeFile(join(folder, 'canary.html'), 'FILE<b>CANARY</b>');
    const file = `file://${folder}/canary.html`;
    const hostile = `# Canaries\n\n<img src="${file}"> <iframe src="${file}"></iframe> <object data="${file}"></object> <embed src="${file}">\n\n`;
    const { pdf, diagnostics } = await print({ text: `${hostile}${text.slice(text.indexOf('## Canaries'))}` });
    const { pages, info } = await readPdf(pdf);
    const words = pages.map((page) => page.text).join('\n');
    expect(words).not.toContain('FILECANARY');
    expect(words).not.toContain('OUTSIDECANARY');
    expect(info['Title']).toBe('Canaries');
    expect(/\/JavaScript|\/JS\b/.test(Buffer.from(pdf).toString('latin1'))).toBe(false);
    expect(diagnostics.map(({ message }) => message.split(' ')[0])).toContain('“x.png”');
  });

  it('names a picture that is missing, on its page too', async () => {
    const { pdf, diagnostics } = await print();
    expect(diagnostics.map(({ message }) => message.split(' ')[0])).toContain('“gone.png”');
    expect((await readPdf(pdf)).pages[3]?.text).toContain('gone.png');
  });

  it('says what is wrong with the front matter and what was left out of the slides, with slide and line', async () => {
    const wrong = `---\nseparator: '(a+)+$'\n---\n\n# A\n\n---\n\n# B\n\n![far](https://example.org/a.png)\n\n![up](../outside.svg)\n`;
    const { diagnostics } = await print({ text: wrong });
    expect(diagnostics).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: 2, message: expect.stringContaining('separator') as string }),
        expect.objectContaining({ slide: 2, line: 11, message: expect.stringContaining('example.org') as string }),
        expect.objectContaining({ slide: 2, line: 13, message: expect.stringContaining('outside.svg') as string }),
      ]),
    );
  });

  it('prints a placeholder for a picture that is too large to print', async () => {
    const folder = await folderFor();
    const deckPath = join(folder, 'talk.md');
    const huge = '# A\n\n![scan](huge.png)\n';
    await writeFile(deckPath, huge);
    await writeFile(join(folder, 'huge.png'), '');
    await truncate(join(folder, 'huge.png'), 600 * 1024 * 1024);
    const { pdf, diagnostics } = await print({ text: huge, deckPath });
    expect(diagnostics).toMatchObject([{ code: 'file-too-large', message: expect.stringContaining('huge.png') }]);
    expect((await readPdf(pdf)).pages[0]?.text).toContain('huge.png');
  });

  it('keeps links: to pages, and to the web; one that leads nowhere is text', async () => {
    const { pdf } = await print();
    const bytes = Buffer.from(pdf).toString('latin1');
    expect(bytes.includes('https://example.org/source')).toBe(true);
    expect(bytes.includes('lectern.invalid')).toBe(false);
  });

  it('prints a choice of slides, and hidden ones when asked', async () => {
    const { pdf, pages, leftOut } = await print({ options: { slides: [3, 4], hidden: true } });
    expect(pages).toBe(2);
    expect((await readPdf(pdf)).outline).toBe('A table@1 HIDDENTITLE@2');
    expect(leftOut.map(({ slide }) => slide)).toEqual([1, 2, 5, 6, 7]);
  });

  it('draws ink on its page when asked, and only then', async () => {
    const state = createDeck(text);
    const points = [0, 1, 2, 3].map((i) => ({ x: 100 + 200 * i, y: 650, pressure: 0.5, time: i * 10 }));
    const drawn = withAnnotation(
      state,
      stroke(slideIndex(state).slides[0]?.key ?? '', 'urn:uuid:1', { points, color: '#12ab34', width: 8 }),
    );
    const annotations = sidecarText(drawn, null);
    const size = async (how: 'none' | 'flat') =>
      (await print({ annotations, options: { slides: [1], annotations: how } })).pdf;
    const [without, flat] = [await size('none'), await size('flat')];
    expect(flat.length).toBeGreaterThan(without.length);
    if (!withPoppler) return;
    expect(pixel(flat, 400, 650)).toEqual([0x12, 0xab, 0x34]);
    expect(pixel(without, 400, 650)).not.toEqual([0x12, 0xab, 0x34]);
  });

  it('gives the same bytes for the same deck at the same date', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    const [first, second] = [await print(), await print()];
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
  });

  it('prints an empty deck as one blank page, named after its file', async () => {
    const { pdf, pages } = await print({ text: '' });
    expect(pages).toBe(1);
    expect((await readPdf(pdf)).info['Title']).toBe('talk.md');
  });

  it('prints at the size that the deck asks for', async () => {
    const { pdf } = await print({ text: '---\nsize: 4:3\n---\n\n# Four by three\n' });
    expect((await readPdf(pdf)).pages.map(({ width, height }) => [width, height])).toEqual([[720, 540]]);
  });

  it('refuses a slide that is not there, and leaves no browser behind', async () => {
    const ended = vi.fn();
    const preparing = {
      ...engine,
      async prepare(unwanted: AbortSignal) {
        unwanted.addEventListener('abort', ended);
      },
    };
    await expect(print({ engine: preparing, options: { slides: [99] } })).rejects.toMatchObject({
      code: 'no-such-slide',
    });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('says so when a browser’s PDF is not one', async () => {
    const broken = { ...engine, printAll: () => Promise.resolve([new Uint8Array(100)]) };
    await expect(print({ engine: broken })).rejects.toMatchObject({ code: 'browser-failed' });
  });

  describe.skipIf(!withPoppler)('read by poppler', () => {
    it('is tagged, has embedded fonts only, and paints backgrounds', async () => {
      const { pdf } = await print();
      const info = poppler('pdfinfo', [], pdf);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Pages:\s+6/);
      expect(info).toMatch(/JavaScript:\s+no/);
      const structure = poppler('pdfinfo', ['-struct-text'], pdf);
      for (const part of ['First slide', 'bold', 'italics', '70,000', '日本語の文章'])
        expect(structure.replaceAll('ﬁ', 'fi')).toContain(part);
      const fonts = poppler('pdffonts', [], pdf).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) {
        expect(font, font).toMatch(/\byes\s+(?:yes|no)\s+yes\s+\d+\s+\d+$/);
        expect(font).not.toContain('Type 3');
      }
      expect(pixel(pdf, 1270, 10, 4)).toEqual([255, 0, 0]);
    });

    it('has the whole text in reading order', async () => {
      const { pdf } = await print();
      expect(poppler('pdftotext', ['-f', '2', '-l', '2'], pdf, '-')).toMatch(/A list[\s\S]*point[\s\S]*to the table/);
    });
  });
});

/** Red, green and blue of one point, in slide units, of a page from 1. */
function pixel(pdf: Uint8Array, x: number, y: number, page = 1): readonly number[] {
  const options = [
    '-f',
    String(page),
    '-l',
    String(page),
    '-r',
    '96',
    '-x',
    String(x),
    '-y',
    String(y),
    '-W',
    '1',
    '-H',
    '1',
  ];
  const ppm = execFileSync('pdftoppm', [...options, '-'], { input: pdf });
  return [...ppm.subarray(-3)];
}
