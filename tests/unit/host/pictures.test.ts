import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imageRequest, type ImageRequest } from '../../../src/contract/schemas/deck.ts';
import { createDeckRegistry, type DeckEntry } from '../../../src/host/deck-registry.ts';
import { pictureName } from '../../../src/host/picture-name.ts';
import { addPicture, largestPicture } from '../../../src/host/picture-store.ts';
import { pictureExtension } from '../../../src/host/picture-type.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const noon = new Date(2026, 10, 22, 14, 2);
const png = (rest = ''): Buffer => Buffer.from(`\x89PNG\r\n\x1a\n${rest}`, 'latin1');

async function newDeck(): Promise<DeckEntry> {
  const path = join(await newFolder(), 'talk.md');
  await writeFile(path, '# A\n');
  return createDeckRegistry().admit(path);
}

function add(deck: DeckEntry, bytes: Buffer, name = '', type: ImageRequest['type'] = 'image/png') {
  const request = imageRequest.parse({ deck: deck.deck, name, type, data: bytes.toString('base64') });
  return addPicture(deck, request, noon);
}

describe('the name of a picture', () => {
  it.each([
    ['Mein Bild (1).JPEG', 'Mein-Bild-1'],
    ['合同演習 写真.png', '合同演習-写真'],
    ['B-52H: 70,000 lb', 'B-52H-70-000-lb'],
    ['C:\\Users\\ann\\map.png', 'map'],
    ['../../etc/passwd', 'passwd'],
    ['.hidden.png', 'hidden'],
    ['Ann’s chart.webp', 'Anns-chart'],
    ['a_b.svg', 'a_b'],
    ['👍🏽 done', 'done'],
    ['e\u0301tude', 'étude'],
    ['x'.repeat(200), 'x'.repeat(60)],
    ['語'.repeat(400), '語'.repeat(60)],
    ['', 'image-2026-11-22-1402'],
    ['image.png', 'image-2026-11-22-1402'],
    ['...', 'image-2026-11-22-1402'],
    ['con.png', 'image-2026-11-22-1402'],
    ['\u202e\0', 'image-2026-11-22-1402'],
  ])('from %j is %j', (given, name) => {
    expect(pictureName(given, noon)).toBe(name);
  });
});

describe('the type of a picture', () => {
  const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
  it.each([
    ['PNG', png(), '.png'],
    ['JPEG', bytes('\xff\xd8\xff\xe0'), '.jpg'],
    ['GIF', bytes('GIF89a'), '.gif'],
    ['WebP', bytes('RIFF\0\0\0\0WEBPVP8 '), '.webp'],
    ['AVIF', bytes('\0\0\0\x20ftypavif\0\0\0\0'), '.avif'],
    ['AVIF by its second brand', bytes('\0\0\0\x20ftypmif1\0\0\0\0avifmif1'), '.avif'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), '.svg'],
    [
      'SVG with all that may come first',
      Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- é --><!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY a "b">]>\n<svg>'),
      '.svg',
    ],
    ['a WAV file', bytes('RIFF\0\0\0\0WAVEfmt '), null],
    ['HTML', Buffer.from('<!doctype html><svg>'), null],
    ['HTML that speaks of SVG', Buffer.from('<p><svg>'), null],
    ['an element that begins so', Buffer.from('<svgs>'), null],
    ['a video', bytes('\0\0\0\x20ftypisom'), null],
    ['text', Buffer.from('hello'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('of %s', (_, content, extension) => {
    expect(pictureExtension(content)).toBe(extension);
  });

  it('of hostile text is told in reasonable time', () => {
    for (const part of ['<!--', '<?', '<!doctype [', '<!---->', ' ', '<?x?>'])
      expect(pictureExtension(Buffer.from(part.repeat(500_000)))).toBe(null);
  });
});

describe('a picture', () => {
  it('goes to the folder beside the deck, under its name and its real type', async () => {
    const deck = await newDeck();
    const added = await add(deck, png('a'), 'Lage karte.jpg', 'image/jpeg');
    expect(added).toEqual({ path: 'images/Lage-karte.png', kind: 'image', bytes: 9 });
    expect(await readFile(join(deck.folder, added.path))).toEqual(png('a'));
  });

  it('is there once, however often it is added; another one of its name gets a number', async () => {
    const deck = await newDeck();
    const paths = async (...all: readonly Buffer[]): Promise<readonly string[]> =>
      (await Promise.all(all.map((bytes) => add(deck, bytes, 'map')))).map(({ path }) => path);
    expect(await paths(png('a'))).toEqual(['images/map.png']);
    expect(await paths(png('a'))).toEqual(['images/map.png']);
    expect(await paths(png('b'))).toEqual(['images/map-2.png']);
    expect(await paths(png('b'), png('a'))).toEqual(['images/map-2.png', 'images/map.png']);
    const many = await paths(png('c'), png('d'), png('c'));
    expect(many[0]).toBe(many[2]);
    expect((await readdir(join(deck.folder, 'images'))).toSorted()).toEqual([
      'map-2.png',
      'map-3.png',
      'map-4.png',
      'map.png',
    ]);
  });

  it('without a name has the time for one', async () => {
    expect(await add(await newDeck(), png())).toMatchObject({ path: 'images/image-2026-11-22-1402.png' });
  });

  it('that is none, or too large, is refused and makes no file', async () => {
    const deck = await newDeck();
    await expect(add(deck, Buffer.from('<script>'), 'x.png')).rejects.toMatchObject({ code: 'bad-arguments' });
    await expect(add(deck, png('x'.repeat(largestPicture)))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/33,554,440 bytes.*33,554,432 \(32 MiB\)/),
    });
    await expect(add(deck, png('x'.repeat(50_000_000)))).rejects.toMatchObject({ code: 'too-large' });
    expect(await readdir(deck.folder)).toEqual(['talk.md']);
  });

  it('does not leave the deck’s folder by a link, and not by a link in the place of the file', async () => {
    const outside = await newFolder();
    const deck = await newDeck();
    await symlink(outside, join(deck.folder, 'images'));
    await expect(add(deck, png())).rejects.toMatchObject({ code: 'outside' });

    const other = await newDeck();
    await mkdir(join(other.folder, 'images'));
    await symlink(join(outside, 'made.png'), join(other.folder, 'images', 'map.png'));
    expect(await add(other, png(), 'map')).toMatchObject({ path: 'images/map-2.png' });
    expect(await readdir(outside)).toEqual([]);
  });

  it('takes a link within the deck’s folder, and no file for a folder', async () => {
    const deck = await newDeck();
    await mkdir(join(deck.folder, 'media'));
    await symlink('media', join(deck.folder, 'images'));
    expect(await add(deck, png(), 'map')).toMatchObject({ path: 'images/map.png' });
    expect(await readdir(join(deck.folder, 'media'))).toEqual(['map.png']);

    const other = await newDeck();
    await writeFile(join(other.folder, 'images'), '');
    await expect(add(other, png())).rejects.toMatchObject({ code: 'outside' });
  });
});
