import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../shells/desktop-test.ts';

test('what is no deck is said to be none, and a program without a window ends', async ({ folder, start }) => {
  const notes = join(folder, 'notes.txt');
  await writeFile(notes, '# Not a deck\n');
  const missing = join(folder, 'missing.md');
  const desktop = start({ args: [missing, notes] });
  const dialogs = () => desktop.process.byHand((host) => host.openDialogs());
  await expect.poll(async () => (await dialogs().catch(() => [])).length).toBe(2);
  const told = (await dialogs()).map(({ options }) => options as { message: string; detail: string });
  expect(told.map(({ message }) => message).toSorted()).toEqual([
    `There is no deck or folder ${missing}.`,
    'notes.txt is no Markdown file, and no bundle or PDF that could hold one.',
  ]);
  expect(told.map(({ detail }) => detail).join(' ')).toContain('.md or .markdown');
  for (const _ of told)
    await desktop.process.byHand((host) => host.answerDialog({ response: 0 })).catch(() => undefined);
  expect(await desktop.ended).toBe(0);
});

test('a further start opens its deck in the program that runs, also while a dialog is open', async ({
  folder,
  startInWindow,
}) => {
  const { desktop, page } = await startInWindow();
  await expect(page.getByRole('grid', { name: 'Decks' })).toBeVisible();
  await desktop.run(({ dialog }) => void dialog.showMessageBox({ message: 'A question' }));

  const deck = join(folder, 'harbour.md');
  const opening = desktop.nextWindow();
  expect(await desktop.startAgain([deck])).toBe(0);
  const second = await opening;
  await expect(second.locator('.ui-stage .reveal.ready')).toBeVisible();
  await expect(second).toHaveTitle('Harbour briefing · Lectern');

  // The same deck once more, by the system's file manager as a Mac has it, and nothing at all: the window is there.
  await desktop.run(({ app }, path) => app.emit('open-file', { preventDefault() {} }, path), deck);
  expect(await desktop.startAgain([])).toBe(0);
  expect(desktop.windows()).toHaveLength(2);
  expect(await desktop.run(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle())).toBe(
    'Harbour briefing · Lectern',
  );

  // What is wrong with a path is told by the program that runs.
  expect(await desktop.startAgain([join(folder, 'gone.md')])).toBe(0);
  await expect
    .poll(() => desktop.process.byHand((host) => host.openDialogs().map(({ options }) => options)))
    .toEqual([expect.objectContaining({ message: 'A question' }), expect.objectContaining({ type: 'error' })]);
});

test('what is dropped on a window is opened where it is: a deck, a folder, and nothing else', async ({
  folder,
  startInWindow,
}) => {
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  const deck = join(elsewhere, 'dropped.md');
  const table = join(elsewhere, 'table.csv');
  await writeFile(deck, '# Dropped talk\n\n---\n\n## Its second slide\n');
  await writeFile(table, 'a,b\n');
  const { desktop, page } = await startInWindow();
  await expect(page.getByRole('grid', { name: 'Decks' })).toBeVisible();
  const drop = (path: string) =>
    desktop.process.byHand((host, what) => host.dropFiles(1, [what], { x: 700, y: 600 }), path);

  await drop(table);
  await expect(page.getByText(/^table\.csv is no Markdown file/)).toBeVisible();

  await drop(deck);
  await expect(page).toHaveTitle('Dropped talk · Lectern');
  expect(await readdir(folder)).not.toContain('dropped.md');

  const opening = desktop.nextWindow();
  await drop(elsewhere);
  await expect((await opening).getByRole('row', { name: /Dropped talk/ })).toBeVisible();
});
