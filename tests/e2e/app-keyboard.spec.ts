import type { Page } from '@playwright/test';
import { expect, expectFile, test } from './lectern-app.ts';

/** Goes on by Tab until the focus is where it should be; fails where Tab never gets there. */
async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) === true, isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${isThere}`);
}

test.describe('by keyboard alone', () => {
  test('a deck is opened', async ({ app }) => {
    await tabTo(app.page, '[role="row"]');
    await app.page.keyboard.press('Enter');
    await expect(app.stage).toContainText('For the watch officer');
  });

  test('words are searched for, and the slide with them is opened', async ({ app }) => {
    await expect(app.page.getByRole('searchbox', { name: 'Search all decks' })).toBeVisible();
    await app.page.keyboard.press('Control+Shift+F');
    await app.page.keyboard.type('detail questions');
    await expect(app.page.getByText('Detail for questions.').first()).toBeVisible();
    await app.page.keyboard.press('ArrowDown');
    await expect(app.page.getByRole('row', { name: 'Harbour briefing, slide 3.1' })).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(app.stage).toContainText('Below Bravo');
  });

  test('words are typed, and Enter opens the best slide with them, however soon it comes', async ({ app }) => {
    await expect(app.page.getByRole('searchbox', { name: 'Search all decks' })).toBeVisible();
    await app.page.keyboard.press('Control+Shift+F');
    await app.page.keyboard.insertText('detail questions');
    await app.page.keyboard.press('Enter');
    await expect(app.stage).toContainText('Below Bravo');
  });

  test('slides are put in another order, and it is said', async ({ app }) => {
    await app.open('Harbour briefing');
    await app.slide('1').focus();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Alt+ArrowUp');
    await expect(app.slide('1')).toHaveAttribute('aria-label', /Alpha/);
    await expect(app.page.getByRole('status')).toContainText('moved to 1');
    await app.saved();
    expect(await app.read('harbour.md')).toMatch(/^---\n[\s\S]*?---\n\n## Alpha/);
  });

  test('a slide is hidden', async ({ app }) => {
    await app.open('Harbour briefing');
    await app.slide('1').focus();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('h');
    await app.saved();
    expect(await app.read('harbour.md')).toContain('data-visibility="hidden"');
  });

  test('notes are written', async ({ app }) => {
    await app.open('Harbour briefing');
    await app.slide('1').focus();
    await app.page.keyboard.press('ArrowDown');
    const before = await app.read('harbour.md');
    await app.page.keyboard.press('Alt+2');
    await expect(app.page.getByRole('textbox', { name: /Notes for slide 2/ })).toBeFocused();
    await app.page.keyboard.press('Control+End');
    await app.page.keyboard.type(' Then pause.');
    await expectFile(app, 'harbour.md', before.replace('Say alpha slowly.', 'Say alpha slowly. Then pause.'));
    // Each panel's key leads into it, and the one of the view back to the slides: the focus is never lost on the way.
    await app.page.keyboard.press('Alt+6');
    await expect(app.page.getByRole('option', { name: /notes of slide 2/i })).toBeFocused();
    await app.page.keyboard.press('Alt+1');
    await expect(app.source).toBeFocused();
    await app.page.keyboard.press('Control+1');
    await expect(app.slide('2')).toBeFocused();
  });

  test('a PDF is made', async ({ app }) => {
    await app.open('Harbour briefing');
    await app.page.keyboard.press('Control+e');
    await expect(app.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    const { name } = await app.shell.takeExport(async () => {
      await tabTo(app.page, 'button[type="submit"]');
      await app.page.keyboard.press('Enter');
    });
    expect(name).toBe('harbour.pdf');
  });

  test('a command is found by its name', async ({ app }) => {
    await app.open('Harbour briefing');
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('sort');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('radio', { name: 'Sort' })).toBeChecked();
  });
});
