import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, projectRoot } from '../../../../scripts/build-if-stale.js';
import { defaultOptions } from '../../../../src/core/export/options.ts';
import { pdfWriter } from '../../../../src/host/export/pdf-writer.ts';
import { chromiumEngine } from '../../../../src/server/chromium-engine.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const bundle = join(projectRoot, 'out', 'renderer');
const folderFor = temporaryFolders();
const engine = chromiumEngine();

async function print(text: string): Promise<Uint8Array> {
  const folder = await folderFor();
  await mkdir(join(folder, 'deck'));
  const deckPath = join(folder, 'deck', 'talk.md');
  await writeFile(deckPath, text);
  const options = defaultOptions('pdf');
  const order = { text, annotations: null, options, deckPath, fileName: 'talk.md' };
  const write = pdfWriter({ bundle, engine, version: '1.2.3' });
  return (await write(order, new AbortController().signal, () => undefined)).bytes;
}

/** What the first page says, and the PostScript names of the fonts that are embedded for it, without their subsets' tags. */
async function firstPage(bytes: Uint8Array): Promise<{ readonly text: string; readonly fonts: readonly string[] }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, fontExtraProperties: true });
  const page = await (await task.promise).getPage(1);
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  const used = [...new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])))];
  const fonts = used.map(
    (name) => page.commonObjs.get(name) as { readonly name: string; readonly missingFile: boolean },
  );
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  await task.destroy();
  return {
    text,
    fonts: fonts.filter(({ missingFile }) => !missingFile).map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')),
  };
}

describe('a printed theme', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it.each([
    ['league', ['LeagueGothic-Regular', 'Lato-Regular', 'Lato-Bold']],
    ['night', ['MontserratThin-Bold', 'OpenSans-Regular', 'OpenSans-Bold']],
    ['lectern-light', ['Inter-Bold', 'Inter-Regular']],
  ])('%s embeds its own fonts, and Noto Sans JP for what they do not have', async (theme, fonts) => {
    const page = await firstPage(
      await print(`---\ntheme: ${theme}\n---\n\n## Harbour watch\n\nWords in **bold**, 日本海\n`),
    );
    for (const font of fonts) expect(page.fonts.join()).toContain(font);
    expect(page.fonts.join()).toContain('NotoSansJP');
  });

  it('says each word of a heading with a raised shadow once', async () => {
    const { text } = await firstPage(await print('---\ntheme: league\n---\n\n# Harbour\n\nWords\n'));
    expect(text.match(/harbour/gi)).toHaveLength(1);
  });
});

it('has style sheets that name no address of the network, and scripts that load nothing from it', async () => {
  await buildIfStale({ say: () => {} });
  const files = (await readdir(bundle, { recursive: true })).filter((file) => /\.(?:css|js|html)$/.test(file));
  expect(files.some((file) => file.endsWith('.css'))).toBe(true);
  for (const file of files) {
    const text = await readFile(join(bundle, file), 'utf8');
    if (file.endsWith('.css')) expect(text, file).not.toMatch(/https?:|url\(["']?\/\//);
    // Names of XML namespaces, of schemas, and in texts for programmers: all that there is.
    const hosts = [...text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]{2,})/gi)].map(([, host]) => host);
    const names = ['www.w3.org', 'json-schema.org', 'react.dev', 'github.com'];
    expect(new Set(hosts.filter((host) => !names.includes(host ?? ''))), file).toEqual(new Set());
  }
}, 240_000);
