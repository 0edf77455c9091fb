import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

const deck = 'harbour.md';

async function type(app: LecternApp, after: string, text: string): Promise<void> {
  await app.source.getByText(after).click();
  await app.page.keyboard.press('End');
  // At once: keys that come slowly are several steps to undo.
  await app.page.keyboard.insertText(text);
}

/** Runs a command from the palette by its name. */
async function command(app: LecternApp, name: string): Promise<void> {
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type(name);
  await app.page.getByRole('menuitem', { name }).first().click();
}

const dialog = (app: LecternApp) => app.page.getByRole('dialog');

/** No violation in the dialog that a program can find, in either theme; slides are their authors' work. */
async function expectAccessible(app: LecternApp): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page: app.page })
      .include('[role="dialog"]')
      .exclude('.slide-frame')
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      colorScheme,
    ).toEqual([]);
  }
}

/** Both change the deck: here at the end of a line, there by a replacement. */
async function conflict(app: LecternApp, there: (text: string) => string): Promise<string> {
  await app.open('Harbour briefing');
  const text = await app.read(deck);
  await type(app, 'first point', ' mine');
  await app.write(deck, there(text));
  await expect(app.page.getByRole('alert')).toContainText('changed on disk');
  return text;
}

test.describe('a deck that both changed', () => {
  test('is merged without a question where the slides are different ones, in one undo step', async ({ app }) => {
    const text = await conflict(app, (before) => before.replace('## Delta', '## Delta of theirs'));
    await app.page.getByRole('button', { name: 'Merge' }).click();
    await app.saved();
    const merged = text.replace('first point', 'first point mine').replace('## Delta', '## Delta of theirs');
    await expectFile(app, deck, merged);
    await expect(app.page.getByRole('status').filter({ hasText: 'Merged one change of theirs' })).toBeVisible();
    await expect(app.page.getByRole('alert')).toHaveCount(0);
    await app.slide('2').click();
    await app.page.keyboard.press('Control+z');
    await expectFile(app, deck, text.replace('first point', 'first point mine'));
  });

  test('asks about a line that both changed', async ({ app }) => {
    const text = await conflict(app, (before) =>
      before.replace('first point', 'first point theirs').replace('## Delta', '## Delta of theirs'),
    );
    await app.page.getByRole('button', { name: 'Merge' }).click();
    await expect(dialog(app)).toContainText('One place was changed by both');
    await expect(dialog(app).locator('.ui-picture')).toHaveCount(2);
    const finish = dialog(app).getByRole('button', { name: 'Merge and save' });
    await expect(finish).toBeDisabled();
    await dialog(app).getByText('Theirs', { exact: true }).click();
    await expect(finish).toBeEnabled();
    await dialog(app).getByText('Write it').click();
    const written = dialog(app).getByRole('textbox', { name: /^Text for/ });
    await written.fill((await written.inputValue()).replace('first point mine', 'first point of both'));
    await expectAccessible(app);
    await finish.click();
    await app.saved();
    await expectFile(
      app,
      deck,
      text.replace('first point', 'first point of both').replace('## Delta', '## Delta of theirs'),
    );
  });

  test('a text that is two slides is refused, and nothing is written', async ({ app }) => {
    await conflict(app, (before) => before.replace('first point', 'first point theirs'));
    const before = await app.read(deck);
    await app.page.getByRole('button', { name: 'Merge' }).click();
    await dialog(app).getByText('Write it').click();
    await dialog(app)
      .getByRole('textbox', { name: /^Text for/ })
      .fill('one\n\n---\n\ntwo');
    await dialog(app).getByRole('button', { name: 'Merge and save' }).click();
    await expect(dialog(app).getByRole('alert')).toContainText('more than one slide');
    expect(await app.read(deck)).toBe(before);
  });

  test('by two windows is merged, too', async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    const other = await app.shell.another();
    await other.getByRole('row', { name: 'Harbour briefing' }).click();
    await expect(other.locator('.ui-stage .reveal.ready')).toBeVisible();
    await chmod(join(app.folder, deck), 0o444);
    const there = other.getByRole('textbox', { name: 'Source of the deck' });
    await there.getByText('second point').click();
    await other.keyboard.press('End');
    await other.keyboard.type(' there');
    await expect(other.getByRole('alert')).toContainText('Save as');
    await chmod(join(app.folder, deck), 0o644);
    await type(app, 'Bravo has a slide below it.', ' here');
    await app.saved();
    await expectFile(app, deck, text.replace('below it.', 'below it. here'));
    await other.getByRole('button', { name: 'Merge' }).click();
    await expect.poll(async () => (await app.read(deck)).includes(' there')).toBe(true);
    expect(await app.read(deck)).toContain('below it. here');
    await expect(app.slide('2').locator('.slide-frame')).toContainText('second point');
    await other.close({ runBeforeUnload: false });
  });
});

