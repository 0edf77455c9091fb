import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { library } from '../../../src/contract/schemas/library.ts';
import { createDeckFolder } from '../../../src/host/deck-folder.ts';
import { createDeckRegistry } from '../../../src/host/deck-registry.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const rule = '# One\n\n---\n\n# Two\n';

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await newFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const open = (folder: string, isOpen: (path: string) => boolean = () => false) =>
  createDeckFolder({ folder, registry: createDeckRegistry(), assets: '/deck/', isOpen });

it('lists what is a deck, by name, and skips the rest', async () => {
  const folder = await folderWith({
    'b/talk 10.md': rule,
    'b/talk 9.markdown': rule,
    'front.md': '---\ntitle: Front\nminutes: 12\n---\n# Other\n',
    'README.md': rule,
    'docs/readme.md': '---\ntitle: A deck after all\n---\n',
    'notes.md': '# No slides\n\nOnly text.\n',
    'empty.md': '',
    'node_modules/x/slides.md': rule,
    '.git/slides.md': rule,
    '.hidden.md': rule,
    'talk.txt': rule,
  });
  await symlink('..', join(folder, 'b', 'loop'));
  await symlink('talk 10.md', join(folder, 'b', 'way.md'));
  await symlink('nowhere.md', join(folder, 'gone.md'));
  const { decks } = library.parse(await open(folder).list());
  expect(decks.map(({ name, title, slides, minutes }) => [name, title, slides, minutes])).toEqual([
    ['b/talk 9.markdown', 'One', 2, null],
    ['b/talk 10.md', 'One', 2, null],
    ['b/way.md', 'One', 2, null],
    ['docs/readme.md', 'A deck after all', 1, null],
    ['empty.md', 'empty', 1, null],
    ['front.md', 'Front', 1, 12],
  ]);
  const [, talk, way] = decks;
  expect(talk).toMatchObject({ opening: '# One', bytes: rule.length, problem: null, assets: `/deck/${talk?.deck}/` });
  expect(way?.deck).toBe(talk?.deck);
});

it('shows a file that cannot be read with its problem', async () => {
  const folder = await folderWith({ 'bad.md': Buffer.from('# A\n\xff', 'latin1') });
  const { decks } = library.parse(await open(folder).list());
  expect(decks).toMatchObject([
    { name: 'bad.md', title: 'bad', slides: 0, opening: '', problem: { code: 'not-utf-8', place: { line: 2 } } },
  ]);
});

it('lists a file that somebody opened, whatever is in it', async () => {
  const folder = await folderWith({ 'notes.md': '# Notes\n' });
  const opened = new Set<string>();
  const decks = open(folder, (path) => opened.has(path));
  expect((await decks.list()).decks).toEqual([]);
  opened.add(join(folder, 'notes.md'));
  expect((await decks.list()).decks).toMatchObject([{ title: 'Notes' }]);
});

it('notices a change that keeps the size', async () => {
  const folder = await folderWith({ 'talk.md': rule });
  const decks = open(folder);
  await decks.list();
  await writeFile(join(folder, 'talk.md'), rule.replace('One', 'Six'));
  await utimes(join(folder, 'talk.md'), 1, 1);
  expect((await decks.list()).decks).toMatchObject([{ title: 'Six' }]);
});

it('carries whole lines of a long first slide, 64 KiB at most, and says which folders hold decks', async () => {
  const head = '---\ntitle: Long\n---\n# Long\n\n';
  const folder = await folderWith({
    'a/long.md': `${head}${'word '.repeat(20_000)}`,
    'a/lines.md': `${head}${'A line.\n'.repeat(20_000)}`,
    'a/picture.md': `${head}![Port](data:image/png;base64,${'A'.repeat(100_000)})`,
    'b/notes.md': 'x',
  });
  const decks = open(folder);
  const openings = new Map((await decks.list()).decks.map(({ name, opening }) => [name, opening]));
  expect(openings.get('a/long.md')).toBe(`${head}${'word '.repeat(400)}`);
  expect(openings.get('a/lines.md')).toMatch(/^---[^]*\nA line\.\nA line\.\n/);
  expect(openings.get('a/lines.md')?.length).toBeLessThanOrEqual(65_536 + 8);
  expect(openings.get('a/picture.md')).toBe(head);
  expect(decks.folders()).toEqual([folder, join(folder, 'a')]);
});

it('stops at a depth, so that a whole drive does not stall it', async () => {
  const folder = await folderWith({ [`${'d/'.repeat(8)}in.md`]: rule, [`${'d/'.repeat(9)}out.md`]: rule });
  expect((await open(folder).list()).decks.map(({ name }) => name)).toEqual([`${'d/'.repeat(8)}in.md`]);
});
