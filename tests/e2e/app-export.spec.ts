import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, type LecternApp, test } from './lectern-app.ts';
import { answerSaveDialog } from './shells/desktop-windows.ts';

/** Exports by the dialog and opens the downloaded file with another program's library. */
async function exported(app: LecternApp): Promise<readonly string[]> {
  const { name, bytes } = await app.shell.takeExport(() =>
    app.page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click(),
  );
  expect(name).toBe('harbour.pdf');
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, i) => {
    const { items } = await (await pdf.getPage(i + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return Promise.all(pages);
}

test('exports what is in the window to a PDF that another program reads', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await app.source.getByText('first point').click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' not yet saved');
  await app.page.getByRole('button', { name: 'Export' }).click();
  const pages = await exported(app);
  expect(pages).toHaveLength(6);
  expect(pages[1]).toContain('first point not yet saved');
  expect(pages[1]).toContain('second point');
  expect(pages[5]).toContain('日本海');
  await expect(app.page.getByRole('dialog')).toContainText('6 pages');
  await app.page.getByRole('button', { name: 'Done' }).click();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});

test('exports some slides, and says what is wrong with a range', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('1').focus();
  await app.page.keyboard.press('Control+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('Some slides').click();
  const range = dialog.getByRole('textbox', { name: 'Slide numbers' });
  await expect(range).toBeFocused();
  await app.page.keyboard.type('2, 9');
  await expect(range).toHaveValue('2, 9');
  await expect(dialog).toContainText('There is no slide 9; the deck has slides 1 to 5.');
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await range.fill('2, 3.1-5');
  const pages = await exported(app);
  expect(pages.map((page) => /Alpha|Below Bravo|Charlie|Delta/.exec(page)?.[0])).toEqual([
    'Alpha',
    'Below Bravo',
    'Charlie',
    'Delta',
  ]);
  expect(pages[1]).toContain('3.1');
});

test('prints a handout as it is shown, keeps it as a preset, and knows the deck’s last choice', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.page.keyboard.press('Control+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  const presets = dialog.getByRole('listbox', { name: 'What for' });
  await expect(presets.getByRole('option', { name: 'Slides as PDF' })).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowDown');
  await expect(presets.getByRole('option', { name: 'Handout' })).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.getByText('Page 1 of 2')).toBeVisible();
  await expect(dialog.locator('.print-slide section')).toHaveCount(3);
  await dialog.getByText('Without colour').click();
  await dialog.getByRole('button', { name: 'Keep this as a preset' }).click();
  await app.page.keyboard.type('For the wing');
  await app.page.keyboard.press('Enter');
  await expect(presets.getByRole('option', { name: 'For the wing' })).toHaveAttribute('aria-selected', 'true');
  expect(await exported(app)).toHaveLength(2);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await app.page.keyboard.press('Control+e');
  await expect(presets.getByRole('option', { name: 'For the wing' })).toHaveAttribute('aria-selected', 'true');
  await dialog.getByRole('button', { name: 'Forget “For the wing”' }).click();
  await expect(presets.getByRole('option', { name: 'For the wing' })).toHaveCount(0);
});

test.describe('a large deck', () => {
  const slide = (number: number) => `## Slide ${number}\n\n| a | b |\n|---|---|\n${'| c | d |\n'.repeat(8)}`;
  const text = Array.from({ length: 800 }, (_, i) => slide(i + 1)).join('\n\n---\n\n');
  test.use({
    prepare: async ({}, use) =>
      use((folder) => writeFile(join(folder, 'large.md'), `---\ntitle: Large deck\n---\n\n${text}\n`)),
  });

  test('shows how far its export is, and can be stopped', async ({ app }) => {
    await app.open('Large deck');
    await app.page.keyboard.press('Control+e');
    const dialog = app.page.getByRole('dialog', { name: 'Export' });
    if (app.shell.desktop !== null) await answerSaveDialog(app.shell.desktop, app.folder);
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog.getByRole('progressbar')).toContainText('800 slides');
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(dialog.getByRole('listbox', { name: 'What for' })).toBeVisible();
    expect((await readdir(app.folder)).filter((name) => name.includes('large.pdf'))).toEqual([]);
  });
});

test('counts the slides that get a page, and names those left out', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('4').click();
  await app.page.keyboard.press('h');
  await app.page.keyboard.press('Control+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toContainText('All 5 slides');
  await dialog.getByText('With the hidden slide').click();
  await expect(dialog).toContainText('All 6 slides');
  await dialog.getByText('With the hidden slide').click();
  expect(await exported(app)).toHaveLength(5);
  await expect(dialog).toContainText('Left out: slide 4 (hidden)');
});
