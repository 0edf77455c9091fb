import { availableParallelism } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { type ChromiumBinary, findChromium } from './src/server/chromium-binary.ts';
import type { ShellOptions } from './tests/e2e/shells/shell-test.ts';

// A whole browser where one is installed, since people use whole browsers; else the bundled headless one.
const found: ChromiumBinary[] = [];
for await (const browser of findChromium()) if ('path' in browser) found.push(browser);
const browser =
  found.find(({ name }) => /(?:chrome|chromium|edge)[^/]*$/i.test(name) && !/headless/i.test(name)) ?? found[0];
if (browser === undefined)
  throw new Error('The end-to-end tests need a Chromium, Chrome or Edge on the PATH, or LECTERN_CHROMIUM.');

/** What is only about the desktop shell, and the files of those tests in which shells differ. */
const desktopTests = 'desktop/*.spec.ts';
const shellTests = [
  desktopTests,
  ...['export', 'present', 'save', 'window'].map((name) => `app-${name}.spec.ts`),
  'hostile-deck.spec.ts',
];

/**
 * Every run has the browser shell, and the desktop shell on the stand-in for Electron as far as shells differ. Set to `stand-in` or
 * `electron` by `npm run test:desktop` and `npm run test:electron`, this has all specs run on the one that it names.
 */
const only = process.env['LECTERN_TEST_SHELL'];

export default defineConfig<object, ShellOptions>({
  testDir: 'tests/e2e',
  // One more than cores, at most four: a test often waits, for autosave above all. Each drives a browser and a server of its own.
  workers: Math.min(4, availableParallelism() + 1),
  fullyParallel: true,
  // A machine that does too much at once can have a test's next step overtake the program. What needed a second try is named at the end.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'out/test-results',
  projects:
    only === 'stand-in' || only === 'electron'
      ? // How the program starts and ends is played out on the stand-in; see tests/e2e/shells/desktop-test.ts.
        [{ name: only, testIgnore: only === 'electron' ? /desktop\/(?!walk)/ : [], use: { shellName: only } }]
      : [
          { name: 'browser', testIgnore: desktopTests, use: { shellName: 'browser' } },
          { name: 'stand-in', testMatch: shellTests, use: { shellName: 'stand-in' } },
        ],
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
