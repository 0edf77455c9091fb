import type { Browser } from '@playwright/test';
import { heapSize, openWindow, startBrowser, twoFrames, type Window, withLectern, workOf } from './app-window.ts';
import { typeBare } from './editor-floor.ts';
import { median, percentile } from './median.ts';
import { openDeck } from './open-deck.ts';
import { revealSteps } from './reveal-floor.ts';
import { sampleDeck } from './sample-deck.ts';
import { dragOverSorter } from './sorter-drag.ts';
import { typeAfter } from './typing.ts';

const sizes = [50, 1000, 5000];
const steps = 40;

interface Figures {
  readonly slides: number;
  readonly open: number;
  readonly keyMedian: number;
  readonly keyLate: number;
  /** The same in CodeMirror alone. */
  readonly bare: number;
  readonly keyWork: number;
  readonly edit: number;
  readonly present: number;
  readonly reveal: number;
  readonly heap: number;
  /** Frames while a slide is dragged over the sorter: their 95th percentile, and the longest. */
  readonly dragLate: number;
  readonly dragLongest: number;
}

/** The running program on decks of 50, 1,000 and 5,000 slides, and reveal.js alone with the same sections. */
export async function run(): Promise<void> {
  const browser = await startBrowser();
  const decks = new Map(sizes.map((slides) => [`deck-${slides}.md`, sampleDeck(slides)]));
  try {
    console.log(columns.map(([title]) => title).join('   '));
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
  const open = await openDeck(window, `A deck of ${slides} slides`);
  const heap = (await heapSize(window)) / 1e6;
  const typed = await typeAfter(window, `## Slide ${Math.min(500, slides >> 1)}:`);
  // In the source, Page Down goes down a page.
  await window.page.locator('.ui-stage').focus();
  const edit = await stepThrough(window, () => window.page.keyboard.press('PageDown'));
  await window.page.keyboard.press('Shift+F5');
  await window.page.locator('.ui-present .reveal.ready').waitFor();
  await twoFrames(window.page);
  const present = await stepThrough(window, () => window.page.keyboard.press(' '));
  await window.page.keyboard.press('Escape');
  const frames = await dragOverSorter(window);
  const alone = await openWindow(browser);
  const reveal = median(await revealSteps(alone, slides, steps));
  const bare = median((await typeBare(alone, sampleDeck(slides), `## Slide ${Math.min(500, slides >> 1)}:`)).paint);
  await alone.page.close();
  return {
    slides,
    open,
    keyMedian: median(typed.paint),
    keyLate: percentile(typed.paint, 0.95),
    bare,
    keyWork: median(typed.work),
    edit: median(edit),
    present: median(present),
    reveal,
    heap,
    dragLate: percentile(frames, 0.95),
    dragLongest: Math.max(...frames),
  };
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

const columns: readonly (readonly [title: string, figure: keyof Figures])[] = [
  ['slides', 'slides'],
  ['open ms (< 1.5x)', 'open'],
  ['key ms (< 8)', 'keyMedian'],
  ['key p95 ms (< 16)', 'keyLate'],
  ['CodeMirror alone ms', 'bare'],
  ['key work ms', 'keyWork'],
  ['step, edit ms (< 8)', 'edit'],
  ['step, present ms (< 8)', 'present'],
  ['reveal.js alone ms', 'reveal'],
  ['drag p95 ms', 'dragLate'],
  ['drag longest ms (< 33)', 'dragLongest'],
  ['heap MB (< 250)', 'heap'],
];

function print(figures: Figures): void {
  const cells = columns.map(([title, name]) =>
    (name === 'slides' ? String(figures.slides) : figures[name].toFixed(1)).padStart(title.length),
  );
  console.log(cells.join('   '));
}
