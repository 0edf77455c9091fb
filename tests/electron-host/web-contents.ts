import { EventEmitter } from 'node:events';
import type {
  HandlerDetails,
  PrintToPDFOptions,
  WebContents,
  WebFrameMain,
  WebPreferences,
  WindowOpenHandlerResponse,
} from 'electron';
import { addresses } from './addresses.ts';
import { EnginePage, type Look } from './engine-page.ts';
import { eventWith, HostEvent } from './host-event.ts';
import { codec } from './ipc-main.ts';
import { watchNavigation } from './navigation.ts';
import { answerNetwork } from './network.ts';
import { takeMessages } from './page-messages.ts';
import { type PageScripts, pageScripts } from './preload.ts';
import { printOptions } from './print.ts';
import { type HostSession, session } from './session.ts';
import { app } from './app.ts';

type PlayedContents = Pick<
  WebContents,
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'send'
  | 'isDestroyed'
  | 'isCrashed'
  | 'getURL'
  | 'getTitle'
  | 'setWindowOpenHandler'
  | 'executeJavaScript'
  | 'executeJavaScriptInIsolatedWorld'
  | 'printToPDF'
  | 'forcefullyCrashRenderer'
  | 'setZoomLevel'
  | 'getZoomLevel'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'zoomLevel'
  | 'zoomFactor'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'undo'
  | 'redo'
  | 'delete'
  | 'focus'
  | 'toggleDevTools'
>;

let lastId = 0;
const all = new Map<number, PageContents>();

/** Level 1 is 20 % larger than level 0. */
const zoomStep = 1.2;

/** A page and what is known of it: `webContents`. */
export class PageContents extends EventEmitter implements PlayedContents {
  readonly id = ++lastId;
  readonly session: HostSession;
  readonly #preferences: WebPreferences;
  readonly #scripts: PageScripts;
  #look: Look;
  #page: Promise<EnginePage>;
  #openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;
  #destroyed = false;
  #crashed = false;
  #url = '';
  #title = '';
  #zoomLevel = 0;

  constructor(preferences: WebPreferences, look: Look) {
    super();
    // Electron logs what a listener throws, and goes on.
    this.session = (preferences.session as HostSession | undefined) ?? session.defaultSession;
    this.#preferences = preferences;
    this.#scripts = pageScripts(preferences);
    this.#look = look;
    all.set(this.id, this);
    this.#page = this.#open();
    app.emit('web-contents-created', new HostEvent(), this);
  }

