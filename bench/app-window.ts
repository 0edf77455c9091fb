import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../src/server/chromium-binary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A page, and Chromium's own figures about it. */
export interface Window {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** A Chromium that draws a frame as soon as there is one to draw: waiting for a screen is not the program's doing. */
export async function startBrowser(): Promise<Browser> {
  for await (const binary of findChromium()) {
    if ('problem' in binary) continue;
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return chromium.launch({
      executablePath: binary.path,
      args: [...sandbox, '--disable-frame-rate-limit', '--disable-gpu-vsync', '--enable-precise-memory-info'],
      env: { ...definedEnv(), ...binary.env },
    });
  }
  throw new Error('There is no browser here to measure with.');
}

export async function openWindow(browser: Browser): Promise<Window> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 810 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  return { page, cdp };
}

/** Runs the program over a folder that holds these files, decks and what lies beside them, by name; hands the address of its first window to `work`. */
export async function withLectern(
  files: ReadonlyMap<string, string>,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  const server = spawn(process.execPath, [join(root, 'bin/lectern.js'), 'serve', folder, '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LECTERN_STATE: join(folder, '.state') },
  });
  const ended = once(server, 'exit');
  try {
    let printed = '';
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /"url":\s*"([^"]+)"/.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      });
      server.on('exit', () => reject(new Error(`lectern serve ended before it listened: ${printed}`)));
    });
    await work(url);
  } finally {
    server.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

export async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Bytes of script objects after a collection. */
export async function heapSize({ cdp }: Window): Promise<number> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
