import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app } from './app.ts';
import { HostEvent } from './host-event.ts';
import { nativeTheme } from './native-theme.ts';
import { PageContents } from './web-contents.ts';
import { WindowGeometry } from './window-geometry.ts';
import { windows } from './window-list.ts';

type PlayedWindow = Pick<
  BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getTitle'
  | 'setTitle'
  | 'setBackgroundColor'
  | 'setDocumentEdited'
  | 'isDocumentEdited'
  | 'setRepresentedFilename'
  | 'getRepresentedFilename'
>;

let lastId = 0;
/** The window that was used last stands first. */
const order: HostWindow[] = [];

/** The class `BrowserWindow`. */
export class HostWindow extends EventEmitter implements PlayedWindow {
  readonly id = ++lastId;
  readonly #contents: PageContents;
  readonly #geometry: WindowGeometry;
  #visible: boolean;
  #minimized = false;
  #destroyed = false;
  #title: string;
  #file = '';
  #edited = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#title = options.title ?? app.getName();
    this.#geometry = new WindowGeometry(options, (event) => this.#changed(event));
    this.#visible = options.show !== false;
    const { width, height } = this.#geometry.bounds;
    this.#contents = new PageContents(
      { ...options.webPreferences },
      { width, height, zoom: 1, dark: nativeTheme.shouldUseDarkColors },
    );
    windows.add(this);
    this.#followContents();
    app.emit('browser-window-created', new HostEvent(), this);
    if (this.#visible) this.focus();
  }

  static getAllWindows(): HostWindow[] {
    return [...windows].filter((window) => window instanceof HostWindow);
  }

  static getFocusedWindow(): HostWindow | null {
    const [first] = order;
    return first !== undefined && first.isVisible() ? first : null;
  }

  static fromWebContents(contents: unknown): HostWindow | null {
    return (
      HostWindow.getAllWindows().find((window) => !window.isDestroyed() && window.webContents === contents) ?? null
    );
  }

  static fromId(id: number): HostWindow | null {
    return HostWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  get webContents(): PageContents {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    return this.#contents;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    const before = this.#visible;
    this.#visible = true;
    if (!before) this.emit('show');
    this.focus();
  }

  showInactive(): void {
    this.#visible = true;
    this.emit('show');
  }

  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible && !this.#minimized && !this.#destroyed;
  }

  focus(): void {
    const before = HostWindow.getFocusedWindow();
    const at = order.indexOf(this);
    if (at >= 0) order.splice(at, 1);
    order.unshift(this);
    if (before === this) return;
    before?.emit('blur');
    this.#contents.focus();
    this.emit('focus');
    app.emit('browser-window-focus', new HostEvent(), this);
  }

  blur(): void {
    this.emit('blur');
  }

  isFocused(): boolean {
    return HostWindow.getFocusedWindow() === this;
  }

  close(): void {
    void this.tryToClose();
  }

  /** As the user's click on the window's close button. Whether it closed. */
  async tryToClose(): Promise<boolean> {
    if (this.#destroyed) return true;
    const event = new HostEvent();
    this.emit('close', event);
    if (event.defaultPrevented || this.isDestroyed()) return this.isDestroyed();
    if (!(await this.#contents.mayUnload())) return this.isDestroyed();
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    const at = order.indexOf(this);
    if (at >= 0) order.splice(at, 1);
    this.#contents.destroy();
    this.emit('closed');
    order[0]?.emit('focus');
    app.windowClosed();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  minimize(): void {
    this.#minimized = true;
    this.emit('minimize');
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  restore(): void {
    this.#minimized = false;
    this.emit('restore');
  }

  maximize(): void {
    this.#geometry.maximize(true);
  }

  unmaximize(): void {
    this.#geometry.maximize(false);
  }

  isMaximized(): boolean {
    return this.#geometry.isMaximized;
  }

  setFullScreen(on: boolean): void {
    this.#geometry.fillScreen(on);
  }

  isFullScreen(): boolean {
    return this.#geometry.isFullScreen;
  }

  getBounds(): Rectangle {
    return this.#geometry.bounds;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#geometry.move(bounds);
  }

  getNormalBounds(): Rectangle {
    return this.#geometry.normal;
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setBackgroundColor(_color: string): void {}

  setRepresentedFilename(path: string): void {
    this.#file = path;
  }

  getRepresentedFilename(): string {
    return this.#file;
  }

  setDocumentEdited(edited: boolean): void {
    this.#edited = edited;
  }

  isDocumentEdited(): boolean {
    return this.#edited;
  }

  #changed(event: string): void {
    if (event === 'resize') {
      const { width, height } = this.getBounds();
      this.#contents.draw({ width, height });
    }
    this.emit(event);
  }

  #followContents(): void {
    const contents = this.#contents;
    contents.once('first-paint', () => {
      // Painted before it is loaded is not painted for good.
      if (contents.getURL() !== '' && !contents.getURL().startsWith('about:')) this.emit('ready-to-show');
      else contents.once('first-paint', () => this.emit('ready-to-show'));
    });
    contents.on('page-title-updated', (event: HostEvent, title: string) => {
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented) this.#title = title;
    });
    contents.on('enter-html-full-screen', () => {
      this.emit('enter-html-full-screen');
      this.setFullScreen(true);
    });
    contents.on('leave-html-full-screen', () => {
      this.emit('leave-html-full-screen');
      this.setFullScreen(false);
    });
    nativeTheme.on('updated', () => {
      if (!this.#destroyed) contents.draw({ dark: nativeTheme.shouldUseDarkColors });
    });
  }
}
