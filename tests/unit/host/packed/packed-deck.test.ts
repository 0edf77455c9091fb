import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale, projectRoot } from '../../../../scripts/build-if-stale.js';
import { defaultOptions, type ExportOptions } from '../../../../src/core/export/options.ts';
import { createExporter } from '../../../../src/host/export/exporter.ts';
import { holdsDeck } from '../../../../src/host/packed/holds-deck.ts';
import { readPacked } from '../../../../src/host/packed/read-packed.ts';
import { unpackDeck } from '../../../../src/host/packed/unpack-deck.ts';
import { chromiumEngine } from '../../../../src/server/chromium-engine.ts';
import { onlyFile } from '../export/exported.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folderFor = temporaryFolders();
const text = '\uFEFF---\r\ntitle: 演習\r\n---\r\n\r\n# One\r\n\r\n![a](images/%E5%9B%B3.svg)\r\n';
const square = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>';
const sidecar = '{"lectern:version":1,"items":[]}\n';

/** A deck with a picture and annotations, packed; and the folder that it is packed in, with nothing else. */
async function packed(format: 'zip' | 'pdf', options: Partial<ExportOptions> = {}): Promise<string> {
  const folder = await folderFor();
  await mkdir(join(folder, 'images'));
  const deckPath = join(folder, 'talk.md');
  await writeFile(deckPath, text);
  await writeFile(join(folder, 'images', '図.svg'), square);
  const write = createExporter({
    bundle: join(projectRoot, 'out', 'renderer'),
    engine: chromiumEngine(),
    version: '1',
  });
  const order = {
    text: text.replace(/^\uFEFF/, ''),
    annotations: sidecar,
    deckPath,
    fileName: 'talk.md',
    options: { ...defaultOptions(format), ...options },
  };
  const exported = await write(order, new AbortController().signal, () => undefined);
  const path = join(await folderFor(), `brief.${format}`);
  await writeFile(path, onlyFile(exported));
  return path;
}

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) entries[name] = Buffer.from(content);
  return zipSync(entries);
}

describe('a deck in one file', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it.each(['zip', 'pdf'] as const)('comes out of a %s as it went in', async (format) => {
    const path = await packed(format, format === 'pdf' ? { attachSource: true } : {});
    expect(await holdsDeck(path)).toBe(true);
    const folder = join(path, '..', 'brief');
    expect(await unpackDeck(path)).toBe(join(folder, 'talk.md'));
    expect(await readFile(join(folder, 'talk.md'), 'utf8')).toBe(text);
    expect(await readFile(join(folder, 'talk.annotations.json'), 'utf8')).toBe(sidecar);
    expect(await readFile(join(folder, 'images', '図.svg'), 'utf8')).toBe(square);
  });

  it('is the deck that was unpacked before while nothing changed, and else comes beside it', async () => {
    const path = await packed('zip');
    const first = await unpackDeck(path);
    expect(await unpackDeck(path)).toBe(first);
    await writeFile(first, 'My own words');
    expect(await unpackDeck(path)).toBe(join(path, '..', 'brief 2', 'talk.md'));
    expect(await readFile(first, 'utf8')).toBe('My own words');
    expect((await readdir(join(path, '..'))).toSorted()).toEqual(['brief', 'brief 2', 'brief.zip']);
  });

  it('is not in a PDF that has none attached, in other archives, or in what is none', async () => {
    const plain = await packed('pdf');
    const other = join(plain, '..', 'other.zip');
    await writeFile(other, zipped({ 'a.txt': 'a' }));
    const broken = join(plain, '..', 'broken.zip');
    await writeFile(broken, 'PK');
    for (const path of [plain, other, broken]) {
      expect(await holdsDeck(path)).toBe(false);
      await expect(unpackDeck(path)).rejects.toMatchObject({ place: { file: path } });
    }
    expect((await readdir(join(plain, '..'))).toSorted()).toEqual(['brief.pdf', 'broken.zip', 'other.zip']);
  });

  it('brings along nothing that leads out of its folder, hides, or could be run', () => {
    const { deck, files } = readPacked(
      'a.zip',
      zipped({
        'talk.md': '# A',
        '../out.md': '# B',
        '/root.svg': square,
        'C:/drive.svg': square,
        'a\\b.svg': square,
        'images/../../up.svg': square,
        '.hidden.svg': square,
        'con.svg': square,
        'run.exe': 'MZ',
        'page.html': '<script>',
        'images/ok.svg': square,
      }),
    );
    expect(deck).toBe('talk.md');
    expect(files.map(({ path }) => path)).toEqual(['talk.md', 'images/ok.svg']);
  });

  it('is not guessed where there are several', () => {
    expect(() => readPacked('a.zip', zipped({ 'a.md': '# A', 'b.md': '# B' }))).toThrow(/2 Markdown files/);
  });

  it('is refused where it would take more room than a deck does', () => {
    const bomb = Buffer.from(zipped({ 'talk.md': '# A', 'a.bmp': 'a' }));
    // What its list of files says that the last of them unpacks to.
    bomb.writeUInt32LE(600 * 1024 * 1024, bomb.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
    expect(() => readPacked('a.zip', bomb)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
