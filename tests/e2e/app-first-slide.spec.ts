import type { Page } from '@playwright/test';
import { firstSlide, noteFirstSlide, slideOnStage } from './first-slide.ts';
import { expect, test } from './lectern-app.ts';

test('a deck shows its slide before it is open, at the place where that stays', async ({ app }) => {
  const { page } = app;
  await noteFirstSlide(page);
  await page.reload();
  await app.open('Harbour briefing');
  await expect(page.locator('.ui-first')).toHaveCount(0);
  await expectSamePlace(page);

  // The same slide is there when the window is loaded again.
  await app.slide('2').click();
  await expect(page).toHaveURL(/\/2$/);
  await page.reload();
  await expect(app.stage).toContainText('Alpha');
  await expect(page.locator('.ui-first')).toHaveCount(0);
  await expectSamePlace(page);
  expect((await firstSlide(page))?.heading).toBe('Alpha');

  // One of a deck that is gone is not.
  await app.shell.page.evaluate(() => (location.hash = '#/deck/AAAAAAAAAAAAAAAA'));
  await expect(page.getByRole('alert')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('.ui-first')).toHaveCount(0);
  expect(await firstSlide(page)).toBeNull();
});

/** The slide that was seen first stands on the stage, to a tenth of a pixel. */
async function expectSamePlace(page: Page): Promise<void> {
  const [seen, now] = [await firstSlide(page), await slideOnStage(page)];
  expect(seen?.heading).toBe(now.heading);
  for (const at of ['x', 'y', 'width'] as const) expect(seen?.[at]).toBeCloseTo(now[at], 1);
}
