import type { Browser } from '@playwright/test';
import { heapSize, openWindow, startBrowser, twoFrames, type Window, withLectern } from './app-window.ts';
import { typeBare } from './editor-floor.ts';
import { median, percentile } from './median.ts';
import { openDeck } from './open-deck.ts';
import { revealSteps } from './reveal-floor.ts';
import { sampleDeck } from './sample-deck.ts';
import { dragOverSorter } from './sorter-drag.ts';
import { stepThrough } from './steps.ts';
import { typeAfter } from './typing.ts';

const sizes = [50, 1000, 5000];

interface Figures {
  readonly slides: number;
  readonly open: number;
  /** From key to paint: by the clock, its 95th percentile, and what the main thread ran of it. */
  readonly key: number;
  readonly keyLate: number;
  readonly keyRan: number;
  /** The same in CodeMirror alone. */
  readonly bare: number;
  readonly bareLate: number;
  readonly bareRan: number;
  /** Script and style of a step: up to the frame that shows it, and all of it. */
  readonly edit: number;
  readonly editAll: number;
  readonly present: number;
  readonly presentAll: number;
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
  const edit = await stepThrough(window, 'PageDown');
  await window.page.keyboard.press('F5');
  await window.page.locator('.ui-present .reveal.ready').waitFor();
  await twoFrames(window.page);
  const present = await stepThrough(window, ' ');
  await window.page.keyboard.press('Escape');
  const frames = await dragOverSorter(window);
  const alone = await openWindow(browser);
  const reveal = await revealSteps(alone, slides);
  const bare = await typeBare(alone, sampleDeck(slides), `## Slide ${Math.min(500, slides >> 1)}:`);
  await alone.page.close();
  return {
    slides,
    open,
    key: median(typed.map(({ paint }) => paint)),
    keyLate: percentile(
      typed.map(({ paint }) => paint),
      0.95,
    ),
    keyRan: median(typed.map(({ ran }) => ran)),
    bare: median(bare.map(({ paint }) => paint)),
    bareLate: percentile(
      bare.map(({ paint }) => paint),
      0.95,
    ),
    bareRan: median(bare.map(({ ran }) => ran)),
    edit: median(edit.map(({ work }) => work)),
    editAll: median(edit.map(({ all }) => all)),
    present: median(present.map(({ work }) => work)),
    presentAll: median(present.map(({ all }) => all)),
    reveal: median(reveal.map(({ work }) => work)),
    heap,
    dragLate: percentile(frames, 0.95),
    dragLongest: Math.max(...frames),
  };
}

const columns: readonly (readonly [title: string, figure: keyof Figures])[] = [
  ['slides', 'slides'],
  ['open ms (< 1.5x)', 'open'],
  ['key ms (< 8)', 'key'],
  ['p95 (< 16)', 'keyLate'],
  ['ran', 'keyRan'],
  ['CodeMirror alone ms', 'bare'],
  ['p95', 'bareLate'],
  ['ran', 'bareRan'],
  ['step, edit ms (< 8)', 'edit'],
  ['all', 'editAll'],
  ['step, present ms (< 8)', 'present'],
  ['all', 'presentAll'],
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
