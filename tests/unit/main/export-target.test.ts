import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
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
const suggestion = () => ({ name: 'deck.pdf', format: 'pdf', deckPath: join(folder, 'deck.md') }) as const;
const exported = { bytes: new Uint8Array(Buffer.from('pdf')), pages: 1, leftOut: [], diagnostics: [] };

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
  expect(await target?.deliver(exported)).toEqual({ name: 'brief.pdf', path: filePath, url: null });
  expect(await readFile(filePath, 'utf8')).toBe('pdf');
  expect(await readdir(folder)).toEqual(['brief.pdf']);
});

it('does not replace the deck by its PDF', async () => {
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, 'deck.md') });
  await expect(choose(suggestion())).rejects.toMatchObject({ code: 'refused' });
});
