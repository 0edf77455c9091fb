import { expect, expectFile, test } from './lectern-app.ts';

test('every command is a few letters away, and every slide', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('keys');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await app.page.keyboard.press('Escape');

  const last = (await app.outline()).at(-1) ?? '';
  const [label = ''] = last.split(':');
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type(label);
  await app.page
    .getByRole('menuitem', { name: `${label} ` })
    .last()
    .click();
  await expect(app.slides.last()).toHaveAttribute('aria-selected', 'true');
});

test('the menu runs the same commands', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.page.getByRole('button', { name: 'Menu', exact: true }).click();
  await app.page.getByRole('menuitem', { name: 'Help' }).hover();
  await app.page.getByRole('menuitem', { name: 'Keys' }).click();
  await expect(app.page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('reloading and the browser’s Back keep the place', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.page.keyboard.press('PageDown');
  await expect(app.page).toHaveURL(/#\/deck\/[\w-]+\/2$/);
  const shown = await app.stage.innerText();
  await app.page.reload();
  await expect(app.stage).toHaveText(shown, { useInnerText: true });
  await app.page.goBack();
  await expect(app.page.getByRole('grid', { name: 'Decks' })).toBeVisible();
  await app.page.goForward();
  await expect(app.stage).toHaveText(shown, { useInnerText: true });
});

test('several decks are open at once, and each is where it was left', async ({ app }) => {
  await app.write('other.md', '# Another talk\n\n---\n\n## Its second slide\n');
  await app.open('Harbour briefing');
  await app.page.keyboard.press('PageDown');
  await expect(app.stage).toContainText('Alpha');
  const first = await app.stage.innerText();
  await app.page.keyboard.press('Control+o');
  await app.open('Another talk');
  const tabs = app.page.getByRole('navigation', { name: 'Open decks' });
  await tabs.getByRole('button', { name: /^Harbour briefing, / }).click();
  await expect(app.stage).toHaveText(first, { useInnerText: true });
  await tabs.getByRole('button', { name: 'Close Harbour briefing' }).click();
  await expect(app.page.getByRole('grid', { name: 'Decks' })).toBeVisible();
  await expect(tabs.getByRole('button', { name: /^Harbour briefing, / })).toHaveCount(0);
});

test('a second window follows what is chosen in the first', async ({ app }) => {
  const other = await app.shell.another();
  await expect(other.getByRole('grid', { name: 'Decks' })).toBeVisible();
  await app.page.bringToFront();
  const theme = () => other.evaluate(() => document.documentElement.dataset['theme']);
  for (const choice of ['Dark', 'Light']) {
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type(choice);
    await app.page.getByRole('menuitem', { name: choice }).first().click();
    await expect.poll(theme).toBe(choice.toLowerCase());
  }
  await other.close();
});

test('slides are copied in one window and pasted in another, into another deck', async ({ app }) => {
  await app.write('quay.md', '# Quay\n\n---\n\n## Last\n');
  const other = await app.shell.another();
  await other.getByRole('row', { name: 'Quay' }).click();
  await expect(other.locator('.ui-stage .reveal.ready')).toBeVisible();

  await app.page.bringToFront();
  await app.open('Harbour briefing');
  await app.slide('3').click();
  await app.slide('3.1').click({ modifiers: ['Shift'] });
  await app.page.keyboard.press('Control+c');
  await expect(app.page.getByText('2 slides copied')).toBeVisible();

  await other.bringToFront();
  await other.getByRole('row', { name: /^1: / }).click();
  await other.keyboard.press('Control+v');
  await expect(other.getByText('2 slides pasted after slide 1')).toBeVisible();
  await expectFile(
    app,
    'quay.md',
    '# Quay\n\n---\n\n## Bravo\n\nBravo has a slide below it.\n\n--\n\n### Below Bravo\n\nDetail for questions.\n\n---\n\n## Last\n',
  );
});

test('a file dropped on the window is opened as a deck of the folder', async ({ app }) => {
  await expect(app.page.getByRole('row', { name: 'Harbour briefing' })).toBeVisible();
  const transfer = await app.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['# Dropped talk\r\n'], 'dropped.md', { type: 'text/markdown' }));
    return data;
  });
  await app.page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(app.stage).toContainText('Dropped talk');
  expect(await app.read('dropped.md')).toBe('# Dropped talk\r\n');
});
