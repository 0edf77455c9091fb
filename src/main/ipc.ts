import { ipcMain, type IpcMainInvokeEvent, type WebContents, type WebFrameMain } from 'electron';
import { callChannel, eventChannel } from '../contract/bridge.ts';
import type { Door, Reply } from '../contract/door.ts';
import type { HostEvent } from '../contract/table.ts';
import { isWorkspace } from './addresses.ts';

const refusal: Reply = {
  ok: false,
  failure: {
    code: 'refused',
    message: 'A page that is not Lectern’s own workspace asked for something.',
    wayOut: 'Close this window and open the deck again; if it happens again, report it.',
  },
};

/** Answers calls from the workspaces, each through the door of its own window. */
export function answerCalls(doorOf: (sender: WebContents) => Door | undefined): void {
  ipcMain.handle(callChannel, (event, name: unknown, args: unknown): Promise<Reply> => {
    const door = isFromWorkspace(event) ? doorOf(event.sender) : undefined;
    return door === undefined ? Promise.resolve(refusal) : door(name, args);
  });
}

/** Whether a message comes from the main frame of its window, showing the workspace. The frame is `null` when it is gone. */
export function isFromWorkspace({ sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  return senderFrame !== null && isSameFrame(senderFrame, sender.mainFrame) && isWorkspace(senderFrame.url);
}

/** By number: Electron may stand two objects for one frame. */
function isSameFrame(one: WebFrameMain, other: WebFrameMain): boolean {
  return one.processId === other.processId && one.routingId === other.routingId;
}

/** Passes one event of the host on to the workspace. */
export function sendEvent(contents: WebContents, event: HostEvent): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event);
}
