import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { exportFormats } from '../../../src/core/export/formats.ts';
import { defaultOptions } from '../../../src/core/export/options.ts';
import { exportedText } from '../host/export/exported.ts';
import { dialog, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { askForTarget } = await import('../../../src/main/export-target.ts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-target-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(resetElectron);

const choose = askForTarget(() => null);
const suggestion = () => ({ name: 'deck.pdf', kind: exportFormats.pdf, deckPath: join(folder, 'deck.md') }) as const;
const order = (deckPath = join(folder, 'deck.md')) => ({
  text: '# A',
  annotations: null,
  options: defaultOptions('png'),
  deckPath,
  fileName: 'deck.md',
});

it('suggests a place beside the deck, and writes nothing when the user cancels', async () => {
  expect(await choose(suggestion())).toBeNull();
  expect(dialog.showSaveDialog.mock.calls[0]?.[0]).toMatchObject({
    defaultPath: join(folder, 'deck.pdf'),
    filters: [{ name: 'PDF document', extensions: ['pdf'] }],
  });
  expect(await readdir(folder)).toEqual([]);
});

it('writes where the user chose', async () => {
  const filePath = join(folder, 'brief.pdf');
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
  const target = await choose(suggestion());
  expect(await target?.deliver(exportedText('pdf'), order())).toEqual({ name: 'brief.pdf', path: filePath, url: null });
  expect(await readFile(filePath, 'utf8')).toBe('pdf');
  expect(await readdir(folder)).toEqual(['brief.pdf']);
});

it('writes pictures of several slides into a new folder, whatever is there', async () => {
  const filePath = join(folder, 'shots.png');
  await mkdir(join(folder, 'shots'));
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
  const target = await choose({ ...suggestion(), name: 'deck.png', kind: exportFormats.png });
  const [one] = exportedText('1').files;
  const files = [1, 12].map((slide) => ({ bytes: one?.bytes ?? new Uint8Array(), slide }));
  const path = join(folder, 'shots 2');
  expect(await target?.deliver({ ...exportedText(''), files }, order())).toEqual({ name: 'shots 2', path, url: null });
  expect((await readdir(path)).toSorted()).toEqual(['shots-01.png', 'shots-12.png']);
});

it('does not replace the deck by its PDF', async () => {
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, 'deck.md') });
  await expect(choose(suggestion())).rejects.toMatchObject({ code: 'refused' });
});
