import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renameDeckFile } from '../../../src/host/deck-rename.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await newFolder();
  for (const name of names) await writeFile(join(folder, name), name);
  return folder;
}

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

describe('renaming a deck', () => {
  it('takes its annotations along', async () => {
    const folder = await folderWith('a.md', 'a.annotations.json', 'other.md');
    expect(await renameDeckFile(join(folder, 'a.md'), '報告')).toBe(join(folder, '報告.md'));
    expect(await contents(folder)).toEqual({
      '報告.md': 'a.md',
      '報告.annotations.json': 'a.annotations.json',
      'other.md': 'other.md',
    });
  });

  it('keeps the extension where none is given, and changes it where one is', async () => {
    const folder = await folderWith('a.markdown', 'a.annotations.json');
    await renameDeckFile(join(folder, 'a.markdown'), 'b');
    await renameDeckFile(join(folder, 'b.markdown'), 'b.md');
    expect(Object.keys(await contents(folder))).toEqual(['b.annotations.json', 'b.md']);
  });

  it('changes capitals', async () => {
    const folder = await folderWith('talk.md', 'talk.annotations.json');
    await renameDeckFile(join(folder, 'talk.md'), 'Talk');
    expect(await contents(folder)).toEqual({ 'Talk.md': 'talk.md', 'Talk.annotations.json': 'talk.annotations.json' });
  });

  it('is no change where the name stays', async () => {
    const folder = await folderWith('a.md', 'a.annotations.json');
    expect(await renameDeckFile(join(folder, 'a.md'), ' a.md ')).toBe(join(folder, 'a.md'));
    expect(Object.keys(await contents(folder))).toEqual(['a.annotations.json', 'a.md']);
  });

  it.each([
    ['a deck', ['b.md']],
    ['annotations', ['b.annotations.json']],
    ['a deck and annotations', ['b.md', 'b.annotations.json']],
  ])('never takes the place of %s', async (_, there) => {
    for (const own of [['a.md'], ['a.md', 'a.annotations.json']]) {
      const folder = await folderWith(...own, ...there);
      const before = await contents(folder);
      await expect(renameDeckFile(join(folder, 'a.md'), 'b')).rejects.toMatchObject({ code: 'exists' });
      expect(await contents(folder)).toEqual(before);
    }
  });

  it('tells another name of the same file from other capitals of its own', async () => {
    const folder = await folderWith('talk.md');
    await link(join(folder, 'talk.md'), join(folder, 'TALK.md'));
    await expect(renameDeckFile(join(folder, 'talk.md'), 'TALK')).rejects.toMatchObject({ code: 'exists' });
    expect(Object.keys(await contents(folder))).toEqual(['TALK.md', 'talk.md']);
  });

  it('of two at once to the same name one gets it', async () => {
    const folder = await folderWith('a.md', 'b.md');
    const settled = await Promise.allSettled(['a.md', 'b.md'].map((name) => renameDeckFile(join(folder, name), 'c')));
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(Object.keys(await contents(folder))).toHaveLength(2);
  });

  it.each(['../b', 'x/b', 'CON', ''])('refuses the name %j', async (name) => {
    const folder = await folderWith('a.md');
    await expect(renameDeckFile(join(folder, 'a.md'), name)).rejects.toMatchObject({ code: 'bad-arguments' });
    expect(Object.keys(await contents(folder))).toEqual(['a.md']);
  });

  it('says that the deck is gone, and leaves its annotations where they are', async () => {
    const folder = await folderWith('a.md', 'a.annotations.json');
    await rm(join(folder, 'a.md'));
    await expect(renameDeckFile(join(folder, 'a.md'), 'b')).rejects.toMatchObject({ code: 'missing' });
    expect(Object.keys(await contents(folder))).toEqual(['a.annotations.json']);
  });
});
