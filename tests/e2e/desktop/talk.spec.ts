import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../shells/desktop-test.ts';

test('a talk fills the screen and keeps it on, for as long as it lasts', async ({ folder, startInWindow }) => {
  const { desktop, page } = await startInWindow({ args: [join(folder, 'harbour.md')] });
  await expect(page.locator('.ui-stage .reveal.ready')).toBeVisible();
  const blockers = () => desktop.process.byHand((host) => host.blockerCount());
  const fills = () => desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
  await page.keyboard.press('F5');
  await expect.poll(fills).toBe(true);
  await expect.poll(blockers).toBe(1);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([1920, 1080]);
  await page.keyboard.press('Escape');
  await expect.poll(fills).toBe(false);
  await expect.poll(blockers).toBe(0);
});

test('an export goes where the user says, never over the deck, and nowhere if the user thinks better of it', async ({
  folder,
  startInWindow,
}) => {
  const deck = join(folder, 'harbour.md');
  const { desktop, page } = await startInWindow({ args: [deck] });
  await expect(page.locator('.ui-stage .reveal.ready')).toBeVisible();
  const before = await readFile(deck);
  const press = async () => {
    await page.keyboard.press('Control+e');
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
    await expect.poll(() => desktop.process.byHand((host) => host.openDialogs().length)).toBe(1);
  };
  const answer = (filePath: string) =>
    desktop.process.byHand((host, path) => host.answerDialog({ canceled: path === '', filePath: path }), filePath);

  await press();
  expect(await desktop.process.byHand((host) => host.openDialogs()[0])).toMatchObject({
    kind: 'save',
    options: { defaultPath: join(folder, 'harbour.pdf') },
  });
  await answer('');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
  await page.keyboard.press('Escape');

  await press();
  await answer(deck);
  await expect(page.getByRole('dialog')).toContainText('is the deck itself');
  expect(await readFile(deck)).toEqual(before);
  await page.keyboard.press('Escape');

  const old = join(folder, 'old.pdf');
  await writeFile(old, 'an older export');
  await press();
  await answer(old);
  await expect(page.getByRole('dialog')).toContainText('old.pdf');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Done' })).toBeVisible();
  expect((await readFile(old)).subarray(0, 5).toString()).toBe('%PDF-');
});
