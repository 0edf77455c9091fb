import { expect, test } from '../lectern-app.ts';

test('every view opens and works in the desktop program', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'New deck' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('second point');
  await expect(page.getByRole('row').first()).toContainText('second point');
  await page.getByRole('searchbox').fill('');

  await app.open('Harbour briefing');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('radio', { name: 'Sort' })).toBeChecked();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('radio', { name: 'Annotate' })).toBeChecked();
  await page.keyboard.press('Control+1');
  for (const [key, tab] of [
    ['Alt+2', 'Notes'],
    ['Alt+3', 'Slide'],
    ['Alt+4', 'Comments'],
    ['Alt+5', 'Checks'],
    ['Alt+6', 'History'],
    ['Alt+1', 'Source'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
  }

  await page.keyboard.press('Control+k');
  await page.keyboard.type('deck theme');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('League');
  await page.keyboard.press('Escape');

  await app.slide('2').click();
  await page.keyboard.press('Alt+ArrowDown');
  await app.saved();
  expect((await app.read('harbour.md')).indexOf('## Alpha')).toBeGreaterThan(
    (await app.read('harbour.md')).indexOf('## Bravo'),
  );

  await page.keyboard.press('F5');
  await expect(page.locator('.ui-present .reveal.ready')).toBeVisible();
  await page.keyboard.press('g');
  await expect(page.locator('.ui-overview')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.ui-present')).toHaveCount(0);
});
