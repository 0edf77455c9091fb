import type { BrowserWindow, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventChannel } from '../../../src/contract/bridge.ts';
import type { HostEvent } from '../../../src/contract/table.ts';
import { Failure } from '../../../src/core/failure.ts';
import type { Host } from '../../../src/host/host.ts';
import type { WindowPort } from '../../../src/host/window-port.ts';
import type { HostFor, Workspaces } from '../../../src/main/workspaces.ts';
import { dialog, FakeWindow, resetElectron, windows } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { createWorkspaces } = await import('../../../src/main/workspaces.ts');

const library = { folder: '/decks' };
const deck = { folder: '/decks', open: '/decks/a.md' };
const place = { bounds: { x: 1, y: 2, width: 900, height: 600 }, maximized: false };
const onCommands = vi.fn();
const onShown = vi.fn();

function workspacesWith(hostFor: HostFor, maximized = false): Workspaces {
  return createWorkspaces({
    preload: '/preload.cjs',
    hostFor,
    places: { placeFor: async () => ({ ...place, maximized }), follow() {}, writing: () => null },
    savesByItself: async () => true,
    onCommands,
    onShown,
  });
}

interface FakeHost {
  readonly host: Host;
  readonly emit: (event: HostEvent) => void;
  readonly close: ReturnType<typeof vi.fn>;
}