test.describe('comparing', () => {
  test('shows what moved and what changed, by keys, and takes a slide’s old text back', async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await command(app, 'Save by itself');
    await app.slide('5').click();
    await app.page.keyboard.press('Alt+ArrowUp');
    await type(app, 'first point', ' changed');
    await expect(app.page.getByText('Unsaved · Ctrl+S saves')).toBeVisible();
    await command(app, 'Compare with saved');
    await expect(dialog(app)).toContainText('1 changed, 1 moved');
    const rows = dialog(app).getByRole('option');
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText('Slide 2 changed Alpha');
    await expect(rows.last()).toContainText('Moved from 4 to 5 Charlie');
    await expect(dialog(app).getByRole('heading', { name: 'Saved: slide 2' })).toBeVisible();
    await app.page.keyboard.press('F7');
    await expect(dialog(app).getByRole('heading', { name: 'Saved: slide 4' })).toBeVisible();
    await expect(dialog(app).getByRole('heading', { name: 'Now: slide 5' })).toBeVisible();
    await app.page.keyboard.press('p');
    await expect(dialog(app).locator('.cm-merge-b .cm-changedText')).toHaveText('changed');
    await dialog(app).getByText('All slides').click();
    await expect(rows).toHaveCount(6);
    await expectAccessible(app);
    await dialog(app).getByRole('button', { name: 'Take this slide’s old text back' }).click();
    await expect(dialog(app)).toContainText('1 moved');
    await app.page.keyboard.press('Escape');
    expect(await app.read(deck)).toBe(text);
    await app.slide('2').click();
    await app.page.keyboard.press('Control+s');
    await app.saved();
    expect(await app.read(deck)).not.toContain('changed');
  });

  test('brings a slide back that was deleted', async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await command(app, 'Save by itself');
    await app.slide('2').click();
    await app.page.keyboard.press('Delete');
    await command(app, 'Compare with file on disk');
    await expect(dialog(app)).toContainText('1 removed');
    await dialog(app).getByRole('button', { name: 'Bring this slide back' }).click();
    await expect(dialog(app)).toContainText('No differences');
    await app.page.keyboard.press('Escape');
    expect(await app.read(deck)).toBe(text);
  });
});

test('the history names each step, and goes back three at once', async ({ app }) => {
  await app.open('Harbour briefing');
  const text = await app.read(deck);
  await app.slide('5').click();
  await app.page.keyboard.press('h');
  await app.slide('2').click();
  await app.page.keyboard.press('Alt+ArrowUp');
  await app.slide('1').click();
  await type(app, 'Charlie text', ' typed');
  await app.saved();
  await app.page.getByRole('tab', { name: 'History' }).click();
  const steps = app.page.getByRole('listbox', { name: 'Steps, the newest first' }).getByRole('option');
  await expect(steps).toHaveText(['Typed in slide 4Now', 'Moved slide 2 to 1', 'Hid slide 5', 'Start']);
  await expect(app.page.getByRole('button', { name: 'Undo: typed in slide 4' })).toBeEnabled();
  const axe = await new AxeBuilder({ page: app.page }).include('.ui-history').analyze();
  expect(axe.violations).toEqual([]);
  await steps.last().click();
  await expect(steps.last()).toHaveAttribute('aria-selected', 'true');
  await expect(steps.first()).toHaveText('Typed in slide 4undone');
  await app.saved();
  await expectFile(app, deck, text);
  await expect(app.page.getByRole('button', { name: 'Redo: hid slide 5' })).toBeEnabled();
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('Enter');
  await expect(steps.nth(2)).toHaveText('Hid slide 5Now');
  await app.saved();
  await expectFile(app, deck, text.replace('## Delta', '<!-- .slide: data-visibility="hidden" -->\n## Delta'));
});

