import { EventEmitter } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { engine } from './engine.ts';
import { HostEvent } from './host-event.ts';
import { named } from './not-played.ts';
import { SingleInstance } from './single-instance.ts';
import { windows } from './window-list.ts';

type PlayedApp = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'isPackaged'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'getRecentDocuments'
  | 'setJumpList'
  | 'setUserTasks'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
>;

/** What the program is, as its package and its surroundings say. */
export interface AppFacts {
  readonly name: string;
  readonly version: string;
  readonly path: string;
  readonly packaged: boolean;
}

class HostApp extends EventEmitter implements PlayedApp {
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  readonly #recent: string[] = [];
  readonly #waiting: (() => void)[] = [];
  #instance: SingleInstance | null = null;
  #facts: AppFacts = { name: 'Electron', version: '0.0.0', path: process.cwd(), packaged: false };
  #isReady = false;
  #quitting = false;
  /** What was last shown or set, for tests to look at. */
  readonly told = {
    aboutPanel: {} as object,
    aboutShown: 0,
    jumpList: null as unknown,
    tasks: [] as unknown,
    userModelId: '',
    dockMenu: null as object | null,
    desktopName: '',
  };

  /** A Mac's Dock, which holds a menu and shows nothing here. */
  readonly dock =
    process.platform === 'darwin' ? { setMenu: (menu: object): void => void (this.told.dockMenu = menu) } : undefined;

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  enableSandbox(): void {
    this.#beforeReady('enableSandbox');
  }

  setDesktopName(name: string): void {
    this.#beforeReady('setDesktopName');
    this.told.desktopName = name;
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    return this.#instances().holds || this.#instances().request(data ?? null);
  }

  hasSingleInstanceLock(): boolean {
    return this.#instances().holds;
  }

  releaseSingleInstanceLock(): void {
    this.#instances().release();
  }

  /** Closes all windows, each of which may object, and then the program. */
  quit(): void {
    void this.#quit();
  }

  exit(code = 0): void {
    this.#instance?.release();
    this.emit('quit', new HostEvent(), code);
    void engine.close().finally(() => process.exit(code));
  }

  focus(): void {}

  getVersion(): string {
    return this.#facts.version;
  }

  getName(): string {
    return this.#facts.name;
  }

  setName(name: string): void {
    this.#facts = { ...this.#facts, name };
  }

  get name(): string {
    return this.#facts.name;
  }

  get isPackaged(): boolean {
    return this.#facts.packaged;
  }

  getAppPath(): string {
    return this.#facts.path;
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.#paths.get(name) ?? this.#usualPaths()[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    if (!path.startsWith('/') && !/^[a-z]:/i.test(path)) throw new Error('Path must be absolute');
    this.#paths.set(name, path);
  }

  addRecentDocument(path: string): void {
    if (process.platform !== 'linux') this.#recent.unshift(path);
  }

  clearRecentDocuments(): void {
    this.#recent.length = 0;
  }

  getRecentDocuments(): string[] {
    return [...this.#recent];
  }

  setJumpList(categories: Parameters<App['setJumpList']>[0]): ReturnType<App['setJumpList']> {
    this.told.jumpList = categories;
    return 'ok';
  }

  setUserTasks(tasks: Parameters<App['setUserTasks']>[0]): boolean {
    this.told.tasks = tasks;
    return true;
  }

  setAppUserModelId(id: string): void {
    this.told.userModelId = id;
  }

  setAboutPanelOptions(options: object): void {
    this.told.aboutPanel = options;
  }

  showAboutPanel(): void {
    this.told.aboutShown += 1;
  }

  /** Tells what the program is, before it starts. */
  describe(facts: AppFacts): void {
    this.#facts = facts;
  }

  /** The program's own modules have run, and the engine is there. */
  becomeReady(): void {
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', new HostEvent(), {});
    this.#ready.resolve();
    for (const task of this.#waiting.splice(0)) task();
  }

  /** A window is gone. Without any left the program ends, unless it says otherwise. */
  windowClosed(): void {
    if (windows.size > 0 || this.#quitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  async #quit(): Promise<void> {
    if (this.#quitting) return;
    const event = new HostEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    for (const window of windows) {
      if (await window.tryToClose()) continue;
      this.#quitting = false;
      return;
    }
    const last = new HostEvent();
    this.emit('will-quit', last);
    if (last.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  #instances(): SingleInstance {
    return (this.#instance ??= new SingleInstance(this.getPath('userData'), ({ argv, folder, data }) => {
      const tell = (): void => void this.emit('second-instance', new HostEvent(), [...argv], folder, data);
      if (this.#isReady) tell();
      else this.#waiting.push(tell);
    }));
  }

  #beforeReady(method: string): void {
    if (this.#isReady) throw new Error(`app.${method}() can only be called before app is ready`);
  }

  #usualPaths(): Partial<Record<string, string>> {
    const home = homedir();
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    const userData = join(appData, this.#facts.name);
    return {
      home,
      appData,
      userData,
      sessionData: userData,
      temp: tmpdir(),
      exe: process.execPath,
      desktop: join(home, 'Desktop'),
      documents: process.env['XDG_DOCUMENTS_DIR'] ?? join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
    };
  }
}

/** The module `app`. */
export const app = named('app', new HostApp());
