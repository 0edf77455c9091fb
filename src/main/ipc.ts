import { ipcMain, type IpcMainInvokeEvent, type WebContents, type WebFrameMain } from 'electron';
import { callChannel, dropChannel, eventChannel } from '../contract/bridge.ts';
import type { Door, Reply } from '../contract/door.ts';
import type { HostEvent } from '../contract/table.ts';
import { asFailure } from '../core/failure.ts';
import { z } from '../core/schema.ts';
import type { Host } from '../host/host.ts';
import { findTarget } from '../host/target.ts';
import { isWorkspace } from './addresses.ts';

const refusal: Reply = {
  ok: false,
  failure: {
    code: 'refused',
    message: 'A page that is not Lectern’s own workspace asked for something.',
    wayOut: 'Close this window and open the deck again; if it happens again, report it.',
  },
};

/** What answers a page: the door and the host of its window. */
export interface Answerers {
  doorOf(sender: WebContents): Door | undefined;
  hostOf(sender: WebContents): Host | undefined;
}

const droppedPath = z.string().min(1).max(32_767);

/**
 * Answers calls from the workspaces, each through the door of its own window; and takes files that the user dropped on one.
 *
 * @param openFolder Opens a folder that was dropped, in a window of its own.
 */
export function answerCalls({ doorOf, hostOf }: Answerers, openFolder: (path: string) => void): void {
  ipcMain.handle(callChannel, (event, name: unknown, args: unknown): Promise<Reply> => {
    const door = isFromWorkspace(event) ? doorOf(event.sender) : undefined;
    return door === undefined ? Promise.resolve(refusal) : door(name, args);
  });
  ipcMain.handle(dropChannel, async (event, path: unknown): Promise<Reply> => {
    const host = isFromWorkspace(event) ? hostOf(event.sender) : undefined;
    const parsed = droppedPath.safeParse(path);
    return host === undefined || !parsed.success ? refusal : takeDropped(host, parsed.data, openFolder);
  });
}

/** The deck that a dropped file is, by the name that pages have for it; `null` for a folder, which opens elsewhere. */
async function takeDropped(host: Host, path: string, openFolder: (path: string) => void): Promise<Reply> {
  try {
    const { folder, open } = await findTarget(path);
    if (open !== undefined) return { ok: true, value: (await host.decks.admit(open)).deck };
    openFolder(folder);
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, failure: asFailure(error).toJSON() };
  }
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
