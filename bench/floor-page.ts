import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { defaultOptions } from '../src/core/export/options.ts';
import { pdfWriter } from '../src/host/export/pdf-writer.ts';
import type { PrintEngine, PrintRequest } from '../src/host/export/print-engine.ts';
import { findChromium } from '../src/server/chromium-binary.ts';
import { chromiumEngine } from '../src/server/chromium-engine.ts';

/** A page without a program: the HTML that a deck’s slides come to, with the same style sheets, fonts and images. */
export interface FloorPage {
  readonly site: PrintRequest['site'];
  readonly pages: number;
}

/** Lets the print page lay the deck out once and keeps what came of it. */
export async function floorPage(deckPath: string, bundle: string): Promise<FloorPage> {
  let site: PrintRequest['site'] | null = null;
  let html = '';
  const chromiums = chromiumEngine();
  const engine: PrintEngine = {
    ...chromiums,
    async printAll(requests) {
      const [first] = requests;
      if (first === undefined) return [];
      const pages = await Promise.all(requests.map((request) => laidOut(request)));
      site = first.site;
      html = joined(pages);
      return chromiums.printAll(requests);
    },
  };
  const { pages } = await print(deckPath, null, bundle, engine);
  return {
    site: withPage(site ?? (() => Promise.reject(new Error('No site.'))), withoutProgram(html)),
    pages,
  };
}

/**
 * What it takes to finish the PDF of a deck, after the browser has printed it, in seconds.
 * @param annotations the deck’s sidecar, to be written as annotations; `null` for none
 */
export async function finishingTime(deckPath: string, annotations: string | null, bundle: string): Promise<number> {
  const chromiums = chromiumEngine();
  let at = 0;
  const engine: PrintEngine = {
    ...chromiums,
    async printAll(requests, signal) {
      const printed = await chromiums.printAll(requests, signal);
      at = performance.now();
      return printed;
    },
  };
  await print(deckPath, annotations, bundle, engine);
  return (performance.now() - at) / 1000;
}

async function print(
  deckPath: string,
  annotations: string | null,
  bundle: string,
  engine: PrintEngine,
): Promise<{ readonly pages: number }> {
  const order = {
    text: readFileSync(deckPath, 'utf8'),
    annotations,
    options: { ...defaultOptions('pdf'), annotations: annotations === null ? ('none' as const) : ('native' as const) },
    deckPath,
    fileName: deckPath,
  };
  return pdfWriter({ bundle, engine, version: '0' })(order, new AbortController().signal, () => undefined);
}

/** The page is ready when what it names is loaded; its program and the marks it made are taken out. */
function withoutProgram(html: string): string {
  const ready = '<script>onload = () => { document.documentElement.dataset.print = "ready"; };</script></head>';
  return html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/ data-print(?:-problem)?="[^"]*"/g, '')
    .replace('</head>', ready);
}

function withPage(site: PrintRequest['site'], page: string): PrintRequest['site'] {
  return (request) =>
    new URL(request.url).pathname === '/floor.html'
      ? Promise.resolve(new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
      : site(request);
}

/** The pages of several documents as one. */
function joined([first = '', ...others]: readonly string[]): string {
  const body = (html: string): string => /<body[^>]*>([^]*)<\/body>/.exec(html)?.[1] ?? '';
  return first.replace('</body>', () => `${others.map(body).join('')}</body>`);
}

async function laidOut({ site, page: path }: PrintRequest): Promise<string> {
  for await (const binary of findChromium()) {
    if ('problem' in binary) continue;
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({
      executablePath: binary.path,
      args,
      env: { ...definedEnv(), ...binary.env },
    });
    try {
      const page = await browser.newPage();
      await page.route('**', async (route) => {
        const response = await site(new Request(route.request().url()));
        await route.fulfill({
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: Buffer.from(await response.arrayBuffer()),
        });
      });
      await page.goto(`https://lectern.invalid${path}`);
      await page.locator('html[data-print=ready]').waitFor({ state: 'attached' });
      return await page.content();
    } finally {
      await browser.close();
    }
  }
  throw new Error('There is no browser here to measure with.');
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
