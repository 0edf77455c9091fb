import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDeck } from '../../src/core/deck/deck-state.ts';
import { deckTitle } from '../../src/core/deck/summary.ts';
import { templateText } from '../../src/core/templates/template.ts';
import { findTemplate } from '../../src/core/templates/templates.ts';
import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

const cards = (app: LecternApp) => app.page.getByRole('grid', { name: 'Decks' }).getByRole('row');
const hits = (app: LecternApp) => app.page.getByRole('grid', { name: 'Slides found' }).getByRole('row');
const search = (app: LecternApp) => app.page.getByRole('searchbox', { name: 'Search all decks' });
const press = (app: LecternApp, ...keys: readonly string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => app.page.keyboard.press(key)), Promise.resolve());

test('shows each deck with its first slide and opens it by mouse and by keyboard', async ({ app }) => {
  const card = cards(app).filter({ hasText: 'Harbour briefing' });
  await expect(card).toContainText('6 slides · 5 min');
  await expect(card).toContainText('changed today');
  await expect(card.locator('.slide-frame h1')).toHaveText('Harbour briefing');
  await card.click();
  await expect(app.stage.locator('h1')).toHaveText('Harbour briefing');
  await app.page.getByRole('button', { name: 'Back to all decks' }).click();

  await expect(card).toBeFocused();
  await press(app, 'Enter');
  await expect(app.stage.locator('h1')).toHaveText('Harbour briefing');
  await expect(app.page).toHaveTitle('Harbour briefing · Lectern');
});

