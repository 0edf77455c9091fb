import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../shells/desktop-test.ts';
import { journalOf } from '../shells/shell.ts';
import type { StandIn } from '../shells/stand-in-shell.ts';

async function edit(page: Page, words: string): Promise<void> {
  await page.getByRole('row', { name: /^2: / }).click();
  await page.getByRole('textbox', { name: 'Source of the deck' }).getByText('first point').click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

async function openHarbour(page: Page): Promise<void> {
  await page.getByRole('row', { name: /Harbour briefing/ }).click();
  await expect(page.locator('.ui-stage .reveal.ready')).toBeVisible();
}

async function turnAutosaveOff(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('save by itself');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const close = (desktop: StandIn) => desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const openDialogs = (desktop: StandIn) =>
  desktop.process.byHand((host) => host.openDialogs().map(({ options }) => (options as { message: string }).message));
const answer = (desktop: StandIn, response: number) =>
  desktop.process.byHand((host, value) => host.answerDialog({ response: value }), response);

test('what was typed a moment ago is saved as the window closes', async ({ folder, startInWindow }) => {
  const { desktop, page } = await startInWindow();
  await openHarbour(page);
  await edit(page, ' typed at the last moment');
  await close(desktop);
  expect(await desktop.ended).toBe(0);
  expect(await readFile(join(folder, 'harbour.md'), 'utf8')).toContain('first point typed at the last moment');
});

test('unsaved work is asked about on quitting: stay, save, or leave it', async ({ folder, startInWindow }) => {
  const { desktop, page } = await startInWindow();
  await openHarbour(page);
  await turnAutosaveOff(page);
  await edit(page, ' kept');
  const file = () => readFile(join(folder, 'harbour.md'), 'utf8');
  const quit = () => desktop.run(({ app }) => app.quit());

  await quit();
  await expect.poll(() => openDialogs(desktop)).toEqual(['Save your changes before closing?']);
  await answer(desktop, 2);
  await expect(page.getByRole('textbox', { name: 'Source of the deck' })).toContainText('first point kept');
  expect(await file()).not.toContain('kept');

  await quit();
  await expect.poll(() => openDialogs(desktop)).toHaveLength(1);
  await answer(desktop, 0).catch(() => undefined);
  expect(await desktop.ended).toBe(0);
  expect(await file()).toContain('first point kept');

  const { desktop: again, page: window } = await startInWindow();
  await openHarbour(window);
  await edit(window, ' given up');
  await close(again);
  await expect.poll(() => openDialogs(again)).toHaveLength(1);
  await answer(again, 1).catch(() => undefined);
  expect(await again.ended).toBe(0);
  expect(await file()).not.toContain('given up');

  // What was given up is not offered again.
  const { page: last } = await startInWindow();
  await openHarbour(last);
  await expect(last.getByText('given up')).toHaveCount(0);
  await expect(last.getByRole('alert')).toHaveCount(0);
});

test('a window whose process is killed loads again and offers what was not saved', async ({
  folder,
  startInWindow,
}) => {
  const { desktop, page } = await startInWindow();
  await openHarbour(page);
  await turnAutosaveOff(page);
  await edit(page, ' in danger');
  // Written aside a moment after it was typed.
  await expect.poll(() => journalOf(folder)).toContain('in danger');

  const opening = desktop.nextWindow();
  await desktop.run(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer());
  await expect.poll(() => openDialogs(desktop)).toEqual(['This window stopped working.']);
  await answer(desktop, 0);
  const revived = await opening;
  await expect(revived.getByRole('alert')).toContainText('Lectern ended before some changes were saved');
  await revived.getByRole('button', { name: 'Restore' }).click();
  await expect(revived.getByRole('textbox', { name: 'Source of the deck' })).toContainText('in danger');
});
