import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dialog, FakeWindow, powerSaveBlocker, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { seeToTrouble } = await import('../../../src/main/page-trouble.ts');
const { screenKeeper } = await import('../../../src/main/awake.ts');
const { zoomByWheel } = await import('../../../src/main/zoom.ts');
const { contextItems } = await import('../../../src/main/context-menu.ts');

let state: string;
let window: FakeWindow;
// The fake has what is used here.
const asWindow = (): BrowserWindow => window as unknown as BrowserWindow;

beforeEach(async () => {
  resetElectron();
  state = await mkdtemp(join(tmpdir(), 'lectern-trouble-'));
  vi.stubEnv('LECTERN_STATE', state);
  window = new FakeWindow({ webPreferences: {}, show: false });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(state, { recursive: true, force: true });
});

describe('a page that cannot go on', () => {
  it('whose preload script did not load is said to be useless, and the cause is written down', async () => {
    seeToTrouble(asWindow());
    window.webContents.emit('preload-error', {}, '/app/index.cjs', new SyntaxError('Cannot use import'));
    const [log = ''] = await readdir(join(state, 'logs'));
    const [, options] = dialog.showMessageBox.mock.calls[0] ?? [];
    expect(options).toMatchObject({ message: 'A part of Lectern did not load.' });
    expect(JSON.stringify(options)).toContain(log);
    expect(await readFile(join(state, 'logs', log), 'utf8')).toMatch(/loading \/app\/index\.cjs[^]*Cannot use import/);
  });

  it.each([
    { answer: 0, reloads: 0 },
    { answer: 1, reloads: 1 },
  ])('that does not answer may be waited for, or loaded again (answer $answer)', async ({ answer, reloads }) => {
    seeToTrouble(asWindow());
    dialog.showMessageBox.mockResolvedValueOnce({ response: answer });
    window.emit('unresponsive');
    await vi.waitFor(() => expect(window.webContents.reload).toHaveBeenCalledTimes(reloads));
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledTimes(reloads);
    // That its process is gone is no news then; a second time it is.
    window.webContents.emit('render-process-gone', {}, { reason: 'killed' });
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(answer === 1 ? 1 : 2);
  });

  it('that answers again takes the question away', () => {
    seeToTrouble(asWindow());
    dialog.showMessageBox.mockReturnValueOnce(new Promise(() => undefined));
    window.emit('unresponsive');
    const [, options] = dialog.showMessageBox.mock.calls[0] as [unknown, { readonly signal: AbortSignal }];
    expect(options.signal.aborted).toBe(false);
    window.emit('responsive');
    expect(options.signal.aborted).toBe(true);
  });
});

describe('the screen', () => {
  it.each([
    ['is told so', (keep: (on: boolean) => void) => keep(false)],
    ['its window is closed', () => window.destroy()],
    ['its process ends', () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })],
    [
      'its page is loaded again',
      () => window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false }),
    ],
  ])('stays on until the talk %s', (_when, end) => {
    const keep = screenKeeper(asWindow());
    keep(true);
    keep(true);
    window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    expect(powerSaveBlocker.start.mock.calls).toEqual([['prevent-display-sleep']]);
    expect(powerSaveBlocker.stop).not.toHaveBeenCalled();
    end(keep);
    expect(powerSaveBlocker.stop.mock.calls).toEqual([[1]]);
  });
});

it('zooms by the wheel within bounds', () => {
  zoomByWheel(asWindow());
  for (let turn = 0; turn < 20; turn++) window.webContents.emit('zoom-changed', {}, 'in');
  expect(window.webContents.zoomLevel).toBe(4);
  for (let turn = 0; turn < 40; turn++) window.webContents.emit('zoom-changed', {}, 'out');
  expect(window.webContents.zoomLevel).toBe(-3);
});

describe('a right click', () => {
  const flags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true };
  const roles = (params: { isEditable: boolean; selectionText: string }): readonly unknown[] =>
    // Flags that are not looked at are left out.
    contextItems({ ...params, editFlags: flags as never }).map(({ role, type, enabled }) => [role ?? type, enabled]);

  it('offers what can be done', () => {
    expect(roles({ isEditable: true, selectionText: '' })).toEqual([
      ['cut', true],
      ['copy', true],
      ['paste', false],
      ['separator', undefined],
      ['selectAll', true],
    ]);
    expect(roles({ isEditable: false, selectionText: 'some words' })).toEqual([['copy', true]]);
    expect(roles({ isEditable: false, selectionText: ' ' })).toEqual([]);
  });
});
