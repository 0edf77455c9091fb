/** Web pages that `lectern export` makes, opened from disk as whoever gets one by mail does. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="400" height="200"><rect width="200" height="100" fill="#2a6"/></svg>';

const talk = `---
title: A talk <for> everybody
theme: lectern-light
---

# First

![A green square](square.svg)

Note: SPOKEN words for the first

---

<!-- .slide: data-background-color="#102030" -->
## Second

- one <!-- .element: class="fragment" -->
- two <!-- .element: class="fragment" -->

[to the last](#/2/1), [to nowhere](#/9), [outside](https://example.org/)

---

## Third

![The same square](square.svg) ![Not there](gone.png)

--

## Last 日本語

Note: SPOKEN at the end
`;

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-page-'));
  await writeFile(join(folder, 'square.svg'), square);
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function exportPage(deck: string, ...flags: readonly string[]): Promise<string> {
  await writeFile(join(folder, 'talk.md'), deck);
  const page = join(folder, 'talk.html');
  // What it warns of is known: these decks are full of what is left out.
  execFileSync(
    process.execPath,
    [join(root, 'bin/lectern.js'), 'export', join(folder, 'talk.md'), '-o', page, ...flags],
    { stdio: 'pipe' },
  );
  return page;
}

/** Everything that a page asks for beyond itself, and what it complains of. */
function watch(context: BrowserContext, path: string): { readonly asked: string[]; readonly complaints: string[] } {
  const [asked, complaints]: [string[], string[]] = [[], []];
  context.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url().replace(/#.*$/, '') !== pathToFileURL(path).href)
      asked.push(request.url());
  });
  context.on('console', (message) => void complaints.push(message.text()));
  context.on('weberror', (error) => void complaints.push(String(error.error())));
  return { asked, complaints };
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(pathToFileURL(path).href);
  await expect(page.locator('.reveal.ready')).toBeVisible();
}

test('a page shows the deck from disk, step by step, with no network and no other file', async ({ page, context }) => {
  const path = await exportPage(talk);
  const { asked, complaints } = watch(context, path);
  await context.setOffline(true);
  await open(page, path);
  await expect(page).toHaveTitle('A talk <for> everybody');
  const present = page.locator('section.present:not(.stack)');
  await expect(present.getByRole('heading', { name: 'First' })).toBeVisible();
  await expect.poll(() => present.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
  expect(await page.evaluate(() => document.fonts.check('700 16px Inter'))).toBe(true);

  await page.keyboard.press('ArrowRight');
  await expect(present.getByText('one')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(present.getByText('one')).toBeVisible();
  await expect(present.getByText('two')).toBeHidden();
  expect(await present.getByRole('heading').evaluate((heading) => getComputedStyle(heading).color)).toBe(
    'rgb(255, 255, 255)',
  );
  await expect(present.getByRole('link', { name: 'to nowhere' })).toHaveCount(0);
  await expect(present.getByRole('link', { name: 'outside' })).toHaveAttribute('target', '_blank');
  await present.getByRole('link', { name: 'to the last' }).click();
  await expect(present.getByRole('heading', { name: 'Last 日本語' })).toBeVisible();
  await expect(present.locator('.slide-foot-number')).toHaveText('3.1');
  await page.keyboard.press('ArrowUp');
  // The file is in the page once, and shown twice; the one that is missing says so.
  await expect
    .poll(() => present.getByAltText('The same square').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(400);
  await expect(present.getByText('gone.png')).toBeVisible();

  const written = await readFile(path, 'utf8');
  expect(written.split(Buffer.from(square).toString('base64')).length).toBe(2);
  expect(written).not.toContain('SPOKEN');
  // Without notes there is nothing to show to whoever speaks.
  await page.keyboard.press('s');
  expect(context.pages()).toHaveLength(1);
  expect(asked).toEqual([]);
  expect(complaints.filter((text) => !text.includes('gone.png'))).toEqual([]);
});

test('a page with notes shows them in a second window, and both go together', async ({ page, context }) => {
  const path = await exportPage(talk, '--notes', 'page');
  const { asked } = watch(context, path);
  await open(page, path);
  await page.keyboard.press('ArrowRight');
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const speaker = await opening;
  await expect(speaker.getByText('Slide 2 of 4')).toBeVisible();
  await expect(speaker.getByText('No notes on this slide')).toBeVisible();
  await expect(speaker.locator('.player-next').getByRole('listitem').filter({ hasText: 'one' })).toBeVisible();

  await speaker.keyboard.press('ArrowLeft');
  await expect(page.locator('section.present h1')).toHaveText('First');
  await expect(speaker.getByLabel('Notes')).toContainText('SPOKEN words for the first');
  await page.bringToFront();
  await page.goto(`${pathToFileURL(path).href}#/slide-4`);
  await expect(speaker.getByText('Slide 4 of 4')).toBeVisible();
  await expect(speaker.getByLabel('Notes')).toContainText('SPOKEN at the end');
  await expect(speaker.getByText('End of the deck')).toBeVisible();
  expect(asked).toEqual([]);
});

test('a page can be read where its program does not run', async ({ browser }) => {
  const path = await exportPage(talk);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  for (const name of ['First', 'Second', 'Third', 'Last 日本語'])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText('two')).toBeVisible();
  await context.close();
});

test('slides that try to run something are as inert in a page as on the stage, with its policy and without', async ({
  browser,
}) => {
  const fixtures = join(root, 'tests/fixtures/hostile');
  const slides = readdirSync(fixtures)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(fixtures, name), 'utf8').split(/^=== .*\n/m))
    .filter((slide) => slide.trim() !== '');
  const path = await exportPage(`# Start\n\n---\n\n${slides.join('\n\n---\n\n')}`, '--notes', 'page');
  const html = await readFile(path, 'utf8');
  const unguarded = join(folder, 'unguarded.html');
  await writeFile(unguarded, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  expect((html.match(/<script/g) ?? []).length).toBe(2);
  for (const target of [path, unguarded]) {
    const context = await browser.newContext();
    const ran: string[] = [];
    await context.exposeFunction('pwn', () => void ran.push('pwn'));
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => void (/^(?:https?|wss?|ftp):/.test(request.url()) && asked.push(request.url())));
    page.on('dialog', (dialog) => void (ran.push('dialog'), dialog.dismiss()));
    await open(page, target);
    // Each slide is gone to where nothing but the sanitiser stands in the way.
    if (target === unguarded) {
      const count = await page.evaluate(() => {
        const { length } = document.querySelectorAll('.slides section:not(.stack)');
        const space = { key: ' ', keyCode: 32, bubbles: true };
        for (let at = 0; at < length; at++) document.dispatchEvent(new KeyboardEvent('keydown', space));
        return length;
      });
      expect(count).toBeGreaterThan(slides.length * 0.8);
    }
    const slideElement = page.locator('.slides');
    expect(await slideElement.evaluate((one) => getComputedStyle(one).getPropertyValue('--leaked'))).toBe('');
    expect([ran, asked], target).toEqual([[], []]);
    await context.close();
  }
});
