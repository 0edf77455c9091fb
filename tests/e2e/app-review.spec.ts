import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reviewed } from '../unit/host/review/reviewed-pdf.ts';
import { expect, test } from './lectern-app.ts';

test('a PDF goes out with comments, and comes back with answers and ink, in one step', async ({ app }) => {
  const { page } = app;
  await app.open('Harbour briefing');
  await app.slide('2').click();
  const comments = page.getByRole('region', { name: 'Comments', exact: true });
  await page.keyboard.press('Control+Alt+m');
  const form = comments.getByRole('region', { name: 'New comment' });
  await form.getByRole('textbox').first().fill('Which one?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ann Ray');
  await page.keyboard.press('Control+Enter');
  await expect(comments.getByRole('article')).toContainText('Which one?');

  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('option', { name: 'PDF to review' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'With comments, to be answered' })).toBeChecked();
  const { bytes } = await app.shell.takeExport(() =>
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  );
  await page.getByRole('button', { name: 'Done' }).click();

  // What a reviewer’s program does: an answer to the comment, and a stroke.
  let comment = '';
  const by = '/T (Bob Oda) /CreationDate (D:20260401120000Z)';
  const marked = (answer: string): Uint8Array =>
    reviewed(new Uint8Array(bytes), [
      {
        page: 2,
        added: [
          `<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /IRT ${answer} /RT /R /Contents (The first) ${by} >>`,
          `<</Type /Annot /Subtype /Ink /Rect [75 75 375 150] /InkList [[75 75 375 150]] /C [1 0 0] /BS <</W 6>> ${by}>>`,
          `<</Type /Annot /Subtype /Stamp /Rect [75 75 375 150] ${by}>>`,
        ],
        replaced: (_, dictionary, reference) => {
          comment = reference;
          return dictionary;
        },
      },
    ]);
  marked('0 0 R');
  const back = join(app.folder, 'back.pdf');
  await writeFile(back, marked(comment));

  await page.keyboard.press('Control+k');
  await page.keyboard.type('import annotations');
  await expect(page.locator('[role="menuitem"][data-focused]')).toContainText('Import annotations');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(back);
  const outcome = page.getByRole('dialog', { name: 'Annotations from a PDF' });
  await expect(outcome.getByRole('status')).toContainText('1 added, 1 changed.');
  await expect(outcome.getByRole('listitem')).toHaveText([
    'Page 2: Stamp of Bob Oda is of no kind that slides have, and was left out.',
  ]);
  await expect(outcome.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(comments.getByRole('article')).toContainText('The first');
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(1);
  await app.saved();
  expect(await app.read('harbour.annotations.json')).toContain('"name":"back.pdf"');

  await page.keyboard.press('Control+z');
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(0);
  await expect(comments.getByRole('article')).not.toContainText('The first');
});
