import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { StandInOptions } from '../../electron-host/stand-in-process.ts';
import { stateOf } from './shell.ts';
import { shellTest } from './shell-test.ts';
import { type StandIn, startStandIn } from './stand-in-shell.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/app', import.meta.url));

interface DesktopFixtures {
  /** A folder of decks that the test may change. */
  readonly folder: string;
  /** Starts the desktop program on the stand-in, as the options say; it ends with the test. */
  readonly start: (options?: Partial<StandInOptions>) => StandIn;
  /** As `start`, and waits for the first window. */
  readonly startInWindow: (
    options?: Partial<StandInOptions>,
  ) => Promise<{ readonly desktop: StandIn; readonly page: Page }>;
}

/**
 * Tests of how the desktop program starts and ends, and of what the user and the system do to it from outside. Electron itself lets
 * no test do most of that: these run on the stand-in alone, whatever shell the other specs run on.
 */
export const test = shellTest.extend<DesktopFixtures>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-desktop-'));
    await cp(fixtures, folder, { recursive: true });
    await use(folder);
    for (const path of [folder, stateOf(folder)]) await rm(path, { recursive: true, force: true });
  },
  start: async ({ folder, standInEngine }, use) => {
    const engine = await standInEngine();
    const started: StandIn[] = [];
    await use((options) => {
      const one = startStandIn(folder, engine, options);
      started.push(one);
      return one;
    });
    for (const one of started) await one.close();
  },
  startInWindow: async ({ start, standInEngine }, use) => {
    await standInEngine();
    await use(async (options) => {
      const desktop = start(options);
      const opening = desktop.nextWindow();
      const ended = desktop.ended.then((code) =>
        Promise.reject(new Error(`The program ended with ${code}: ${desktop.process.said}`)),
      );
      return { desktop, page: await Promise.race([opening, ended]) };
    });
  },
});

export { expect } from '@playwright/test';
