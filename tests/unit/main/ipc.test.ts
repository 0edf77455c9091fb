import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callChannel, eventChannel } from '../../../src/contract/bridge.ts';
import type { Door } from '../../../src/contract/door.ts';
import { foreignAddresses } from './foreign-addresses.ts';
import { FakeContents, ipcHandlers, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { answerCalls, isFromWorkspace, sendEvent } = await import('../../../src/main/ipc.ts');

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
    answerCalls((sender) => (Object.is(sender, own) ? door : undefined));
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
