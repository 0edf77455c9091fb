import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

/** Runs a command by its name, as somebody who knows no key would. */
async function run({ page }: LecternApp, label: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'All commands' });
  await expect(palette).toBeVisible();
  await page.keyboard.type(label);
  await palette.getByRole('menuitem', { name: new RegExp(`^${label}`) }).click();
}

const chrome = (app: LecternApp): Promise<string> =>
  app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const dark = 'rgb(15, 18, 22)';
const light = 'rgb(236, 238, 241)';

test.describe('the program, light or dark', () => {
  test.use({ colorScheme: 'dark' });

  test('follows the system until somebody chooses, and the choice outlives a reload', async ({ app }) => {
    await app.open('Harbour briefing');
    expect(await chrome(app)).toBe(dark);
    await app.shell.makeDark(false);
    await expect.poll(() => chrome(app)).toBe(light);
    await run(app, 'Dark');
    await expect.poll(() => chrome(app)).toBe(dark);
    await app.page.reload();
    await expect(app.page.getByRole('button', { name: 'Present' }).first()).toBeVisible();
    expect(await chrome(app)).toBe(dark);
    await run(app, 'Light or dark as the system');
    await expect.poll(() => chrome(app)).toBe(light);
  });
});

test('a theme is picked from pictures of the slide, written to the file, and taken back as one step', async ({
  app,
}) => {
  const before = await app.read('harbour.md');
  await app.open('Harbour briefing');
  await app.slide('2').click();
  const ground = (): Promise<string> =>
    app.page.locator('.ui-stage .reveal').evaluate((reveal) => getComputedStyle(reveal).backgroundColor);
  const house = await ground();
  await run(app, 'Deck theme');
  const themes = app.page.getByRole('listbox', { name: 'Deck themes' });
  await expect(themes.getByRole('option')).toHaveCount(16);
  await themes.getByRole('option', { name: /^Solarized/ }).click();
  await expect(themes.getByRole('option', { name: /^Solarized/ })).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('Escape');
  await expect.poll(ground).toBe('rgb(253, 246, 227)');
  const heading = app.stage.getByRole('heading').first();
  expect(await heading.evaluate((element) => getComputedStyle(element).textTransform)).toBe('uppercase');
  await app.saved();
  expect(await app.read('harbour.md')).toBe(
    before.includes('theme:')
      ? before.replace(/^theme: .*$/m, 'theme: solarized')
      : before.replace('\n---', '\ntheme: solarized\n---'),
  );
  await app.page.keyboard.press('Control+z');
  await expect.poll(ground).toBe(house);
  await app.saved();
  await expectFile(app, 'harbour.md', before);
});

test('decks of different themes stand side by side, each in its own fonts', async ({ app }) => {
  for (const [name, theme] of [
    ['one', 'league'],
    ['two', 'night'],
  ])
    await app.write(`${name}.md`, `---\ntitle: Deck ${name}\ntheme: ${theme}\n---\n\n# ${name}\n`);
  const heading = (title: string) => app.page.getByRole('row', { name: title }).locator('.slide-frame h1');
  await app.page.reload();
  await expect(heading('Deck one')).toHaveCSS('font-family', /^"League Gothic"/);
  await expect(heading('Deck two')).toHaveCSS('font-family', /^Montserrat/);
  await expect(heading('Deck one')).toHaveCSS('color', 'rgb(238, 238, 238)');
  await expect(heading('Deck two')).toHaveCSS('color', 'rgb(255, 255, 255)');
  const loaded = () =>
    app.page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
  await expect.poll(loaded).toContain('League Gothic');
  await expect.poll(loaded).toContain('Montserrat');
  expect(await loaded()).not.toContain('Ubuntu');
});