  get mainFrame(): Pick<WebFrameMain, 'processId' | 'routingId' | 'url' | 'detached'> {
    return { processId: this.id, routingId: 1, url: this.#url, detached: this.#destroyed };
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    const loaded = Promise.withResolvers<void>();
    this.once('did-finish-load', loaded.resolve);
    this.once('render-process-gone', () => loaded.reject(loadFailure('ERR_FAILED', address)));
    const { errorText } = await page.cdp.send('Page.navigate', { url: addresses.toEngine(address) });
    if (errorText !== undefined) throw loadFailure(errorText.replace(/^net::/, ''), address);
    await loaded.promise;
  }

  reload(): void {
    const again = this.#crashed ? this.#reopen() : this.#page.then((page) => page.cdp.send('Page.reload'));
    void again.catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    const message = { kind: 'event', channel, args: codec.write(args) };
    void this.#page.then((page) => page.toPreload(message)).catch(() => undefined);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  getURL(): string {
    return this.#url;
  }

  getTitle(): string {
    return this.#title;
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.#openHandler = handler;
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#page).evaluate(code, { userGesture });
  }

  async executeJavaScriptInIsolatedWorld(worldId: number, scripts: { readonly code: string }[]): Promise<unknown> {
    const page = await this.#page;
    const contextId = await page.isolatedWorld(`world ${worldId}`);
    let result: unknown;
    for (const { code } of scripts) result = await page.evaluate(code, { contextId });
    return result;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const page = await this.#page;
    const { data } = await page.cdp.send('Page.printToPDF', printOptions(options));
    return Buffer.from(data, 'base64');
  }

  forcefullyCrashRenderer(): void {
    // The engine answers with the crash alone.
    void this.#page.then((page) => page.cdp.send('Page.crash')).catch(() => undefined);
  }

  get zoomLevel(): number {
    return this.#zoomLevel;
  }

  set zoomLevel(level: number) {
    this.#zoomLevel = level;
    this.draw({});
  }

  get zoomFactor(): number {
    return zoomStep ** this.#zoomLevel;
  }

  set zoomFactor(factor: number) {
    if (!(factor > 0)) throw new Error('"zoomFactor" must be a double greater than 0.0');
    this.zoomLevel = Math.log(factor) / Math.log(zoomStep);
  }

  readonly getZoomLevel = (): number => this.zoomLevel;
  readonly getZoomFactor = (): number => this.zoomFactor;
  readonly setZoomLevel = (level: number): void => void (this.zoomLevel = level);
  readonly setZoomFactor = (factor: number): void => void (this.zoomFactor = factor);

  readonly cut = (): void => this.#command('cut');
  readonly copy = (): void => this.#command('copy');
  readonly paste = (): void => this.#command('paste');
  readonly selectAll = (): void => this.#command('selectAll');
  readonly undo = (): void => this.#command('undo');
  readonly redo = (): void => this.#command('redo');
  readonly delete = (): void => this.#command('delete');

  focus(): void {
    void this.#page.then((page) => page.cdp.send('Page.bringToFront')).catch(() => undefined);
  }

  /** There is nobody to look at them. */
  toggleDevTools(): void {}

  /** Draws the page in another size or light. */
  draw(look: Partial<Omit<Look, 'zoom'>>): void {
    this.#look = { ...this.#look, ...look, zoom: this.zoomFactor };
    void this.#page.then((page) => page.draw(this.#look)).catch(() => undefined);
  }

  /** Asks the page whether it lets itself be left, as closing a window does. */
  async mayUnload(): Promise<boolean> {
    if (this.#crashed) return true;
    const page = await this.#page;
    const closed = new Promise<boolean>((resolve) => {
      this.once('stays', () => resolve(false));
      this.once('target-gone', () => resolve(true));
    });
    await page.cdp.send('Page.close').catch(() => undefined);
    return closed;
  }

  /** The text on the clipboard, past the page and what it may. */
  async readClipboard(): Promise<unknown> {
    const page = await this.#page;
    const contextId = await page.isolatedWorld('clipboard');
    await page.allowClipboard(await this.session.context);
    return page.evaluate('navigator.clipboard.readText()', { contextId });
  }

  /** Lets files arrive that the user dropped: a page's `File` is then known by its path. */
  async filesComing(paths: readonly string[]): Promise<EnginePage> {
    const page = await this.#page;
    await page.toPreload({ kind: 'files', paths });
    return page;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this.id);
    void this.#page.then((page) => page.close()).catch(() => undefined);
    this.emit('destroyed');
  }

  async #open(): Promise<EnginePage> {
    const page = await EnginePage.open(this.session, this.#scripts, this.#look, {
      gone: () => void this.emit('target-gone'),
      titled: (title) => {
        if (title === this.#title || this.#url === '' || this.#url.startsWith('about:')) return;
        this.#title = title;
        this.emit('page-title-updated', new HostEvent(), title, true);
      },
    });
    const gate = watchNavigation(page, this, (url, disposition) => this.#openWindow(url, disposition));
    await answerNetwork({
      page: page.cdp,
      session: this.session,
      contents: this,
      mayNavigate: gate.mayNavigate,
      mainFrame: () => page.mainFrame,
    });
    this.#tellOfPage(page);
    takeMessages({
      page,
      scripts: this.#scripts,
      contents: this,
      preload: this.#preferences.preload ?? '',
      openWindow: (url) => this.#openWindow(url, 'foreground-tab'),
    });
    return page;
  }

  /** A page whose process is gone is of no use to the engine: another one takes its place. */
  async #reopen(): Promise<void> {
    const gone = await this.#page;
    this.#page = this.#open();
    await gone.close();
    const page = await this.#page;
    this.#crashed = false;
    await page.cdp.send('Page.navigate', { url: addresses.toEngine(this.#url) });
  }

  #tellOfPage(page: EnginePage): void {
    const { cdp, mainFrame } = page;
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#url = addresses.toProgram(frame.url + (frame.urlFragment ?? ''));
      this.emit('did-navigate', new HostEvent(), this.#url, 200, 'OK');
    });
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === mainFrame) this.#url = addresses.toProgram(url);
    });
    cdp.on('Page.domContentEventFired', () => void this.emit('dom-ready', new HostEvent()));
    cdp.on('Page.loadEventFired', () => {
      if (this.#url !== 'about:blank#lectern') this.emit('did-finish-load');
    });
    cdp.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (frameId === mainFrame && name === 'firstPaint') this.emit('first-paint');
    });
    cdp.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      const details = { reason: 'crashed', exitCode: 5 };
      this.emit('render-process-gone', eventWith(details), details);
      app.emit('render-process-gone', eventWith(details), this, details);
    });
    cdp.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return;
      const event = new HostEvent();
      this.emit('will-prevent-unload', event);
      if (!event.defaultPrevented) this.emit('stays');
      void cdp.send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented }).catch(() => undefined);
    });
  }

  #openWindow(url: string, disposition: string): void {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition,
      referrer: { url: this.#url, policy: 'no-referrer' },
    };
    const answer = this.#openHandler?.(details as HandlerDetails);
    if (answer?.action !== 'deny')
      throw new Error(`The stand-in opens no window for a page, and ${url} was not denied.`);
  }

  #command(command: string): void {
    // Nothing but the engine's own editing commands, which keys would cause.
    const commands = [command];
    void this.#page
      .then((page) => page.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands }))
      .catch(() => undefined);
  }
}

function loadFailure(code: string, url: string): Error {
  return Object.assign(new Error(`${code} loading '${url}'`), { code, url });
}

/** The module `webContents`. */
export const webContents = {
  getAllWebContents: (): PageContents[] => [...all.values()],
  fromId: (id: number): PageContents | undefined => all.get(id),
};
