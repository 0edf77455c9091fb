import { startBrowser, twoFrames, type Window, withLectern } from './app-window.ts';
import { workOf } from './main-thread-work.ts';
import { median, percentile } from './median.ts';
import { openDeck } from './open-deck.ts';
import { sampleDeck } from './sample-deck.ts';
import { sampleSidecar } from './sample-strokes.ts';

const slides = 100;
const strokes = 5000;
const onFirst = 500;

/** Strokes that are drawn one after the other, and the moves of the pointer in each. */
const drawn = 6;
const moves = 40;

/** The running program on a deck with 5,000 strokes, 500 of them on its first slide, and on the same deck without any. */
export async function run(): Promise<void> {
  const browser = await startBrowser();
  const bare = sampleDeck(slides);
  const full = bare.replace(/^title: .*/m, 'title: Drawn on');
  const files = new Map([
    ['bare.md', bare],
    ['full.md', full],
    ['full.annotations.json', sampleSidecar(full, strokes, onFirst)],
  ]);
  try {
    await withLectern(files, async (url) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 810 } });
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send('Performance.enable');
      await page.goto(url);
      const window = { page, cdp };
      const without = await openDeck(window, `A deck of ${slides} slides`);
      await page.goto(new URL(url).origin);
      const opened = await openDeck(window, 'Drawn on');
      print(
        `open ${strokes} strokes, ms (at most 1.2x)`,
        opened,
        `${(opened / without).toFixed(2)}x of ${without.toFixed(0)}`,
      );

      await page.locator('.ui-stage .ink-layer').first().waitFor();
      await page.keyboard.press('Control+3');
      for (const [name, key] of [
        ['pen', 'p'],
        ['highlighter', 'h'],
        ['rectangle', 'r'],
        ['eraser in parts', 'Shift+E'],
      ] as const) {
        await page.locator('.ui-surface').focus();
        await page.keyboard.press(key);
        const { inks, lifts } = await strokesOf(window);
        print(`${name}: pointer to ink, ms`, median(inks), `p95 ${percentile(inks, 0.95).toFixed(1)} (under 16)`);
        print(`${name}: work when it is lifted, ms`, median(lifts), `longest ${Math.max(...lifts).toFixed(1)}`);
      }
      await page.keyboard.press('v');
      await page.keyboard.press('Control+a');
      const { inks } = await strokesOf(window, 1);
      print('moving all of a slide: pointer to ink, ms', median(inks), `p95 ${percentile(inks, 0.95).toFixed(1)}`);
    });
  } finally {
    await browser.close();
  }
}

/**
 * Draws strokes over the slide. `inks`: milliseconds from each event of the pointer to the frame that shows it; `lifts`:
 * milliseconds of script and style from when the pointer is lifted to the second frame after it.
 */
async function strokesOf(
  window: Window,
  count = drawn,
): Promise<{ readonly inks: readonly number[]; readonly lifts: readonly number[] }> {
  const { page } = window;
  const box = (await page.locator('.ui-surface').boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  await page.evaluate(() => {
    const inks: number[] = [];
    Object.assign(globalThis, { inks });
    const waits: number[] = [];
    Object.assign(globalThis, { waits });
    const onMove = ({ timeStamp, buttons }: PointerEvent): void => {
      if (buttons === 0) return;
      const begun = performance.now();
      waits.push(begun - timeStamp);
      // The second frame begins when the first one, which shows the ink, is drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => inks.push(performance.now() - begun)));
    };
    addEventListener('pointermove', onMove, { capture: true });
    Object.assign(globalThis, { stopInks: () => removeEventListener('pointermove', onMove, { capture: true }) });
  });
  const lifts: number[] = [];
  for (let i = 0; i < count; i++) {
    const y = box.y + box.height * (0.15 + 0.1 * i);
    await page.mouse.move(box.x + box.width * 0.1, y);
    await page.mouse.down();
    for (let move = 1; move <= moves; move++)
      await page.mouse.move(box.x + box.width * (0.1 + (0.7 * move) / moves), y + 12 * Math.sin(move / 4));
    lifts.push(await workOf(window, () => page.mouse.up()));
  }
  await twoFrames(page);
  const inks = await page.evaluate(() => {
    const { inks: found, stopInks } = globalThis as unknown as { inks: number[]; stopInks: () => void };
    stopInks();
    return found;
  });
  return { inks, lifts };
}

function print(what: string, figure: number, more: string): void {
  console.log(`${what.padEnd(48)} ${figure.toFixed(1).padStart(8)}   ${more}`);
}
