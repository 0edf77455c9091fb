import type { Browser } from '@playwright/test';
import { heapSize, openWindow, startBrowser, twoFrames, type Window, withLectern, workOf } from './app-window.ts';
import { median, percentile } from './median.ts';
import { revealSteps } from './reveal-floor.ts';
import { sampleDeck } from './sample-deck.ts';

const sizes = [50, 1000, 5000];
const steps = 40;
const keys = 120;

interface Figures {
  readonly slides: number;
  readonly open: number;
  readonly keyMedian: number;
  readonly keyLate: number;
  readonly keyWork: number;
  readonly edit: number;
  readonly present: number;
  readonly reveal: number;
  readonly heap: number;
}

/** The running program on decks of 50, 1,000 and 5,000 slides, and reveal.js alone with the same sections. */
export async function run(): Promise<void> {
  const browser = await startBrowser();
  const decks = new Map(sizes.map((slides) => [`deck-${slides}.md`, sampleDeck(slides)]));
  try {
    console.log(
      'slides   open ms (< 1.5x)   key median ms (< 8)   key p95 ms (< 16)   key work ms   step, edit ms (< 8)   step, present ms (< 8)   reveal.js alone ms   heap MB (< 250)',
    );
    await withLectern(decks, async (url) => {
      // One signs in once: the address works one time, and all windows share the browser's cookies.
      const context = await browser.newContext({ viewport: { width: 1440, height: 810 } });
      const first = await context.newPage();
      await first.goto(url);
      for (const slides of sizes) {
        const page = await context.newPage();
        const cdp = await context.newCDPSession(page);
        await cdp.send('Performance.enable');
        await page.goto(new URL(url).origin);
        print(await figures({ page, cdp }, slides, browser));
        await page.close({ runBeforeUnload: false });
      }
    });
  } finally {
    await browser.close();
  }
}

async function figures(window: Window, slides: number, browser: Browser): Promise<Figures> {
  const open = await openDeck(window, slides);
  const heap = (await heapSize(window)) / 1e6;
  const typed = await type(window, Math.min(500, slides >> 1));
  // In the source, Page Down goes down a page.
  await window.page.locator('.ui-stage').focus();
  const edit = await stepThrough(window, () => window.page.keyboard.press('PageDown'));
  await window.page.keyboard.press('Shift+F5');
  await window.page.locator('.ui-present .reveal.ready').waitFor();
  await twoFrames(window.page);
  const present = await stepThrough(window, () => window.page.keyboard.press(' '));
  await window.page.keyboard.press('Escape');
  const alone = await openWindow(browser);
  const reveal = median(await revealSteps(alone, slides, steps));
  await alone.page.close();
  return {
    slides,
    open,
    keyMedian: median(typed.paint),
    keyLate: percentile(typed.paint, 0.95),
    keyWork: median(typed.work),
    edit: median(edit),
    present: median(present),
    reveal,
    heap,
  };
}

/** Milliseconds from the click on the deck's card to its first slide on the screen: the median of five. */
async function openDeck({ page }: Window, slides: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    // Its address without the place in it: the list of decks.
    if (round > 0) await page.goto(new URL(page.url()).origin);
    const card = page.getByRole('row', { name: `A deck of ${slides} slides` });
    await card.waitFor();
    await page.evaluate(() => {
      addEventListener('click', ({ timeStamp }) => Object.assign(globalThis, { clicked: timeStamp }), {
        capture: true,
        once: true,
      });
    });
    const painted = page.evaluate(
      () =>
        new Promise<number>((done) => {
          const look = () => {
            if (document.querySelector('.ui-stage .reveal.ready section.present :is(h1, h2)') === null)
              requestAnimationFrame(look);
            else requestAnimationFrame(() => setTimeout(() => done(performance.now())));
          };
          look();
        }),
    );
    await card.click();
    times.push((await painted) - (await page.evaluate(() => (globalThis as unknown as { clicked: number }).clicked)));
  }
  return median(times);
}

/** Types into a slide. `paint`: from each key's event to the frame that shows it; `work`: script and style for it. */
async function type(
  window: Window,
  slide: number,
): Promise<{ readonly paint: readonly number[]; readonly work: readonly number[] }> {
  const { page } = window;
  await page.evaluate((title) => {
    const content = document.querySelector('.cm-content');
    const view = (content as unknown as { cmTile: { view: EditorLike } }).cmTile.view;
    const at = view.state.doc.toString().indexOf(title);
    view.dispatch({ selection: { anchor: at + title.length }, scrollIntoView: true });
    view.focus();
  }, `## Slide ${slide}:`);
  await page.evaluate(() => {
    const paints: number[] = [];
    Object.assign(globalThis, { paints });
    const { port1, port2 } = new MessageChannel();
    const begun: number[] = [];
    port1.addEventListener('message', () => paints.push(performance.now() - (begun.shift() ?? Number.NaN)));
    port1.start();
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        begun.push(timeStamp);
        requestAnimationFrame(() => port2.postMessage(null));
      },
      { capture: true },
    );
  });
  const work: number[] = [];
  for (let key = -10; key < keys; key++) {
    const figure = await workOf(window, () => page.keyboard.press('abcdefghij '.charAt((key + 11) % 11)));
    if (key >= 0) work.push(figure);
  }
  await twoFrames(page);
  const paint = await page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints);
  return { paint: paint.slice(-keys), work };
}

interface EditorLike {
  readonly state: { readonly doc: { toString(): string } };
  dispatch(spec: { readonly selection: { readonly anchor: number }; readonly scrollIntoView: boolean }): void;
  focus(): void;
}

/** Milliseconds of script and style for each of some steps. */
async function stepThrough(window: Window, step: () => Promise<void>): Promise<readonly number[]> {
  const work: number[] = [];
  for (let at = -4; at < steps / 2; at++) {
    const figure = await workOf(window, step);
    if (at >= 0) work.push(figure);
  }
  return work;
}

function print(figures: Figures): void {
  const { slides, open, keyMedian, keyLate, keyWork, edit, present, reveal, heap } = figures;
  const cells = [open, keyMedian, keyLate, keyWork, edit, present, reveal, heap].map((figure) => figure.toFixed(1));
  console.log(
    [String(slides), ...cells].map((cell, i) => cell.padStart([6, 18, 22, 20, 14, 22, 25, 21, 18][i] ?? 12)).join(' '),
  );
}
