import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildIfStale, projectRoot } from '../../../../scripts/build-if-stale.js';
import { defaultOptions, type ExportOptions } from '../../../../src/core/export/options.ts';
import { pptxWriter } from '../../../../src/host/export/pptx-writer.ts';
import type { Made } from '../../../../src/host/export/writer.ts';
import { chromiumEngine } from '../../../../src/server/chromium-engine.ts';
import { elements, expectWholePackage, parseXml } from '../../core/export/pptx/package-checks.ts';
import { onlyFile } from './exported.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const text = `---
title: "Übung: 演習"
author: Staff Officer
lang: de
---

<!-- .slide: data-timing="45" -->
## Lists and *words*

- First **bold** and [a link](https://example.org/)
  - Nested, [to the table](#/1)
* [x] Done

Words under the list.[^1]

![Damaged](damaged.svg)

[^1]: The footnote.

Note: SPOKENWORD **loud**

- then this

---

## A table

| Type | Payload |
|:-----|--------:|
| B-52 | 70,000  |

![A square](square.svg)

<aside class="notes">ASIDEWORD</aside>

---

<!-- .slide: data-visibility="hidden" -->
## HIDDENTITLE

\`\`\`js
const x = 1;
\`\`\`

> Quoted words

--

# 日本語の見出し

<svg width="50" height="50" aria-label="A red disc"><circle cx="25" cy="25" r="20" fill="red"/></svg>

![gone](gone.png)
`;

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="400" height="200"><rect width="200" height="100" fill="#2a6"/></svg>';

const folderFor = temporaryFolders();
const engine = chromiumEngine();
const bundle = join(projectRoot, 'out', 'renderer');

afterEach(async () => {
  vi.unstubAllEnvs();
  await engine.close();
});

async function write(options: Partial<ExportOptions> = {}, deck = text, extra = square): Promise<Made> {
  const folder = await folderFor();
  await writeFile(join(folder, 'square.svg'), extra);
  await writeFile(join(folder, 'damaged.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><rect');
  const deckPath = join(folder, 'deck.md');
  await writeFile(deckPath, deck);
  const order = {
    text: deck,
    annotations: null,
    options: { ...defaultOptions('pptx'), ...options },
    deckPath,
    fileName: 'deck.md',
  };
  return pptxWriter({ bundle, engine, version: '1.2' })(order, new AbortController().signal, () => undefined);
}

function unpack(made: Made): { readonly parts: Map<string, string>; readonly media: readonly string[] } {
  const files = Object.entries(unzipSync(onlyFile(made)));
  const isMedia = (path: string) => path.startsWith('ppt/media/');
  return {
    parts: new Map(
      files.filter(([path]) => !isMedia(path)).map(([path, file]) => [path, Buffer.from(file).toString()]),
    ),
    media: files.map(([path]) => path).filter(isMedia),
  };
}

describe('pptxWriter', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it('makes a whole package with every title, list, table, note and picture where it belongs', async () => {
    const exported = await write();
    expect(exported.pages).toBe(4);
    const { parts, media } = unpack(exported);
    expectWholePackage(parts, media);
    const [first, second, third, fourth] = [1, 2, 3, 4].map((at) =>
      parseXml(parts.get(`ppt/slides/slide${at}.xml`) ?? ''),
    );
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error('Slides are missing');
    expect(elements(first, 'ph').map((one) => one.getAttribute('type') ?? one.getAttribute('idx'))).toEqual([
      'title',
      '1',
      'sldNum',
    ]);
    const words = elements(first, 'p').map((one) => one.textContent);
    expect(words.slice(0, 5)).toEqual([
      'Lists and words',
      'First bold and a link',
      'Nested, to the table',
      'Done',
      'Words under the list.1',
    ]);
    expect(words).toContain('1\u2002The footnote.');
    expect(elements(first, 'transition')[0]?.getAttribute('advTm')).toBe('45000');
    expect(elements(first, 'buChar').map((one) => one.getAttribute('char'))).toContain('☑');
    expect(elements(second, 'tc').map((one) => one.textContent)).toEqual(['Type', 'Payload', 'B-52', '70,000']);
    expect(elements(second, 'svgBlip')).toHaveLength(1);
    expect(elements(second, 'cNvPr').map((one) => one.getAttribute('descr'))).toContain('A square');
    expect(third.documentElement.getAttribute('show')).toBe('0');
    expect(third.documentElement.textContent).toContain('const x = 1;');
    expect(third.documentElement.textContent).toContain('Quoted words');
    expect(elements(fourth, 'cNvPr').map((one) => one.getAttribute('descr'))).toContain('A red disc');
    const notes = [1, 2].map((at) => parseXml(parts.get(`ppt/notesSlides/notesSlide${at}.xml`) ?? ''));
    expect(notes[0]?.documentElement.textContent).toBe('SPOKENWORD loud• then this');
    expect(notes[1]?.documentElement.textContent).toBe('ASIDEWORD');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Übung: 演習</dc:title>');
    expect(exported.diagnostics.map(({ code, slide }) => [code, slide])).toEqual(
      expect.arrayContaining([
        ['simplified', 4],
        ['missing-file', 4],
        ['broken-picture', 1],
      ]),
    );
    expect(exported.diagnostics.map(({ code }) => code).filter((code) => code === 'broken-picture')).toHaveLength(1);
  });

  it('leaves notes and hidden slides out when told to, and the slides that were not chosen', async () => {
    const { parts } = unpack(await write({ notes: 'none', hidden: false }));
    const all = [...parts.values()].join();
    for (const word of ['SPOKENWORD', 'ASIDEWORD', 'HIDDENTITLE']) expect(all).not.toContain(word);
    expect(unpack(await write({ slides: [2] })).parts.has('ppt/slides/slide2.xml')).toBe(false);
  });

  it('gives the same bytes for the same deck and date, wherever the machine is', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    const first = await write();
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const second = await write();
    expect(Buffer.from(onlyFile(second)).equals(onlyFile(first))).toBe(true);
    expect(unpack(first).parts.get('docProps/core.xml')).toContain('2023-11-14T22:13:20Z');
  });

  it('lets no drawing travel that asks for something from elsewhere', async () => {
    const asking = square.replace('<rect', '<image href="https://evil.test/a.png"/><rect');
    const { media } = unpack(await write({}, text, asking));
    expect(media.filter((path) => path.endsWith('.svg'))).toEqual([]);
    expect(media.some((path) => path.endsWith('.png'))).toBe(true);
  });

  it('opens in LibreOffice with titles, lists, tables and notes intact', async (context) => {
    if (spawnSync('soffice', ['--version']).status !== 0) {
      console.log('Skipped: presentations in LibreOffice. It is not installed.');
      context.skip();
    }
    const folder = await folderFor();
    const path = join(folder, 'deck.pptx');
    await writeFile(path, onlyFile(await write()));
    await mkdir(join(folder, 'profile'));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'fodp', '--outdir', folder, path], {
      stdio: 'ignore',
    });
    const document = parseXml(await readFile(join(folder, 'deck.fodp'), 'utf8'));
    const pages = elements(document, 'page');
    expect(pages).toHaveLength(4);
    const title = (page: Element | undefined) =>
      elements(page ?? document, 'frame')
        .filter((one) => [...one.attributes].some(({ localName, value }) => localName === 'class' && value === 'title'))
        .map((one) => one.textContent.trim());
    expect(pages.map(title)).toEqual([['Lists and words'], ['A table'], ['HIDDENTITLE'], ['日本語の見出し']]);
    const [first, second] = pages;
    const items = elements(first ?? document, 'list-item').map((one) => one.textContent.trim());
    expect(items.join('\n')).toMatch(/First bold and a link[\s\S]*Nested, to the table/);
    expect(elements(second ?? document, 'table-cell').map((one) => one.textContent.trim())).toEqual([
      'Type',
      'Payload',
      'B-52',
      '70,000',
    ]);
    const notes = elements(first ?? document, 'notes').map((one) => one.textContent.replace(/\s+/g, ' '));
    expect(notes.join()).toContain('SPOKENWORD loud');
  });
});
