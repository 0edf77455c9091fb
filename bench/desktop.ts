import { cpSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type SharedChromium, startSharedChromium } from '../tests/electron-host/chromium.ts';
import { StandInProcess } from '../tests/electron-host/stand-in-process.ts';
import { median } from './median.ts';
import { sampleDeck } from './sample-deck.ts';

const slides = 20;
const rounds = 7;
const root = fileURLToPath(new URL('..', import.meta.url));

/** The least that a desktop program with reveal.js in it can be: one window, one page, one slide. */
const bareMain = `
import { readFileSync } from 'node:fs';
import { app, BrowserWindow, protocol, session } from 'electron';
const files = { '/': ['index.html', 'text/html'], '/reveal.js': ['reveal.js', 'text/javascript'], '/reveal.css': ['reveal.css', 'text/css'] };
protocol.registerSchemesAsPrivileged([{ scheme: 'bare', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  session.defaultSession.protocol.handle('bare', (request) => {
    const [name, type] = files[new URL(request.url).pathname] ?? [];
    return name === undefined
      ? new Response(null, { status: 404 })
      : new Response(readFileSync(new URL(name, import.meta.url)), { headers: { 'Content-Type': type } });
  });
  new BrowserWindow({ width: 1440, height: 900 }).loadURL('bare://app/');
});
`;

const barePage = `<!doctype html><link rel="stylesheet" href="/reveal.css">
<div class="reveal"><div class="slides"><section><h1>First</h1></section></div></div>
<script src="/reveal.js"></script><script>Reveal.initialize({ width: 1280, height: 720 });</script>`;

/**
 * From the start of the built main process to the first slide of a deck on the screen, and the same for a program that is nothing but
 * reveal.js: both on the stand-in for Electron, in the same Chromium, in turn.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-desktop-'));
  const deck = join(folder, 'deck.md');
  await writeFile(deck, sampleDeck(slides));
  for (const name of ['reveal.js', 'reveal.css'])
    cpSync(join(root, 'node_modules/reveal.js/dist', name), join(folder, name));
  await writeFile(join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","type":"module","main":"main.js"}');
  await writeFile(join(folder, 'main.js'), bareMain);
  await writeFile(join(folder, 'index.html'), barePage);
  const engine = await startSharedChromium();
  const browser = await chromium.connectOverCDP(engine.endpoint);
  const bare: number[] = [];
  const program: number[] = [];
  try {
    // The first round of each warms the disk.
    for (let round = -1; round < rounds; round++) {
      const floor = await start(engine, browser, { app: folder, args: [] }, folder);
      const own = await start(engine, browser, { app: root, args: [deck] }, folder);
      if (round >= 0) {
        bare.push(floor);
        program.push(own);
      }
    }
  } finally {
    await browser.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
  const [lectern, floor] = [median(program), median(bare)];
  console.log(`start to first slide of ${slides}   reveal.js alone   ratio (wanted: at most 1.5)`);
  console.log(
    `${lectern.toFixed(0).padStart(24)} ms ${floor.toFixed(0).padStart(14)} ms   ${(lectern / floor).toFixed(2)}`,
  );
}

/** Milliseconds until the first slide of a program is drawn. */
async function start(
  engine: SharedChromium,
  browser: Browser,
  { app, args }: { readonly app: string; readonly args: readonly string[] },
  folder: string,
): Promise<number> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no context.');
  const shown = new Promise<number>((resolve, reject) => {
    context.once('page', (page) => void retried(page).then(resolve, reject));
  });
  const began = performance.now();
  const env = { LECTERN_STATE: join(folder, 'state'), XDG_CONFIG_HOME: join(folder, 'config') };
  const process = new StandInProcess({ engine: engine.endpoint, app, args, env });
  const ended = await shown;
  await process.kill();
  return ended - began;
}

/** A page that has not come to its address yet takes what is asked of it along when it goes there. */
async function retried(page: Page): Promise<number> {
  for (;;) {
    try {
      return await drawn(page);
    } catch (error) {
      if (!(error instanceof Error) || !/context was destroyed|navigation/i.test(error.message)) throw error;
    }
  }
}

async function drawn(page: Page): Promise<number> {
  // By the page's own clock, looked for at each frame, and with as little of a script as can be: a locator's takes a tenth of a second.
  const shown = await page.evaluate(
    async (slide) =>
      new Promise<number>((done) => {
        const look = (): void => {
          if (document.querySelector(slide) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
        };
        look();
      }),
    ':is(.ui-first, .reveal.ready) section.present :is(h1, h2)',
  );
  return shown - performance.timeOrigin;
}
