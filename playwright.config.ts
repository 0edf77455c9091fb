import { availableParallelism } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { type ChromiumBinary, findChromium } from './src/server/chromium-binary.ts';

// A whole browser where one is installed, since people use whole browsers; else the bundled headless one.
const found: ChromiumBinary[] = [];
for await (const browser of findChromium()) if ('path' in browser) found.push(browser);
const browser =
  found.find(({ name }) => /(?:chrome|chromium|edge)[^/]*$/i.test(name) && !/headless/i.test(name)) ?? found[0];
if (browser === undefined)
  throw new Error('The end-to-end tests need a Chromium, Chrome or Edge on the PATH, or LECTERN_CHROMIUM.');

export default defineConfig({
  testDir: 'tests/e2e',
  // Two for each core, at most four: a test mostly waits, for autosave above all. Each drives a browser and a server of its own.
  workers: Math.min(4, 2 * availableParallelism()),
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'out/test-results',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 810 },
    deviceScaleFactor: 1,
    // What was done, said and asked for, of tests that fail. Pictures and snapshots of every step would cost a fifth of the run;
    // `--trace on` has them too.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: {
      executablePath: browser.path,
      env: { ...process.env, ...browser.env } as Record<string, string>,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        // Chromium has no sandbox for root; nobody else goes without it.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
