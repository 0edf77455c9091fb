import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createJournals, type Journal } from '../../../src/host/journal.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
const deck = 'deck-0001';
const saved = { text: 'saved', annotations: null };
const write = (journal: Journal, text: string): Promise<void> =>
  journal.write('/decks/a.md', { deck, text, annotations: null });

/** A host with pages that come and go. */
function hostIn(folder: string) {
  const pages = new Set<unknown>();
  const open = (): (() => void) => {
    const page = {};
    pages.add(page);
    return () => void pages.delete(page);
  };
  return { journal: createJournals(folder).open(() => pages), open };
}

it('offers what a page left that is gone, until it is dropped', async () => {
  const { journal, open } = hostIn(await newFolder());
  const close = open();
  await write(journal, 'first');
  await journal.write('/decks/a.md', { deck, text: 'unsaved 語\r\n', annotations: '{}' });
  close();
  open();
  const offered = { text: 'unsaved 語\r\n', annotations: '{}', at: expect.stringMatching(/^20.*Z$/) };
  expect(await journal.recover(deck, saved)).toEqual(offered);
  expect(await journal.recover(deck, saved)).toEqual(offered);
  expect(await journal.recover('deck-0002', saved)).toBe(null);
  await journal.drop(deck);
  expect(await journal.recover(deck, saved)).toBe(null);
});

it('offers nothing of a page that lives', async () => {
  const { journal, open } = hostIn(await newFolder());
  open();
  await write(journal, 'unsaved');
  open();
  expect(await journal.recover(deck, saved)).toBe(null);
});

it('keeps what a page left while another goes on', async () => {
  const { journal, open } = hostIn(await newFolder());
  const crash = open();
  await write(journal, 'left');
  crash();
  open();
  await write(journal, 'going on');
  expect(await journal.recover(deck, saved)).toMatchObject({ text: 'left' });
  await write(journal, 'and on');
  await journal.drop(deck);
  expect(await journal.recover(deck, saved)).toBe(null);
});

it('forgets what the files hold anyway', async () => {
  const folder = await newFolder();
  const { journal, open } = hostIn(folder);
  open()();
  await write(journal, 'unsaved');
  expect(await journal.recover(deck, { text: 'unsaved', annotations: null })).toBe(null);
  expect(await readdir(join(folder, 'journal'))).toEqual([]);
  await write(journal, 'unsaved');
  expect(await journal.recover(deck, { text: 'unsaved', annotations: '{}' })).toMatchObject({ text: 'unsaved' });
});

it('offers another window’s of this program only once that window is closed', async () => {
  const journals = createJournals(await newFolder());
  const [one, other] = [journals.open(() => []), journals.open(() => [])];
  await write(one, 'unsaved');
  expect(await other.recover(deck, saved)).toBe(null);
  await other.drop(deck);
  one.close();
  expect(await other.recover(deck, saved)).toMatchObject({ text: 'unsaved' });
});

it('offers the latest of several first, and then the others', async () => {
  const folder = await newFolder();
  for (const text of ['older', 'newer']) {
    const { journal } = hostIn(folder);
    await write(journal, text);
    journal.close();
  }
  const [a = '', b = ''] = await readdir(join(folder, 'journal'));
  for (const name of [a, b]) {
    const path = join(folder, 'journal', name);
    const entry = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...entry, at: `2026-01-0${entry.text === 'newer' ? 2 : 1}T00:00:00.000Z` }));
  }
  const { journal } = hostIn(folder);
  expect(await journal.recover(deck, saved)).toMatchObject({ text: 'newer' });
  await journal.drop(deck);
  expect(await journal.recover(deck, saved)).toMatchObject({ text: 'older' });
});

it('follows a deck that gets another name', async () => {
  const { journal, open } = hostIn(await newFolder());
  const close = open();
  await write(journal, 'unsaved');
  await journal.moved(deck, 'deck-0002');
  await journal.write('/decks/b.md', { deck: 'deck-0002', text: 'more', annotations: null });
  close();
  expect(await journal.recover(deck, saved)).toBe(null);
  expect(await journal.recover('deck-0002', saved)).toMatchObject({ text: 'more' });
  await journal.drop('deck-0002');
  expect(await journal.recover('deck-0002', saved)).toBe(null);
});

it('can be read by its user only, and a broken one keeps no deck from opening', async () => {
  const folder = join(await newFolder(), 'state');
  const { journal } = hostIn(folder);
  await write(journal, 'unsaved');
  const [name = ''] = await readdir(join(folder, 'journal'));
  const path = join(folder, 'journal', name);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'journal'))).mode & 0o777).toBe(0o700);
  await writeFile(path, '{"text":');
  expect(await hostIn(folder).journal.recover(deck, saved)).toBe(null);
});

it('is removed when nobody came back for it in thirty days', async () => {
  const folder = await newFolder();
  const { journal } = hostIn(folder);
  await write(journal, 'young');
  await journal.write('/decks/b.md', { deck: 'deck-0002', text: 'old', annotations: null });
  const names = await readdir(join(folder, 'journal'));
  const old = names.find((name) => name.startsWith('deck-0002')) ?? '';
  const then = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  await utimes(join(folder, 'journal', old), then, then);
  createJournals(folder);
  await vi.waitFor(async () => expect(await readdir(join(folder, 'journal'))).toHaveLength(1));
  expect((await readdir(join(folder, 'journal')))[0]).toMatch(/^deck-0001\./);
});

it('of a program that was killed is offered by the next one, and of one that runs is not', async () => {
  const folder = await newFolder();
  const module = join(import.meta.dirname, '../../../src/host/journal.ts');
  const script = `
    const { createJournals } = await import(${JSON.stringify(module)});
    const journal = createJournals(process.argv[1]).open(() => []);
    await journal.write('/decks/a.md', { deck: '${deck}', text: 'unsaved', annotations: null });
    console.log('written');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder]);
  await once(child.stdout, 'data');
  const { journal } = hostIn(folder);
  expect(await journal.recover(deck, saved)).toBe(null);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(await journal.recover(deck, saved)).toMatchObject({ text: 'unsaved' });
});

it('of a program whose number another one has now is offered once it shows no life', async () => {
  const folder = await newFolder();
  const { journal } = hostIn(folder);
  await write(journal, 'unsaved');
  const [name = ''] = await readdir(join(folder, 'journal'));
  const path = join(folder, 'journal', name);
  // Process 1 always runs.
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), pid: 1 }));
  const other = hostIn(folder).journal;
  expect(await other.recover(deck, saved)).toBe(null);
  const then = new Date(Date.now() - 120_000);
  await utimes(path, then, then);
  expect(await other.recover(deck, saved)).toMatchObject({ text: 'unsaved' });
});
