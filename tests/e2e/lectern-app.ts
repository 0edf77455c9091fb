import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { shellTest } from './shells/shell-test.ts';
import { journalOf, type Shell, stateOf } from './shells/shell.ts';

const fixtures = fileURLToPath(new URL('../fixtures/app', import.meta.url));

/** The running program, seen through one window, over a folder of its own. */
export interface LecternApp {
  readonly page: Page;
  /** The library's folder: a copy that the test may change. */
  readonly folder: string;
  /** A file of the folder as text. */
  read(name: string): Promise<string>;
  /** Writes a file of the folder, as another program would. */
  write(name: string, text: string): Promise<void>;
  /** Opens a deck from the library, and waits until its stage is up. */
  open(title: string): Promise<void>;
  /** The navigator's rows. */
  readonly slides: Locator;
  /** The row of a slide by its number in the navigator, such as `3.1`. */
  slide(label: string): Locator;
  /** The slide on the stage. */
  readonly stage: Locator;
  /** The source editor's text area. */
  readonly source: Locator;
  /** Waits until everything is on disk. */
  saved(): Promise<void>;
  /** The navigator's rows as `label: title`, in order. */
  outline(): Promise<readonly string[]>;
  /** What is noted of unsaved decks, as text. */
  journal(): Promise<string>;
  /** What the program runs in. */
  readonly shell: Shell;
}

export interface AppOptions {
  /** Prepares the folder before the program starts; it holds the fixture decks already. */
  readonly prepare: (folder: string) => Promise<void>;
  /** Errors that a page may report, because the test provokes them. */
  readonly provoked: readonly RegExp[];
}

export const test = shellTest.extend<{ app: LecternApp } & AppOptions>({
  prepare: async ({}, use) => use(async () => {}),
  provoked: async ({}, use) => use([]),
  app: async ({ openShell, prepare, provoked }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'));
    await cp(fixtures, folder, { recursive: true });
    await prepare(folder);
    const problems: string[] = [];
    const shell = await openShell(folder, (window) => {
      window.on('pageerror', (error) => problems.push(error.message));
      window.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    });
    const { page } = shell;
    const slides = page.getByRole('navigation', { name: 'Slides' }).getByRole('row');
    await use({
      page,
      folder,
      read: (name) => readFile(join(folder, name), 'utf8'),
      // In one go, as careful programs do: nobody ever sees half of it.
      write: async (name, text) => {
        const whole = join(folder, `.${basename(name)}.new`);
        await writeFile(whole, text);
        await rename(whole, join(folder, name));
      },
      open: async (title) => {
        await page.getByRole('row', { name: title }).click();
        await expect(page.locator('.ui-stage .reveal.ready')).toBeVisible();
      },
      slides,
      slide: (label) => page.getByRole('row', { name: new RegExp(`^${label.replace('.', '\\.')}: `) }),
      stage: page.locator('.ui-stage .slides section.present:not(.stack)'),
      source: page.getByRole('textbox', { name: 'Source of the deck' }),
      saved: () => expect(page.getByText(/^Saved( \d\d:\d\d)?$/)).toBeVisible(),
      outline: () => slides.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? '')),
      journal: () => journalOf(folder),
      shell,
    });
    await shell.close();
    for (const path of [folder, stateOf(folder)]) await rm(path, { recursive: true, force: true });
    // Last of all: a test that fails here leaves no server running either.
    const unexpected = problems.filter((problem) => !provoked.some((pattern) => pattern.test(problem)));
    expect(unexpected, 'errors in the page').toEqual([]);
  },
});

export { expect } from '@playwright/test';

/** Waits until a file says what it should. */
export async function expectFile(app: LecternApp, name: string, text: string): Promise<void> {
  const read = () => app.read(name).catch(() => 'There is no such file.');
  // A file is cheap to read: looked at ever more rarely, as a page is, it would be seen long after it was written.
  await expect.poll(read, { intervals: [50] }).toBe(text);
}
