import { twoFrames, type Window } from './app-window.ts';

/** How often the pointer is moved while it drags. */
const moves = 120;

/** Milliseconds of each frame while a slide is dragged to and fro over the sorter, down to its edge, where it scrolls. */
export async function dragOverSorter({ page }: Window): Promise<readonly number[]> {
  await page.keyboard.press('Control+2');
  const grid = page.locator('.ui-sorter [role="grid"]').first();
  const card = grid.getByRole('row', { selected: true }).first();
  await card.hover();
  const box = (await grid.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await twoFrames(page);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const look = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { frames });
  });
  for (let i = 0; i < moves; i++) {
    const across = 0.1 + 0.8 * Math.abs(Math.sin(i / 9));
    const down = i < moves / 2 ? 0.2 + 0.6 * Math.abs(Math.cos(i / 7)) : 0.98;
    await page.mouse.move(box.x + box.width * across, box.y + box.height * down);
  }
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}