/** A host that remembers its listeners; its calls are not made here. */
function fakeHost(): FakeHost {
  const listeners = new Set<(event: HostEvent) => void>();
  const close = vi.fn(async () => {});
  const host = {
    handlers: {},
    subscribe(listener: (event: HostEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  } as unknown as Host;
  return { host, emit: (event) => listeners.forEach((listener) => listener(event)), close };
}

beforeEach(resetElectron);

describe('createWorkspaces', () => {
  it('opens a window on the workspace and shows it once it is painted', async () => {
    const workspaces = workspacesWith(async () => fakeHost().host);
    await workspaces.open(deck);
    const [window] = windows;
    expect(window?.loadURL).toHaveBeenCalledWith('lectern://app/index.html');
    expect(window?.show).not.toHaveBeenCalled();
    expect(window?.options).toMatchObject({ ...place.bounds, title: 'a.md' });
    expect(onShown).not.toHaveBeenCalled();
    window?.emit('ready-to-show');
    expect(window?.show).toHaveBeenCalled();
    expect(window?.maximize).not.toHaveBeenCalled();
    expect(onShown).toHaveBeenCalled();
  });

  it('fills the screen with a window that did when it was left', async () => {
    await workspacesWith(async () => fakeHost().host, true).open(deck);
    windows[0]?.emit('ready-to-show');
    expect(windows[0]?.maximize).toHaveBeenCalled();
  });

  it('passes on which commands apply in a window, and that it is gone', async () => {
    const ports: WindowPort[] = [];
    const workspaces = workspacesWith(async (_target, port) => {
      ports.push(port);
      return fakeHost().host;
    });
    await workspaces.open(deck);
    const ready = [{ id: 'edit.undo', label: 'Undo', on: null }];
    ports[0]?.showCommands(ready);
    windows[0]?.destroy();
    expect(onCommands.mock.calls).toEqual([
      [windows[0], ready],
      [windows[0], null],
    ]);
  });

  it('says what is wrong with a path, and opens none', async () => {
    await workspacesWith(async () => fakeHost().host).openPath('/no/such/deck.md');
    expect(windows).toHaveLength(0);
    expect(onShown).toHaveBeenCalled();
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining('There is no deck or folder') }),
    );
  });

  it('opens a target once more where another window is wanted', async () => {
    const workspaces = workspacesWith(async () => fakeHost().host);
    await workspaces.open(library);
    await workspaces.open(library, true);
    expect(windows).toHaveLength(2);
  });

  it('brings a target that is open to the front instead of opening it twice', async () => {
    const workspaces = workspacesWith(async () => fakeHost().host);
    await workspaces.open(deck);
    windows[0]?.isMinimized.mockReturnValue(true);
    await workspaces.open({ ...deck });
    expect(windows).toHaveLength(1);
    expect(windows[0]?.restore).toHaveBeenCalled();
    expect(windows[0]?.focus).toHaveBeenCalled();
    await workspaces.open(library);
    expect(windows).toHaveLength(2);
  });

  it('gives each window a door and events of its own, until it closes', async () => {
    const hosts = [fakeHost(), fakeHost()];
    const queue = [...hosts];
    const workspaces = workspacesWith(async () => (queue.shift() ?? fakeHost()).host);
    await workspaces.open(deck);
    await workspaces.open(library);
    const contents = windows.map((window) => window.webContents as unknown as WebContents);
    const doors = contents.map((one) => workspaces.doorOf(one));
    expect(doors.every((door) => door !== undefined)).toBe(true);
    expect(doors[0]).not.toBe(doors[1]);

    hosts[0]?.emit({ name: 'library.changed', payload: {} });
    expect(windows[0]?.webContents.send).toHaveBeenCalledWith(eventChannel, { name: 'library.changed', payload: {} });
    expect(windows[1]?.webContents.send).not.toHaveBeenCalled();

    windows[0]?.destroy();
    hosts[0]?.emit({ name: 'library.changed', payload: {} });
    expect(windows[0]?.webContents.send).toHaveBeenCalledTimes(1);
    expect(hosts[0]?.close).toHaveBeenCalled();
    expect(contents.map((one) => workspaces.doorOf(one) !== undefined)).toEqual([false, true]);
    expect(workspaces.hosts()).toEqual([hosts[1]?.host]);
  });

  it('runs a command in the window that it is meant for', async () => {
    const workspaces = workspacesWith(async () => fakeHost().host);
    await workspaces.open(deck);
    await workspaces.open(library);
    workspaces.run(windows[1] as unknown as BrowserWindow, 'edit.undo');
    workspaces.run({} as BrowserWindow, 'edit.redo');
    expect(windows[0]?.webContents.send).not.toHaveBeenCalled();
    expect(windows[1]?.webContents.send.mock.calls).toEqual([
      [eventChannel, { name: 'command.run', payload: { command: 'edit.undo' } }],
    ]);
  });

  it('is another page to the host when its page is loaded again, and the same within a page', async () => {
    const { host, emit } = fakeHost();
    const subscribe = vi.spyOn(host, 'subscribe');
    await workspacesWith(async () => host).open(deck);
    const contents = windows[0]?.webContents;
    contents?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    contents?.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    expect(subscribe).toHaveBeenCalledTimes(1);
    contents?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    expect(subscribe).toHaveBeenCalledTimes(2);
    emit({ name: 'library.changed', payload: {} });
    expect(contents?.send).toHaveBeenCalledTimes(1);
  });

  it.each([
    { answer: 0, reloads: 1, stays: true },
    { answer: 1, reloads: 0, stays: false },
  ])('asks what to do when a page’s process ends by itself (answer $answer)', async ({ answer, reloads, stays }) => {
    await workspacesWith(async () => fakeHost().host).open(deck);
    const [window] = windows;
    window?.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
    dialog.showMessageBox.mockResolvedValueOnce({ response: answer });
    window?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.waitFor(() => expect(window?.isDestroyed()).toBe(!stays));
    await vi.waitFor(() => expect(window?.webContents.reload).toHaveBeenCalledTimes(reloads));
  });

  it('says what is wrong with a deck that does not open, and leaves no window', async () => {
    const failure = new Failure({ code: 'missing', message: 'There is no file a.md.', wayOut: 'Check the name.' });
    const workspaces = workspacesWith(() => Promise.reject(failure));
    await workspaces.open(deck);
    expect(windows).toHaveLength(0);
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'error', message: 'There is no file a.md.', detail: 'Check the name.' }),
    );
    expect(workspaces.focus()).toBe(false);
  });

  it('leaves no hidden window when its page does not load', async () => {
    FakeWindow.onCreate = (window) => window.webContents.loadURL.mockRejectedValue(new Error('ERR_FAILED'));
    const workspaces = workspacesWith(async () => fakeHost().host);
    await workspaces.open(deck);
    expect(windows[0]?.isDestroyed()).toBe(true);
    expect(workspaces.hosts()).toEqual([]);
  });
});
