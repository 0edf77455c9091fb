import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from '../core/schema.ts';
import { createStateFile } from '../host/state-file.ts';
import type { Target } from '../host/target.ts';
import { besideOthers, centred, onScreen, type WindowPlace } from './window-place.ts';

/** So many decks and folders have a place of their own; the one used longest ago gives way. */
const most = 60;
/** A window that is dragged tells of every pixel: its place is written when it has rested so long, in ms. */
const rest = 400;

const length = z.number().int().min(1).max(100_000);
const offset = z.number().int().min(-100_000).max(100_000);
const place = z.object({
  bounds: z.object({ x: offset, y: offset, width: length, height: length }),
  maximized: z.boolean(),
});
/** By path; the one used last stands last. */
const schema = z.object({ places: z.array(z.object({ path: z.string(), place })).max(1000) });

type Places = z.infer<typeof schema>;

/** Where windows were left, from one start to the next. */
export interface WindowPlaces {
  /** The place for a new window on `target`; on the screen, and not exactly over another window. */
  placeFor(target: Target, open: readonly BrowserWindow[]): Promise<WindowPlace>;
  /** Remembers where a window is put, until it is closed. */
  follow(window: BrowserWindow, target: Target): void;
  /** What is still being written; `null` when all is. */
  writing(): Promise<unknown> | null;
}

/** @param folder The state folder. A file there that makes no sense is set aside, and windows start in the middle. */
export function createWindowPlaces(folder: string): WindowPlaces {
  const file = createStateFile<Places>(join(folder, 'windows.json'), (json) => schema.parse(json), { places: [] });

  const unwritten = new Set<Promise<unknown>>();
  const remember = (path: string, at: WindowPlace): void => {
    const written = file
      .update(({ places }) => ({
        places: [...places.filter((one) => one.path !== path), { path, place: at }].slice(-most),
      }))
      // Remembering is a comfort: what cannot be written is forgotten without a word.
      .catch(() => undefined)
      .finally(() => unwritten.delete(written));
    unwritten.add(written);
  };

  return {
    async placeFor({ folder: library, open }, windows) {
      const { places } = await file.read();
      const known = places.find(({ path }) => path === (open ?? library)) ?? places.at(-1);
      const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
      const wanted = known?.place.bounds ?? centred(screen.getPrimaryDisplay().workArea);
      const others = windows.map((window) => window.getNormalBounds());
      return {
        bounds: onScreen(besideOthers(onScreen(wanted, areas), others), areas),
        maximized: known?.place.maximized ?? false,
      };
    },
    follow(window, { folder: library, open }) {
      let timer: NodeJS.Timeout | undefined;
      const write = (): void => {
        clearTimeout(timer);
        if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
        remember(open ?? library, { bounds: whole(window.getNormalBounds()), maximized: window.isMaximized() });
      };
      const later = (): void => {
        clearTimeout(timer);
        timer = setTimeout(write, rest);
      };
      window.on('resize', later).on('move', later).on('maximize', later).on('unmaximize', later);
      window.on('close', write).on('closed', () => clearTimeout(timer));
    },
    writing: () => (unwritten.size === 0 ? null : Promise.all(unwritten)),
  };
}

/** Brings windows back that a display took with it which is gone, or smaller than it was. */
export function keepOnScreen(windows: () => readonly BrowserWindow[]): void {
  const bringBack = (): void => {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    for (const window of windows()) {
      // The system itself sees to windows that fill a display.
      if (window.isMaximized() || window.isFullScreen() || window.isMinimized()) continue;
      const now = window.getBounds();
      const there = onScreen(now, areas);
      if (!isSame(now, there)) window.setBounds(there);
    }
  };
  screen.on('display-removed', bringBack);
  screen.on('display-metrics-changed', bringBack);
}

function whole({ x, y, width, height }: Rectangle): Rectangle {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
