import { type BaseWindow, BrowserWindow, dialog, type WebContents } from 'electron';
import type { CommandId } from '../contract/commands.ts';
import { type Door, openDoor } from '../contract/door.ts';
import type { ReadyCommandState } from '../contract/schemas/program.ts';
import { asFailure } from '../core/failure.ts';
import type { Host } from '../host/host.ts';
import { findTarget, type Target } from '../host/target.ts';
import type { WindowPort } from '../host/window-port.ts';
import { type DeckPlace, deckPlace, workspacePage } from './addresses.ts';
import { screenKeeper } from './awake.ts';
import { type Closing, preventLoss } from './closing.ts';
import { offerContextMenu } from './context-menu.ts';
import { sendEvent } from './ipc.ts';
import { seeToTrouble } from './page-trouble.ts';
import { targetName } from './targets.ts';
import { backgroundColor, workspaceOptions } from './window-options.ts';
import type { WindowPlaces } from './window-places.ts';
import { zoomByWheel } from './zoom.ts';

/** The host of one window. The window is there for the questions that the host asks the user. */
export type HostFor = (target: Target, port: WindowPort, window: () => BrowserWindow | null) => Promise<Host>;

export interface WorkspacesOptions {
  /** Path of the built preload script. */
  readonly preload: string;
  readonly hostFor: HostFor;
  readonly places: WindowPlaces;
  /** Whether decks are saved without being asked. */
  readonly savesByItself: () => Promise<boolean>;
  /** The commands that apply in a window, whenever that changed. */
  readonly onCommands: (window: BrowserWindow, ready: readonly ReadyCommandState[] | null) => void;
  /** The program shows something: a window, or what is wrong. */
  readonly onShown: () => void;
}

/** All open windows, each with the host that answers it. */
export interface Workspaces {
  /** Shows `target` in a window of its own, or in the one that was opened for it before. Tells the user if it cannot. */
  open(target: Target, again?: boolean): Promise<void>;
  /** As {@link open}, for a path that the user named. */
  openPath(path: string, again?: boolean): Promise<void>;
  /** Shows a deck that a window knows in another one. A deck that it does not know opens none. */
  openBeside(contents: WebContents, place: DeckPlace): Promise<void>;
  /** Runs a command of the table in a window; nothing happens in one that is no workspace. */
  run(window: BaseWindow, command: CommandId): void;
  /** Brings the window that was used last to the front; `false` if there is none. */
  focus(): boolean;
  doorOf(contents: WebContents): Door | undefined;
  hostOf(contents: WebContents): Host | undefined;
  windowOf(contents: WebContents): BrowserWindow | null;
  windows(): readonly BrowserWindow[];
  hosts(): readonly Host[];
}

interface Workspace {
  readonly target: Target;
  readonly window: BrowserWindow;
  readonly host: Host;
  readonly door: Door;
}

export function createWorkspaces(options: WorkspacesOptions): Workspaces {
  const { preload, hostFor, places, savesByItself, onCommands, onShown } = options;
  const open = new Set<Workspace>();
  const ownerOf = (contents: WebContents): Workspace | undefined =>
    [...open].find(({ window }) => window.webContents === contents);
  const windows = (): readonly BrowserWindow[] => [...open].map(({ window }) => window);

  async function show(target: Target, fragment = ''): Promise<void> {
    const own: { window: BrowserWindow | null; closing: Closing | null; keepAwake: (on: boolean) => void } = {
      window: null,
      closing: null,
      keepAwake: () => {},
    };
    const port: WindowPort = {
      keepAwake: (on) => own.keepAwake(on),
      showCommands: (ready) => own.window !== null && onCommands(own.window, ready),
      settled: (atRisk) => own.closing?.settled(atRisk),
    };
    const [host, place] = await Promise.all([
      hostFor(target, port, () => own.window),
      places.placeFor(target, windows()),
    ]);
    const calls = Object.keys(host.handlers);
    const window = (own.window = new BrowserWindow(workspaceOptions(preload, calls, targetName(target), place.bounds)));
    const { webContents } = window;
    const workspace: Workspace = { target, window, host, door: openDoor(host.handlers) };
    open.add(workspace);
    followPage(window, host);
    window.once('ready-to-show', () => {
      if (place.maximized) window.maximize();
      window.show();
      onShown();
    });
    window.once('closed', () => {
      open.delete(workspace);
      onCommands(window, null);
      void host.close();
    });
    own.closing = preventLoss(window, { savesByItself, send: (event) => sendEvent(webContents, event) });
    own.keepAwake = screenKeeper(window);
    places.follow(window, target);
    seeToTrouble(window);
    offerContextMenu(window);
    zoomByWheel(window);
    await window.loadURL(`${workspacePage}${fragment}`).catch((error: unknown) => {
      window.destroy();
      throw error;
    });
  }

  async function showOrTell(target: Target, fragment?: string): Promise<void> {
    try {
      await show(target, fragment);
    } catch (error) {
      onShown();
      await tell(targetName(target), error);
    }
  }

  const openTarget = async (target: Target, again = false): Promise<void> => {
    const there = [...open].find((one) => one.target.folder === target.folder && one.target.open === target.open);
    if (there === undefined || again) await showOrTell(target);
    else toFront(there.window);
  };

  return {
    open: openTarget,
    async openPath(path, again) {
      const target = await findTarget(path).catch(async (error: unknown) => {
        onShown();
        await tell(path, error);
      });
      if (target !== undefined) await openTarget(target, again);
    },
    async openBeside(contents, { deck, fragment }) {
      const host = ownerOf(contents)?.host;
      const entry = host?.decks.find(deck);
      if (host === undefined || entry === undefined) return;
      const { folder } = await host.handlers['app.describe']({});
      await showOrTell({ folder, open: entry.path }, fragment);
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
    hostOf: (contents) => ownerOf(contents)?.host,
    windowOf: (contents) => ownerOf(contents)?.window ?? null,
    windows,
    hosts: () => [...open].map(({ host }) => host),
  };
}

/** Passes the host's events on to the page that the window shows, and to the system which deck that is. */
function followPage(window: BrowserWindow, host: Host): void {
  const { webContents } = window;
  const subscribe = (): (() => void) => host.subscribe((event) => sendEvent(webContents, event));
  let unsubscribe = subscribe();
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    // To the host, a page that is loaded again is another page: it is offered what the one before had not saved.
    unsubscribe();
    unsubscribe = subscribe();
  });
  window.once('closed', () => unsubscribe());
  if (process.platform === 'darwin')
    webContents.on('did-navigate-in-page', (_event, address) => {
      const place = deckPlace(address);
      window.setRepresentedFilename((place === null ? undefined : host.decks.find(place.deck)?.path) ?? '');
    });
}

/** Has every window wait for its page in the colour that the page will have. */
export function paintWindows(windows: readonly BrowserWindow[]): void {
  for (const window of windows) window.setBackgroundColor(backgroundColor());
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
