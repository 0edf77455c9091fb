import { BrowserWindow, dialog, type WebContents } from 'electron';
import { type Door, openDoor } from '../contract/door.ts';
import { asFailure } from '../core/failure.ts';
import type { Host } from '../host/host.ts';
import { workspacePage } from './addresses.ts';
import { sendEvent } from './ipc.ts';
import { preventLoss } from './unsaved-work.ts';
import { type Target, targetName } from './targets.ts';
import { workspaceOptions } from './window-options.ts';

/** The host of one window. The window is there for the questions that the host asks the user. */
export type HostFor = (target: Target, window: () => BrowserWindow | null) => Promise<Host>;

/** All open windows, each with the host that answers it. */
export interface Workspaces {
  /** Shows `target` in a window of its own, or in the one that was opened for it before. Tells the user if it cannot. */
  open(target: Target): Promise<void>;
  /** Brings the window that was used last to the front; `false` if there is none. */
  focus(): boolean;
  doorOf(contents: WebContents): Door | undefined;
  windowOf(contents: WebContents): BrowserWindow | null;
  hosts(): readonly Host[];
}

interface Workspace {
  readonly target: Target;
  readonly window: BrowserWindow;
  readonly host: Host;
  readonly door: Door;
}

/** @param preload Path of the built preload script. */
export function createWorkspaces(preload: string, hostFor: HostFor): Workspaces {
  const open = new Set<Workspace>();
  const ownerOf = (contents: WebContents): Workspace | undefined =>
    [...open].find(({ window }) => window.webContents === contents);

  async function show(target: Target): Promise<void> {
    let window: BrowserWindow | null = null;
    const host = await hostFor(target, () => window);
    window = new BrowserWindow(workspaceOptions(preload, targetName(target)));
    const { webContents } = window;
    const workspace: Workspace = { target, window, host, door: openDoor(host.handlers) };
    open.add(workspace);
    const unsubscribe = host.subscribe((event) => sendEvent(webContents, event));
    window.once('ready-to-show', () => workspace.window.show());
    window.once('closed', () => {
      unsubscribe();
      open.delete(workspace);
      void host.close();
    });
    preventLoss(window);
    await window.loadURL(workspacePage).catch((error: unknown) => {
      workspace.window.destroy();
      throw error;
    });
  }

  return {
    async open(target) {
      const there = [...open].find((one) => one.target.folder === target.folder && one.target.deck === target.deck);
      if (there !== undefined) return toFront(there.window);
      try {
        await show(target);
      } catch (error) {
        await tell(targetName(target), error);
      }
    },
    focus() {
      const window = BrowserWindow.getFocusedWindow() ?? [...open].at(-1)?.window;
      if (window === undefined) return false;
      toFront(window);
      return true;
    },
    doorOf: (contents) => ownerOf(contents)?.door,
    windowOf: (contents) => ownerOf(contents)?.window ?? null,
    hosts: () => [...open].map(({ host }) => host),
  };
}

function toFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

async function tell(name: string, error: unknown): Promise<void> {
  const { message, wayOut } = asFailure(error);
  await dialog.showMessageBox({ type: 'error', title: name, message, detail: wayOut, noLink: true });
}
