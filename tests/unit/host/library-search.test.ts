import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { type SearchResult, searchResult } from '../../../src/contract/schemas/library.ts';
import { createDeckFolder } from '../../../src/host/deck-folder.ts';
import { createDeckRegistry } from '../../../src/host/deck-registry.ts';
import { createLibrarySearch } from '../../../src/host/library-search.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const changed = { name: 'library.changed', payload: {} } as const;

async function library(files: Readonly<Record<string, string>>) {
  const folder = await newFolder();
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  const decks = createDeckRegistry();
  const listing = createDeckFolder({ folder, registry: decks, assets: '/deck/', isOpen: () => false });
  const search = createLibrarySearch({ list: () => listing.list(), decks });
  const find = async (words: string, limit = 100): Promise<SearchResult> =>
    searchResult.parse(await search.search({ words, limit }));
  const places = async (words: string): Promise<readonly string[]> =>
    (await find(words)).hits.map(({ name, number }) => `${name} ${number}`).toSorted();
  return { folder, write, search, find, places, listing };
}

const talk = '---\ntitle: Talk\nlang: en\n---\n\n# One\n\n--\n\n## Harbour\n\nNote: the *tide* is out\n';

it('finds slides, with all that a picture of them needs', async () => {
  const { find } = await library({ 'sub/talk.md': talk, 'other.md': '# Other\n\n---\n\n# Last\n' });
  const { hits, looks, ...counts } = await find('tide');
  expect(counts).toEqual({ total: 1, slides: 4, decks: 2 });
  expect(hits).toMatchObject([
    {
      name: 'sub/talk.md',
      deckTitle: 'Talk',
      number: 2,
      label: '1.1',
      slideTitle: 'Harbour',
      hidden: false,
      inNotes: true,
    },
  ]);
  const [hit] = hits;
  expect(hit).toMatchObject({
    excerpt: 'the tide is out',
    marks: [[4, 8]],
    body: talk.slice(talk.indexOf('## H'), -1),
  });
  const look = hit && looks[hit.deck];
  expect(look?.front).toBe('---\ntitle: Talk\nlang: en\n---\n');
  expect(look?.assets).toBe(`/deck/${hit?.deck}/`);
});

it('carries at most 16 KiB of a long slide', async () => {
  const { find } = await library({ 'long.md': `---\ntitle: Long\n---\n\nneedle ${'x '.repeat(20_000)}` });
  expect((await find('needle')).hits[0]?.body.length).toBe(16_384);
});

it('keeps up with the folder', async () => {
  const { folder, write, search, places } = await library({ 'a.md': talk, 'b.md': talk.replace('Harbour', 'Bridge') });
  expect(await places('bridge')).toEqual(['b.md 2']);
  await write('b.md', talk.replace('Harbour', 'Tunnel'));
  await utimes(join(folder, 'b.md'), 1, 1);
  await write('c.md', talk.replace('Harbour', 'Bridge'));
  await rm(join(folder, 'a.md'));
  expect(await places('bridge')).toEqual(['b.md 2']);
  search.noticed(changed);
  expect(await places('bridge')).toEqual(['c.md 2']);
  expect(await places('tunnel')).toEqual(['b.md 2']);
  expect(await places('harbour')).toEqual([]);
});

it('does not read again what did not change', async () => {
  const { folder, write, search, places } = await library({ 'a.md': talk });
  await utimes(join(folder, 'a.md'), 5, 5);
  expect(await places('harbour')).toEqual(['a.md 2']);
  await write('a.md', talk.replace('Harbour', 'Seaport'));
  await utimes(join(folder, 'a.md'), 5, 5);
  search.noticed(changed);
  // The same file, of the same size and date: it is not looked into.
  expect(await places('harbour')).toEqual(['a.md 2']);
  await utimes(join(folder, 'a.md'), 6, 6);
  search.noticed(changed);
  expect(await places('seaport')).toEqual(['a.md 2']);
});

it('reads in the background what was listed, and lets others have their turn meanwhile', async () => {
  const long = Array.from({ length: 3000 }, (_, i) => `# Slide ${i}\n\nWords of slide ${i}, enough of them.`);
  const { search, listing, find } = await library({ 'long.md': long.join('\n\n---\n\n') });
  search.follow(await listing.list());
  let turns = 0;
  const count = setInterval(() => turns++, 1);
  expect((await find('slide 2999')).total).toBe(1);
  clearInterval(count);
  expect(turns).toBeGreaterThan(3);
});

it('counts a deck once that has two names', async () => {
  const { folder, find } = await library({ 'a.md': talk });
  await symlink('a.md', join(folder, 'b.md'));
  expect(await find('harbour')).toMatchObject({ total: 1, decks: 1 });
});

it('leaves out a file that is no deck, and one that cannot be read', async () => {
  const { folder, find } = await library({ 'a.md': talk, 'README.md': '# Harbour\n\n---\n\nHarbour' });
  await writeFile(join(folder, 'bad.md'), Buffer.from('# Harbour \xff', 'latin1'));
  expect(await find('harbour')).toMatchObject({ total: 1, decks: 1 });
});

it('says why the folder cannot be listed, and tries again', async () => {
  const decks = createDeckRegistry();
  const list = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue({ folder: '/', decks: [] });
  const search = createLibrarySearch({ list, decks });
  await expect(search.search({ words: 'a', limit: 1 })).rejects.toThrow('gone');
  expect(await search.search({ words: 'a', limit: 1 })).toMatchObject({ total: 0, decks: 0 });
});
