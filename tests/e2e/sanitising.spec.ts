/**
 * The sanitiser on its own: hostile slides in a real browser, on a page without a Content Security Policy, on a stage of
 * reveal.js. No script may run and nothing may be asked of the network but the deck's own files.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';

const origin = 'http://app.test';
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default dompurify";
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Vector {
  readonly name: string;
  readonly body: string;
}

function corpus(path: string): readonly Vector[] {
  const text = readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => ({ name: part.slice(0, part.indexOf('\n')), body: part.slice(part.indexOf('\n') + 1) }));
}

const files = new Map<string, { readonly body: string | Buffer; readonly type: string }>();

test.beforeAll(async () => {
  const result = await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      rolldownOptions: { input: fileURLToPath(new URL('sanitising-page.ts', import.meta.url)) },
    },
  });
  if (!('output' in result)) throw new Error('the page was not built');
  const tags: string[] = [];
  for (const part of result.output) {
    const path = `/${part.fileName}`;
    const isScript = part.type === 'chunk';
    files.set(
      path,
      isScript
        ? { body: part.code, type: 'text/javascript' }
        : { body: Buffer.from(part.source), type: path.endsWith('.css') ? 'text/css' : 'image/svg+xml' },
    );
    if (isScript && part.isEntry) tags.push(`<script type="module" src="${path}"></script>`);
    if (path.endsWith('.css')) tags.push(`<link rel="stylesheet" href="${path}">`);
  }
  files.set('/', {
    body: `<!doctype html><meta charset="utf-8"><title>Slides</title>${tags.join('')}<body></body>`,
    type: 'text/html',
  });
});

/** Opens the page; gives what it asked for that it should not have, and what else was seen. */
async function open(page: Page, csp: string | null): Promise<{ readonly seen: string[]; name: string }> {
  const watch = { seen: [] as string[], name: '' };
  const see = (what: string): void => void watch.seen.push(`${watch.name}: ${what}`);
  page.on('dialog', (dialog) => {
    see(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => see('popup'));
  page.on('pageerror', (error) => see(`error ${error.message}`));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !frame.url().startsWith(`${origin}/`)) see(`navigation to ${frame.url()}`);
  });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = files.get(url.pathname);
    if (url.origin === origin && file !== undefined) {
      await route.fulfill({
        body: file.body,
        contentType: file.type,
        headers: csp === null ? {} : { 'content-security-policy': csp },
      });
    } else if (url.origin === origin && url.pathname.startsWith('/deck/1/')) {
      const found = /\/[ab]\.png$/.test(url.pathname);
      await route.fulfill(found ? { body: pixel, contentType: 'image/png' } : { status: 404 });
    } else {
      see(`request for ${url.href}`);
      await route.abort();
    }
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'harness' in window);
  return watch;
}

for (const file of ['addresses', 'clobbering', 'elements', 'mutation', 'reveal', 'styles', 'svg-and-mathml']) {
  for (const [mode, csp] of [
    ['alone', null],
    ['behind the policy', policy],
  ] as const) {
    test(`hostile slides, ${file}, ${mode}`, async ({ page }) => {
      test.slow();
      const watch = await open(page, csp);
      const problems: string[] = [];
      for (const { name, body } of corpus(`hostile/${file}.txt`)) {
        watch.name = name;
        const wrong = await page.evaluate((text) => window.harness.show(text), body);
        problems.push(...wrong.map((what) => `${name}: ${what}`));
        const ran = await page.evaluate(() => window.ran.splice(0).length);
        if (ran > 0) problems.push(`${name}: script ran`);
      }
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => window.ran)).toEqual([]);
      expect(problems).toEqual([]);
      expect(watch.seen).toEqual([]);
    });
  }
}

test('what reveal.js and the dialect need survives', async ({ page }) => {
  const watch = await open(page, policy);
  const lost: string[] = [];
  for (const { name, body } of corpus('kept/kept.txt')) {
    const { found, html } = await page.evaluate(({ text, selector }) => window.harness.keeps(text, selector), {
      text: body,
      selector: name,
    });
    if (!found) lost.push(`${name}\n  ${html}`);
  }
  expect(lost).toEqual([]);
  expect(watch.seen).toEqual([]);
});

test('the page would notice script and requests', async ({ page }) => {
  const watch = await open(page, null);
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/deck/1/x" onerror="pwn()"><img src="https://evil.test/a.png">',
    ),
  );
  await expect.poll(() => page.evaluate(() => window.ran.length)).toBe(1);
  await expect.poll(() => watch.seen).toEqual([': request for https://evil.test/a.png']);
});