test('a deck that appears in the folder appears in the library', async ({ app }) => {
  await expect(cards(app)).toHaveCount(1);
  await expect(async () => {
    // Again, if the folder was not watched yet.
    await app.write('second.md', '# Second\n\n---\n\nMore\n');
    await expect(cards(app).filter({ hasText: 'Second' })).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test.describe('with other decks in it', () => {
  test.use({
    prepare: async ({}, use) =>
      use(async (folder) => {
        await mkdir(join(folder, 'sub'));
        await writeFile(
          join(folder, 'sub', 'tide.md'),
          '---\ntitle: Tides\ntheme: white\n---\n\n# Tides\n\n---\n\n## When they turn\n\nA quicksilver moment\n\n--\n\n## After\n\nNote: 演習場 quicksilver\n',
        );
      }),
  });

  test('finds slides by their words, and opens a deck there, by keyboard alone', async ({ app }) => {
    await expect(cards(app)).toHaveCount(2);
    await press(app, '/');
    await expect(search(app)).toBeFocused();
    await app.page.keyboard.type('quicksil');
    await expect(hits(app)).toHaveCount(2);
    await expect(hits(app).first()).toContainText('Tides');
    await expect(hits(app).first()).toContainText('slide 2');
    await expect(hits(app).first().locator('.ui-card-words mark')).toHaveText('quicksilver');
    await expect(hits(app).first().locator('.slide-frame mark')).toHaveText('quicksilver');
    await expect(hits(app).nth(1)).toContainText('slide 2.1 · notes');
    await expect(hits(app).nth(1).locator('.slide-foot-number')).toHaveText('2.1');
    await press(app, 'ArrowDown', 'ArrowRight', 'Enter');
    await expect(app.stage.locator('h2')).toHaveText('After');
  });

  test('opens the best slide with Enter, and goes from the list back to the field', async ({ app }) => {
    await expect(cards(app)).toHaveCount(2);
    await press(app, 'Control+Shift+F');
    await app.page.keyboard.type('演習');
    await expect(hits(app)).toHaveCount(1);
    await press(app, 'ArrowDown');
    await expect(hits(app)).toBeFocused();
    await press(app, 'ArrowUp');
    await expect(search(app)).toBeFocused();
    await press(app, 'Enter');
    await expect(app.stage.locator('h2')).toHaveText('After');
  });

  test('a slash is a letter like any other where one writes', async ({ app }) => {
    await search(app).fill('turn');
    await expect(hits(app)).toHaveCount(1);
    await app.page.keyboard.type('/');
    await expect(search(app)).toHaveValue('turn/');
  });

  test('finds what was just written into a file', async ({ app }) => {
    await search(app).fill('quicksilver');
    await expect(hits(app)).toHaveCount(2);
    await expect(async () => {
      await app.write('new.md', '# New\n\n---\n\nquicksilver again\n');
      await expect(hits(app)).toHaveCount(3, { timeout: 1000 });
    }).toPass();
  });

  test('says that nothing was found, and what to try', async ({ app }) => {
    await search(app).fill('xylophone');
    await expect(app.page.getByRole('heading', { name: 'Nothing found for “xylophone”' })).toBeVisible();
    await press(app, 'Escape');
    await expect(cards(app)).toHaveCount(2);
  });

  test('shows another folder, found by keyboard', async ({ app }) => {
    await expect(cards(app)).toHaveCount(2);
    await press(app, 'Control+Shift+O');
    const dialog = app.page.getByRole('dialog', { name: 'Choose a folder of decks' });
    const row = dialog.getByRole('row', { name: 'sub' });
    await expect(dialog.getByRole('row').first()).toBeFocused();
    await app.page.keyboard.type('sub');
    await expect(row).toBeFocused();
    await press(app, 'Enter');
    // The folder above has one file as well: only the path says where one is.
    const here = dialog.getByRole('list', { name: 'Path' }).getByRole('button').last();
    await expect(here).toHaveText('sub');
    await expect(dialog.getByText('1 Markdown file in this folder')).toBeVisible();
    await press(app, 'Backspace');
    await expect(row).toBeFocused();
    await press(app, 'Enter');
    await expect(here).toHaveText('sub');
    await dialog.getByRole('button', { name: 'Use this folder' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(cards(app)).toHaveCount(1);
    await expect(cards(app)).toContainText('Tides');
    await expect(app.page.getByRole('button', { name: `Folder ${join(app.folder, 'sub')}` })).toBeVisible();
  });
});

test('makes a deck from a template, and opens it', async ({ app }) => {
  await expect(cards(app)).toHaveCount(1);
  await press(app, 'Control+Alt+N');
  const dialog = app.page.getByRole('dialog', { name: 'New deck' });
  await expect(dialog.getByRole('radio', { name: 'Decision brief' })).toBeFocused();
  await press(app, 'ArrowDown', 'ArrowDown', 'Tab');
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await app.page.keyboard.type('Harbour / update');
  await press(app, 'Enter');
  await expect(dialog.getByText('/ cannot be part of a file name')).toBeVisible();
  await name.fill('Harbour update');
  await press(app, 'Enter');
  await expect(app.stage.locator('h1')).toHaveText('Harbour update');
  const template = findTemplate('situation-update');
  const text = template === undefined ? '' : templateText(template, 'Harbour update');
  expect(deckTitle(createDeck(text))).toBe('Harbour update');
  await expectFile(app, 'Harbour update.md', text);
});

test('a name that is taken makes no deck', async ({ app }) => {
  const [taken = ''] = (await readdir(app.folder)).filter((file) => file.endsWith('.md'));
  const before = await app.read(taken);
  await app.page.getByRole('button', { name: 'New deck' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'New deck' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(taken.toUpperCase());
  await expect(dialog.getByText('There is a deck of this name already.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Make deck' })).toBeDisabled();
  expect(await app.read(taken)).toBe(before);
});

test('decks that were opened lately are at hand', async ({ app }) => {
  await app.open('Harbour briefing');
  await press(app, 'Control+o');
  const recent = app.page.getByRole('region', { name: 'Recent' });
  await recent.getByRole('button', { name: 'Harbour briefing' }).click();
  await expect(app.stage.locator('h1')).toHaveText('Harbour briefing');
});

test.describe('with a file that is no deck', () => {
  test.use({
    prepare: async ({}, use) =>
      use((folder) => writeFile(join(folder, 'broken.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe]))),
  });
  test('says why it cannot be opened', async ({ app }) => {
    const card = cards(app).filter({ hasText: 'broken' });
    await expect(card).toContainText('not UTF-8');
    await card.click();
    await expect(card).toBeVisible();
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
  test('says what to do next, and does it', async ({ app }) => {
    await expect(app.page.getByRole('heading', { name: 'No decks here yet' })).toBeVisible();
    await expect(app.page.getByRole('main').getByText(app.folder)).toBeVisible();
    await app.page.getByRole('main').getByRole('button', { name: 'New deck' }).click();
    await app.page.getByRole('radio', { name: 'Blank' }).press('Space');
    await app.page.getByRole('button', { name: 'Make deck' }).click();
    await expect(app.stage.locator('h1')).toHaveText('[Title]');
    expect(await readdir(app.folder)).toEqual(['Blank.md']);
  });
});

test('a folder that is gone leaves a way out', async ({ app }) => {
  await expect(cards(app)).toHaveCount(1);
  await rm(app.folder, { recursive: true });
  await app.page.reload();
  await expect(app.page.getByRole('alert')).toContainText(app.folder);
  await app.page.getByRole('alert').getByRole('button', { name: 'Choose folder' }).click();
  await expect(app.page.getByRole('dialog', { name: 'Choose a folder of decks' })).toBeVisible();
});
