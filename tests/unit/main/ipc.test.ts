import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callChannel, dropChannel, eventChannel } from '../../../src/contract/bridge.ts';
import type { Door } from '../../../src/contract/door.ts';
import type { Host } from '../../../src/host/host.ts';
import { foreignAddresses } from './foreign-addresses.ts';
import { FakeContents, ipcHandlers, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { answerCalls, isFromWorkspace, sendEvent } = await import('../../../src/main/ipc.ts');

const openFolder = vi.fn<(path: string) => void>();
/** As much of a host as is asked here. */
const host = { decks: { admit: async (path: string) => ({ deck: `id of ${basename(path)}` }) } } as unknown as Host;

type Frame = { readonly processId: number; readonly routingId: number; readonly url: string };

// The two properties that the check reads.
const from = (sender: FakeContents, senderFrame: Frame | null): IpcMainInvokeEvent =>
  ({ sender, senderFrame }) as unknown as IpcMainInvokeEvent;

describe('isFromWorkspace', () => {
  const contents = new FakeContents();

  it('accepts the main frame that shows the workspace, also as another object for the same frame', () => {
    expect(isFromWorkspace(from(contents, contents.mainFrame))).toBe(true);
    expect(isFromWorkspace(from(contents, { ...contents.mainFrame }))).toBe(true);
  });

  it('refuses a frame that is gone, a subframe and a frame of another process', () => {
    expect(isFromWorkspace(from(contents, null))).toBe(false);
    expect(isFromWorkspace(from(contents, { ...contents.mainFrame, routingId: 2 }))).toBe(false);
    expect(isFromWorkspace(from(contents, { ...contents.mainFrame, processId: 8 }))).toBe(false);
  });

  it.each(foreignAddresses)('refuses a main frame at %j', (url) => {
    expect(isFromWorkspace(from(contents, { ...contents.mainFrame, url }))).toBe(false);
  });
});

describe('answerCalls', () => {
  const own = new FakeContents();
  const door = vi.fn<Door>(async () => ({ ok: true, value: 42 }));
  const call = (event: IpcMainInvokeEvent, ...args: unknown[]): unknown =>
    ipcHandlers.get(callChannel)?.(event, ...args);

  beforeEach(() => {
    resetElectron();
    const isOwn = (sender: unknown): boolean => Object.is(sender, own);
    answerCalls(
      {
        doorOf: (sender) => (isOwn(sender) ? door : undefined),
        hostOf: (sender) => (isOwn(sender) ? host : undefined),
      },
      openFolder,
    );
  });

  it('answers through the door of the window', async () => {
    expect(await call(from(own, own.mainFrame), 'deck.open', { deck: 'x' })).toEqual({ ok: true, value: 42 });
    expect(door).toHaveBeenCalledWith('deck.open', { deck: 'x' });
  });

  it('refuses a sender without a window of ours, and a page that is not the workspace, before any door', async () => {
    const other = new FakeContents();
    const refused = { ok: false, failure: { code: 'refused' } };
    expect(await call(from(other, other.mainFrame), 'deck.open', {})).toMatchObject(refused);
    expect(await call(from(own, { ...own.mainFrame, url: 'https://example.org/' }), 'deck.open', {})).toMatchObject(
      refused,
    );
    expect(door).not.toHaveBeenCalled();
  });
});

describe('what was dropped', () => {
  const own = new FakeContents();
  const drop = (event: IpcMainInvokeEvent, path: unknown): unknown => ipcHandlers.get(dropChannel)?.(event, path);
  let folder: string;

  beforeEach(async () => {
    resetElectron();
    openFolder.mockReset();
    folder = await mkdtemp(join(tmpdir(), 'lectern-drop-'));
    await writeFile(join(folder, 'a.md'), '# A');
    await writeFile(join(folder, 'b.txt'), '# B');
    answerCalls(
      { doorOf: () => undefined, hostOf: (sender) => (Object.is(sender, own) ? host : undefined) },
      openFolder,
    );
    return () => rm(folder, { recursive: true });
  });

  it('is a deck of the window’s host, by the name that pages have for it', async () => {
    expect(await drop(from(own, own.mainFrame), join(folder, 'a.md'))).toEqual({ ok: true, value: 'id of a.md' });
    expect(openFolder).not.toHaveBeenCalled();
  });

  it('is a folder, which opens elsewhere', async () => {
    expect(await drop(from(own, own.mainFrame), folder)).toEqual({ ok: true, value: null });
    expect(openFolder.mock.calls).toEqual([[folder]]);
  });

  it.each(['b.txt', 'gone.md'])('is told of where it is no deck: %s', async (name) => {
    const reply = await drop(from(own, own.mainFrame), join(folder, name));
    expect(reply).toMatchObject({ ok: false, failure: { place: { file: join(folder, name) } } });
  });

  it.each([[''], [null], [7], ['x'.repeat(40_000)], [{ path: '/a.md' }]])(
    'is refused where it is no path: %j',
    async (path) => {
      expect(await drop(from(own, own.mainFrame), path)).toMatchObject({ ok: false, failure: { code: 'refused' } });
    },
  );

  it('is refused from any other page', async () => {
    const frame = { ...own.mainFrame, url: 'https://example.org/' };
    expect(await drop(from(own, frame), join(folder, 'a.md'))).toMatchObject({
      ok: false,
      failure: { code: 'refused' },
    });
  });
});

describe('sendEvent', () => {
  it('sends to a page that is there only', () => {
    const contents = new FakeContents();
    const event = { name: 'library.changed', payload: {} } as const;
    // The fake has what is called here.
    sendEvent(contents as unknown as WebContents, event);
    contents.isDestroyed.mockReturnValue(true);
    sendEvent(contents as unknown as WebContents, event);
    expect(contents.send.mock.calls).toEqual([[eventChannel, event]]);
  });
});
