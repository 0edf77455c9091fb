import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { callChannel } from '../../../src/contract/bridge.ts';
import {
  app,
  dialog,
  electron,
  FakeContents,
  FakeWindow,
  ipcHandlers,
  Menu,
  partitions,
  resetElectron,
  shell,
  windows,
} from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);

// Made now, so that it stays the same when the program's own modules are loaded afresh for each test.
await import('electron');

const argv = process.argv;
const before: readonly unknown[] = [
  ...process.listeners('uncaughtException'),
  ...process.listeners('unhandledRejection'),
];
// Where an installed program has its files.
Object.defineProperty(process, 'resourcesPath', { value: '/no/such/resources' });
let folder: string;
let deck: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-main-')));
  deck = join(folder, 'a.md');
  await writeFile(deck, '# First\n\n---\n\n# Second\n');
  await writeFile(join(folder, 'b.md'), '# Other\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(() => {
  resetElectron();
  vi.resetModules();
});
afterEach(() => {
  // Each start listens to what nobody catches.
  for (const listener of process.listeners('uncaughtException'))
    if (!before.includes(listener)) process.off('uncaughtException', listener);
  for (const listener of process.listeners('unhandledRejection'))
    if (!before.includes(listener)) process.off('unhandledRejection', listener);
  process.argv = argv;
  for (const window of windows) if (!window.isDestroyed()) window.destroy();
});

/** Starts the program with these arguments, and makes it ready. */
async function start(...targets: string[]): Promise<void> {
  process.argv = ['/opt/lectern', ...targets];
  await import('../../../src/main/index.ts');
  app.becomeReady();
  if (targets.length > 0) await vi.waitFor(() => expect(windows).toHaveLength(targets.length));
}

async function call(window: FakeWindow | undefined, name: string, args: unknown): Promise<unknown> {
  const contents = window?.webContents;
  return ipcHandlers.get(callChannel)?.({ sender: contents, senderFrame: contents?.mainFrame }, name, args);
}

describe('the main process', () => {
  it('turns the sandbox on and registers its scheme before the app is ready', async () => {
    process.argv = ['/opt/lectern'];
    await import('../../../src/main/index.ts');
    expect(app.enableSandbox).toHaveBeenCalledTimes(1);
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledTimes(1);
    expect(app.isReady()).toBe(false);
    expect(windows).toHaveLength(0);
  });

  it('hands its paths to the process that runs already, and ends', async () => {
    app.requestSingleInstanceLock.mockReturnValueOnce(false);
    process.argv = ['/opt/lectern', deck];
    await import('../../../src/main/index.ts');
    expect(app.requestSingleInstanceLock).toHaveBeenCalledWith({ paths: [deck], newWindow: false });
    expect(app.quit).toHaveBeenCalledTimes(1);
    app.becomeReady();
    expect(windows).toHaveLength(0);
  });

  it('opens the deck that it was started with, and answers its window', async () => {
    await start(deck);
    const described = await call(windows[0], 'app.describe', {});
    expect(described).toMatchObject({ ok: true, value: { version: '1.2.3', shell: 'desktop', folder } });
    const { open } = (described as { value: { open: string } }).value;
    expect(await call(windows[0], 'deck.open', { deck: open })).toMatchObject({
      ok: true,
      value: { path: deck, assets: `/deck/${open}/` },
    });
    expect(await call(windows[0], 'deck.delete', {})).toMatchObject({ ok: false, failure: { code: 'refused' } });
    const answer = await partitions.get('')?.handlers.get('lectern')?.(
      new Request('lectern://app/deck/unknown1/a.png'),
    );
    expect(answer?.status).toBe(404);
  });

  it('closes the session to the world before any window opens', async () => {
    FakeWindow.onCreate = () => {
      expect(partitions.get('')?.webRequest.onBeforeRequest).toHaveBeenCalledTimes(1);
      expect(partitions.get('')?.setPermissionRequestHandler).toHaveBeenCalledTimes(1);
    };
    await start(deck);
    expect(windows).toHaveLength(1);
  });

  it('guards every page, whoever makes it', async () => {
    await start(deck);
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    const preventDefault = vi.fn();
    contents.emit('will-frame-navigate', { url: 'https://example.org/', isMainFrame: true, preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    expect(contents.openHandler?.({ url: 'lectern://app/index.html' })).toEqual({ action: 'deny' });
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('opens what a second start and the file manager name, and what a file manager named before it was ready', async () => {
    process.argv = ['/opt/lectern'];
    await import('../../../src/main/index.ts');
    const preventDefault = vi.fn();
    app.emit('open-file', { preventDefault }, deck);
    app.becomeReady();
    await vi.waitFor(() => expect(windows).toHaveLength(1));
    app.emit('second-instance', {}, [], '/', { paths: [join(folder, 'b.md')], newWindow: false });
    await vi.waitFor(() => expect(windows).toHaveLength(2));
    app.emit('open-file', { preventDefault }, folder);
    await vi.waitFor(() => expect(windows).toHaveLength(3));
    app.emit('second-instance', {}, [], '/', { paths: [], newWindow: false });
    expect(windows).toHaveLength(3);
    expect(windows[2]?.focus).toHaveBeenCalled();
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });

  it('says that a deck is missing, and ends where no window is left', async () => {
    process.argv = ['/opt/lectern', join(folder, 'missing.md')];
    await import('../../../src/main/index.ts');
    app.becomeReady();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalled());
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'error', title: join(folder, 'missing.md') }),
    );
    expect(windows).toHaveLength(0);
  });

  it('opens the documents where nothing is named', async () => {
    app.getPath.mockReturnValue(folder);
    await start();
    await vi.waitFor(() => expect(windows).toHaveLength(1));
    expect(await call(windows[0], 'app.describe', {})).toMatchObject({ value: { folder, open: null } });
  });

  it('opens a deck in a window of its own for its own address only, and still refuses every popup', async () => {
    await start(deck);
    // Sent by Electron for every window.
    app.emit('web-contents-created', {}, windows[0]?.webContents);
    const described = await call(windows[0], 'app.describe', {});
    const id = (described as { value: { open: string } }).value.open;
    const popUp = (url: string): unknown => windows[0]?.webContents.openHandler?.({ url });
    expect(popUp(`lectern://app/index.html#/deck/${id}/2`)).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(windows).toHaveLength(2));
    expect(windows[1]?.loadURL).toHaveBeenCalledWith(`lectern://app/index.html#/deck/${id}/2`);
    expect(await call(windows[1], 'app.describe', {})).toMatchObject({ value: { folder, open: id } });
    expect(await call(windows[1], 'deck.open', { deck: id })).toMatchObject({ ok: true, value: { path: deck } });
    for (const address of ['lectern://app/index.html', 'lectern://app/index.html#/deck/unknown1'])
      expect(popUp(address)).toEqual({ action: 'deny' });
    expect(popUp(`lectern://app/index.html#/deck/${id}`)).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(windows).toHaveLength(3));
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('shows a deck in the system’s file manager', async () => {
    await start(deck);
    const described = await call(windows[0], 'app.describe', {});
    const id = (described as { value: { open: string } }).value.open;
    expect(await call(windows[0], 'deck.reveal', { deck: id })).toMatchObject({ ok: true });
    expect(shell.showItemInFolder.mock.calls).toEqual([[deck]]);
  });

  it('has a menu that leaves undo and redo to the page', async () => {
    await start(deck);
    const template = JSON.stringify(Menu.buildFromTemplate.mock.calls[0]?.[0]);
    expect(template).toContain('"copy"');
    expect(template).not.toMatch(/"undo"|"redo"|toggleDevTools/);
  });
});
