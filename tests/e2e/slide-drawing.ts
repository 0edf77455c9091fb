import type { LecternApp } from './lectern-app.ts';

/** A place on the slide, in parts of its width and height. */
export type Place = readonly [across: number, down: number];

/** Where a place on the slide that is drawn on is in the window, in CSS pixels. */
export async function placeInWindow({ page }: LecternApp, [across, down]: Place): Promise<readonly [number, number]> {
  const box = await page.locator('.ui-surface').boundingBox();
  if (box === null) throw new Error('The slide is not drawn on');
  return [box.x + box.width * across, box.y + box.height * down];
}

/** Goes over places with the pointer down. */
export async function draw(app: LecternApp, ...way: readonly Place[]): Promise<void> {
  const { mouse } = app.page;
  for (const [i, place] of way.entries()) {
    await mouse.move(...(await placeInWindow(app, place)), { steps: i === 0 ? 1 : 12 });
    if (i === 0) await mouse.down();
  }
  await mouse.up();
}

/** What can be seen of the stage, without what stands around it. */
export function picture({ page }: LecternApp): Promise<Buffer> {
  return page.locator('.ui-stage-frame').screenshot({ animations: 'disabled' });
}

/** Begins to annotate with the focus on the slide. */
export async function annotate({ page }: LecternApp): Promise<void> {
  await page.keyboard.press('Control+3');
  // Nothing is moved: the trial waits until the slide has made room for the tools, and its places stay where they are.
  await page.locator('.ui-surface').hover({ trial: true });
  await page.locator('.ui-surface').focus();
}