test.describe('the file', () => {
  test('is saved under another name, and that one is open then', async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await app.write('taken.md', '# Other\n');
    await command(app, 'Save as');
    const name = dialog(app).getByRole('textbox', { name: 'Name' });
    await name.fill('taken');
    await app.page.keyboard.press('Enter');
    await expect(dialog(app)).toContainText('There is a file taken.md');
    await name.fill('出港 briefing');
    await app.page.keyboard.press('Enter');
    await expect(dialog(app)).toHaveCount(0);
    await type(app, 'first point', ' elsewhere');
    await app.saved();
    await expectFile(app, '出港 briefing.md', text.replace('first point', 'first point elsewhere'));
    await expectFile(app, deck, text);
    expect(await app.read('taken.md')).toBe('# Other\n');
  });

  test('is saved to another folder, with the folder browser of the library', async ({ app }) => {
    await mkdir(join(app.folder, 'away'));
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await command(app, 'Save as');
    await expect(dialog(app)).toContainText('The same folder');
    await dialog(app).getByRole('button', { name: 'Choose…' }).click();
    const browser = app.page.getByRole('dialog', { name: 'Save to which folder?' });
    await browser.getByRole('row', { name: 'away' }).press('Enter');
    await expect(browser.locator('[aria-current="location"]')).toHaveText('away');
    await expectAccessible(app);
    await browser.getByRole('button', { name: 'Use this folder' }).click();
    await expect(browser).toHaveCount(0);
    await expect(dialog(app).getByTitle(join(app.folder, 'away'))).toBeVisible();
    await dialog(app).getByRole('textbox', { name: 'Name' }).fill('far');
    await app.page.keyboard.press('Enter');
    await expectFile(app, 'away/far.md', text);
  });

  test('is renamed with what is not saved, and keeps its history', async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await command(app, 'Save by itself');
    await type(app, 'first point', ' more');
    await command(app, 'Rename');
    await dialog(app).getByRole('textbox', { name: 'Name' }).fill('port');
    await app.page.keyboard.press('Enter');
    await expect(dialog(app)).toHaveCount(0);
    await expectFile(app, 'port.md', text.replace('first point', 'first point more'));
    await expect(app.read(deck)).rejects.toThrow();
    await app.slide('2').click();
    await app.page.keyboard.press('Control+z');
    await app.page.keyboard.press('Control+s');
    await expectFile(app, 'port.md', text);
  });

  test('is duplicated beside itself', async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await command(app, 'Duplicate deck');
    await expectFile(app, 'harbour copy.md', text);
    await expect(app.page.getByRole('status').filter({ hasText: 'harbour copy.md was made' })).toBeVisible();
    await type(app, 'first point', ' copy');
    await expectFile(app, 'harbour copy.md', text.replace('first point', 'first point copy'));
    expect(await app.read(deck)).toBe(text);
  });

  test('that cannot be written leaves ways out', async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await chmod(join(app.folder, deck), 0o444);
    await type(app, 'first point', ' kept');
    await app.page.getByRole('alert').getByRole('button', { name: 'Save as…' }).click();
    await dialog(app).getByRole('textbox', { name: 'Name' }).fill('way out');
    await app.page.keyboard.press('Enter');
    await expectFile(app, 'way out.md', text.replace('first point', 'first point kept'));
  });
});

