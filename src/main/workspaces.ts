import { type BaseWindow, BrowserWindow, dialog, type WebContents } from 'electron';
import type { CommandId } from '../contract/commands.ts';
import { type Door, openDoor } from '../contract/door.ts';
import { asFailure } from '../core/failure.ts';
import type { Host } from '../host/host.ts';
import { type DeckPlace, workspacePage } from './addresses.ts';
import { sendEvent } from './ipc.ts';
import { reviveAfterCrash } from './revival.ts';
import { preventLoss } from './unsaved-work.ts';
import { type Target, targetName } from './targets.ts';
import { workspaceOptions } from './window-options.ts';

/** The host of one window. The window is there for the questions that the host asks the user. */
export type HostFor = (target: Target, window: () => BrowserWindow | null) => Promise<Host>;

/** All open windows, each with the host that answers it. */
export interface Workspaces {
  /** Shows `target` in a window of its own, or in the one that was opened for it before. Tells the user if it cannot. */
  open(target: Target): Promise<void>;
  /** Shows a deck that a window knows in another one. A deck that it does not know opens none. */
  openBeside(contents: WebContents, place: DeckPlace): Promise<void>;
  /** Runs a command of the table in a window; nothing happens in one that is no workspace. */
  run(window: BaseWindow, command: CommandId): void;
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

  async function show(target: Target, fragment = ''): Promise<void> {
    let window: BrowserWindow | null = null;
    const host = await hostFor(target, () => window);
    window = new BrowserWindow(workspaceOptions(preload, targetName(target)));
    const { webContents } = window;
    const workspace: Workspace = { target, window, host, door: openDoor(host.handlers) };
    open.add(workspace);
    const subscribe = (): (() => void) => host.subscribe((event) => sendEvent(webContents, event));
    let unsubscribe = subscribe();
    /** To the host, a page that is loaded again is another page: it is offered what the one before had not saved. */
    const renew = (): void => {
      unsubscribe();
      unsubscribe = subscribe();
    };
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) renew();
    });
    window.once('ready-to-show', () => workspace.window.show());
    window.once('closed', () => {
      unsubscribe();
      open.delete(workspace);
      void host.close();
    });
    preventLoss(window);
    reviveAfterCrash(window);
    await window.loadURL(`${workspacePage}${fragment}`).catch((error: unknown) => {
      workspace.window.destroy();
      throw error;
    });
  }

  async function showOrTell(target: Target, fragment?: string): Promise<void> {
    try {
      await show(target, fragment);
    } catch (error) {
      await tell(targetName(target), error);
    }
  }

  return {
    async open(target) {
      const there = [...open].find((one) => one.target.folder === target.folder && one.target.deck === target.deck);
      if (there !== undefined) return toFront(there.window);
      await showOrTell(target);
    },
    async openBeside(contents, { deck, fragment }) {
      const host = ownerOf(contents)?.host;
      const entry = host?.decks.find(deck);
      if (host === undefined || entry === undefined) return;
      const { folder } = await host.handlers['app.describe']({});
      await showOrTell({ folder, deck: entry.path }, fragment);
    },
    run(window, command) {
      const workspace = [...open].find((one) => one.window === window);
      if (workspace !== undefined)
        sendEvent(workspace.window.webContents, { name: 'command.run', payload: { command } });
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
