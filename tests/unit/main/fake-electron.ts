import { EventEmitter } from 'node:events';
import type { Rectangle } from 'electron';
import { vi } from 'vitest';

/** As much of a web page's handle as the main process uses. Events are sent with `emit`, as Electron would. */
export class FakeContents extends EventEmitter {
  readonly mainFrame = { processId: 7, routingId: 1, url: 'lectern://app/index.html' };
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  readonly send = vi.fn();
  readonly isDestroyed = vi.fn(() => false);
  readonly forcefullyCrashRenderer = vi.fn();
  readonly executeJavaScriptInIsolatedWorld = vi.fn(async (): Promise<unknown> => ['ready', '', '']);
  #isAttached = false;
  readonly debugger = {
    isAttached: () => this.#isAttached,
    attach: vi.fn((_version: string) => void (this.#isAttached = true)),
    sendCommand: vi.fn(async (_method: string, _parameters?: unknown): Promise<unknown> => ({ data: 'UE5H' })),
  };
  readonly printToPDF = vi.fn(async (_options: unknown) => Buffer.from('%PDF-1.7'));
  readonly loadURL = vi.fn(async (_address: string): Promise<void> => {});
  readonly reload = vi.fn();
  zoomLevel = 0;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

type Handler = (request: Request) => Promise<Response>;

/** A session that remembers the handlers it was given. */
export class FakeSession extends EventEmitter {
  // The handlers' own types are Electron's; tests call them as Chromium would.
  readonly setPermissionRequestHandler = vi.fn();
  readonly setPermissionCheckHandler = vi.fn();
  readonly setDevicePermissionHandler = vi.fn();
  readonly setDisplayMediaRequestHandler = vi.fn();
  readonly setSpellCheckerEnabled = vi.fn();
  readonly clearStorageData = vi.fn(async () => {});
  readonly webRequest = { onBeforeRequest: vi.fn() };
  readonly handlers = new Map<string, Handler>();
  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      if (this.handlers.has(scheme)) throw new Error('The scheme has been registered');
      this.handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => void this.handlers.delete(scheme),
  };
}

/** Windows made since the last reset, newest last. */
export const windows: FakeWindow[] = [];

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  readonly isMinimized = vi.fn(() => false);
  readonly isMaximized = vi.fn(() => false);
  readonly isFullScreen = vi.fn(() => false);
  readonly maximize = vi.fn();
  readonly setBackgroundColor = vi.fn();
  readonly close = vi.fn();
  bounds: Rectangle = { x: 0, y: 0, width: 800, height: 600 };
  readonly getBounds = (): Rectangle => this.bounds;
  readonly getNormalBounds = (): Rectangle => this.bounds;
  readonly setBounds = vi.fn((bounds: Rectangle) => void (this.bounds = bounds));
  readonly loadURL = vi.fn(async (address: string) => this.webContents.loadURL(address));
  readonly options: { readonly webPreferences: Record<string, unknown>; readonly show: boolean };
  #destroyed = false;

  constructor(options: { readonly webPreferences: Record<string, unknown>; readonly show: boolean }) {
    super();
    this.options = options;
    windows.push(this);
    FakeWindow.onCreate(this);
  }

  static onCreate: (window: FakeWindow) => void = () => {};
  static getFocusedWindow(): FakeWindow | null {
    return null;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('closed');
  }
}

/** Sessions by partition, as Electron keeps them. */
export const partitions = new Map<string, FakeSession>();

export const ipcHandlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();

export const dialog = {
  showMessageBox: vi.fn(async (..._args: unknown[]) => ({ response: 1 })),
  showSaveDialog: vi.fn(async (..._args: unknown[]) => ({ canceled: true, filePath: '' })),
  showOpenDialog: vi.fn(async (..._args: unknown[]) => ({ canceled: true, filePaths: [] as string[] })),
  showErrorBox: vi.fn((_title: string, _content: string) => {}),
};

export const shell = { openExternal: vi.fn(async (_address: string) => {}), showItemInFolder: vi.fn() };

/** The application: its events are sent with `emit`, and it is ready when `becomeReady` is called. */
class FakeApp extends EventEmitter {
  readonly enableSandbox = vi.fn();
  readonly quit = vi.fn();
  readonly exit = vi.fn();
  readonly addRecentDocument = vi.fn();
  readonly clearRecentDocuments = vi.fn();
  readonly setAboutPanelOptions = vi.fn();
  readonly setAppUserModelId = vi.fn();
  readonly setJumpList = vi.fn();
  readonly getAppPath = (): string => '/no/such/app';
  readonly requestSingleInstanceLock = vi.fn((_data: unknown) => true);
  readonly isPackaged = true;
  readonly getVersion = (): string => '1.2.3';
  readonly getPath = vi.fn((_name: string) => '/documents');
  #ready = Promise.withResolvers<void>();
  #isReady = false;

  becomeReady(): void {
    this.#isReady = true;
    this.#ready.resolve();
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  reset(): void {
    this.removeAllListeners();
    this.#ready = Promise.withResolvers<void>();
    this.#isReady = false;
  }
}

export const app = new FakeApp();

/** A menu is its template; items are found by their ids. */
export const Menu = {
  buildFromTemplate: vi.fn((template: unknown) => template),
  setApplicationMenu: vi.fn(),
  getApplicationMenu: vi.fn(() => ({ getMenuItemById: (id: string) => menuItems.get(id) ?? null })),
};

export const menuItems = new Map<string, { checked: boolean }>();

export const nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false });

const area = { x: 0, y: 0, width: 1920, height: 1080 };

/** One display, all of it free. */
export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: vi.fn(() => [{ workArea: area }]),
  getPrimaryDisplay: vi.fn(() => ({ workArea: area })),
});

export const powerSaveBlocker = { start: vi.fn((_type: string) => 1), stop: vi.fn((_id: number) => true) };

/** What `import … from 'electron'` gives in these tests. */
export const electron = {
  app,
  BrowserWindow: FakeWindow,
  Menu,
  dialog,
  nativeTheme,
  screen,
  powerSaveBlocker,
  shell,
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void =>
      void ipcHandlers.set(channel, handler),
  },
  protocol: { registerSchemesAsPrivileged: vi.fn() },
  session: {
    get defaultSession(): FakeSession {
      return electron.session.fromPartition('');
    },
    fromPartition: (name: string): FakeSession => {
      const known = partitions.get(name) ?? new FakeSession();
      partitions.set(name, known);
      return known;
    },
  },
};

export function resetElectron(): void {
  windows.length = 0;
  partitions.clear();
  ipcHandlers.clear();
  app.reset();
  nativeTheme.removeAllListeners();
  screen.removeAllListeners();
  menuItems.clear();
  FakeWindow.onCreate = () => {};
  vi.clearAllMocks();
}
