import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../scripts/build-if-stale.js';
import { temporaryFolders } from '../host/temporary-folder.ts';
import { lectern } from './run-lectern.ts';

const folderFor = temporaryFolders();
const date = { SOURCE_DATE_EPOCH: '1700000000' };

const text = `---
title: The talk
css: looks/deck.css
marking: TLP:CLEAR
---

# One

![A square](images/a%20square.svg)

Note: SPOKEN

---

<!-- .slide: data-visibility="hidden" -->
## SECRET

---

## Three <!-- .element: class="x" -->

![gone](gone.png)
`;
const square = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>';
const sidecar = '{"lectern:version":1,"items":[]}\n';

async function deck(): Promise<{ readonly folder: string; readonly path: string }> {
  const folder = await folderFor();
  const path = join(folder, 'talk.md');
  await Promise.all(['images', 'looks'].map((name) => mkdir(join(folder, name))));
  await writeFile(path, `\uFEFF${text}`);
  await writeFile(join(folder, 'talk.annotations.json'), sidecar);
  await writeFile(join(folder, 'images', 'a square.svg'), square);
  await writeFile(join(folder, 'looks', 'ground.svg'), square);
  await writeFile(join(folder, 'looks', 'deck.css'), '.reveal { background-image: url("ground.svg") }\n');
  return { folder, path };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Width and height of a PNG. */
function pngSize(bytes: Buffer): readonly [number, number] {
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('lectern export, by extension', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it('writes text and notes as Markdown, and leaves out what is hidden, without any browser', async () => {
    const { folder, path } = await deck();
    const output = join(folder, 'words.md');
    const none = { LECTERN_CHROMIUM: join(folder, 'no-such-browser') };
    expect((await lectern(['export', path, '-o', output], none)).code).toBe(0);
    expect(await readFile(output, 'utf8')).toBe(
      '# The talk\n\n## 1 One\n\n![A square](images/a%20square.svg)\n\n> **Notes**\n>\n> SPOKEN\n\n## 3 Three\n\n![gone](gone.png)\n',
    );
    await lectern(['export', path, '-o', output, '--notes', 'none'], none);
    expect(await readFile(output, 'utf8')).not.toContain('SPOKEN');
  });

  it('packs the deck with all that it needs, byte for byte, with a manifest that says so', async () => {
    const { folder, path } = await deck();
    const output = join(folder, 'talk.zip');
    expect((await lectern(['export', path, '-o', output], date)).code).toBe(0);
    const archive = await readFile(output);
    const files = unzipSync(archive);
    expect(Object.keys(files)).toEqual([
      'manifest.json',
      'talk.md',
      'talk.annotations.json',
      'images/a square.svg',
      'looks/deck.css',
      'looks/ground.svg',
    ]);
    expect(Buffer.from(files['talk.md'] ?? []).equals(await readFile(path))).toBe(true);
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as {
      readonly sources: readonly { readonly path: string; readonly sha256: string }[];
      readonly marking: string;
    };
    expect(manifest.marking).toBe('TLP:CLEAR');
    expect(manifest.sources.map(({ path: name, sha256: sum }) => [name, sum])).toEqual(
      Object.entries(files)
        .filter(([name]) => name !== 'manifest.json')
        .map(([name, bytes]) => [name, sha256(bytes)]),
    );
    await lectern(['export', path, '-o', output], { ...date, TZ: 'Asia/Tokyo' });
    expect((await readFile(output)).equals(archive)).toBe(true);
  });

  it('photographs slides at any scale, into a folder, by a pattern, or one by its name', async () => {
    const { folder, path } = await deck();
    const shots = join(folder, 'shots');
    await mkdir(shots);
    const { code, stdout } = await lectern(['export', path, '-o', shots, '--scale', '0.5', '--json']);
    expect(code).toBe(0);
    expect((await readdir(shots)).toSorted()).toEqual(['talk-1.png', 'talk-3.png']);
    expect(pngSize(await readFile(join(shots, 'talk-3.png')))).toEqual([640, 360]);
    expect(JSON.parse(stdout)).toMatchObject({
      pages: 2,
      files: [join(shots, 'talk-1.png'), join(shots, 'talk-3.png')],
    });
    await lectern(['export', path, '-o', join(folder, 's%02d.png'), '--slides', '3', '--scale', '2']);
    expect(pngSize(await readFile(join(folder, 's03.png')))).toEqual([2560, 1440]);
  });

  it('writes one web page that is the same for the same deck, and holds no notes unless asked', async () => {
    const { folder, path } = await deck();
    const [first, second, noted] = ['a.html', 'b.html', 'c.html'].map((name) => join(folder, name));
    await lectern(['export', path, '-o', first ?? '']);
    await lectern(['export', path, '-o', second ?? '']);
    await lectern(['export', path, '-o', noted ?? '', '--notes', 'page', '--hidden']);
    const html = await readFile(first ?? '', 'utf8');
    // Not the texts themselves: what a failure would print has no end.
    const holds = (page: string, ...words: readonly string[]) => words.map((word) => page.includes(word));
    expect((await readFile(second ?? '', 'utf8')) === html).toBe(true);
    expect(holds(html, 'SPOKEN', 'SECRET', '<!-- .element')).toEqual([false, false, false]);
    expect(holds(html, Buffer.from(square).toString('base64'))).toEqual([true]);
    expect(holds(await readFile(noted ?? '', 'utf8'), 'SPOKEN', 'SECRET')).toEqual([true, true]);
    // Of all the program’s fonts, only those that the slides are set in.
    expect(html.match(/@font-face/g)?.length).toBeLessThan(6);
  });

  it('writes a manifest, which verify checks against the files', async () => {
    const { folder, path } = await deck();
    await mkdir(join(folder, 'out'));
    const output = join(folder, 'out', 'talk.html');
    expect((await lectern(['export', path, '-o', output, '--manifest'], date)).code).toBe(0);
    const manifest = `${output}.manifest.json`;
    const written = JSON.parse(await readFile(manifest, 'utf8')) as Readonly<Record<string, unknown>>;
    expect(written).toMatchObject({
      created: '2023-11-14T22:13:20.000Z',
      engine: expect.stringMatching(/chrome/i) as string,
      marking: 'TLP:CLEAR',
      options: { format: 'html', notes: 'none' },
      outputs: [{ path: 'talk.html', sha256: sha256(await readFile(output)) }],
    });
    expect((written['sources'] as readonly { readonly path: string }[]).map((source) => source.path)).toEqual([
      '../talk.md',
      '../images/a square.svg',
      '../looks/deck.css',
      '../looks/ground.svg',
    ]);
    const verified = await lectern(['verify', manifest]);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('5 files as they were.')]);
    await writeFile(path, text.replace('One', 'Won'));
    await rm(join(folder, 'images', 'a square.svg'));
    const changed = await lectern(['verify', manifest, '--json']);
    expect(changed.code).toBe(1);
    const report = JSON.parse(changed.stdout) as { readonly verified: boolean; readonly files: readonly object[] };
    expect(report.verified).toBe(false);
    expect(report.files.map((file) => (file as { state: string }).state)).toEqual([
      'unchanged',
      'changed',
      'missing',
      'unchanged',
      'unchanged',
    ]);
  });

  it('says what is no manifest', async () => {
    const { folder, path } = await deck();
    const other = join(folder, 'talk.annotations.json');
    for (const file of [path, other, join(folder, 'none.json')]) {
      const { code, stderr } = await lectern(['verify', file]);
      expect(code).toBe(1);
      expect(stderr).toContain(file);
    }
  });

  it('leaves nothing and changes nothing when a picture cannot be written', async () => {
    const { folder, path } = await deck();
    await mkdir(join(folder, 's3.png'));
    await writeFile(join(folder, 's1.png'), 'old');
    const before = (await readdir(folder)).toSorted();
    const { code, stderr } = await lectern(['export', path, '-o', join(folder, 's%d.png'), '--manifest']);
    expect(code).toBe(1);
    expect(stderr).toContain('is a folder');
    expect((await readdir(folder)).toSorted()).toEqual(before);
  });
});
