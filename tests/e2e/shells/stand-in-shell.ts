import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { SharedChromium } from '../../electron-host/chromium.ts';
import { StandInProcess, type StandInOptions } from '../../electron-host/stand-in-process.ts';
import { takeSavedExport } from './desktop-windows.ts';
import { type Desktop, type Shell, stateOf, type SystemLook } from './shell.ts';

/** The Chromium that plays the engine's part in one worker, and Playwright's hold on it. */
export interface StandInEngine {
  readonly chromium: SharedChromium;
  readonly browser: Browser;
}

/** The built desktop program on the stand-in. */
export interface StandIn extends Desktop {
  readonly process: StandInProcess;
  close(): Promise<void>;
}

/** Starts the program; `options` say how, over what every test has. */
export function startStandIn(
  folder: string,
  { chromium, browser }: StandInEngine,
  options: Partial<StandInOptions> = {},
): StandIn {
  const started: StandInOptions = {
    engine: chromium.endpoint,
    args: [folder],
    ...options,
    env: { LECTERN_STATE: stateOf(folder), XDG_CONFIG_HOME: `${stateOf(folder)}/config`, ...options.env },
  };
  const process = new StandInProcess(started);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no context.');
  const before = new Set(context.pages());
  const windows = (): Page[] => context.pages().filter((page) => !before.has(page) && !isBlank(page));
  return {
    process,
    ended: process.ended,
    run: (act, argument) => process.run(act, argument),
    windows,
    nextWindow: () => nextWindow(context),
    startAgain: (args) => new StandInProcess({ ...started, args }).ended,
    async close() {
      await process.kill();
    },
  };
}

function isBlank(page: Page): boolean {
  return page.url().startsWith('about:');
}

/** A window is there once it shows an address of its own. */
async function nextWindow(context: BrowserContext, watch: (page: Page) => void = () => {}): Promise<Page> {
  const page = await context.waitForEvent('page');
  watch(page);
  // The program answers the page's own question, not the test.
  page.on('dialog', () => {});
  await page.waitForURL((url) => url.protocol !== 'about:');
  return page;
}

/** The program over a folder, seen through its first window. */
export async function standInShell(
  folder: string,
  engine: StandInEngine,
  system: SystemLook,
  watch: (page: Page) => void,
): Promise<Shell> {
  const [context] = engine.browser.contexts();
  if (context === undefined) throw new Error('The browser has no context.');
  const opening = nextWindow(context, watch);
  const desktop = startStandIn(folder, engine, {
    env: {
      ...(system.dark ? { ELECTRON_HOST_DARK: '1' } : {}),
      ...(system.reducedMotion ? { ELECTRON_HOST_REDUCED_MOTION: '1' } : {}),
    },
  });
  const page = await Promise.race([
    opening,
    desktop.ended.then((code) => Promise.reject(new Error(`The program ended with ${code}: ${desktop.process.said}`))),
  ]);
  return {
    page,
    desktop,
    async another() {
      const next = desktop.nextWindow();
      await desktop.startAgain(['--new-window', folder]);
      return next;
    },
    takeExport: (press) => takeSavedExport(desktop, page, press),
    clipboard: () => desktop.process.byHand((host) => host.clipboard()),
    makeDark: (dark) => desktop.process.byHand((host, on) => host.makeDark(on), dark),
    async close() {
      // A page whose program is killed under it has nothing to tell any more.
      for (const event of ['console', 'pageerror'] as const) page.removeAllListeners(event);
      await desktop.close();
    },
  };
}
