import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderListing } from '../../../src/contract/schemas/library.ts';
import { listFolder, nearestFolder } from '../../../src/host/folder-listing.ts';
import { createFolderRegistry } from '../../../src/host/folder-registry.ts';
import { fileKind, localFileLimits, localFiles } from '../../../src/host/local-files.ts';
import { places } from '../../../src/host/places.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await newFolder();
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), name);
  }
  return folder;
}

describe('a folder to choose from', () => {
  it('has its folders by name, and the number of its own Markdown files', async () => {
    const folder = await folderWith(
      'b 10/x',
      'b 9/x',
      'Ä/x.md',
      '.git/x',
      'node_modules/x',
      'a.md',
      'b.MARKDOWN',
      'c.txt',
    );
    await symlink('b 9', join(folder, 'link'));
    await symlink('a.md', join(folder, 'way.md'));
    await symlink('nowhere', join(folder, 'gone'));
    const registry = createFolderRegistry();
    const listing = folderListing.parse(await listFolder(folder, registry, [{ path: '/', name: 'Computer' }]));
    expect(listing.folders.map(({ name }) => name)).toEqual(['Ä', 'b 9', 'b 10', 'link']);
    expect(listing).toMatchObject({ path: folder, decks: 3, places: [{ name: 'Computer' }] });
    const pathOf = (name: string): string =>
      registry.get(listing.folders.find((one) => one.name === name)?.folder ?? '');
    expect([pathOf('Ä'), pathOf('link')]).toEqual([join(folder, 'Ä'), join(folder, 'b 9')]);
    expect(registry.get(listing.folder)).toBe(folder);
    expect(registry.get(listing.parent ?? '')).toBe(dirname(folder));
    expect(registry.get(listing.places[0]?.folder ?? '')).toBe('/');
    const trail = listing.trail.map(({ folder: above, name }) => [registry.get(above), name]);
    expect([trail[0], trail.at(-1)]).toEqual([
      ['/', '/'],
      [folder, basename(folder)],
    ]);
    expect(trail).toHaveLength(folder.split('/').length);
  });

  it('at the top has none above it', async () => {
    expect(await listFolder('/', createFolderRegistry(), [])).toMatchObject({
      path: '/',
      parent: null,
      trail: [{ name: '/' }],
    });
  });

  it('that is gone, or a file, is a failure with a way out', async () => {
    const folder = await folderWith('file');
    const list = (path: string) => listFolder(path, createFolderRegistry(), []);
    await expect(list(join(folder, 'none'))).rejects.toMatchObject({
      code: 'missing',
      wayOut: expect.stringContaining('another folder'),
    });
    await expect(list(join(folder, 'file'))).rejects.toMatchObject({ code: 'not-a-file' });
  });

  it('is answered for only when it was listed', () => {
    expect(() => createFolderRegistry().get('some-other-folder')).toThrow(expect.objectContaining({ code: 'refused' }));
  });

  it('that is gone has a nearest one that is there', async () => {
    const folder = await folderWith('file');
    expect(await nearestFolder(join(folder, 'a', 'b'))).toBe(folder);
    expect(await nearestFolder(join(folder, 'file', 'b'))).toBe(folder);
  });
});

describe('places', () => {
  it('are those that are there, each once, by the names that the user knows', async () => {
    const home = await folderWith('Dokumente/x', 'Desktop/x', 'Downloads', '.config/user-dirs.dirs');
    await writeFile(
      join(home, '.config/user-dirs.dirs'),
      '# comment\nXDG_DESKTOP_DIR="$HOME/Desktop"\nXDG_DOCUMENTS_DIR="$HOME/Dokumente/"\nXDG_DOWNLOAD_DIR="$HOME/"\n',
    );
    const found = await places({ platform: 'linux', home });
    const own = found.filter(({ path }) => path.startsWith(home));
    expect(own).toEqual([
      { path: home, name: 'Home' },
      { path: join(home, 'Desktop'), name: 'Desktop' },
      { path: join(home, 'Dokumente'), name: 'Dokumente' },
    ]);
    expect(found).toContainEqual({ path: '/', name: 'Computer' });
    expect(new Set(found.map(({ path }) => path)).size).toBe(found.length);
  });
});

describe('the files beside a deck', () => {
  it('are found below it, nearest first, without hidden ones and without a way out', async () => {
    const outside = await folderWith('secret.png');
    const folder = await folderWith(
      'talk.md',
      'talk.annotations.json',
      'images/b 10.png',
      'images/b 9.png',
      'a.csv',
      '.env',
      '.git/x',
      'node_modules/x',
    );
    await symlink(join(outside, 'secret.png'), join(folder, 'stolen.png'));
    await symlink(outside, join(folder, 'out'));
    await symlink('images', join(folder, 'again'));
    await symlink('images/b 9.png', join(folder, 'way.png'));
    await symlink('nowhere', join(folder, 'gone.png'));
    expect(await localFiles(folder)).toEqual([
      { path: 'a.csv', kind: 'data', bytes: 5 },
      { path: 'talk.md', kind: 'deck', bytes: 7 },
      { path: 'way.png', kind: 'image', bytes: 14 },
      { path: 'images/b 9.png', kind: 'image', bytes: 14 },
      { path: 'images/b 10.png', kind: 'image', bytes: 15 },
    ]);
  });

  it('have an end, in depth and in number', { timeout: 30_000 }, async () => {
    const folder = await folderWith(`${'d/'.repeat(6)}in.png`, `${'d/'.repeat(7)}out.png`);
    expect((await localFiles(folder)).map(({ path }) => path)).toEqual([`${'d/'.repeat(6)}in.png`]);
    const many = await newFolder();
    const names = Array.from({ length: localFileLimits.files + 20 }, (_, i) => join(many, `${i}.png`));
    await Promise.all(names.map((name) => writeFile(name, '')));
    const files = await localFiles(many);
    expect([files.length, files.at(-1)?.path]).toEqual([localFileLimits.files, `${localFileLimits.files - 1}.png`]);
  });

  it.each([
    ['a/B.PNG', 'image'],
    ['x.webm', 'video'],
    ['x.ogg', 'audio'],
    ['x.csv', 'data'],
    ['x.geojson', 'data'],
    ['x.css', 'style'],
    ['x.markdown', 'deck'],
    ['x.woff2', 'other'],
    ['x', 'other'],
  ])('%s is of the kind %s', (name, kind) => {
    expect(fileKind(name)).toBe(kind);
  });
});