test.describe('a deck that is not saved by itself', () => {
  const change = async (app: LecternApp): Promise<string> => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await command(app, 'Save by itself');
    await type(app, 'first point', ' changed');
    await expect(app.page.getByText('Unsaved · Ctrl+S saves')).toBeVisible();
    return text;
  };

  test('is closed only after a question, by keys', async ({ app }) => {
    const text = await change(app);
    await app.page.keyboard.press('Control+Alt+w');
    await expect(dialog(app)).toContainText('harbour.md has changes that are not saved');
    await expect(dialog(app).getByRole('button', { name: 'Save', exact: true })).toBeFocused();
    await expectAccessible(app);
    await app.page.keyboard.press('Escape');
    await expect(dialog(app)).toHaveCount(0);
    await expect(app.source).toContainText('first point changed');
    expect(await app.read(deck)).toBe(text);
    await app.page.keyboard.press('Control+Alt+w');
    await expect(dialog(app).getByRole('button', { name: 'Save', exact: true })).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('heading', { name: 'Decks' })).toBeVisible();
    expect(await app.read(deck)).toBe(text.replace('first point', 'first point changed'));
  });

  test('leaves nothing behind where its changes are not wanted', async ({ app }) => {
    const text = await change(app);
    await expect.poll(app.journal).not.toBe('');
    await app.page.keyboard.press('Control+Alt+w');
    await dialog(app).getByRole('button', { name: 'Don’t save' }).click();
    await expect(app.page.getByRole('heading', { name: 'Decks' })).toBeVisible();
    expect(await app.read(deck)).toBe(text);
    await app.page.reload();
    await app.open('Harbour briefing');
    await expect(app.page.getByText(/^Saved/)).toBeVisible();
    await expect(app.page.getByRole('alert')).toHaveCount(0);
  });
});

test.describe('what a crash left', () => {
  const unsaved = async (app: LecternApp): Promise<string> => {
    await app.open('Harbour briefing');
    const text = await app.read(deck);
    await chmod(join(app.folder, deck), 0o444);
    // The note of the whole text: typing may take longer than the first one waits.
    await type(app, 'first point', ' lost');
    await expect.poll(app.journal).toContain('first point lost');
    // The page goes without a word, as in a crash.
    const address = app.page.url();
    await app.page.evaluate(() =>
      window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true),
    );
    await app.page.goto('about:blank');
    await chmod(join(app.folder, deck), 0o644);
    await app.page.goto(address);
    await expect(app.page.getByRole('alert')).toContainText('Lectern ended before some changes were saved');
    expect(await app.read(deck)).toBe(text);
    return text;
  };

  test('is shown, and restored in one step', async ({ app }) => {
    const text = await unsaved(app);
    await app.page.getByRole('alert').getByRole('button', { name: 'See both' }).click();
    await expect(dialog(app)).toContainText('1 changed');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('alert').getByRole('button', { name: 'Restore' }).click();
    await app.saved();
    await expectFile(app, deck, text.replace('first point', 'first point lost'));
    await expect(app.page.getByRole('alert')).toHaveCount(0);
    await app.page.reload();
    await expect(app.page.locator('.ui-stage .reveal.ready')).toBeVisible();
    await expect(app.page.getByRole('alert')).toHaveCount(0);
  });

  test('is gone only when somebody says so', async ({ app }) => {
    const text = await unsaved(app);
    await app.page.reload();
    const alert = app.page.getByRole('alert');
    await expect(alert).toContainText('Lectern ended before some changes were saved');
    const dropped = app.page.waitForResponse((response) => response.url().endsWith('/api/journal.drop'));
    await alert.getByRole('button', { name: 'Discard' }).click();
    await expect(alert).toHaveCount(0);
    await dropped;
    await app.page.reload();
    await expect(app.page.locator('.ui-stage .reveal.ready')).toBeVisible();
    await expect(alert).toHaveCount(0);
    expect(await app.read(deck)).toBe(text);
  });
});
