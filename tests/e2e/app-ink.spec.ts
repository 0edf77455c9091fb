import type { LecternApp } from './lectern-app.ts';
import { expect, test } from './lectern-app.ts';

/** Draws over the stage, from one point to another, in parts of the slide's size. */
async function draw(app: LecternApp, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = await app.page.locator('.ui-ink-overlay').boundingBox();
  if (box === null) throw new Error('The pen is not out');
  await app.page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 20 });
  await app.page.mouse.up();
}

/** What can be seen of the stage, without the pointer and the pens. */
const picture = (app: LecternApp) => app.page.locator('.ui-stage-frame').screenshot({ animations: 'disabled' });

test('ink is drawn, kept in the sidecar, and still there to the pixel after reopening', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  const bare = await picture(app);
  await app.page.getByRole('radio', { name: 'Annotate' }).click();
  await app.page.getByRole('radio', { name: 'Blue' }).click();
  await draw(app, [0.2, 0.5], [0.8, 0.6]);
  await app.page.getByRole('button', { name: 'Put the pen away' }).click();
  await expect(app.stage.locator('.ink-layer path')).toHaveAttribute('fill', '#4da3ff');
  await expect(app.slide('2').locator('.slide-frame .ink-layer path')).toHaveCount(1);
  await app.saved();

  const sidecar = JSON.parse(await app.read('harbour.annotations.json'));
  expect(sidecar.type).toBe('AnnotationCollection');
  expect(sidecar.items).toHaveLength(1);
  const points: readonly (readonly number[])[] = sidecar.items[0].body.points;
  // In slide units of 1280 by 720, wherever and however large the stage was.
  expect(points[0]?.[0]).toBeCloseTo(256, -1);
  expect(points[0]?.[1]).toBeCloseTo(360, -1);
  expect(points.at(-1)?.[0]).toBeCloseTo(1024, -1);
  expect(points.at(-1)?.[1]).toBeCloseTo(432, -1);

  const drawn = await picture(app);
  expect(drawn.equals(bare)).toBe(false);
  await app.page.reload();
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(1);
  expect((await picture(app)).equals(drawn)).toBe(true);
});

test('ink stays with its slide when that moves, and when another program edits the deck', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await app.page.keyboard.press('p');
  await draw(app, [0.3, 0.3], [0.6, 0.7]);
  await app.slide('2').click();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect(app.slide('1').locator('.ink-layer path')).toHaveCount(1);
  await app.saved();
  await app.page.getByRole('button', { name: 'Back to all decks' }).click();
  const text = await app.read('harbour.md');
  await app.write('harbour.md', text.replace('## Alpha', '## New first\n\nText.\n\n---\n\n## Alpha'));
  await app.open('Harbour briefing');
  await expect(app.slide('2')).toHaveAttribute('aria-label', '2: Alpha');
  await expect(app.slide('2').locator('.ink-layer path')).toHaveCount(1);
  await expect(app.page.locator('.ui-navigator .ink-layer')).toHaveCount(1);
});

test('the eraser removes the strokes it touches, and undo brings them back', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.page.keyboard.press('p');
  await draw(app, [0.2, 0.2], [0.8, 0.2]);
  await draw(app, [0.2, 0.8], [0.8, 0.8]);
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(2);
  await app.page.getByRole('radio', { name: 'Eraser: removes whole strokes' }).click();
  await draw(app, [0.5, 0.1], [0.5, 0.4]);
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(1);
  await app.page.keyboard.press('Control+z');
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(2);
  await app.page.getByRole('button', { name: 'Clear slide' }).click();
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(0);
  await app.page.keyboard.press('Control+z');
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(2);
});
