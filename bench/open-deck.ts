import { median } from './median.ts';
import type { Window } from './app-window.ts';

/** Milliseconds from the click on a deck's card to its first slide on the screen: the median of five. */
export async function openDeck({ page }: Window, title: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    // Its address without the place in it: the list of decks.
    if (round > 0) await page.goto(new URL(page.url()).origin);
    const card = page.getByRole('row', { name: title });
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
            if (document.querySelector(':is(.ui-first, .reveal.ready) section.present :is(h1, h2)') === null)
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
