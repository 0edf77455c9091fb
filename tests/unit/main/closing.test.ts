import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostEvent } from '../../../src/contract/table.ts';
import { app, dialog, FakeWindow, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { preventLoss, watchQuitting } = await import('../../../src/main/closing.ts');

interface Setting {
  readonly window: FakeWindow;
  readonly send: ReturnType<typeof vi.fn<(event: HostEvent) => void>>;
  /** The page objects to its end, as it does while it holds something unsaved. */
  readonly object: () => ReturnType<typeof vi.fn>;
}

/** @param atRisk What the page answers when it was told that the window closes. */
function setUp(savesByItself: boolean, atRisk: boolean): Setting {
  const window = new FakeWindow({ webPreferences: {}, show: false });
  const send = vi.fn<(event: HostEvent) => void>(() => queueMicrotask(() => closing.settled(atRisk)));
  // The fake has what is used here.
  const closing = preventLoss(window as unknown as BrowserWindow, { savesByItself: async () => savesByItself, send });
  const object = (): ReturnType<typeof vi.fn> => {
    const preventDefault = vi.fn();
    window.webContents.emit('will-prevent-unload', { preventDefault });
    return preventDefault;
  };
  return { window, send, object };
}

const told = (unsaved: 'save' | 'discard'): readonly unknown[] => [{ name: 'window.closing', payload: { unsaved } }];

beforeEach(() => {
  resetElectron();
  watchQuitting();
});

describe('a window with unsaved work', () => {
  it('saves it without asking where decks are saved by themselves, and then goes', async () => {
    const { window, send, object } = setUp(true, false);
    expect(object()).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(window.isDestroyed()).toBe(true));
    expect(send.mock.calls).toEqual([told('save')]);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it.each([
    { answer: 0, goes: true, tells: [told('save')] },
    { answer: 1, goes: true, tells: [told('discard')] },
    { answer: 2, goes: false, tells: [] },
  ])('asks where they are not (answer $answer)', async ({ answer, goes, tells }) => {
    const { window, send, object } = setUp(false, false);
    dialog.showMessageBox.mockResolvedValueOnce({ response: answer });
    object();
    await vi.waitFor(() => expect(send.mock.calls).toEqual(tells));
    await vi.waitFor(() => expect(window.isDestroyed()).toBe(goes));
  });

  it.each([
    { answer: 0, goes: false },
    { answer: 1, goes: true },
  ])('asks again where it could not be saved (answer $answer)', async ({ answer, goes }) => {
    const { window, object } = setUp(true, true);
    dialog.showMessageBox.mockResolvedValueOnce({ response: answer });
    object();
    await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledTimes(1));
    await vi.waitFor(() => expect(window.isDestroyed()).toBe(goes));
  });

  it('asks once, however often it is told to close meanwhile', async () => {
    const { object } = setUp(false, false);
    let answer: (value: { response: number }) => void = () => {};
    dialog.showMessageBox.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    object();
    object();
    await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledTimes(1));
    answer({ response: 2 });
    await vi.waitFor(() => {
      object();
      expect(dialog.showMessageBox).toHaveBeenCalledTimes(2);
    });
  });

  it('goes on to end the program when that is what closed it, and no more once a window stayed', async () => {
    const first = setUp(true, false);
    app.emit('before-quit', {});
    first.object();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledTimes(1));

    const second = setUp(false, false);
    dialog.showMessageBox.mockResolvedValueOnce({ response: 2 });
    app.emit('before-quit', {});
    second.object();
    await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledTimes(1));
    await new Promise(setImmediate);

    const third = setUp(true, false);
    third.object();
    await vi.waitFor(() => expect(third.window.isDestroyed()).toBe(true));
    expect(app.quit).toHaveBeenCalledTimes(1);
  });
});
