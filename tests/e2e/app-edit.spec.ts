import { expect, expectFile, test } from './lectern-app.ts';
import { draw } from './slide-drawing.ts';

test('typing changes the stage, the thumbnail and the file, and nothing else in it', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await app.slide('2').click();
  await app.source.getByText('first point').click();
  await app.page.keyboard.press('End');
  // A list goes on by itself on the next line.
  await app.page.keyboard.type('\nnew point');
  await expect(app.stage.locator('li')).toHaveText(['first point', 'new point', 'second point']);
  await expect(app.slide('2').locator('.slide-frame li')).toHaveCount(3);
  await app.saved();
  await expectFile(app, 'harbour.md', before.replace('- first point', '- first point\n- new point'));
});

test('the stage follows the caret, and the caret the stage', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('4').click();
  await expect(app.stage.locator('h2')).toHaveText('Charlie');
  await expect(app.source.getByText('## Charlie')).toBeInViewport();
  await expect(app.page.getByText('Slide 4 · 5 of 6')).toBeVisible();
  // The pictures lead, the caret follows: the focus stays with the pictures.
  await expect(app.slide('4')).toBeFocused();

  await app.source.getByText('Charlie text.').click();
  await app.page.keyboard.press('Control+End');
  await expect(app.stage.locator('h2')).toHaveText('Delta');
  await expect(app.slide('5')).toHaveAttribute('aria-selected', 'true');
});

test('only the changed slide is rendered again', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await app.page.evaluate(() => {
    for (const section of document.querySelectorAll('.ui-stage section h2, .ui-stage section h3'))
      section.setAttribute('data-kept', '');
  });
  await app.source.getByText('first point').click();
  await app.page.keyboard.type('x');
  await expect(app.stage.locator('li').first()).toContainText('x');
  await expect(app.page.locator('.ui-stage section [data-kept]')).toHaveText(['Bravo', 'Below Bravo', 'Charlie']);
});

test('notes are written into the slide', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await app.slide('2').click();
  await app.page.getByRole('tab', { name: 'Notes' }).click();
  const notes = app.page.getByRole('textbox', { name: /Notes for slide 2/ });
  await expect(notes).toHaveValue('Say alpha slowly.');
  await notes.press('Control+End');
  await notes.pressSequentially(' And clearly.');
  await expectFile(app, 'harbour.md', before.replace('alpha slowly.', 'alpha slowly. And clearly.'));

  await app.page.keyboard.press('Control+z');
  await expect(notes).toHaveValue('Say alpha slowly.');
  await expectFile(app, 'harbour.md', before);
});

test('one history takes back ink, a move and typing, each in turn and wherever the focus is', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await app.slide('2').click();
  await app.source.getByText('first point').click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' typed');
  await app.slide('2').focus();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect(app.slide('1')).toHaveAttribute('aria-label', /Alpha/);
  await app.page.keyboard.press('p');
  await draw(app, [0.2, 0.2], [0.6, 0.4]);
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(1);

  await app.page.keyboard.press('Control+z');
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(0);
  await expect(app.slide('1')).toHaveAttribute('aria-label', /Alpha/);
  await app.page.keyboard.press('Control+z');
  await expect(app.slide('2')).toHaveAttribute('aria-label', /Alpha/);
  await expect(app.slide('2').locator('.slide-frame')).toContainText('first point typed');
  await app.page.keyboard.press('Control+z');
  await expect(app.slide('2').locator('.slide-frame')).not.toContainText('typed');
  await app.page.getByRole('button', { name: 'Redo' }).click();
  await expect(app.slide('2').locator('.slide-frame')).toContainText('typed');
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+s');
  await app.saved();
  await expectFile(app, 'harbour.md', before);
});

test('the keys are listed under ?', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('1').focus();
  await app.page.keyboard.press('?');
  const dialog = app.page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toContainText('Present from the start');
  await app.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(app.slide('1')).toBeFocused();
});
