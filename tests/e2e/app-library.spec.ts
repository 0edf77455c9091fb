import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './lectern-app.ts';

test('shows each deck with its first slide and opens it by mouse and by keyboard', async ({ app }) => {
  const card = app.page.getByRole('row', { name: 'Harbour briefing' });
  await expect(card).toContainText('6 slides · 5 min · changed today');
  await expect(card.locator('.slide-frame h1')).toHaveText('Harbour briefing');
  await card.click();
  await expect(app.stage.locator('h1')).toHaveText('Harbour briefing');
  await app.page.getByRole('button', { name: 'Back to all decks' }).click();

  await card.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.stage.locator('h1')).toHaveText('Harbour briefing');
  await expect(app.page).toHaveTitle('Harbour briefing · Lectern');
});

test('a deck that appears in the folder appears in the library', async ({ app }) => {
  await expect(app.page.getByRole('row')).toHaveCount(1);
  await expect(async () => {
    // Again, if the folder was not watched yet.
    await app.write('second.md', '# Second\n\n---\n\nMore\n');
    await expect(app.page.getByRole('row', { name: 'Second' })).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test.describe('with a file that is no deck', () => {
  test.use({
    prepare: async ({}, use) =>
      use((folder) => writeFile(join(folder, 'broken.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe]))),
  });
  test('says why it cannot be opened', async ({ app }) => {
    await expect(app.page.getByRole('row', { name: 'broken' })).toContainText('not UTF-8');
  });
});

test.describe('with nothing in it', () => {
  test.use({
    prepare: async ({}, use) =>
      use(async (folder) => {
        await rm(folder, { recursive: true });
        await mkdir(folder);
      }),
  });
  test('says what to do next', async ({ app }) => {
    await expect(app.page.getByRole('heading', { name: 'No decks here yet' })).toBeVisible();
    await expect(app.page.getByText(app.folder).last()).toBeVisible();
  });
});
