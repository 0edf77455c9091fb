import { expect, test } from '../shells/desktop-test.ts';
import type { StandIn } from '../shells/stand-in-shell.ts';

const item = (desktop: StandIn, id: string) =>
  desktop.run(({ Menu }, of) => {
    const { enabled, checked, type, label } = Menu.getApplicationMenu()?.getMenuItemById(of) ?? {};
    return { enabled, checked, type, label };
  }, id);

const click = (desktop: StandIn, id: string) =>
  desktop.run(({ Menu }, of) => Menu.getApplicationMenu()?.getMenuItemById(of)?.click(), id);

/** Chooses an item by the labels that lead to it. */
const choose = (desktop: StandIn, ...labels: readonly string[]) =>
  desktop.run(({ Menu }, path) => {
    let items = Menu.getApplicationMenu()?.items ?? [];
    for (const label of path) {
      const found = items.find((one) => one.label.replace('&', '') === label);
      if (found === undefined) throw new Error(`No ${label} among ${items.map((one) => one.label).join(', ')}`);
      if (label === path.at(-1)) found.click();
      items = found.submenu?.items ?? [];
    }
  }, labels);

test('the native menu runs the commands of the window in front, and shows which apply', async ({ startInWindow }) => {
  const { desktop, page } = await startInWindow();
  await expect(page.getByRole('grid', { name: 'Decks' })).toBeVisible();
  await expect.poll(() => item(desktop, 'slide.delete')).toMatchObject({ enabled: false });
  expect(await item(desktop, 'file.new')).toMatchObject({ enabled: true });

  await page.getByRole('row', { name: /Harbour briefing/ }).click();
  await expect(page.locator('.ui-stage .reveal.ready')).toBeVisible();
  await expect.poll(() => item(desktop, 'view.edit')).toMatchObject({ enabled: true, type: 'checkbox', checked: true });
  await click(desktop, 'view.sort');
  await expect(page.getByRole('radio', { name: 'Sort' })).toBeChecked();
  await expect.poll(() => item(desktop, 'view.sort')).toMatchObject({ checked: true });
  await expect.poll(() => item(desktop, 'view.edit')).toMatchObject({ checked: false });

  // Light and dark are chosen for windows, menus and pages alike.
  await click(desktop, 'view.dark');
  await expect.poll(() => desktop.run(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);

  await choose(desktop, 'View', 'Zoom In');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(1440);
  await choose(desktop, 'View', 'Actual Size');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440);

  // The deck is listed among the recent ones, and opens from there.
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('grid', { name: 'Decks' })).toBeVisible();
  const opening = desktop.nextWindow();
  await choose(desktop, 'File', 'Open recent', 'Harbour briefing');
  await expect(await opening).toHaveTitle('Harbour briefing · Lectern');
});

test('a right click offers what can be done with text, and nothing elsewhere', async ({ startInWindow }) => {
  const { desktop, page } = await startInWindow();
  const offered = () => desktop.process.byHand((host) => host.contextMenu());
  await page.getByRole('heading', { name: 'Decks' }).click({ button: 'right' });
  await page.getByRole('searchbox').click({ button: 'right' });
  await expect.poll(offered).toEqual(['Cut', 'Copy', 'Paste', '', 'Select All']);
});

test('a Mac keeps the program without a window, and has its menus, its Dock and its proxy icon', async ({
  folder,
  startInWindow,
}) => {
  const { desktop, page } = await startInWindow({ platform: 'darwin' });
  const menus = await desktop.run(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menus?.[0]).toBe('Lectern');
  expect(menus).toContain('Window');
  await page.getByRole('row', { name: /Harbour briefing/ }).click();
  await expect
    .poll(() => desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getRepresentedFilename()))
    .toBe(`${folder}/harbour.md`);
  await desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const opening = desktop.nextWindow();
  await desktop.run(({ app }) => app.emit('activate', {}, false));
  await expect((await opening).getByRole('grid', { name: 'Decks' })).toBeVisible();
});
