import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumBinary, findChromium } from '../../src/server/chromium-binary.ts';

/** A Chromium that stands-in and tests share: each speaks to it in its DevTools protocol. */
export interface SharedChromium {
  /** Its address, `ws://127.0.0.1:…`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

const flags = [
  '--headless',
  '--remote-debugging-port=0',
  // Whatever is not answered by the stand-in finds nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-extensions',
  '--disable-default-apps',
  // What Chrome adds to Chromium's own engine, and Electron does not have.
  '--disable-features=Translate,OptimizationHints,MediaRouter,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
  // Windows behind others go on drawing, as each test's own window would.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-popup-blocking',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** Starts the browser that the end-to-end tests use: a whole one where one is installed, or the bundled headless one. */
export async function startSharedChromium(args: readonly string[] = []): Promise<SharedChromium> {
  const binary = await testBrowser();
  const profile = await mkdtemp(join(tmpdir(), 'lectern-electron-host-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary.path, [...flags, ...sandbox, ...args, `--user-data-dir=${profile}`, 'about:blank'], {
    env: { ...process.env, ...binary.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const ended = once(child, 'close');
  const kill = (): void => {
    try {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
      else child.kill();
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', kill);
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('close', () => reject(new Error(`${binary.path} ended before it listened: ${said}`)));
  });
  return {
    endpoint,
    async close() {
      kill();
      await ended;
      process.off('exit', kill);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** People use whole browsers, so a whole one is preferred. */
async function testBrowser(): Promise<ChromiumBinary> {
  const found: ChromiumBinary[] = [];
  for await (const browser of findChromium()) if ('path' in browser) found.push(browser);
  const whole = found.find(({ name }) => /(?:chrome|chromium|edge)[^/]*$/i.test(name) && !/headless/i.test(name));
  const browser = whole ?? found[0];
  if (browser === undefined)
    throw new Error('There is no Chromium, Chrome or Edge here, and LECTERN_CHROMIUM names none.');
  return browser;
}
