import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInBrowser } from '../../../src/server/browser-launch.ts';
import type { Served } from '../../../src/server/serve.ts';
import { deckFolder, serveFolder } from './running-server.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (executablePath === undefined)
  console.log('Skipped: the server in a real browser. No Chromium or Chrome is installed.');

describe.skipIf(executablePath === undefined)('in a real browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  let folder = '';
  let served: Served;

  beforeAll(async () => {
    folder = await deckFolder();
    served = await serveFolder(folder);
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
        '--disable-component-update',
        '--disable-background-networking',
        '--host-resolver-rules=MAP evil.test 127.0.0.1',
      ],
    });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('the start file leads into the app, the link does not stay behind, and a reload works', async () => {
    // Stands for the system's opener: it keeps the file's address and does nothing with it.
    const kept = join(folder, 'address');
    const { promise: used, resolve: use } = Promise.withResolvers<void>();
    await openInBrowser(served.url, used, { command: 'sh', args: ['-c', 'printf %s "$1" > "$0"', kept] });
    const page = await (await browser.newContext()).newPage();
    const origin = `http://127.0.0.1:${served.port}`;
    await page.goto(await readFile(kept, 'utf8'));
    await page.waitForURL(`${origin}/`);
    await served.launched;
    use();
    expect(await page.title()).toBe('Lectern');
    await page.reload();
    expect(await page.title()).toBe('Lectern');
    expect(await page.evaluate(() => [document.referrer, document.cookie, history.length])).toEqual([
      '',
      '',
      expect.any(Number),
    ]);
    const secret = await page.locator('meta[name=lectern-secret]').getAttribute('content');
    // Another tab of the same browser is let in by the cookie, and is handed the secret too.
    const opens = page.waitForEvent('popup');
    await page.evaluate(() => void window.open('/#/deck/AbCdEfGh'));
    const tab = await opens;
    await tab.waitForLoadState();
    expect(tab.url()).toBe(`${origin}/#/deck/AbCdEfGh`);
    expect(await tab.locator('meta[name=lectern-secret]').getAttribute('content')).toBe(secret);
    const typed = await page.context().newPage();
    await typed.goto(origin);
    expect(await typed.locator('meta[name=lectern-secret]').getAttribute('content')).toBe(secret);
    const status = (path: string, headers: Readonly<Record<string, string>>) =>
      page.evaluate(async ([to, sent]) => (await fetch(to, { method: 'POST', body: '{}', headers: sent })).status, [
        path,
        headers,
      ] as const);
    const json = { 'Content-Type': 'application/json' };
    expect(await status('/api/app.describe', { ...json, 'X-Lectern-Secret': secret ?? '' })).toBe(200);
    expect(await status('/api/app.describe', json)).toBe(403);

    // A page on another port of this machine has the same site, and so the cookie, but nothing else.
    const other = createServer((_, response) => response.end('<!doctype html><title>Other</title>')).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    const address = other.address();
    const stranger = await page.context().newPage();
    await stranger.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    const reached = await stranger.evaluate(
      async ([to, header]) => {
        const call = await fetch(`${to}/api/app.describe`, {
          method: 'POST',
          body: '{}',
          credentials: 'include',
          headers: { 'X-Lectern-Secret': header },
        }).then(
          () => 'answered',
          () => 'blocked',
        );
        const plain = await fetch(`${to}/api/app.describe`, {
          method: 'POST',
          body: '{}',
          mode: 'no-cors',
          credentials: 'include',
        }).then(
          () => 'opaque',
          () => 'blocked',
        );
        const image = await new Promise((resolve) => {
          const element = new Image();
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('blocked');
          element.src = `${to}/`;
        });
        return [call, plain, image];
      },
      [origin, secret ?? ''] as const,
    );
    expect(reached).toEqual(['blocked', 'blocked', 'blocked']);
    other.close();
    other.closeAllConnections();
  });

  it('a name that was bound to this machine gets nothing', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`http://evil.test:${served.port}/`);
    expect(response?.status()).toBe(421);
  });

  it('a page without the cookie is told what to do', async () => {
    const page = await (await browser.newContext()).newPage();
    const file = join(folder, 'link.html');
    await writeFile(file, `<a href="${served.url}">again</a>`);
    await page.goto(pathToFileURL(file).href);
    await page.getByText('again').click();
    await page.getByRole('heading', { name: 'This link has been used' }).waitFor();
  });
});
