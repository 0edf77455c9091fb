import { test as base, type Browser, type Page } from '@playwright/test';
import { startSharedChromium } from '../../electron-host/chromium.ts';
import { browserShell } from './browser-shell.ts';
import { electronShell } from './electron-shell.ts';
import type { Shell, ShellName } from './shell.ts';
import { type StandInEngine, standInShell } from './stand-in-shell.ts';

interface ShellFixtures {
  /** Shows the program over a folder, in the project's shell; hands its first window to `watch` as early as can be. */
  readonly openShell: (folder: string, watch: (page: Page) => void) => Promise<Shell>;
}

export interface ShellOptions {
  /** The project's shell. */
  readonly shellName: ShellName;
}

interface ShellWorker extends ShellOptions {
  /** The browser of this worker's windows; started when it is first asked for. */
  readonly userBrowser: () => Promise<Browser>;
  /** The engine of this worker's stand-ins; started when it is first asked for. */
  readonly standInEngine: () => Promise<StandInEngine>;
}

/** Tests of the program in whatever shell the project names. */
export const shellTest = base.extend<ShellFixtures, ShellWorker>({
  shellName: ['browser', { option: true, scope: 'worker' }],
  userBrowser: [
    async ({ playwright }, use) => {
      const browser = once(() => playwright.chromium.launch());
      await use(browser.get);
      await (await browser.made())?.close();
    },
    { scope: 'worker' },
  ],
  standInEngine: [
    async ({ playwright }, use) => {
      const engine = once(async () => {
        const chromium = await startSharedChromium();
        return { chromium, browser: await playwright.chromium.connectOverCDP(chromium.endpoint) };
      });
      await use(engine.get);
      const started = await engine.made();
      await started?.browser.close();
      await started?.chromium.close();
    },
    { scope: 'worker' },
  ],
  openShell: async ({ shellName, userBrowser, standInEngine, colorScheme, contextOptions }, use) => {
    const system = { dark: colorScheme === 'dark', reducedMotion: contextOptions.reducedMotion === 'reduce' };
    await use(async (folder, watch) => {
      switch (shellName) {
        case 'browser':
          return browserShell(folder, await userBrowser(), watch);
        case 'stand-in':
          return standInShell(folder, await standInEngine(), system, watch);
        case 'electron':
          return electronShell(folder, system, watch);
      }
    });
  },
});

/** Something that is made when it is first asked for. */
function once<T>(make: () => Promise<T>): { readonly get: () => Promise<T>; readonly made: () => Promise<T> | null } {
  let made: Promise<T> | null = null;
  return { get: () => (made ??= make()), made: () => made };
}
