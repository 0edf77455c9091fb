import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { screen } from './screen.ts';

type State = 'normal' | 'maximized' | 'fullscreen';

/** Where a window stands, and whether it fills its display. Its frame has no size: bounds and content are the same. */
export class WindowGeometry {
  readonly #least: { readonly width: number; readonly height: number };
  /** Called with each event that a change comes with. */
  readonly #tell: (event: string) => void;
  #bounds: Rectangle;
  #state: State = 'normal';
  /** What was given up to fill the screen. */
  #before: State = 'normal';

  constructor(options: BrowserWindowConstructorOptions, tell: (event: string) => void) {
    const { width = 800, height = 600, minWidth = 0, minHeight = 0 } = options;
    this.#least = { width: minWidth, height: minHeight };
    this.#tell = tell;
    this.#bounds = placed(options, { width: Math.max(width, minWidth), height: Math.max(height, minHeight) });
  }

  get isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  get isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  /** As the window is when it fills nothing. */
  get normal(): Rectangle {
    return { ...this.#bounds };
  }

  get bounds(): Rectangle {
    const display = screen.getDisplayMatching(this.#bounds);
    if (this.isMaximized) return { ...display.workArea };
    return this.isFullScreen ? { ...display.bounds } : this.normal;
  }

  move(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    const next = { ...before, ...bounds };
    const { width, height } = this.#least;
    this.#bounds = { ...next, width: Math.max(next.width, width), height: Math.max(next.height, height) };
    if (before.x !== next.x || before.y !== next.y) this.#tell('move');
    if (before.width !== next.width || before.height !== next.height) this.#tell('resize');
  }

  maximize(on: boolean): void {
    if (on) this.#change('maximized', 'maximize');
    else if (this.isMaximized) this.#change('normal', 'unmaximize');
  }

  fillScreen(on: boolean): void {
    if (on === this.isFullScreen) return;
    if (on) this.#before = this.#state;
    this.#change(on ? 'fullscreen' : this.#before, on ? 'enter-full-screen' : 'leave-full-screen');
  }

  #change(state: State, event: string): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#tell(event);
    this.#tell('resize');
  }
}

/** Where a new window stands: where it is told to, or in the middle. */
function placed(
  { x, y }: BrowserWindowConstructorOptions,
  size: { readonly width: number; readonly height: number },
): Rectangle {
  if (x !== undefined && y !== undefined) return { x, y, ...size };
  const { workArea } = screen.getPrimaryDisplay();
  return {
    x: Math.round(workArea.x + (workArea.width - size.width) / 2),
    y: Math.round(workArea.y + (workArea.height - size.height) / 2),
    ...size,
  };
}
