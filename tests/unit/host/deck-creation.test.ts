import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDeckFile, type NewDeck } from '../../../src/host/deck-creation.ts';
import { namedFiles } from '../../../src/host/named-files.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await newFolder();
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), `content of ${name}`);
  }
  return folder;
}

const make = (folder: string, more: Partial<NewDeck> = {}): Promise<string> =>
  createDeckFile({ folder, name: 'talk', text: '# A\r\n', annotations: null, taken: 'fail', filesFrom: null, ...more });

describe('a new deck', () => {
  it('has its text byte for byte, and its annotations beside it', async () => {
    const folder = await newFolder();
    expect(await make(folder, { annotations: '{}' })).toBe(join(folder, 'talk.md'));
    expect(await readFile(join(folder, 'talk.md'), 'utf8')).toBe('# A\r\n');
    expect(await readFile(join(folder, 'talk.annotations.json'), 'utf8')).toBe('{}');
  });

  it('does not take a name that is taken, nor that of annotations which lie there', async () => {
    const folder = await folderWith('talk.md', 'other.annotations.json');
    await expect(make(folder, { annotations: '{}' })).rejects.toMatchObject({ code: 'exists' });
    for (const annotations of [null, '{}'])
      await expect(make(folder, { name: 'other', annotations })).rejects.toMatchObject({ code: 'exists' });
    expect((await readdir(folder)).toSorted()).toEqual(['other.annotations.json', 'talk.md']);
    expect(await readFile(join(folder, 'talk.md'), 'utf8')).toBe('content of talk.md');
  });

  it('gets a number where its name is taken', async () => {
    const folder = await folderWith('talk.md', 'talk 3.annotations.json', 'Plan 2026.md');
    const name = async (wanted: string): Promise<string> =>
      (await make(folder, { name: wanted, taken: 'number' })).slice(folder.length + 1);
    expect(await name('talk')).toBe('talk 2.md');
    expect(await name('talk.md')).toBe('talk 4.md');
    // A copy of a copy is counted on; a number that belongs to the name is left alone.
    expect(await name('talk 2')).toBe('talk 5.md');
    expect(await name('Plan 2026')).toBe('Plan 2026 2.md');
    expect(await name('new')).toBe('new.md');
  });

  it('gets a number of its own, however many are made at the same moment', async () => {
    const folder = await newFolder();
    await Promise.all(Array.from({ length: 12 }, (_, i) => make(folder, { text: `${i}`, taken: 'number' })));
    const names = await readdir(folder);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(new Set(texts).size).toBe(12);
    expect(names.toSorted()[1]).toBe('talk 11.md');
  });

  it('refuses a text that could not be opened again', async () => {
    const folder = await newFolder();
    await expect(make(folder, { text: '語'.repeat(23_000_000) })).rejects.toMatchObject({ code: 'too-large' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a deck in another folder', () => {
  const text = [
    '---\nlogo: art/logo.svg\n---',
    '![a](images/a%20b.png "title") ![again](<images/c d.png>)',
    '<video poster=poster.jpg src="films/x.mp4"></video>',
    '<!-- .slide: data-background-image="sea.png, land.png" -->',
    '[more](data.csv#top) ![no](missing.png) ![out](../secret.png) ![net](https://example.org/x.png) [ref]: ref.gif',
    '[ref]: ref.gif',
  ].join('\n\n');
  const shown = [
    'art/logo.svg',
    'data.csv',
    'films/x.mp4',
    'images/a b.png',
    'images/c d.png',
    'land.png',
    'poster.jpg',
    'ref.gif',
    'sea.png',
  ];

  it('brings along what it shows, and nothing else', async () => {
    const from = await folderWith(...shown, 'other.png', 'page.html', '.env');
    const to = await newFolder();
    await make(to, { text: `${text}\n[x](page.html) [y](.env)`, filesFrom: from });
    const files = (await readdir(to, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.map((file) => join(file.parentPath, file.name).slice(to.length + 1)).toSorted()).toEqual(
      [...shown, 'talk.md'].toSorted(),
    );
    expect(await readFile(join(to, 'images/a b.png'), 'utf8')).toBe('content of images/a b.png');
  });

  it('leaves what is there already as it is', async () => {
    const from = await folderWith('sea.png', 'images/a.png');
    const to = await folderWith();
    await writeFile(join(to, 'sea.png'), 'mine');
    // A file in the way of a folder.
    await writeFile(join(to, 'images'), 'mine');
    await make(to, { text: '![](sea.png)![](images/a.png)', filesFrom: from });
    expect(await readFile(join(to, 'sea.png'), 'utf8')).toBe('mine');
    expect(await readFile(join(to, 'images'), 'utf8')).toBe('mine');
  });

  it('neither takes nor puts a file outside by a link', async () => {
    const outside = await folderWith('secret.png');
    const [from, to] = [await folderWith('images/a.png'), await newFolder()];
    await symlink(join(outside, 'secret.png'), join(from, 'stolen.png'));
    await symlink(outside, join(to, 'images'));
    await make(to, { text: '![](stolen.png)![](images/a.png)', filesFrom: from });
    expect((await readdir(to)).toSorted()).toEqual(['images', 'talk.md']);
    expect(await readdir(outside)).toEqual(['secret.png']);
  });

  it('whose name is taken leaves nothing behind', async () => {
    const from = await folderWith('images/deep/a.png');
    const to = await folderWith('talk.md');
    await expect(make(to, { text: '![](images/deep/a.png)', filesFrom: from })).rejects.toMatchObject({
      code: 'exists',
    });
    expect(await readdir(to)).toEqual(['talk.md']);
  });
});

it('reads hostile text in reasonable time', () => {
  for (const part of ['](', '[a]: ', 'a=', 'url(', '](<', 'a: b.', '<a b="', ',', '(x'])
    expect(namedFiles(part.repeat(200_000)).length).toBeLessThanOrEqual(5000);
});
